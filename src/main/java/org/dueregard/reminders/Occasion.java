package org.dueregard.reminders;

/** What a letter to an owner is about, in the order in which a return goes through them. */
public enum Occasion {
    OPENED,
    WEEK_BEFORE,
    ON_THE_DAY,
    LATE,
    SENT_BACK,
    /** A question waits for an answer. */
    ASKED,
    ACCEPTED
}
