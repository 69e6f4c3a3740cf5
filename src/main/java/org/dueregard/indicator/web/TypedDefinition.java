package org.dueregard.indicator.web;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dueregard.indicator.Basis;
import org.dueregard.indicator.Frequency;
import org.dueregard.indicator.GapGroups;
import org.dueregard.indicator.IndicatorDraft;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.Polarity;
import org.dueregard.indicator.Tolerance;
import org.dueregard.indicator.ValueKind;
import org.dueregard.indicator.model.DefinitionSheet;
import org.dueregard.indicator.model.DefinitionSheet.Obstacle;
import org.dueregard.indicator.model.DefinitionSheet.Promise;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * What a typed definition of an indicator comes to, or what is wrong with it.
 *
 * @param draft null when something is wrong
 */
record TypedDefinition(@Nullable IndicatorDraft draft, Problems problems) {

    static final int MOST_DECIMALS = 6;

    /** The windows that real frameworks use. */
    static final Set<Integer> TRIGGERS = Set.of(12, 36);

    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_REASON = 2_000;
    private static final int FIGURES_BEFORE_A_TRIGGER = 12;
    private static final int MOST_DIGITS = 15;

    /** Of an indicator that is added. */
    static TypedDefinition ofNew(DefinitionForm form, Tolerance planTolerance, Sentences sentences) {
        return new Reader(form, null, planTolerance, sentences).read(false);
    }

    /** @param saving whether it is to be saved, and what it restates has to have a reason */
    static TypedDefinition of(DefinitionForm form, DefinitionSheet sheet, boolean saving, Sentences sentences) {
        return new Reader(form, sheet, sheet.planTolerance(), sentences).read(saving);
    }

    /** The windows to choose from, and the one that stands there. */
    static Set<Integer> triggers(@Nullable Integer now) {
        Set<Integer> triggers = new TreeSet<>(TRIGGERS);
        if (now != null) {
            triggers.add(now);
        }
        return triggers;
    }

    /** Whose figures its targets can mean, and whose they mean now. */
    static Set<String> comparators(DefinitionSheet sheet) {
        Set<String> names = new TreeSet<>(sheet.comparedWith());
        String now = sheet.measure().comparatorName();
        if (now != null) {
            names.add(now);
        }
        return names;
    }

    /** Reads one form. */
    private static final class Reader {

        private final DefinitionForm form;
        private final @Nullable DefinitionSheet sheet;
        private final Tolerance planTolerance;
        private final Sentences sentences;
        private final Problems problems = new Problems();

        Reader(DefinitionForm form, @Nullable DefinitionSheet sheet, Tolerance planTolerance, Sentences sentences) {
            this.form = form;
            this.sheet = sheet;
            this.planTolerance = planTolerance;
            this.sentences = sentences;
        }

        TypedDefinition read(boolean saving) {
            if (form.name().isEmpty()) {
                problem("name", "indicator.definition.fault.name");
            }
            notLonger("name", form.name(), LONGEST_NAME);
            notLonger("reference", form.reference(), LONGEST_LINE);
            notLonger("definition", form.definition(), LONGEST_WORDS);
            notLonger("source", form.source(), LONGEST_LINE);
            ValueKind kind = chosen("kind", form.kind(), ValueKind.values());
            notLonger("unit", form.unit(), LONGEST_LINE);
            int decimals = decimals();
            BigDecimal maximum = maximum();
            Basis basis = chosen("basis", form.basis(), Basis.values());
            Frequency frequency = chosen("frequency", form.frequency(), Frequency.values());
            GapGroups gap = gap(kind);
            Polarity polarity = chosen("polarity", form.polarity(), Polarity.values());
            Tolerance tolerance = tolerance(kind);
            String comparator = comparator();
            Integer trigger = trigger(kind, frequency);
            notLonger("reason", form.reason(), LONGEST_REASON);
            if (!problems.isEmpty() || kind == null || polarity == null || basis == null || frequency == null) {
                return new TypedDefinition(null, problems);
            }
            IndicatorDraft draft = new IndicatorDraft(
                    new Measure(
                            form.name(),
                            orNull(form.unit()),
                            decimals,
                            polarity,
                            kind,
                            basis,
                            frequency,
                            form.isSeasonal(),
                            comparator,
                            gap,
                            trigger),
                    orNull(form.definition()),
                    maximum,
                    tolerance,
                    orNull(form.source()));
            if (sheet != null) {
                look(sheet, draft);
                if (saving && form.reason().isEmpty() && draft.judgesOtherwiseThan(sheet.definition())) {
                    problem("reason", "indicator.definition.fault.reason");
                }
            }
            return new TypedDefinition(problems.isEmpty() ? draft : null, problems);
        }

