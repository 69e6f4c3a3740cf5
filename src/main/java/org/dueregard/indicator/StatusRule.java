package org.dueregard.indicator;

import java.time.LocalDate;
import org.dueregard.calendar.TermDates;
import org.jspecify.annotations.Nullable;

/**
 * The one rule that turns a target and what is known into a status with its sentence. It is pure: it knows no clock,
 * database or web, and gives the same for the same. It refuses nothing: what cannot be judged is said to be so, and
 * why.
 */
public final class StatusRule {

    private StatusRule() {}

    /**
     * As {@link #assess(Measure, TargetSetting, Series, Reported, Tolerance, LocalDate, TermDates)}, by nationwide
     * terms.
     */
    public static Assessment assess(
            Measure measure,
            TargetSetting setting,
            Series series,
            @Nullable Reported reported,
            Tolerance tolerance,
            LocalDate asOf) {
        return assess(measure, setting, series, reported, tolerance, asOf, TermDates.nationwide());
    }

    /**
     * Judges what is known on a day against a target.
     *
     * @param reported what the owner says; null when nothing was said. Only milestones, baselines to be set and
     *     narrative areas follow it
     * @param tolerance the indicator's own, else the plan's
     * @param asOf the day on which it is asked; figures entered later are not known yet
     * @param terms the council's term dates
     */
    public static Assessment assess(
            Measure measure,
            TargetSetting setting,
            Series series,
            @Nullable Reported reported,
            Tolerance tolerance,
            LocalDate asOf,
            TermDates terms) {
        return new Judgement(measure, setting, series, reported, tolerance, asOf, terms).assessment();
    }
}
