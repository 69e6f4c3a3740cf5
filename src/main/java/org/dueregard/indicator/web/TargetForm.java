package org.dueregard.indicator.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dueregard.indicator.ChangeUnit;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.Relation;
import org.dueregard.indicator.TargetDraft;
import org.dueregard.indicator.TargetKind;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.Tolerance;
import org.dueregard.indicator.ValueKind;
import org.dueregard.indicator.model.TargetSheet;
import org.jspecify.annotations.Nullable;

/**
 * A target as somebody typed it.
 *
 * @param seen what stood there when the page was opened
 * @param confirmed which reading of the words somebody said is meant, by {@link Understanding#confirmation()}
 * @param kind what is asked for when it is said exactly; empty when the words say it
 * @param value of a single value; yes or no where that is asked
 * @param low the lower end of a range
 * @param comparator whose figure is meant; empty for the one that the indicator is compared with first of all
 * @param yearOnYear yes, or nothing
 * @param interim by the labels of the periods
 */
record TargetForm(
        String seen,
        String words,
        String confirmed,
        String kind,
        String period,
        String value,
        String low,
        String high,
        String relation,
        String comparator,
        String comparatorValue,
        String changeAmount,
        String changeUnit,
        String yearOnYear,
        String tolerance,
        String reason,
        Map<String, String> interim) {

    /** What the fields of interim targets are called, before the label of their period. */
    static final String INTERIM = "interim:";

    /** What arrived; fields that did not are empty. */
    static TargetForm typed(Map<String, List<String>> fields) {
        Map<String, String> interim = new LinkedHashMap<>();
        fields.keySet().stream()
                .filter(name -> name.startsWith(INTERIM))
                .forEach(name -> interim.put(name.substring(INTERIM.length()), first(fields, name)));
        return new TargetForm(
                first(fields, "seen"),
                first(fields, "words"),
                first(fields, "confirmed"),
                first(fields, "kind"),
                first(fields, "period"),
                first(fields, "value"),
                first(fields, "low"),
                first(fields, "high"),
                first(fields, "relation"),
                first(fields, "comparator"),
                first(fields, "comparatorValue"),
                first(fields, "changeAmount"),
                first(fields, "changeUnit"),
                first(fields, "yearOnYear"),
                first(fields, "tolerance"),
                first(fields, "reason"),
                interim);
    }

    private static String first(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).replace("\r\n", "\n").replace("\u0000", "");
    }

    /** What stands there, ready to be changed. What the words do not say, or say otherwise, is said exactly. */
    static TargetForm of(TargetSheet sheet) {
        TargetDraft target = sheet.target();
        Measure measure = sheet.dossier().measure();
        Map<String, String> interim = new LinkedHashMap<>();
        if (target != null) {
            target.interim().forEach((period, value) -> interim.put(period.label(), plain(value)));
        }
        String own = sheet.ownTolerance() == null ? "" : sheet.ownTolerance().words();
        String seen = sheet.seen().toString();
        if (target == null) {
            return new TargetForm(
                    seen, "", "", "", sheet.planYear().label(), "", "", "", "", "", "", "", "", "", own, "", interim);
        }
        TargetTerms terms = target.terms();
        Understanding words = Understanding.of(target.words(), measure, sheet.others());
        if (!target.words().isBlank() && words.isMeant(terms)) {
            return new TargetForm(
                    seen,
                    target.words(),
                    words.confirmation() == null ? "" : words.confirmation(),
                    "",
                    target.period().label(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    own,
                    "",
                    interim);
        }
        boolean range = terms.kind() == TargetKind.BETWEEN;
        ChangeUnit unit = terms.changeUnit();
        return new TargetForm(
                seen,
                target.words(),
                "",
                terms.kind().name(),
                target.period().label(),
                range ? "" : isYesNo(measure) ? yesNo(terms.value()) : plain(terms.value()),
                range ? plain(terms.value()) : "",
                plain(terms.high()),
                terms.relation() == null ? "" : terms.relation().name(),
                terms.comparator() == null ? "" : terms.comparator(),
                plain(terms.comparatorValue()),
                plain(terms.changeAmount()),
                unit == null ? "" : unit.name(),
                terms.yearOnYear() ? "yes" : "",
                own,
                "",
                interim);
    }

    static boolean isYesNo(Measure measure) {
        return measure.valueKind() == ValueKind.YES_NO;
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    private static String yesNo(@Nullable BigDecimal value) {
        return value == null ? "" : value.signum() == 0 ? "no" : "yes";
    }

    public boolean isYearOnYear() {
        return yearOnYear.equals("yes");
    }

    /** Whether the fields say what is asked for, and not the words. */
    public boolean isExact() {
        return !kind.isEmpty();
    }

    /** Whether something stands in the fields that only counts when it is chosen what is asked for. */
    boolean hasDetails() {
        return !(low + high + relation + comparator + comparatorValue + changeAmount + yearOnYear).isBlank()
                || !(value.isBlank() || value.equals("yes") || value.equals("no"));
    }

    Optional<TargetKind> chosenKind() {
        return chosen(TargetKind.values(), kind);
    }

    Optional<Relation> chosenRelation() {
        return chosen(Relation.values(), relation);
    }

    Optional<ChangeUnit> chosenUnit() {
        return chosen(ChangeUnit.values(), changeUnit);
    }

    Optional<Tolerance> ownTolerance() {
        return Tolerance.read(tolerance);
    }

    private static <E extends Enum<E>> Optional<E> chosen(E[] constants, String name) {
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
