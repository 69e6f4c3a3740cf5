package org.dueregard.indicator.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.ValueKind;
import org.dueregard.indicator.model.FigureSheet;
import org.dueregard.indicator.model.FigureSheet.Entry;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the council's own as typed.
 *
 * @param value a number, or yes or no
 * @param words where there is no number
 */
record FigureForm(
        String period,
        String value,
        String words,
        String numerator,
        String denominator,
        String betterOff,
        String other,
        String state,
        String note,
        String why) {

    private static final int LONGEST = 1_000;

    FigureForm(
            @Nullable String period,
            @Nullable String value,
            @Nullable String words,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String betterOff,
            @Nullable String other,
            @Nullable String state,
            @Nullable String note,
            @Nullable String why) {
        this.period = TypedText.of(period);
        this.value = TypedText.of(value);
        this.words = TypedText.of(words);
        this.numerator = TypedText.of(numerator);
        this.denominator = TypedText.of(denominator);
        this.betterOff = TypedText.of(betterOff);
        this.other = TypedText.of(other);
        this.state = TypedText.of(state);
        this.note = TypedText.of(note);
        this.why = TypedText.of(why);
    }

    static FigureForm empty(String period) {
        return new FigureForm(period, "", "", "", "", "", "", FigureState.FINAL.name(), "", "");
    }

    /** What stands, to be corrected. */
    static FigureForm of(Entry entry, Measure measure) {
        Figure figure = entry.figure();
        BigDecimal value = figure.value();
        return new FigureForm(
                figure.period().label(),
                value != null && measure.valueKind() == ValueKind.YES_NO
                        ? (value.signum() > 0 ? "yes" : "no")
                        : plain(value),
                figure.words() == null ? "" : figure.words(),
                plain(figure.numerator()),
                plain(figure.denominator()),
                plain(figure.betterOff()),
                plain(figure.other()),
                FigureState.REVISED.name(),
                entry.note() == null ? "" : entry.note(),
                "");
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }

    /** What it says; empty when something about it is a problem. */
    Optional<Figure> read(FigureSheet sheet, boolean saving, Sentences sentences, Problems problems) {
        return new Reader(sheet, sentences, problems).read(saving);
    }

    private final class Reader {

        private final FigureSheet sheet;
        private final Sentences sentences;
        private final Problems problems;

        Reader(FigureSheet sheet, Sentences sentences, Problems problems) {
            this.sheet = sheet;
            this.sentences = sentences;
            this.problems = problems;
        }

        Optional<Figure> read(boolean saving) {
            Optional<Period> about = Period.read(period);
            if (about.isEmpty()) {
                problem("period", "indicator.comparator.fault.period");
            }
            TypedFigure.Numbers numbers = new TypedFigure(value, numerator, denominator, betterOff, other)
                    .read(sheet.dossier(), sentences, problems);
            if (problems.isEmpty() && numbers.isNothing() && words.isEmpty()) {
                problem("value", "indicator.figure.fault.nothing");
            }
            if (words.length() > LONGEST) {
                problem("words", "indicator.comparator.fault.long", LONGEST);
            }
            if (note.length() > LONGEST) {
                problem("note", "indicator.comparator.fault.long", LONGEST);
            }
            Optional<Entry> known = about.flatMap(sheet::of);
            if (saving && known.isPresent() && why.isEmpty()) {
                problem(
                        "why",
                        "indicator.figure.fault.why",
                        known.get().period().label(),
                        String.valueOf(known.get().shown()));
            } else if (why.length() > LONGEST) {
                problem("why", "indicator.comparator.fault.long", LONGEST);
            }
            if (!problems.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Figure(
                    about.orElseThrow(),
                    numbers.value(),
                    words.isEmpty() ? null : words,
                    numbers.numerator(),
                    numbers.denominator(),
                    numbers.betterOff(),
                    numbers.other(),
                    ReleaseForm.stateOf(state),
                    null));
        }

        private void problem(String field, String key, Object... details) {
            problems.add(field, sentences.of(key, details));
        }
    }
}
