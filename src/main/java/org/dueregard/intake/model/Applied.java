package org.dueregard.intake.model;

import java.util.List;
import java.util.UUID;
import org.dueregard.exchange.PlanDocument.FigureEntry;
import org.dueregard.exchange.PlanDocument.IndicatorEntry;
import org.dueregard.exchange.PlanDocument.NodeEntry;
import org.dueregard.exchange.PlanDocument.TargetEntry;
import org.dueregard.intake.Differences;
import org.dueregard.intake.Differences.Difference;
import org.dueregard.intake.Differences.What;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A change that was made to a plan from a file, with what undoes it.
 *
 * @param node that was changed, or added
 * @param was the words before
 * @param becomes the words since
 * @param units names of those that the words before meant
 * @param period of a figure; of a target the plan year
 */
record Applied(
        What what,
        UUID node,
        @Nullable String was,
        String becomes,
        List<String> units,
        @Nullable String period,
        @Nullable TargetEntry target,
        @Nullable FigureEntry figure) {

    static Applied of(Difference one, NodeId node) {
        return new Applied(
                one.what(),
                node.nodeId(),
                one.was(),
                one.becomes(),
                names(one.before()),
                period(one.piece()),
                one.before() instanceof TargetEntry target ? target : null,
                one.before() instanceof FigureEntry figure ? figure : null);
    }

    private static @Nullable String period(@Nullable Object piece) {
        return piece instanceof FigureEntry figure
                ? figure.period()
                : piece instanceof TargetEntry target ? target.planYear() : null;
    }

    /** Whether the target is one of a plan year that had none. */
    boolean isNewTarget() {
        return period != null && (target == null || !target.planYear().equals(period));
    }

    static List<String> names(@Nullable Object piece) {
        return piece instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Whether nobody changed it again. */
    boolean isAsLeft(NodeEntry now) {
        IndicatorEntry indicator = now.indicator();
        return switch (what) {
            case TITLE -> now.title().equals(becomes);
            case OUTCOME -> becomes.equals(now.intendedOutcome());
            case OWNER -> becomes.equals(now.ownerWords());
            case DEADLINE -> becomes.equals(now.deadline());
            case TARGET ->
                indicator != null
                        && indicator.targets().stream()
                                .anyMatch(one -> one.words().equals(becomes)
                                        && (period == null || one.planYear().equals(period)));
            case FIGURE ->
                indicator != null
                        && indicator.figures().stream().anyMatch(one -> becomes.equals(Differences.said(one)));
            case ADDED, MISSING -> true;
        };
    }
}
