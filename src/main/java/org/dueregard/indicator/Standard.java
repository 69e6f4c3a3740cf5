package org.dueregard.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is judged against, worked out from a target: a level with a good side, or a band.
 *
 * @param low the level, or the lower edge of a band
 * @param high the upper edge of a band; null when it is none
 * @param strict whether equal is not met
 * @param stayingIsMet whether equal is met although strict, because nothing can be better
 * @param from where the level comes from, which decides how an equal figure is described
 * @param name how sentences call it, such as {@code the target of 75%}
 * @param olderThan the comparator that is of an earlier period than the figure; null when none is
 * @param caveats that go with it
 */
record Standard(
        BigDecimal low,
        @Nullable BigDecimal high,
        Side side,
        boolean strict,
        boolean stayingIsMet,
        Origin from,
        String name,
        @Nullable ComparatorFigure olderThan,
        List<Caveat> caveats) {

    /** Where the figure should be. */
    enum Side {
        UP,
        DOWN,

        /** On the level. */
        EXACT,

        /** Within the band. */
        BAND,

        /** No worse than the level beyond the tolerance, when higher is better. */
        STEADY_UP,

        /** No worse than the level beyond the tolerance, when lower is better. */
        STEADY_DOWN,

        /** No further from the level than the tolerance, when neither way is better. */
        STEADY;

        boolean isSteady() {
            return this == STEADY_UP || this == STEADY_DOWN || this == STEADY;
        }

        boolean wantsLess() {
            return this == DOWN || this == STEADY_DOWN;
        }
    }

    enum Origin {
        TARGET,
        COMPARATOR,
        BASELINE
    }

    Standard with(Caveat caveat) {
        List<Caveat> more = new ArrayList<>(caveats);
        more.add(caveat);
        return new Standard(low, high, side, strict, stayingIsMet, from, name, olderThan, more);
    }

    /** Positive on the good side, negative when short, nought inside a band. */
    BigDecimal distance(BigDecimal value) {
        return switch (side) {
            case UP, STEADY_UP -> value.subtract(low);
            case DOWN, STEADY_DOWN -> low.subtract(value);
            case EXACT, STEADY -> value.subtract(low).abs().negate();
            case BAND ->
                isBelow(value) ? value.subtract(low) : isAbove(value) ? upper().subtract(value) : BigDecimal.ZERO;
        };
    }

    boolean isMet(BigDecimal value, BigDecimal tolerance) {
        BigDecimal distance = distance(value);
        if (side.isSteady()) {
            return distance.add(tolerance).signum() >= 0;
        }
        return strict && !stayingIsMet ? distance.signum() > 0 : distance.signum() >= 0;
    }

    boolean isAtRisk(BigDecimal value, BigDecimal tolerance) {
        BigDecimal allowed = side.isSteady() ? tolerance.add(tolerance) : tolerance;
        return distance(value).add(allowed).signum() >= 0;
    }

    /** What the tolerance is a share of: the level, or the edge of the band that was missed; null inside a band. */
    @Nullable
    BigDecimal edgeFor(BigDecimal value) {
        if (side != Side.BAND || isBelow(value)) {
            return low;
        }
        return isAbove(value) ? upper() : null;
    }

    boolean isBelow(BigDecimal value) {
        return value.compareTo(low) < 0;
    }

    boolean isAbove(BigDecimal value) {
        return value.compareTo(upper()) > 0;
    }

    /** The same with a level below nought lifted to it: a gap that has reversed counts as closed. */
    Standard closed() {
        BigDecimal upper = high == null ? null : high.max(BigDecimal.ZERO);
        boolean lifted = low.signum() <= 0;
        return new Standard(
                low.max(BigDecimal.ZERO),
                upper,
                side,
                strict,
                stayingIsMet || (strict && lifted && high == null),
                from,
                name,
                olderThan,
                caveats);
    }

    private BigDecimal upper() {
        return high == null ? low : high;
    }
}
