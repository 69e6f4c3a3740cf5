package org.dueregard.indicator.words;

import java.util.Locale;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.Polarity;
import org.dueregard.indicator.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of a target or figure knows beside its words.
 *
 * @param name the indicator's name as the council wrote it
 * @param parent the name of the indicator that this one is a part of ({@code Male} of {@code gap in life expectancy});
 *     null when there is none
 * @param measure what the indicator measures, once somebody has said so; null while only the name is known
 * @param good the good side, as whoever wrote the words says it beside them; null where nobody does
 */
public record About(
        String name,
        @Nullable String parent,
        @Nullable Measure measure,
        @Nullable Polarity good) {

    /** Nothing is known but the words themselves. */
    public static About nothing() {
        return new About("", null, null, null);
    }

    /** An indicator of which only the name is known. */
    public static About named(String name) {
        return new About(name, null, null, null);
    }

    /** An indicator of which only the name is known, and the name of the one that it is a part of. */
    public static About named(String name, @Nullable String parent) {
        return new About(name, parent, null, null);
    }

    /** The same where the file says which side is good, in a column of its own, say; null where it does not. */
    public About goodWhere(@Nullable Polarity side) {
        return new About(name, parent, measure, side);
    }

    /** An indicator as it is kept. */
    public static About of(Measure measure) {
        return new About(measure.name(), null, measure, null);
    }

    /** Whether it is a percentage, by what it measures or by its name. */
    boolean isPercentage() {
        String said = name.toLowerCase(Locale.UK);
        return measure != null && measure.valueKind() == ValueKind.PERCENTAGE
                || said.contains("%")
                || said.contains("percentage");
    }

    boolean isComparator(String words) {
        return measure != null
                && measure.comparatorName() != null
                && measure.comparatorName().strip().equalsIgnoreCase(words.strip());
    }

    /** Whether the words are the indicator's own name, or its plural. */
    boolean isNamed(String words) {
        String bare = name.strip().toLowerCase(Locale.UK);
        String said = words.strip().toLowerCase(Locale.UK);
        return !bare.isEmpty() && (said.equals(bare) || said.equals(bare + "s"));
    }
}
