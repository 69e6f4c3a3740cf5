package org.dueregard.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is promised for an indicator, as its words were understood. {@link TargetSetting} keeps the words themselves,
 * with the period; {@link TargetTerms} is the same in a flat form for storage, forms and files.
 */
public sealed interface Target {

    TargetKind kind();

    /** The target in plain English, such as {@code At least 75%} or {@code Reduce by 20%}. */
    default String words(Measure measure) {
        return TargetWords.of(this, measure);
    }

    /** {@code 75% (minimum)}, {@code 20} where higher is better: met at or above the value. */
    record AtLeast(BigDecimal value) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.AT_LEAST;
        }
    }

    /** {@code no more than 80}: met at or below the value. */
    record AtMost(BigDecimal value) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.AT_MOST;
        }
    }

    /** {@code More than 57}: met above the value; equal is missed by nothing. */
    record MoreThan(BigDecimal value) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.MORE_THAN;
        }
    }

    /** {@code Fewer than 85}: met below the value; equal is missed by nothing. */
    record FewerThan(BigDecimal value) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.FEWER_THAN;
        }
    }

    /** {@code 20-40%}: met between the values, both included. */
    record Between(BigDecimal low, BigDecimal high) implements Target {
        public Between {
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException("A band begins below its end: " + low + ", " + high);
            }
        }

        @Override
        public TargetKind kind() {
            return TargetKind.BETWEEN;
        }
    }

    /** {@code exactly 7}; for yes and no, 1 and 0. */
    record Exactly(BigDecimal value) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.EXACTLY;
        }
    }

    /**
     * {@code In line or above national}, {@code Below national (1.04%)}.
     *
     * @param comparator whose figure is meant; null for the one of the measure
     * @param valueInWords the comparator's value as the words of the target give it; null when they give none
     */
    record AgainstComparator(
            Relation relation,
            @Nullable String comparator,
            @Nullable BigDecimal valueInWords) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.AGAINST_COMPARATOR;
        }
    }

    /** By how much something is to change. Never negative: the direction is the target's kind. */
    record Change(BigDecimal amount, ChangeUnit unit) {
        public Change {
            if (amount.signum() < 0) {
                throw new IllegalArgumentException("An amount of change is not negative: " + amount);
            }
        }
    }

    /**
     * {@code Increase}, {@code Increase by 5%}, {@code by 20% year on year}.
     *
     * @param change by how much; null for any increase
     * @param yearOnYear measured from the outturn a year earlier instead of the baseline
     */
    record Increase(@Nullable Change change, boolean yearOnYear) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.INCREASE;
        }
    }

    /**
     * {@code Reduce gap}, {@code Reduce by 20%}, {@code by 20% year on year}.
     *
     * @param change by how much; null for any reduction
     * @param yearOnYear measured from the outturn a year earlier instead of the baseline
     */
    record Reduce(@Nullable Change change, boolean yearOnYear) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.REDUCE;
        }
    }

    /** {@code Maintain}: no worse than the baseline beyond the tolerance. */
    record Maintain() implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.MAINTAIN;
        }
    }

    /** {@code Complete annual report}: done, by the deadline. Key activities are milestones too. */
    record Milestone() implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.MILESTONE;
        }
    }

    /** {@code Set baseline}: a figure exists, by the deadline. */
    record SetBaseline() implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.SET_BASELINE;
        }
    }

    /** {@code To track}, {@code Monitor}: never judged. */
    record Track() implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.TRACK;
        }
    }

    /** {@code TBC}: a gap in the plan. */
    record ToBeConfirmed() implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.TO_BE_CONFIRMED;
        }
    }

    /** Nothing was written: a gap in the plan. */
    record NotStated() implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.NOT_STATED;
        }
    }

    /** Nothing is measured, on purpose; the owner says where it stands. */
    record Narrative() implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.NARRATIVE;
        }
    }
}
