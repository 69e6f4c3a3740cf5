package org.dueregard.organisation.web;

/** One of a list to choose from. */
record Choice(String value, String label) {}
