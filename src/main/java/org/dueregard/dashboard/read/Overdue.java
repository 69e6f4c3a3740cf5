package org.dueregard.dashboard.read;

import java.time.LocalDate;
import java.util.List;
import org.dueregard.plan.NodeId;
import org.dueregard.review.ActionId;
import org.jspecify.annotations.Nullable;

/**
 * What should have been done by now, whatever round is looked at: actions of meetings and activities of the plan, the
 * latest first.
 *
 * @param whole whether these are the actions of everybody, and not only those of the reader's own units
 */
public record Overdue(boolean whole, List<Action> actions, List<Activity> activities) {

    /**
     * @param leads whether the reader may open the action itself
     * @param node what it is about; null when that is nothing in the plan
     */
    public record Action(
            ActionId id,
            boolean leads,
            String what,
            String owner,
            LocalDate due,
            long daysLate,
            @Nullable NodeId node,
            @Nullable String title) {}

    /** @param deadline in the plan's own words */
    public record Activity(
            NodeId node, String title, @Nullable String unit, String deadline, long daysLate) {}

    /** The first of each, and how many there are in all. */
    public Overdue first(int most) {
        return new Overdue(
                whole,
                actions.subList(0, Math.min(most, actions.size())),
                activities.subList(0, Math.min(most, activities.size())));
    }
}
