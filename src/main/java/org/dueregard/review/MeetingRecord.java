package org.dueregard.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with who came and what it settled, as documents carry it from one place to another.
 *
 * @param quorum as set for this meeting; null when it was not
 * @param members of the group as it was, with who came; none when that is not known
 * @param others who else was there, one a line
 */
public record MeetingRecord(
        String group,
        LocalDate on,
        LocalTime at,
        MeetingState state,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Integer quorum,
        List<MemberRecord> members,
        @Nullable String others,
        @Nullable Instant attendanceNotedAt,
        @Nullable String attendanceNotedBy,
        List<AgreementRecord> agreements,
        List<ActionRecord> actions,
        @Nullable MinutesRecord minutes,
        @Nullable ReportRecord report) {

    /** @param presence null where nobody said */
    public record MemberRecord(
            String post, boolean chair, @Nullable Presence presence) {}

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

    /** @param approvedOn the day of the meeting that approved them; null while none has */
    public record MinutesRecord(
            String words,
            Instant writtenAt,
            String writtenBy,
            @Nullable LocalDate approvedOn,
            @Nullable Instant approvedAt,
            @Nullable String approvedBy,
            List<CorrectionRecord> corrections) {}

    /** @param before what the minutes said until then */
    public record CorrectionRecord(String reason, String before, Instant at, String by) {}

    /** What people added to the report. */
    public record ReportRecord(Instant writtenAt, String writtenBy, Map<ReportSection, ReportKeeping.Added> words) {}

    /** @param owner who owes it, in words */
    public record ActionRecord(
            @Nullable NodeId node,
            String what,
            @Nullable UnitId unit,
            String owner,
            LocalDate dueOn,
            @Nullable String outcome,
            @Nullable LocalDate closedOn,
            @Nullable String closedBy,
            Instant recordedAt,
            List<NoteRecord> notes) {}

    /** What somebody said of how an action goes. */
    public record NoteRecord(String words, Instant at, String by) {}
}
