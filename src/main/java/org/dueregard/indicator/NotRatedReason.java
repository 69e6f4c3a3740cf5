package org.dueregard.indicator;

/** Why something is not rated. */
public enum NotRatedReason {

    /** The figure is only watched; no status is ever given. */
    TRACKED_ONLY,

    /** No target is set, or it is still to be confirmed: a gap in the plan. */
    TO_BE_CONFIRMED,

    /** Nothing can be expected yet. */
    NOT_DUE_YET,

    /** The day on which a figure or update could be expected is over, and there is none. Always marked late. */
    NO_FIGURE_YET,

    /** There is a figure, but something to judge it by is missing, or it is words. */
    CANNOT_BE_JUDGED;

    /** The reason in words, such as {@code not due yet}. */
    public String words() {
        return Phrases.english().say("reason." + name());
    }
}
