package org.dueregard.indicator;

/** What the amount of an increase or reduction is counted in. */
public enum ChangeUnit {

    /** Relative: by 5% of a baseline of 60% is 3 percentage points. */
    PERCENT,

    /** Percentage points: by 5 percentage points from 60% is 65%. */
    POINTS,

    /** In the indicator's unit of measure. */
    AMOUNT
}
