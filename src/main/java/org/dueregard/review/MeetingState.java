package org.dueregard.review;

public enum MeetingState {
    PLANNED,
    OPEN,

    /** What was agreed stands. */
    CLOSED
}
