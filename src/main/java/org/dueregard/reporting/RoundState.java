package org.dueregard.reporting;

public enum RoundState {
    PLANNED,
    OPEN,

    /** Locked: a later correction needs a reason and is marked wherever it shows. */
    CLOSED
}
