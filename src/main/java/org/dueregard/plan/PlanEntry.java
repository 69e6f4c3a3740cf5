package org.dueregard.plan;

import org.dueregard.calendar.Period;

/** A plan as lists show it. */
public record PlanEntry(PlanId id, String title, Period period, PlanState state) {}
