package org.dueregard.indicator.model;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dueregard.indicator.ChangeUnit;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.IndicatorDraft;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.TargetKind;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.Tolerance;
import org.dueregard.indicator.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is, as the page shows it on which that is changed.
 *
 * @param version to tell a stale change by
 * @param comparedWith whose figures it is compared with, each name once
 * @param targets that stand for it in plans that are not closed
 */
public record DefinitionSheet(
        String planTitle,
        boolean retired,
        long version,
        IndicatorDraft definition,
        Tolerance planTolerance,
        List<String> comparedWith,
        List<Promise> targets,
        Dossier dossier) {

    /** A target with its words. */
    public record Promise(String words, TargetTerms terms) {}

    /** What stands against a change: figures and targets would no longer mean what they say. */
    public enum Obstacle {
        FIGURES_OF_THE_KIND,
        TARGET_OF_THE_KIND,
        FIGURES_OF_GROUPS,
        FIGURES_ON_THE_BASIS,
        FIGURE_ABOVE_MAXIMUM,
        TARGET_ABOVE_MAXIMUM
    }

    public IndicatorId indicator() {
        return Objects.requireNonNull(dossier.indicator());
    }

    public Measure measure() {
        return definition.measure();
    }

    /** How many periods it has a figure for. */
    public int figures() {
        return dossier.series().outturns().size();
    }

    public Set<Obstacle> obstacles(IndicatorDraft changed) {
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        Measure before = measure();
        Measure after = changed.measure();
        boolean figures = figures() > 0;
        boolean sameKind = before.valueKind() == after.valueKind();
        if (!sameKind && figures) {
            obstacles.add(Obstacle.FIGURES_OF_THE_KIND);
        } else if (!sameKind && unfit(after).isPresent()) {
            obstacles.add(Obstacle.TARGET_OF_THE_KIND);
        }
        if (figures && before.isGap() != after.isGap()) {
            obstacles.add(Obstacle.FIGURES_OF_GROUPS);
        }
        if (figures && before.basis() != after.basis()) {
            obstacles.add(Obstacle.FIGURES_ON_THE_BASIS);
        }
        BigDecimal most = changed.maximum();
        if (most != null && !isSame(most, definition.maximum())) {
            if (largest().filter(figure -> isAbove(figure, most)).isPresent()) {
                obstacles.add(Obstacle.FIGURE_ABOVE_MAXIMUM);
            } else if (above(most).isPresent()) {
                obstacles.add(Obstacle.TARGET_ABOVE_MAXIMUM);
            }
        }
        return obstacles;
    }

    private static boolean isSame(BigDecimal one, @Nullable BigDecimal other) {
        return other != null && one.compareTo(other) == 0;
    }

    /** The first target that would make no sense for the measure. */
    public Optional<Promise> unfit(Measure changed) {
        return targets.stream()
                .filter(promise -> !fits(promise.terms(), changed))
                .findFirst();
    }

    private boolean fits(TargetTerms terms, Measure changed) {
        boolean sense = TargetKind.fitting(changed).contains(terms.kind());
        boolean number = terms.value() != null && measure().valueKind() != ValueKind.YES_NO;
        boolean answer = terms.value() != null && measure().valueKind() == ValueKind.YES_NO;
        boolean percentage = changed.valueKind() == ValueKind.PERCENTAGE;
        return sense
                && !(number && changed.valueKind() == ValueKind.YES_NO)
                && !answer
                && (terms.changeUnit() != ChangeUnit.POINTS || percentage)
                && (terms.changeUnit() != ChangeUnit.AMOUNT || !percentage);
    }

    /** The first target that asks for more than that. */
    public Optional<Promise> above(BigDecimal most) {
        return targets.stream()
                .filter(promise -> isAbove(promise.terms().value(), most)
                        || isAbove(promise.terms().high(), most)
                        || isAbove(promise.terms().comparatorValue(), most))
                .findFirst();
    }

    private static boolean isAbove(@Nullable BigDecimal value, BigDecimal most) {
        return value != null && value.compareTo(most) > 0;
    }

    /** The largest of its figures. */
    public Optional<BigDecimal> largest() {
        return dossier.series().outturns().stream()
                .map(Figure::value)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .max(BigDecimal::compareTo);
    }

    /** How the indicator would be judged if it were that. */
    public Dossier judgedAs(IndicatorDraft changed) {
        Tolerance own = changed.tolerance();
        return dossier.with(changed.measure(), own == null ? planTolerance : own);
    }
}
