package org.dueregard.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.TermDates;
import org.dueregard.indicator.ComparatorFigure;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.Lines;
import org.dueregard.indicator.Series;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.TargetSetting;
import org.dueregard.indicator.Tolerance;
import org.dueregard.indicator.words.Said;
import org.dueregard.intake.reading.DraftNode;
import org.dueregard.intake.reading.Role;
import org.dueregard.intake.reading.Understood;
import org.dueregard.intake.reading.Value;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/** How a target in a draft would be judged, by the product's one rule. */
public final class Judging {

    private Judging() {}

    /**
     * Which figures come out which way, once the target's period is over.
     *
     * @param above the node that the indicator stands under; null at the top
     * @param plan the years of the plan
     * @return empty where no figure would be judged against a level
     */
    public static Optional<Lines> of(DraftNode indicator, @Nullable DraftNode above, Period plan, TermDates terms) {
        Understood understood = Understood.of(indicator, above);
        Target target = understood.target().target();
        if (target == null || !target.kind().isJudgedByFigure()) {
            return Optional.empty();
        }
        Period period = understood.targetPeriod().orElse(plan);
        Deadline deadline =
                Deadline.of(indicator.first(Role.DEADLINE).map(Value::words).orElse(null));
        List<Figure> figures = new ArrayList<>();
        List<ComparatorFigure> others = new ArrayList<>();
        Figure baseline = null;
        for (Understood.Figured one : understood.figures(plan)) {
            BigDecimal value = one.reading().value();
            if (value != null && one.period() != null) {
                Figure figure = Figure.of(one.period(), value);
                figures.add(figure);
                baseline = baseline == null && one.value().role() == Role.BASELINE ? figure : baseline;
                for (Said other : one.reading().comparators()) {
                    if (other.name() != null) {
                        others.add(ComparatorFigure.of(other.name(), one.period(), other.value()));
                    }
                }
            }
        }
        LocalDate last = deadline.lastDay(terms).orElse(null);
        Dossier dossier = new Dossier(
                NodeId.random(),
                NodeKind.INDICATOR,
                indicator.title(),
                deadline,
                null,
                null,
                understood.measure(),
                new TargetSetting(
                        indicator.first(Role.TARGET).map(Value::words).orElse(""),
                        target,
                        period,
                        baseline,
                        Map.of(),
                        last,
                        null),
                new Series(figures, others),
                Tolerance.PLAN_DEFAULT,
                null,
                null,
                terms);
        LocalDate after = period.lastDay(terms).plusDays(1);
        return Lines.of(dossier, period, last == null || last.isBefore(after) ? after : last.plusDays(1));
    }
}
