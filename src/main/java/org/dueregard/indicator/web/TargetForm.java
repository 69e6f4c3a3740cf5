package org.dueregard.indicator.web;

import java.math.BigDecimal;
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
 * @param value of a single value; yes or no where that is asked
 * @param low the lower end of a range
 * @param yearOnYear yes, or nothing
 */
record TargetForm(
        String seen,
        String words,
        String kind,
        String period,
        String value,
        String low,
        String high,
        String relation,
        String comparatorValue,
        String changeAmount,
        String changeUnit,
        String yearOnYear,
        String tolerance,
        String reason) {

    /** Fields that did not arrive are empty. */
    TargetForm(
            @Nullable String seen,
            @Nullable String words,
            @Nullable String kind,
            @Nullable String period,
            @Nullable String value,
            @Nullable String low,
            @Nullable String high,
            @Nullable String relation,
            @Nullable String comparatorValue,
            @Nullable String changeAmount,
            @Nullable String changeUnit,
            @Nullable String yearOnYear,
            @Nullable String tolerance,
            @Nullable String reason) {
        this.seen = typed(seen);
        this.words = typed(words);
        this.kind = typed(kind);
        this.period = typed(period);
        this.value = typed(value);
        this.low = typed(low);
        this.high = typed(high);
        this.relation = typed(relation);
        this.comparatorValue = typed(comparatorValue);
        this.changeAmount = typed(changeAmount);
        this.changeUnit = typed(changeUnit);
        this.yearOnYear = typed(yearOnYear);
        this.tolerance = typed(tolerance);
        this.reason = typed(reason);
    }

    private static String typed(@Nullable String field) {
        return field == null ? "" : field.replace("\r\n", "\n").replace("\u0000", "");
    }

    /** What stands there, ready to be changed. */
    static TargetForm of(TargetSheet sheet) {
        TargetDraft target = sheet.target();
        TargetTerms terms = target == null ? TargetTerms.of(TargetKind.NOT_STATED) : target.terms();
        Measure measure = sheet.dossier().measure();
        boolean range = terms.kind() == TargetKind.BETWEEN;
        ChangeUnit unit = terms.changeUnit();
        return new TargetForm(
                sheet.seen().toString(),
                target == null ? "" : target.words(),
                terms.kind().name(),
                target == null ? sheet.planYear().label() : target.period().label(),
                range ? "" : isYesNo(measure) ? yesNo(terms.value()) : plain(terms.value()),
                range ? plain(terms.value()) : "",
                plain(terms.high()),
                terms.relation() == null ? "" : terms.relation().name(),
                plain(terms.comparatorValue()),
                plain(terms.changeAmount()),
                unit == null ? "" : unit.name(),
                terms.yearOnYear() ? "yes" : "",
                sheet.ownTolerance() == null ? "" : sheet.ownTolerance().words(),
                "");
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
