package org.dueregard.indicator.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.ChangeUnit;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.Relation;
import org.dueregard.indicator.TargetDraft;
import org.dueregard.indicator.TargetKind;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.Tolerance;
import org.dueregard.indicator.ValueKind;
import org.dueregard.indicator.model.TargetSheet;
import org.dueregard.site.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What a typed target comes to, or what is wrong with it. Only the fields that its kind needs are looked at.
 *
 * @param draft null when something is wrong
 * @param own the indicator's own tolerance; null for the plan's
 */
record TargetReading(@Nullable TargetDraft draft, @Nullable Tolerance own, Problems problems) {

    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_REASON = 2_000;

    /** Finds the words of a message. */
    @FunctionalInterface
    interface Words {

        String of(String key, Object... details);
    }

    /** @param saving whether it is to be saved, and a change of what stood there needs a reason */
    static TargetReading of(TargetForm form, TargetSheet sheet, boolean saving, Words words) {
        return new Reader(form, sheet, words).read(saving);
    }

    /** The kinds that make sense for the measure, and the one that stands there. */
    static List<TargetKind> kindsFor(Measure measure, TargetKind now) {
        Set<TargetKind> kinds = EnumSet.of(
                TargetKind.MILESTONE, TargetKind.TRACK, TargetKind.TO_BE_CONFIRMED, TargetKind.NOT_STATED, now);
        if (measure.valueKind() == ValueKind.YES_NO) {
            kinds.add(TargetKind.EXACTLY);
        } else if (measure.valueKind() != ValueKind.WORDS) {
            kinds.addAll(EnumSet.complementOf(EnumSet.of(TargetKind.NARRATIVE)));
        }
        return List.copyOf(kinds);
    }

    /** What an increase or reduction of the measure can be counted in, and what stands there. */
    static List<ChangeUnit> unitsFor(Measure measure, @Nullable ChangeUnit now) {
        List<ChangeUnit> units = new ArrayList<>();
        for (ChangeUnit unit : ChangeUnit.values()) {
            boolean percentage = measure.valueKind() == ValueKind.PERCENTAGE;
            boolean sensible = switch (unit) {
                case PERCENT -> true;
                case POINTS -> percentage;
                case AMOUNT -> !percentage;
            };
            if (sensible || unit == now) {
                units.add(unit);
            }
        }
        return units;
    }

    /** Reads one form. */
    private static final class Reader {

        private final TargetForm form;
        private final TargetSheet sheet;
        private final Measure measure;
        private final Words words;
        private final Problems problems = new Problems();

        Reader(TargetForm form, TargetSheet sheet, Words words) {
            this.form = form;
            this.sheet = sheet;
            this.measure = sheet.dossier().measure();
            this.words = words;
        }

        TargetReading read(boolean saving) {
            String said = form.words().strip();
            TargetKind kind = form.chosenKind()
                    .filter(kindsFor(measure, kindNow())::contains)
                    .orElse(null);
            if (said.isEmpty() && kind != TargetKind.NOT_STATED) {
                problem("words", "indicator.target.fault.words");
            } else if (said.length() > LONGEST_WORDS) {
                problem("words", "indicator.target.fault.words-long", LONGEST_WORDS);
            }
            Optional<Period> period = Period.read(form.period());
            if (period.isEmpty()) {
                problem("period", "indicator.target.fault.period");
            }
            TargetTerms terms = null;
            if (kind == null) {
                problem("kind", "indicator.target.fault.kind");
            } else {
                terms = terms(kind);
            }
            Tolerance own = tolerance();
            String why = form.reason().strip();
            TargetDraft draft = problems.isEmpty() && terms != null && period.isPresent()
                    ? sheet.changed(period.get(), said, TargetTerms.of(terms.toTarget()))
                    : null;
            if (why.length() > LONGEST_REASON) {
                problem("reason", "indicator.target.fault.reason-long", LONGEST_REASON);
            } else if (saving && why.isEmpty() && sheet.target() != null && !isAsItStood(draft, own)) {
                problem("reason", "indicator.target.fault.reason");
            }
            return new TargetReading(problems.isEmpty() ? draft : null, own, problems);
        }

