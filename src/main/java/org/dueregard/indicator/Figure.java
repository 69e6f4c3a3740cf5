package org.dueregard.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * One value of an indicator for one period: the organisation's own (an outturn), which later targets may point back to
 * as their baseline.
 *
 * <p>What a figure comes to is {@link #valueIn(Measure)}: a percentage from its numerator and denominator where both
 * are known, a gap from its two groups, else the value as stated.
 *
 * @param period what it is about
 * @param value as stated; null where there is none. For yes and no, 1 and 0
 * @param words what was written where there is no value ({@code 3 sets trained}); null when nothing was
 * @param numerator such as the 4 of {@code 4 of 7 pupils}; null when not known
 * @param denominator such as the 7; null when not known
 * @param betterOff the better-off group's figure of a gap; null when not known
 * @param other the other group's figure of a gap; null when not known
 * @param state provisional, final or revised
 * @param enteredOn the day it became known here; null when not known, which counts as always
 */
public record Figure(
        Period period,
        @Nullable BigDecimal value,
        @Nullable String words,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal betterOff,
        @Nullable BigDecimal other,
        FigureState state,
        @Nullable LocalDate enteredOn) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A final figure. */
    public static Figure of(Period period, BigDecimal value) {
        return new Figure(period, value, null, null, null, null, null, FigureState.FINAL, null);
    }

    /** A final figure in words, where there is no value. */
    public static Figure inWords(Period period, String words) {
        return new Figure(period, null, words, null, null, null, null, FigureState.FINAL, null);
    }

    /** A final yes or no. */
    public static Figure yesNo(Period period, boolean yes) {
        return of(period, yes ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    /** A final percentage worked out from so many of so many. */
    public static Figure share(Period period, long numerator, long denominator) {
        return of(period, null, numerator, denominator);
    }

    /** A final figure of a gap indicator, worked out from its two groups. */
    public static Figure gap(Period period, BigDecimal betterOff, BigDecimal other) {
        return new Figure(period, null, null, null, null, betterOff, other, FigureState.FINAL, null);
    }

    private static Figure of(Period period, @Nullable BigDecimal value, long numerator, long denominator) {
        return new Figure(
                period,
                value,
                null,
                BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(denominator),
                null,
                null,
                FigureState.FINAL,
                null);
    }

    public Figure withState(FigureState newState) {
        return new Figure(period, value, words, numerator, denominator, betterOff, other, newState, enteredOn);
    }

    public Figure withEnteredOn(LocalDate day) {
        return new Figure(period, value, words, numerator, denominator, betterOff, other, state, day);
    }

    /** The value as stated, beside the numerator and denominator that may contradict it. */
    public Figure withValue(BigDecimal stated) {
        return new Figure(period, stated, words, numerator, denominator, betterOff, other, state, enteredOn);
    }

    /** What the figure comes to, unrounded; empty for words, for 0 of 0 and where a piece is missing. */
    public Optional<BigDecimal> valueIn(Measure measure) {
        if (measure.isGap() && betterOff != null && other != null) {
            return Optional.of(betterOff.subtract(other));
        }
        if (measure.isYesNo() && value == null) {
            return yesOrNo();
        }
        if (measure.isPercentage() && !measure.isGap() && denominator != null) {
            if (denominator.signum() <= 0) {
                return Optional.empty();
            }
            if (numerator != null) {
                return Optional.of(numerator.multiply(HUNDRED).divide(denominator, MathContext.DECIMAL64));
            }
        }
        return Optional.ofNullable(value);
    }

    /** Whether numerator and denominator are there and can be those of a share. */
    boolean isShare() {
        return numerator != null
                && denominator != null
                && denominator.signum() > 0
                && numerator.signum() >= 0
                && numerator.compareTo(denominator) <= 0;
    }

    /** The same, as if it had become known on another day. */
    public Figure knownSince(@Nullable LocalDate day) {
        return new Figure(period, value, words, numerator, denominator, betterOff, other, state, day);
    }

    boolean isEmpty() {
        return value == null
                && (words == null || words.isBlank())
                && numerator == null
                && denominator == null
                && betterOff == null
                && other == null;
    }

    private Optional<BigDecimal> yesOrNo() {
        if (words == null) {
            return Optional.empty();
        }
        return switch (words.trim().toLowerCase(Locale.UK).replaceAll("[.!]$", "")) {
            case "yes", "y", "true" -> Optional.of(BigDecimal.ONE);
            case "no", "n", "false" -> Optional.of(BigDecimal.ZERO);
            default -> Optional.empty();
        };
    }
}
