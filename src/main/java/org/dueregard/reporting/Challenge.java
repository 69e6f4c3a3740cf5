package org.dueregard.reporting;

/** What may be doubtful about an item of a round, the gravest first. */
public enum Challenge {
    /** Its owner says it goes better than its figure does. */
    SAYS_ANOTHER,
    BEYOND_TRIGGER,
    MORE_THAN_ALL,
    /** A percentage that its own numerator and denominator contradict. */
    PERCENTAGE_DIFFERS,
    NO_NEXT_STEP,
    CHANGED_WITHOUT_WORDS,
    SAME_WORDS,
    OVERDUE,
    OLDER_COMPARATOR,
    NO_TARGET,
    NO_OWNER
}
