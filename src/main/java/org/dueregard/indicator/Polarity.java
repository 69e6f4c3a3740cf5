package org.dueregard.indicator;

/** Which way of an indicator is the good one. */
public enum Polarity {
    HIGHER,
    LOWER,

    /** A normal band: nearer to it is better. */
    BAND,

    /** Neither way is better. */
    NEITHER
}
