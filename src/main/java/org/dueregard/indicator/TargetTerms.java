package org.dueregard.indicator;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Target} laid out flat, as storage, forms and files keep it. Components that the kind has no use for are
 * null.
 *
 * @param value of a single value, and the lower edge of a band; for yes and no, 1 and 0
 * @param high the upper edge of a band
 * @param changeAmount by how much to increase or reduce; null for any change
 * @param changeUnit what that amount is counted in; null without an amount
 * @param relation the side of a comparator
 * @param comparator whose figure a comparator target means; null for the one of the measure
 * @param comparatorValue the comparator's value as the words of the target give it; null when they give none
 * @param yearOnYear whether a change is measured from the outturn a year earlier
 */
public record TargetTerms(
        TargetKind kind,
        @Nullable BigDecimal value,
        @Nullable BigDecimal high,
        @Nullable BigDecimal changeAmount,
        @Nullable ChangeUnit changeUnit,
        @Nullable Relation relation,
        @Nullable String comparator,
        @Nullable BigDecimal comparatorValue,
        boolean yearOnYear) {

    /** The terms of a kind that needs nothing else. */
    public static TargetTerms of(TargetKind kind) {
        return new TargetTerms(kind, null, null, null, null, null, null, null, false);
    }

    /** The terms of a kind that is one value. */
    public static TargetTerms of(TargetKind kind, BigDecimal value) {
        return new TargetTerms(kind, value, null, null, null, null, null, null, false);
    }

    public static TargetTerms of(Target target) {
        if (target instanceof Target.AtLeast atLeast) {
            return of(target.kind(), atLeast.value());
        }
        if (target instanceof Target.AtMost atMost) {
            return of(target.kind(), atMost.value());
        }
        if (target instanceof Target.MoreThan moreThan) {
            return of(target.kind(), moreThan.value());
        }
        if (target instanceof Target.FewerThan fewerThan) {
            return of(target.kind(), fewerThan.value());
        }
        if (target instanceof Target.Exactly exactly) {
            return of(target.kind(), exactly.value());
        }
        if (target instanceof Target.Between band) {
            return new TargetTerms(target.kind(), band.low(), band.high(), null, null, null, null, null, false);
        }
        if (target instanceof Target.AgainstComparator against) {
            return new TargetTerms(
                    target.kind(),
                    null,
                    null,
                    null,
                    null,
                    against.relation(),
                    against.comparator(),
                    against.valueInWords(),
                    false);
        }
        if (target instanceof Target.Increase increase) {
            return change(target.kind(), increase.change(), increase.yearOnYear());
        }
        if (target instanceof Target.Reduce reduce) {
            return change(target.kind(), reduce.change(), reduce.yearOnYear());
        }
        return of(target.kind());
    }

    /**
     * Whether what the kind needs is there: a value, both edges of a band in their order, a relation, a unit for an
     * amount.
     */
    public boolean isWhole() {
        return switch (kind) {
            case AT_LEAST, AT_MOST, MORE_THAN, FEWER_THAN, EXACTLY -> value != null;
            case BETWEEN -> value != null && high != null && value.compareTo(high) <= 0;
            case AGAINST_COMPARATOR -> relation != null;
            case INCREASE, REDUCE -> changeAmount == null || (changeUnit != null && changeAmount.signum() >= 0);
            default -> true;
        };
    }

    /**
     * The target of these terms.
     *
     * @throws IllegalStateException when a piece that the kind needs is missing: see {@link #isWhole()}
     */
    public Target toTarget() {
        if (!isWhole()) {
            throw new IllegalStateException("A piece of the target is missing or out of order: " + this);
        }
        return switch (kind) {
            case AT_LEAST -> new Target.AtLeast(Objects.requireNonNull(value));
            case AT_MOST -> new Target.AtMost(Objects.requireNonNull(value));
            case MORE_THAN -> new Target.MoreThan(Objects.requireNonNull(value));
            case FEWER_THAN -> new Target.FewerThan(Objects.requireNonNull(value));
            case EXACTLY -> new Target.Exactly(Objects.requireNonNull(value));
            case BETWEEN -> new Target.Between(Objects.requireNonNull(value), Objects.requireNonNull(high));
            case AGAINST_COMPARATOR ->
                new Target.AgainstComparator(Objects.requireNonNull(relation), comparator, comparatorValue);
            case INCREASE -> new Target.Increase(change(), yearOnYear);
            case REDUCE -> new Target.Reduce(change(), yearOnYear);
            case MAINTAIN -> new Target.Maintain();
            case MILESTONE -> new Target.Milestone();
            case SET_BASELINE -> new Target.SetBaseline();
            case TRACK -> new Target.Track();
            case TO_BE_CONFIRMED -> new Target.ToBeConfirmed();
            case NOT_STATED -> new Target.NotStated();
            case NARRATIVE -> new Target.Narrative();
        };
    }

    private Target.@Nullable Change change() {
        return changeAmount == null || changeUnit == null ? null : new Target.Change(changeAmount, changeUnit);
    }

    private static TargetTerms change(TargetKind kind, Target.@Nullable Change change, boolean yearOnYear) {
        return new TargetTerms(
                kind,
                null,
                null,
                change == null ? null : change.amount(),
                change == null ? null : change.unit(),
                null,
                null,
                null,
                yearOnYear);
    }
}
