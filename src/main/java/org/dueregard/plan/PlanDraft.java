package org.dueregard.plan;

import java.time.LocalDate;
import java.util.List;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.organisation.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is to be added.
 *
 * @param unit the department whose plan it is; null for the whole council's
 * @param defaultTolerance as {@code 5%}
 */
public record PlanDraft(
        String title,
        @Nullable UnitId unit,
        Period period,
        PlanState state,
        @Nullable LocalDate agreedOn,
        @Nullable String agreedBy,
        String defaultTolerance,
        List<NodeDraft> nodes) {

    /**
     * A node that is to be added, with those under it.
     *
     * @param id chosen by the caller, so that it can refer to the node
     * @param leads everybody named under "by whom"
     * @param reports who reports; null when whoever reports for the node above does
     */
    public record NodeDraft(
            NodeId id,
            NodeKind kind,
            @Nullable String reference,
            String title,
            @Nullable String intendedOutcome,
            @Nullable String strategy,
            @Nullable String narrativeOnlyReason,
            @Nullable String ownerWords,
            List<UnitId> leads,
            @Nullable UnitId reports,
            Deadline deadline,
            List<NodeTag> tags,
            @Nullable Retired retired,
            List<NodeDraft> children) {}

    /** @param replacedBy the node that took its place; null when none did */
    public record Retired(
            LocalDate on, String because, @Nullable NodeId replacedBy) {}
}
