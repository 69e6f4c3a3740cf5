package org.dueregard.indicator;

/** On which side of a comparator a target lies. */
public enum Relation {

    /** {@code In line or above national}. */
    AT_OR_ABOVE,

    /** {@code Above national}: equal is not met. */
    ABOVE,

    /** {@code In line or below national}. */
    AT_OR_BELOW,

    /** {@code Below national}: equal is not met. */
    BELOW,

    /** {@code In line with national}: no worse than it, by the indicator's polarity. */
    IN_LINE
}
