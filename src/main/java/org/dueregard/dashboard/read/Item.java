package org.dueregard.dashboard.read;

import java.time.LocalDate;
import java.util.List;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.reporting.RoundId;
import org.jspecify.annotations.Nullable;

/**
 * One item of a plan, where it stands in it, and how it came out of each round that asked for it. Whose it is, is told by
 * the round that is looked at, else by the latest that asked: so an item counts once, in all that is shown of it.
 *
 * @param unit who reports on it; null when nobody does
 * @param tags of the item and everything above it
 * @param done whether it is complete today, or was when the group last agreed it
 * @param stood as it was agreed, else as it was worked out then, the earliest round first
 */
public record Item(
        NodeId node,
        NodeKind kind,
        String title,
        NodeId objective,
        String objectiveTitle,
        @Nullable UnitId department,
        @Nullable String departmentName,
        @Nullable UnitId division,
        @Nullable String divisionName,
        @Nullable String unit,
        List<String> tags,
        @Nullable String strategy,
        @Nullable String deadline,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate retiredOn,
        boolean done,
        List<Stood> stood) {

    /** How it stood in one round. */
    public record Stood(RoundId round, Status status) {}

    /** Null when the round did not ask for it. */
    public @Nullable Status in(RoundId round) {
        for (Stood one : stood) {
            if (one.round().equals(round)) {
                return one.status();
            }
        }
        return null;
    }
}
