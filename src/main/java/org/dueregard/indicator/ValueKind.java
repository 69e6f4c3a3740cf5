package org.dueregard.indicator;

/** What an indicator's values are. */
public enum ValueKind {
    NUMBER,

    /** In per cent; differences are percentage points. */
    PERCENTAGE,

    /** So many per so many, such as per 100,000 people. */
    RATE,

    /** In pounds. */
    MONEY,

    /** In the indicator's unit of measure, such as days. */
    DURATION,

    /** Yes is 1 and no is 0; there is nothing between them and no tolerance. */
    YES_NO,

    /** Words only; never judged by calculation. */
    WORDS
}
