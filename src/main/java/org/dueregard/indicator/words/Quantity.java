package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number with what it is counted in.
 *
 * @param outOf the 12 of {@code 9/12}; null for everything but a share
 * @param unit in words where the unit has some: {@code days}, {@code per 1,000}, {@code 1 in 4}
 * @param about whether the words say that it is rough ({@code c. 80}, {@code 80ish})
 * @param plus whether a plus stands after it ({@code 90%+})
 * @param signed whether a plus or minus stands before it
 * @param year whether the number may as well be a year
 */
record Quantity(
        BigDecimal value,
        @Nullable BigDecimal outOf,
        Counted counted,
        String unit,
        boolean about,
        boolean plus,
        boolean signed,
        boolean year) {

    /** Where they are out of so many, they mostly stand for all there are. */
    private static final Set<BigDecimal> ROUND = Stream.of("2", "3", "4", "5", "10", "100")
            .map(number -> new BigDecimal(number).stripTrailingZeros())
            .collect(Collectors.toUnmodifiableSet());

    /** What a number is counted in. */
    enum Counted {
        PLAIN,
        PERCENT,

        /** Percentage points, said in full or as {@code pp}. */
        POINTS,

        /** Points of which it is not said whether they are percentage points. */
        BARE_POINTS,
        MONEY,

        /** So many per so many. */
        RATE,

        /** {@code 1:10}: two numbers that make no one value. */
        RATIO,

        /** Days, weeks, years and the like. */
        TIME,

        /** {@code 9/12}, {@code 9 of 12}: the value is the first of the two. */
        SHARE
    }

    Quantity withValue(BigDecimal other) {
        return new Quantity(other, outOf, counted, unit, about, plus, signed, year);
    }

    Quantity countedAs(Quantity other) {
        return new Quantity(value, outOf, other.counted, other.unit, about, plus, signed, year);
    }

    boolean isPercent() {
        return counted == Counted.PERCENT;
    }

    /**
     * Whether so many of so many is likely a percentage: of a measure that is one, or as in {@code 8 out of 10}.
     */
    boolean isProportion(About about) {
        return counted == Counted.SHARE
                && outOf != null
                && (about.isPercentage()
                        || ROUND.contains(outOf.stripTrailingZeros())
                                // "4.1 out of 5" is a rating
                                && value.stripTrailingZeros().scale() <= 0);
    }

    /** How it is shown in reasons. */
    String shown() {
        String number = value.toPlainString();
        return switch (counted) {
            case PERCENT -> number + "%";
            case MONEY -> "£" + number;
            case POINTS -> number + " percentage points";
            case PLAIN, SHARE, RATIO -> number;
            default -> unit.isEmpty() ? number : number + " " + unit;
        };
    }
}
