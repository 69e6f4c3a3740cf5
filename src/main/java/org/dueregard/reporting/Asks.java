package org.dueregard.reporting;

/** What a round asks its owners for. */
public enum Asks {
    /** Figures of indicators; activities and areas are left alone. */
    FIGURES,
    /** Words for everything; a figure may be given where there is one. */
    NARRATIVE,
    BOTH
}