        private TargetKind kindNow() {
            return sheet.dossier().setting().target().kind();
        }

        private boolean isAsItStood(@Nullable TargetDraft draft, @Nullable Tolerance own) {
            return draft != null && draft.equals(sheet.target()) && Objects.equals(own, sheet.ownTolerance());
        }

        private TargetTerms terms(TargetKind kind) {
            return switch (kind) {
                case AT_LEAST, AT_MOST, MORE_THAN, FEWER_THAN, EXACTLY -> one(kind);
                case BETWEEN -> range();
                case AGAINST_COMPARATOR -> comparison();
                case INCREASE, REDUCE -> change(kind);
                default -> TargetTerms.of(kind);
            };
        }

        private TargetTerms one(TargetKind kind) {
            if (TargetForm.isYesNo(measure)) {
                boolean yes = form.value().equals("yes");
                if (!yes && !form.value().equals("no")) {
                    problem("value", "indicator.target.fault.yes-no");
                }
                return TargetTerms.of(kind, yes ? BigDecimal.ONE : BigDecimal.ZERO);
            }
            BigDecimal value = number("value", form.value(), "indicator.target.fault.value");
            return TargetTerms.of(kind, value == null ? BigDecimal.ZERO : value);
        }

        private TargetTerms range() {
            BigDecimal low = number("low", form.low(), "indicator.target.fault.low");
            BigDecimal high = number("high", form.high(), "indicator.target.fault.high");
            if (low != null && high != null && low.compareTo(high) > 0) {
                problem("high", "indicator.target.fault.range");
            }
            return new TargetTerms(TargetKind.BETWEEN, low, high, null, null, null, null, null, false);
        }

        private TargetTerms comparison() {
            Optional<Relation> relation = form.chosenRelation();
            if (relation.isEmpty()) {
                problem("relation", "indicator.target.fault.relation");
            }
            BigDecimal stated = form.comparatorValue().isBlank()
                    ? null
                    : number("comparatorValue", form.comparatorValue(), "indicator.target.fault.comparator-value");
            return new TargetTerms(
                    TargetKind.AGAINST_COMPARATOR, null, null, null, null, relation.orElse(null), null, stated, false);
        }

        private TargetTerms change(TargetKind kind) {
            BigDecimal amount = null;
            ChangeUnit unit = null;
            if (!form.changeAmount().isBlank()) {
                amount = TypedAmount.read(form.changeAmount()).orElse(null);
                if (amount == null || amount.signum() < 0) {
                    problem("changeAmount", "indicator.target.fault.change-amount");
                    amount = null;
                }
                unit = form.chosenUnit().orElse(null);
                if (unit == null) {
                    problem("changeUnit", "indicator.target.fault.change-unit");
                }
            }
            return new TargetTerms(kind, null, null, amount, unit, null, null, null, form.isYearOnYear());
        }

        private @Nullable Tolerance tolerance() {
            if (form.tolerance().isBlank()) {
                return null;
            }
            Tolerance own = form.ownTolerance().orElse(null);
            if (own == null || own.size().precision() - own.size().scale() > 9) {
                problem(
                        "tolerance",
                        "indicator.target.fault.tolerance",
                        sheet.planTolerance().words());
            }
            return own;
        }

        private @Nullable BigDecimal number(String field, String typed, String fault) {
            BigDecimal number = TypedAmount.read(typed).orElse(null);
            BigDecimal most = sheet.dossier().maximum();
            if (number == null) {
                problem(field, fault);
            } else if (most != null && number.compareTo(most) > 0) {
                problem(
                        field,
                        "indicator.target.fault.maximum",
                        most.stripTrailingZeros().toPlainString());
                return null;
            }
            return number;
        }

        private void problem(String field, String key, Object... details) {
            problems.add(field, words.of(key, details));
        }
    }
}
