package org.dueregard.indicator.web;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.TargetDraft;
import org.dueregard.indicator.TargetSetting;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.Tolerance;
import org.dueregard.indicator.model.TargetSheet;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * A figure, a tolerance or a target that somebody tries.
 *
 * @param period of the figure
 * @param value a number, or yes or no
 * @param target in the council's words
 */
record WhatIfForm(
        String period,
        String value,
        String numerator,
        String denominator,
        String betterOff,
        String other,
        String tolerance,
        String target) {

    private static final int LONGEST = 500;

    /** Fields that did not arrive are empty. */
    WhatIfForm(
            @Nullable String period,
            @Nullable String value,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String betterOff,
            @Nullable String other,
            @Nullable String tolerance,
            @Nullable String target) {
        this.period = TypedText.of(period);
        this.value = TypedText.of(value);
        this.numerator = TypedText.of(numerator);
        this.denominator = TypedText.of(denominator);
        this.betterOff = TypedText.of(betterOff);
        this.other = TypedText.of(other);
        this.tolerance = TypedText.of(tolerance);
        this.target = TypedText.of(target);
    }

    WhatIfForm forPeriod(Period figurePeriod) {
        return period.isEmpty()
                ? new WhatIfForm(
                        figurePeriod.label(), value, numerator, denominator, betterOff, other, tolerance, target)
                : this;
    }

    /** Whether anything is tried at all. */
    boolean asks() {
        return hasFigure() || !tolerance.isEmpty() || !target.isEmpty();
    }

    private boolean hasFigure() {
        return Stream.of(value, numerator, denominator, betterOff, other).anyMatch(field -> !field.isEmpty());
    }

    /**
     * What it would be judged from.
     *
     * @param dossier null when something is wrong
     * @param understanding of the target that is tried; null when none is
     */
    record Tried(
            @Nullable Dossier dossier,
            @Nullable Figure figure,
            @Nullable Understanding understanding,
            Period period,
            Problems problems) {}

    /** @param usual the period when none can be read */
    Tried on(TargetSheet sheet, Period usual, Sentences sentences) {
        return new Reader(sheet, sentences).read(usual);
    }

    private final class Reader {

        private final TargetSheet sheet;
        private final Measure measure;
        private final Sentences sentences;
        private final Problems problems = new Problems();

        Reader(TargetSheet sheet, Sentences sentences) {
            this.sheet = sheet;
            this.measure = sheet.dossier().measure();
            this.sentences = sentences;
        }

        Tried read(Period usual) {
            Period about = Period.read(period).orElse(null);
            if (about == null) {
                problem("period", "indicator.target.fault.period");
            }
            Figure figure = about == null || !hasFigure() ? null : figure(about);
            Tolerance own = tolerance.isEmpty() ? sheet.ownTolerance() : tolerance();
            Understanding words = target.isEmpty() ? null : words();
            Period of = about == null ? usual : about;
            if (!problems.isEmpty()) {
                return new Tried(null, null, words, of, problems);
            }
            Dossier dossier = judgedBy(words, own, usual);
            return new Tried(figure == null ? dossier : dossier.with(figure), figure, words, of, problems);
        }

        private Dossier judgedBy(@Nullable Understanding words, @Nullable Tolerance own, Period usual) {
            TargetSetting now = sheet.dossier().setting();
            if (words == null) {
                return sheet.dossier().with(now, own == null ? sheet.planTolerance() : own);
            }
            Period said = words.reading().period();
            Period whole = said != null ? said : now.period() != null ? now.period() : usual;
            // interim targets belong to the target that stands: another one has none yet
            boolean same = words.isMeant(TargetTerms.of(now.target()));
            TargetDraft draft = sheet.changed(whole, target, words.terms(), same ? now.interimTargets() : Map.of());
            return sheet.judgedBy(draft, own);
        }

        private Understanding words() {
            Understanding words = Understanding.of(target, measure, sheet.others());
            BigDecimal most = sheet.dossier().maximum();
            BigDecimal largest = words.largest();
            if (target.length() > LONGEST) {
                problem("target", "indicator.target.fault.words-long", LONGEST);
            } else if (!words.isUnderstood()) {
                problems.add("target", sentences.of("indicator.what-if.fault.target", words.because(sentences)));
            } else if (most != null && largest != null && largest.compareTo(most) > 0) {
                problem(
                        "target",
                        "indicator.target.fault.maximum",
                        most.stripTrailingZeros().toPlainString());
            }
            return words;
        }

        private @Nullable Tolerance tolerance() {
            Tolerance read = Tolerance.read(tolerance).orElse(null);
            if (read == null || read.size().precision() - read.size().scale() > 9) {
                problem(
                        "tolerance",
                        "indicator.target.fault.tolerance",
                        sheet.planTolerance().words());
            }
            return read;
        }

        private Figure figure(Period about) {
            TypedFigure.Numbers numbers = new TypedFigure(value, numerator, denominator, betterOff, other)
                    .read(sheet.dossier(), sentences, problems);
            return new Figure(
                    about,
                    numbers.value(),
                    null,
                    numbers.numerator(),
                    numbers.denominator(),
                    numbers.betterOff(),
                    numbers.other(),
                    FigureState.FINAL,
                    null);
        }

        private void problem(String field, String key, Object... details) {
            problems.add(field, sentences.of(key, details));
        }
    }
}
