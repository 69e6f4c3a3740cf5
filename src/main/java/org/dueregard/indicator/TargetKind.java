package org.dueregard.indicator;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of target, as forms, tables and files name them. */
public enum TargetKind {
    AT_LEAST,
    AT_MOST,
    MORE_THAN,
    FEWER_THAN,
    BETWEEN,
    EXACTLY,
    AGAINST_COMPARATOR,
    INCREASE,
    REDUCE,
    MAINTAIN,
    MILESTONE,
    SET_BASELINE,
    TRACK,
    TO_BE_CONFIRMED,
    NOT_STATED,

    /** Nothing is measured, on purpose; an update in words is still owed. */
    NARRATIVE;

    /** The kinds that make sense for the measure. */
    public static Set<TargetKind> fitting(Measure measure) {
        Set<TargetKind> kinds = EnumSet.of(MILESTONE, TRACK, TO_BE_CONFIRMED, NOT_STATED);
        if (measure.valueKind() == ValueKind.YES_NO) {
            kinds.add(EXACTLY);
        } else if (measure.valueKind() != ValueKind.WORDS) {
            kinds.addAll(EnumSet.complementOf(EnumSet.of(NARRATIVE)));
        }
        return kinds;
    }

    /** Whether a figure is judged against the target. */
    public boolean isJudgedByFigure() {
        return switch (this) {
            case AT_LEAST,
                    AT_MOST,
                    MORE_THAN,
                    FEWER_THAN,
                    BETWEEN,
                    EXACTLY,
                    AGAINST_COMPARATOR,
                    INCREASE,
                    REDUCE,
                    MAINTAIN -> true;
            default -> false;
        };
    }

    /** Whether the target is one value. */
    public boolean needsValue() {
        return this == AT_LEAST || this == AT_MOST || this == MORE_THAN || this == FEWER_THAN || this == EXACTLY;
    }

    /** Whether the target points back to a baseline. */
    public boolean needsBaseline() {
        return this == INCREASE || this == REDUCE || this == MAINTAIN;
    }

    /** Whether the status follows from what the owner says rather than from figures. */
    public boolean isReported() {
        return this == MILESTONE || this == NARRATIVE;
    }
}