        /** What figures and targets stand against. */
        private void look(DefinitionSheet stands, IndicatorDraft draft) {
            for (Obstacle obstacle : stands.obstacles(draft)) {
                switch (obstacle) {
                    case FIGURES_OF_THE_KIND ->
                        problem(
                                "kind",
                                "indicator.definition.fault.kind-figures",
                                stands.figures(),
                                sentences.of("indicator.value-kind."
                                        + stands.measure().valueKind()));
                    case TARGET_OF_THE_KIND ->
                        problem(
                                "kind",
                                "indicator.definition.fault.kind-target",
                                stands.unfit(draft.measure())
                                        .map(Promise::words)
                                        .orElse(""));
                    case FIGURES_OF_GROUPS ->
                        problem(
                                "betterOff",
                                stands.measure().isGap()
                                        ? "indicator.definition.fault.gap-figures"
                                        : "indicator.definition.fault.no-gap-figures",
                                stands.figures());
                    case FIGURES_ON_THE_BASIS ->
                        problem(
                                "basis",
                                "indicator.definition.fault.basis-figures",
                                stands.figures(),
                                sentences.of(
                                        "indicator.basis." + stands.measure().basis()));
                    case FIGURE_ABOVE_MAXIMUM ->
                        problem(
                                "maximum",
                                "indicator.definition.fault.maximum-figure",
                                stands.largest().map(draft.measure()::shown).orElse(""));
                    case TARGET_ABOVE_MAXIMUM ->
                        problem(
                                "maximum",
                                "indicator.definition.fault.maximum-target",
                                Optional.ofNullable(draft.maximum())
                                        .flatMap(stands::above)
                                        .map(Promise::words)
                                        .orElse(""));
                }
            }
        }

        private int decimals() {
            for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
                if (form.decimals().equals(String.valueOf(decimals))) {
                    return decimals;
                }
            }
            problem("decimals", "indicator.definition.fault.decimals", MOST_DECIMALS);
            return 0;
        }

        private @Nullable BigDecimal maximum() {
            if (form.maximum().isEmpty()) {
                return null;
            }
            BigDecimal maximum = TypedAmount.read(form.maximum()).orElse(null);
            if (maximum == null || maximum.precision() - maximum.scale() > MOST_DIGITS) {
                problem("maximum", "indicator.definition.fault.maximum");
            }
            return maximum;
        }

        private @Nullable GapGroups gap(@Nullable ValueKind kind) {
            notLonger("betterOff", form.betterOff(), LONGEST_LINE);
            notLonger("other", form.other(), LONGEST_LINE);
            if (!form.isGap()) {
                return null;
            }
            if (form.betterOff().isEmpty()) {
                problem("betterOff", "indicator.definition.fault.groups");
            } else if (form.other().isEmpty()) {
                problem("other", "indicator.definition.fault.groups");
            } else if (kind == ValueKind.YES_NO || kind == ValueKind.WORDS) {
                problem("betterOff", "indicator.definition.fault.gap-kind");
            }
            return new GapGroups(form.betterOff(), form.other());
        }

        private @Nullable Tolerance tolerance(@Nullable ValueKind kind) {
            if (form.tolerance().isEmpty()) {
                return null;
            }
            Tolerance own = Tolerance.read(form.tolerance()).orElse(null);
            if (own == null || own.size().precision() - own.size().scale() > 9) {
                problem("tolerance", "indicator.target.fault.tolerance", planTolerance.words());
            } else if (kind == ValueKind.YES_NO) {
                problem("tolerance", "indicator.definition.fault.tolerance-yes-no");
            }
            return own;
        }

        private @Nullable String comparator() {
            if (form.comparator().isEmpty()) {
                return null;
            }
            if (sheet == null || !comparators(sheet).contains(form.comparator())) {
                problem("comparator", "indicator.definition.fault.comparator");
            }
            return form.comparator();
        }

        private @Nullable Integer trigger(@Nullable ValueKind kind, @Nullable Frequency frequency) {
            if (form.trigger().isEmpty()) {
                return null;
            }
            Integer now = sheet == null ? null : sheet.measure().triggerMonths();
            Integer months = triggers(now).stream()
                    .filter(one -> one.toString().equals(form.trigger()))
                    .findFirst()
                    .orElse(null);
            boolean untouched = sheet != null
                    && months != null
                    && months.equals(now)
                    && frequency == sheet.measure().frequency()
                    && kind == sheet.measure().valueKind();
            if (months == null) {
                problem("trigger", "indicator.definition.fault.trigger");
            } else if (!untouched && (kind == ValueKind.YES_NO || kind == ValueKind.WORDS)) {
                problem("trigger", "indicator.definition.fault.trigger-kind");
            } else if (!untouched && frequency != null && months / frequency.months() < FIGURES_BEFORE_A_TRIGGER) {
                problem("trigger", "indicator.definition.fault.trigger-few", months / frequency.months());
            }
            return months;
        }

        private <E extends Enum<E>> @Nullable E chosen(String field, String name, E[] constants) {
            for (E constant : constants) {
                if (constant.name().equals(name)) {
                    return constant;
                }
            }
            problem(field, "indicator.definition.fault." + field);
            return null;
        }

        private void notLonger(String field, String typed, int most) {
            if (typed.length() > most) {
                problem(field, "indicator.comparator.fault.long", most);
            }
        }

        private static @Nullable String orNull(String typed) {
            return typed.isEmpty() ? null : typed;
        }

        private void problem(String field, String key, Object... details) {
            problems.add(field, sentences.of(key, details));
        }
    }
}
