package org.dueregard.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dueregard.indicator.AssessmentId;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;

/** A round with everything that was returned in it, as documents carry it from one place to another. */
public record RoundRecord(
        RoundDraft draft,
        RoundState state,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        List<ReturnRecord> returns) {

    /** What one unit returned. */
    public record ReturnRecord(
            UnitId unit,
            ReturnState state,
            LocalDate dueOn,
            @Nullable Instant savedAt,
            @Nullable String savedBy,
            @Nullable Instant submittedAt,
            @Nullable String submittedBy,
            boolean onBehalf,
            @Nullable Instant sentBackAt,
            @Nullable String sentBackBy,
            @Nullable String sentBackReason,
            @Nullable Instant acceptedAt,
            @Nullable String acceptedBy,
            List<ItemRecord> items) {}

    /** @param agreed what the group agreed; null while it has not */
    public record ItemRecord(
            NodeId node,
            ItemWords words,
            @Nullable Instant savedAt,
            @Nullable String savedBy,
            @Nullable Instant acceptedAt,
            @Nullable String acceptedBy,
            @Nullable AssessmentId assessment,
            @Nullable Status agreed) {}
}
