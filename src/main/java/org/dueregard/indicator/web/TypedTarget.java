package org.dueregard.indicator.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * What a typed target comes to, or what is wrong with it. The words say it, unless it is said exactly; then only the
 * fields that its kind needs are looked at.
 *
 * @param draft null when something is wrong
 * @param own the indicator's own tolerance; null for the plan's
 * @param words what the words alone come to; null where there are none
 */
record TypedTarget(
        @Nullable TargetDraft draft,
        @Nullable Tolerance own,
        Problems problems,
        @Nullable Understanding words) {

    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_REASON = 2_000;

    /** @param saving whether it is to be saved, and a guess has to be confirmed and a change to have a reason */
    static TypedTarget of(TargetForm form, TargetSheet sheet, boolean saving, Sentences sentences) {
        return new Reader(form, sheet, sentences).read(saving);
    }

    /** The kinds that make sense for the measure, and the one that stands there. */
    static List<TargetKind> kindsFor(Measure measure, TargetKind now) {
        Set<TargetKind> kinds = EnumSet.copyOf(TargetKind.fitting(measure));
        kinds.add(now);
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
        private final Sentences sentences;
        private final Problems problems = new Problems();

        Reader(TargetForm form, TargetSheet sheet, Sentences sentences) {
            this.form = form;
            this.sheet = sheet;
            this.measure = sheet.dossier().measure();
            this.sentences = sentences;
        }

        TypedTarget read(boolean saving) {
            String said = form.words().strip();
            TargetKind kind = form.chosenKind()
                    .filter(kindsFor(measure, kindNow())::contains)
                    .orElse(null);
            if (said.isEmpty() && kind != TargetKind.NOT_STATED) {
                problem("words", "indicator.target.fault.words");
            } else if (said.length() > LONGEST_WORDS) {
                problem("words", "indicator.target.fault.words-long", LONGEST_WORDS);
            }
            Understanding words = said.isEmpty() || said.length() > LONGEST_WORDS
                    ? null
                    : Understanding.of(said, measure, sheet.others());
            TargetTerms terms = form.isExact() ? exact(kind) : asSaid(words, saving);
            Period period = Period.read(form.period()).orElse(null);
            if (period == null) {
                problem("period", "indicator.target.fault.period");
            }
            Map<Period, BigDecimal> interim = interim(period);
            Tolerance own = tolerance();
            String why = form.reason().strip();
            TargetDraft draft = problems.isEmpty() && terms != null && period != null
                    ? sheet.changed(period, said, asItStands(terms), interim)
                    : null;
            if (why.length() > LONGEST_REASON) {
                problem("reason", "indicator.target.fault.reason-long", LONGEST_REASON);
            } else if (saving && why.isEmpty() && sheet.target() != null && !isAsItStood(draft, own)) {
                problem("reason", "indicator.target.fault.reason");
            }
            return new TypedTarget(problems.isEmpty() ? draft : null, own, problems, words);
        }

        private @Nullable TargetTerms exact(@Nullable TargetKind kind) {
            if (kind == null) {
                problem("kind", "indicator.target.fault.kind");
                return null;
            }
            TargetTerms terms = terms(kind);
            return problems.isEmpty() ? TargetTerms.of(terms.toTarget()) : null;
        }

        private @Nullable TargetTerms asSaid(@Nullable Understanding words, boolean saving) {
            if (words != null) {
                check(words, saving);
            }
            if (form.hasDetails()) {
                problem("kind", "indicator.target.fault.details");
            }
            return words == null ? null : words.terms();
        }

        private void check(Understanding words, boolean saving) {
            BigDecimal most = sheet.dossier().maximum();
            BigDecimal largest = words.largest();
            if (most != null && largest != null && largest.compareTo(most) > 0) {
                problem("words", "indicator.target.fault.maximum", plain(most));
            }
            if (saving && !words.isConfirmedBy(form.confirmed())) {
                problem(
                        "confirmed",
                        words.isUnderstood()
                                ? "indicator.target.fault.confirmed"
                                : "indicator.target.fault.not-understood");
            }
        }

        private TargetTerms asItStands(TargetTerms terms) {
            TargetDraft before = sheet.target();
            return before != null && Understanding.bare(terms).equals(Understanding.bare(before.terms()))
                    ? before.terms()
                    : terms;
        }

        private Map<Period, BigDecimal> interim(@Nullable Period whole) {
            TargetDraft before = sheet.target();
            Map<Period, BigDecimal> stood = before == null ? Map.of() : before.interim();
            Map<Period, BigDecimal> interim = new LinkedHashMap<>();
            form.interim().forEach((label, typed) -> {
                Period part = Period.read(label).orElse(null);
                if (part == null || typed.isBlank()) {
                    return;
                }
                String field = InterimBox.id(part);
                BigDecimal value = TypedAmount.read(typed).orElse(null);
                BigDecimal most = sheet.dossier().maximum();
                BigDecimal was = stood.get(part);
                boolean within = whole == null || whole.contains(part.lastDay());
                boolean asItStood =
                        before != null && was != null && before.period().equals(whole);
                if (value == null) {
                    problem(field, "indicator.target.fault.interim", part.label());
                } else if (most != null && value.compareTo(most) > 0) {
                    problem(field, "indicator.target.fault.maximum", plain(most));
                } else if (!within && !asItStood) {
                    problem(field, "indicator.target.fault.interim-outside", part.label(), form.period());
                } else {
                    interim.put(part, was != null && was.compareTo(value) == 0 ? was : value);
                }
            });
            return interim;
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
            String whose = form.comparator().isEmpty() ? null : form.comparator();
            if (whose != null && !sheet.others().contains(whose)) {
                problem("comparator", "indicator.target.fault.comparator");
            }
            BigDecimal stated = form.comparatorValue().isBlank()
                    ? null
                    : number("comparatorValue", form.comparatorValue(), "indicator.target.fault.comparator-value");
            return new TargetTerms(
                    TargetKind.AGAINST_COMPARATOR, null, null, null, null, relation.orElse(null), whose, stated, false);
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
                problem(field, "indicator.target.fault.maximum", plain(most));
                return null;
            }
            return number;
        }

        private static String plain(BigDecimal value) {
            return value.stripTrailingZeros().toPlainString();
        }

        private void problem(String field, String key, Object... details) {
            problems.add(field, sentences.of(key, details));
        }
    }
}
