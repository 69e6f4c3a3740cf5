package org.dueregard.plan;

/** Where a plan is in its life. */
public enum PlanState {
    DRAFT,

    /** By the equalities group, at a meeting, on a date. */
    AGREED,

    ACTIVE,
    CLOSED
}
