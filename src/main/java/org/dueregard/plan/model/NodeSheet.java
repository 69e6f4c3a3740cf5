package org.dueregard.plan.model;

import java.time.LocalDate;
import java.util.List;
import org.dueregard.calendar.Deadline;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * A node of a plan as the pages show it on which it is edited.
 *
 * @param place the objective and area that it stands in; empty for an objective
 * @param reports the unit that reports, where the node names one itself
 * @param reportsAbove the name of the unit that reports for the node above; null when nobody does
 * @param involved further units, in the order in which they were named
 * @param lastDay of the deadline; null where none can be told
 * @param under how many updates are owed for nodes under it
 * @param version to tell a stale change by
 */
public record NodeSheet(
        NodeId id,
        PlanId plan,
        String planTitle,
        NodeKind kind,
        List<String> place,
        @Nullable NodeId parent,
        @Nullable String reference,
        String title,
        @Nullable String intendedOutcome,
        @Nullable String ownerWords,
        @Nullable UnitId reports,
        @Nullable String reportsAbove,
        List<UnitId> involved,
        Deadline deadline,
        @Nullable LocalDate lastDay,
        boolean owesUpdate,
        int under,
        @Nullable LocalDate retiredOn,
        long version) {

    /**
     * A node that can take another's place.
     *
     * @param area where it stands, the objective for an area; null for an objective
     */
    public record Successor(
            NodeId id, @Nullable String area, @Nullable String reference, String title) {}

    public boolean isRetired() {
        return retiredOn != null;
    }

    /** Whether it has a page of its own that tells what became of it; what never owes an update is read in the plan. */
    public boolean hasStory() {
        return owesUpdate || isRetired();
    }

    /** Where it is read. */
    public String page() {
        return hasStory() ? "/items/" + id : "/plans/" + plan;
    }

    /** Whether it says what is to become of it; only areas do. */
    public boolean hasIntendedOutcome() {
        return kind == NodeKind.PRIORITY_AREA;
    }
}
