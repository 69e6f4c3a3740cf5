package org.dueregard.reporting;

/** How far a return has come. */
public enum ReturnState {
    NOT_STARTED,
    DRAFT,
    SUBMITTED,

    /** With a reason; the owner mends it and submits again. */
    SENT_BACK,

    ACCEPTED
}
