package org.dueregard.indicator;

/** How often an indicator has a figure. */
public enum Frequency {
    MONTHLY(1),
    QUARTERLY(3),
    TERMLY(4),
    HALF_YEARLY(6),
    YEARLY(12);

    private final int months;

    Frequency(int months) {
        this.months = months;
    }

    /** How many months lie between two figures. */
    public int months() {
        return months;
    }
}
