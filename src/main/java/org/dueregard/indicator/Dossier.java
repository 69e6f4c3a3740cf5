package org.dueregard.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.TermDates;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the status of one node of a plan is worked out from. For key activities and for areas with a narrative
 * only, the measure is in words and the target is to be done by the deadline, or to be told about.
 *
 * @param indicator null for anything but an indicator
 * @param target which of its targets, by {@link Dossiers} chosen for a day; null when none is stored
 * @param maximum the largest value there can be; null where there is none
 * @param reported what the owner last said; null when nothing
 * @param terms the council's, by which figures for terms are judged
 */
public record Dossier(
        NodeId node,
        NodeKind kind,
        String title,
        Deadline deadline,
        @Nullable IndicatorId indicator,
        @Nullable TargetId target,
        Measure measure,
        TargetSetting setting,
        Series series,
        Tolerance tolerance,
        @Nullable BigDecimal maximum,
        @Nullable Reported reported,
        TermDates terms) {

    /** What the rule comes to on a day. */
    public Assessment assess(LocalDate asOf) {
        return StatusRule.assess(measure, setting, series, reported, tolerance, asOf, terms);
    }

    /** The same with one more figure of the council's own, which stands instead of one for the same period. */
    public Dossier with(Figure figure) {
        List<Figure> figures = new ArrayList<>(series.outturns());
        figures.removeIf(known -> known.period().equals(figure.period()));
        figures.add(figure);
        return new Dossier(
                node,
                kind,
                title,
                deadline,
                indicator,
                target,
                measure,
                setting,
                new Series(figures, series.comparators()),
                tolerance,
                maximum,
                reported,
                terms);
    }

    /** The same with something else said by the owner. */
    public Dossier with(@Nullable Reported said) {
        return new Dossier(
                node, kind, title, deadline, indicator, target, measure, setting, series, tolerance, maximum, said,
                terms);
    }

    /** The same with another target or another tolerance. */
    public Dossier with(TargetSetting newSetting, Tolerance newTolerance) {
        return new Dossier(
                node,
                kind,
                title,
                deadline,
                indicator,
                target,
                measure,
                newSetting,
                series,
                newTolerance,
                maximum,
                reported,
                terms);
    }

    /** The same from other figures, the baseline among them. */
    public Dossier with(Series newSeries) {
        Figure before = setting.baseline();
        Figure baseline = before == null
                ? null
                : newSeries.outturns().stream()
                        .filter(figure -> figure.period().equals(before.period()))
                        .findFirst()
                        .orElse(null);
        return new Dossier(
                node,
                kind,
                title,
                deadline,
                indicator,
                target,
                measure,
                setting.withBaseline(baseline),
                newSeries,
                tolerance,
                maximum,
                reported,
                terms);
    }

    /** The same measured otherwise, or with another tolerance. */
    public Dossier with(Measure newMeasure, Tolerance newTolerance) {
        return new Dossier(
                node,
                kind,
                title,
                deadline,
                indicator,
                target,
                newMeasure,
                setting,
                series,
                newTolerance,
                maximum,
                reported,
                terms);
    }

    public boolean isIndicator() {
        return indicator != null;
    }

    /** The newest figure of the council's own. */
    public Optional<Figure> latest() {
        return series.outturns().stream().max(java.util.Comparator.comparing(Figure::period));
    }

    /** Whose figure is meant where it is compared: as the target names it, else as the measure does; null for no one. */
    public @Nullable String comparatorName() {
        String named = setting.target() instanceof Target.AgainstComparator against ? against.comparator() : null;
        return Known.comparatorName(measure, named);
    }

    /** The figures of whoever it is compared with. */
    public List<ComparatorFigure> compared() {
        String name = comparatorName();
        return series.comparators().stream()
                .filter(figure -> name == null || figure.name().trim().equalsIgnoreCase(name.trim()))
                .toList();
    }

    /** The newest figure of whoever it is compared with. */
    public Optional<ComparatorFigure> latestComparator() {
        return compared().stream().max(java.util.Comparator.comparing(ComparatorFigure::period));
    }

    /** The figure as tables show it, {@code 61%}; its words where it has no value; null where there is no figure. */
    public @Nullable String shown(@Nullable Figure figure, @Nullable BigDecimal value) {
        if (figure == null) {
            return null;
        }
        return value == null ? figure.words() : measure.shown(value);
    }

    /** The figure as tables show it; null where there is none. */
    public @Nullable String shown(@Nullable Figure figure) {
        return figure == null ? null : shown(figure, figure.valueIn(measure).orElse(null));
    }

    /** Since what the figure moved, as in {@code from 73%}; null where nothing can be said. */
    public @Nullable String directionWords(Assessment assessment) {
        DirectionOfTravel direction =
                assessment.directionBefore() == null ? assessment.directionYear() : assessment.directionBefore();
        if (direction == null) {
            return null;
        }
        return series.outturns().stream()
                .filter(figure -> figure.period().equals(direction.since()))
                .findFirst()
                .map(this::shown)
                .orElse(null);
    }
}
