package org.dueregard.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;

/** A meeting with what it settled, as documents carry it from one place to another. */
public record MeetingRecord(
        String group,
        LocalDate on,
        LocalTime at,
        MeetingState state,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        List<AgreementRecord> agreements,
        List<ActionRecord> actions) {

    /**
     * A status that was settled.
     *
     * @param together whether with the rest, without being talked about
     */
    public record AgreementRecord(
            NodeId node,
            Status proposed,
            Status agreed,
            @Nullable String reason,
            @Nullable String decision,
            boolean together,
            Instant settledAt,
            String settledBy) {}

    /** @param owner who owes it, in words */
    public record ActionRecord(
            @Nullable NodeId node,
            String what,
            @Nullable UnitId unit,
            String owner,
            LocalDate dueOn,
            @Nullable String outcome,
            @Nullable LocalDate closedOn,
            Instant recordedAt) {}
}
