package org.dueregard.history;

import java.util.UUID;

/**
 * What an event is about.
 *
 * @param kind in the words of the product: plan, node, indicator, return, meeting, person, unit
 */
public record Subject(String kind, UUID id) {}
