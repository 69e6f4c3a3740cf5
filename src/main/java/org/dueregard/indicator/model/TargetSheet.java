package org.dueregard.indicator.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.TargetDraft;
import org.dueregard.indicator.TargetSeen;
import org.dueregard.indicator.TargetSetting;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.Tolerance;
import org.jspecify.annotations.Nullable;

/**
 * The target of an indicator as the page shows it on which it is changed.
 *
 * @param name of the indicator
 * @param planYear for which the target stands, or would be the first
 * @param target null when none is stored
 * @param comparedWith whose figures it is compared with, each name once
 * @param ownTolerance the indicator's own; null when the plan's holds
 */
public record TargetSheet(
        String name,
        String planTitle,
        Period planYear,
        @Nullable TargetDraft target,
        @Nullable Tolerance ownTolerance,
        Tolerance planTolerance,
        boolean retired,
        TargetSeen seen,
        List<String> comparedWith,
        Dossier dossier) {

    public IndicatorId indicator() {
        return Objects.requireNonNull(dossier.indicator());
    }

    /** Whom a target can name beside the one that the indicator is compared with first of all. */
    public Set<String> others() {
        Set<String> others = new TreeSet<>(comparedWith);
        if (target != null && target.terms().comparator() != null) {
            others.add(target.terms().comparator());
        }
        String first = dossier.measure().comparatorName();
        others.removeIf(name -> first != null && name.equalsIgnoreCase(first));
        return others;
    }

    /** A new target for the same plan year; what it points back to and when its figure is expected stay. */
    public TargetDraft changed(Period period, String words, TargetTerms terms, Map<Period, BigDecimal> interim) {
        return target == null
                ? new TargetDraft(planYear, period, words, terms, interim, null, null, (LocalDate) null)
                : new TargetDraft(
                        planYear,
                        period,
                        words,
                        terms,
                        interim,
                        target.baselinePeriod(),
                        target.baselineWords(),
                        target.expectedFrom());
    }

    /** How the indicator would be judged by another target and tolerance. */
    public Dossier judgedBy(TargetDraft draft, @Nullable Tolerance own) {
        TargetSetting now = dossier.setting();
        return dossier.with(
                new TargetSetting(
                        draft.words(),
                        draft.terms().toTarget(),
                        draft.period(),
                        now.baseline(),
                        draft.interim(),
                        now.deadline(),
                        draft.expectedFrom()),
                own == null ? planTolerance : own);
    }
}
