package org.dueregard.review;

/** Whether a member of the group came. */
public enum Presence {
    HERE,
    APOLOGIES,

    /** Neither came nor sent apologies. */
    ABSENT
}
