package org.dueregard.indicator.words;

import java.math.BigDecimal;
import java.util.List;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a figure come to.
 *
 * @param words exactly as written
 * @param value as stated; the first of a share that is a count; null where there is none, and where a percentage is to
 *     be worked out from its share
 * @param numerator the 4 of {@code 4 of 7 pupils}; null when not said
 * @param denominator the 7; null when not said
 * @param unit what it is counted in, as far as the words tell; null when they do not
 * @param period what it is about, where the words say it; null when they do not
 * @param comparators what the words give of others: {@code (national 89%)}
 * @param others what the words give beside it: a second count, an earlier figure
 * @param note what stands in brackets and is no number, and whether the number is rough; null when there is nothing to
 *     note
 * @param because why it was read so, or why not, in plain English and in whole sentences
 * @param contradictions where the words contradict themselves, in whole sentences: {@code 47%} of {@code 3 of 7}
 */
public record FigureReading(
        String words,
        Kind kind,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable String unit,
        @Nullable Period period,
        List<Said> comparators,
        List<Said> others,
        @Nullable String note,
        Sureness sureness,
        String because,
        List<String> contradictions) {

    /** What the words turned out to be. */
    public enum Kind {
        FIGURE,

        /** Words where a figure was to be; they are kept. */
        IN_WORDS,
        TO_BE_CONFIRMED,

        /** {@code n/a}, {@code New}, or nothing at all. */
        NOT_AVAILABLE
    }

    public FigureReading {
        comparators = List.copyOf(comparators);
        others = List.copyOf(others);
        contradictions = List.copyOf(contradictions);
    }

    static FigureReading without(String words, Kind kind, Sureness sureness, String because) {
        return new FigureReading(
                words, kind, null, null, null, null, null, List.of(), List.of(), null, sureness, because, List.of());
    }
}
