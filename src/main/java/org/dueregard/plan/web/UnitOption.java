package org.dueregard.plan.web;

/**
 * A unit in a list to choose from.
 *
 * @param label its name, set in by as much as there stands above it
 */
record UnitOption(String value, String name, String label) {}
