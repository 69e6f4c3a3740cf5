package org.dueregard.plan.web;

/**
 * A unit in a list to choose from.
 *
 * @param label its name, and where it belongs
 */
record UnitOption(String value, String name, String label) {}
