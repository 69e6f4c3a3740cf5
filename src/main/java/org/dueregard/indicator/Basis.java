package org.dueregard.indicator;

/** How figures from within a year add up to the year's. */
public enum Basis {

    /** How things stood on a day; within the year judged against the target itself. */
    POINT_IN_TIME,

    /** Counted from the start of the year; within the year judged against an even share. */
    RUNNING_TOTAL,

    /** The result of a whole period; within the year judged only against an interim target. */
    WHOLE_PERIOD
}
