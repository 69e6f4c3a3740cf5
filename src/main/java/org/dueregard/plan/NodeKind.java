package org.dueregard.plan;

/** What a node of a plan is. Real plans skip levels: any of these may stand under any that is above it here. */
public enum NodeKind {
    OBJECTIVE,

    /** A numbered heading that groups priority areas. */
    THEME,

    PRIORITY_AREA,

    /** A key activity, or a part of one. */
    ACTIVITY,

    /** A heading that several indicators share: {@code Pupil premium gap, key stage 1 to 2}. */
    INDICATOR_GROUP,

    /** The place where an indicator stands. */
    INDICATOR;

    /** Whether a node of this kind may stand under one of the other; null means at the top of the plan. */
    public boolean mayStandUnder(@org.jspecify.annotations.Nullable NodeKind above) {
        if (above == null) {
            return this == OBJECTIVE;
        }
        return switch (this) {
            case OBJECTIVE -> false;
            case THEME -> above == OBJECTIVE;
            case PRIORITY_AREA -> above == OBJECTIVE || above == THEME || above == PRIORITY_AREA;
            case ACTIVITY -> above != INDICATOR && above != INDICATOR_GROUP;
            case INDICATOR_GROUP -> above != INDICATOR;
            case INDICATOR -> true;
        };
    }
}
