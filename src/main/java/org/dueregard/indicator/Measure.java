package org.dueregard.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator measures and how its figures are to be read. The part of an indicator that status depends on.
 *
 * @param name as the council wrote it
 * @param unit the unit of measure in words, such as {@code foster carers} or {@code per 100,000}; null when none is
 *     known
 * @param decimals how many decimals its figures are shown and judged with
 * @param polarity which way is the good one
 * @param valueKind what its values are
 * @param basis how figures from within a year add up to the year's
 * @param frequency how often it has a figure; null when not stated, when the periods of its figures tell
 * @param seasonal whether only the same period a year earlier compares
 * @param comparatorName the comparator that targets mean when they name none, such as {@code England}; null when none
 * @param gap the groups whose difference it is; null when it is no gap
 * @param triggerMonths the window of the exception trigger, 12 or 36 months; null when it has none
 */
public record Measure(
        String name,
        @Nullable String unit,
        int decimals,
        Polarity polarity,
        ValueKind valueKind,
        Basis basis,
        @Nullable Frequency frequency,
        boolean seasonal,
        @Nullable String comparatorName,
        @Nullable GapGroups gap,
        @Nullable Integer triggerMonths) {

    public Measure {
        if (decimals < 0 || decimals > 10) {
            throw new IllegalArgumentException("Decimals are between 0 and 10, not " + decimals);
        }
        if (triggerMonths != null && triggerMonths < 1) {
            throw new IllegalArgumentException("The window of a trigger is at least a month, not " + triggerMonths);
        }
    }

    /** A measure with a name, kind and good side, final yearly results and no more. */
    public static Measure of(String name, ValueKind valueKind, Polarity polarity) {
        return new Measure(name, null, 0, polarity, valueKind, Basis.WHOLE_PERIOD, null, false, null, null, null);
    }

    /** Something to be done rather than measured: a key activity, a milestone, an area with a narrative only. */
    public static Measure inWords(String name) {
        return of(name, ValueKind.WORDS, Polarity.NEITHER);
    }

    public boolean isGap() {
        return gap != null;
    }

    /** A value as tables show it: {@code 61%}, {@code 22 points}, {@code 46}, {@code £1,200}, {@code yes}. */
    public String shown(BigDecimal value) {
        Amounts amounts = new Amounts(this, decimals, Phrases.english());
        return isGap() && isPercentage() ? amounts.shortDistance(amounts.shown(value)) : amounts.plainFigure(value);
    }

    /** How far two values are apart, without direction: {@code 2 percentage points}, {@code 1}, {@code £200}. */
    public String apart(BigDecimal difference) {
        return new Amounts(this, decimals, Phrases.english()).distance(difference);
    }

    boolean isYesNo() {
        return valueKind == ValueKind.YES_NO;
    }

    boolean isPercentage() {
        return valueKind == ValueKind.PERCENTAGE;
    }
}
