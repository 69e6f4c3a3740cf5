package org.dueregard.review.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.RoundId;
import org.dueregard.review.MeetingArchive;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingRecord;
import org.dueregard.review.MeetingRecord.ActionRecord;
import org.dueregard.review.MeetingRecord.AgreementRecord;
import org.dueregard.review.MeetingRecord.CorrectionRecord;
import org.dueregard.review.MeetingRecord.MemberRecord;
import org.dueregard.review.MeetingRecord.MinutesRecord;
import org.dueregard.review.MeetingRecord.NoteRecord;
import org.dueregard.review.MeetingRecord.ReportRecord;
import org.dueregard.review.MeetingState;
import org.dueregard.review.Presence;
import org.dueregard.review.read.ReportWording;
import org.dueregard.review.read.ReportWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class MeetingArchivist implements MeetingArchive {

    private final ReportWording wording;
    private final JdbcClient jdbc;

    MeetingArchivist(ReportWording wording, JdbcClient jdbc) {
        this.wording = wording;
        this.jdbc = jdbc;
    }

    @Override
    public MeetingId restore(RoundId round, MeetingRecord meeting) {
        MeetingId id = MeetingId.random();
        jdbc.sql("""
                        insert into meeting (meeting_id, round_id, group_name, held_on, held_at, state, opened_at,
                            closed_at, quorum, others_present, attendance_noted_at, attendance_noted_by)
                        values (:id, :round, :group, :on, :at, :state, :openedAt, :closedAt, :quorum, :others,
                            :notedAt, :notedBy)""")
                .param("id", id.meetingId())
                .param("round", round.roundId())
                .param("group", meeting.group())
                .param("on", meeting.on())
                .param("at", meeting.at())
                .param("state", meeting.state().name())
                .param("openedAt", at(meeting.openedAt()), Types.TIMESTAMP)
                .param("closedAt", at(meeting.closedAt()), Types.TIMESTAMP)
                .param("quorum", meeting.quorum(), Types.INTEGER)
                .param("others", meeting.others(), Types.VARCHAR)
                .param("notedAt", at(meeting.attendanceNotedAt()), Types.TIMESTAMP)
                .param("notedBy", meeting.attendanceNotedBy(), Types.VARCHAR)
                .update();
        for (MemberRecord member : meeting.members()) {
            jdbc.sql("""
                            insert into attendance (meeting_id, member_id, post, chair, presence)
                            values (:meeting, gen_random_uuid(), :post, :chair, :presence)""")
                    .param("meeting", id.meetingId())
                    .param("post", member.post())
                    .param("chair", member.chair())
                    .param(
                            "presence",
                            member.presence() == null ? null : member.presence().name(),
                            Types.VARCHAR)
                    .update();
        }
        for (AgreementRecord agreement : meeting.agreements()) {
            jdbc.sql("""
                            insert into agreement (meeting_id, node_id, proposed, agreed, reason, decision, together,
                                settled_at, settled_by)
                            values (:meeting, :node, :proposed, :agreed, :reason, :decision, :together, :at, :by)""")
                    .param("meeting", id.meetingId())
                    .param("node", agreement.node().nodeId())
                    .param("proposed", agreement.proposed().name())
                    .param("agreed", agreement.agreed().name())
                    .param("reason", agreement.reason(), Types.VARCHAR)
                    .param("decision", agreement.decision(), Types.VARCHAR)
                    .param("together", agreement.together())
                    .param("at", Timestamp.from(agreement.settledAt()))
                    .param("by", agreement.settledBy())
                    .update();
        }
        for (ActionRecord action : meeting.actions()) {
            UUID actionId = UUID.randomUUID();
            jdbc.sql("""
                            insert into meeting_action (action_id, meeting_id, node_id, what, unit_id, owner_words, due_on,
                                outcome, closed_on, closed_by, recorded_at)
                            values (:id, :meeting, :node, :what, :unit, :owner, :due, :outcome, :closed,
                                :closedBy, :at)""")
                    .param("meeting", id.meetingId())
                    .param("node", action.node() == null ? null : action.node().nodeId(), Types.OTHER)
                    .param("what", action.what())
                    .param("unit", action.unit() == null ? null : action.unit().unitId(), Types.OTHER)
                    .param("owner", action.owner())
                    .param("due", action.dueOn())
                    .param("outcome", action.outcome(), Types.VARCHAR)
                    .param("closed", action.closedOn(), Types.DATE)
                    .param("closedBy", action.closedBy(), Types.VARCHAR)
                    .param("at", Timestamp.from(action.recordedAt()))
                    .param("id", actionId)
                    .update();
            for (NoteRecord note : action.notes()) {
                jdbc.sql("insert into action_note (note_id, action_id, words, noted_at, noted_by)"
                                + " values (gen_random_uuid(), :action, :words, :at, :by)")
                        .param("action", actionId)
                        .param("words", note.words())
                        .param("at", Timestamp.from(note.at()))
                        .param("by", note.by())
                        .update();
            }
        }
        MinutesRecord minutes = meeting.minutes();
        if (minutes != null) {
            restore(id, minutes);
        }
        ReportRecord report = meeting.report();
        if (report != null) {
            restore(id, report);
        }
        return id;
    }

    private void restore(MeetingId id, MinutesRecord minutes) {
        jdbc.sql("""
                        insert into minutes (meeting_id, words, written_at, written_by, approved_on, approved_at,
                            approved_by)
                        values (:meeting, :words, :at, :by, :approvedOn, :approvedAt, :approvedBy)""")
                .param("meeting", id.meetingId())
                .param("words", minutes.words())
                .param("at", Timestamp.from(minutes.writtenAt()))
                .param("by", minutes.writtenBy())
                .param("approvedOn", minutes.approvedOn(), Types.DATE)
                .param("approvedAt", at(minutes.approvedAt()), Types.TIMESTAMP)
                .param("approvedBy", minutes.approvedBy(), Types.VARCHAR)
                .update();
        int place = 0;
        for (CorrectionRecord correction : minutes.corrections()) {
            jdbc.sql("""
                            insert into minutes_correction (meeting_id, place, reason, words_before, corrected_at,
                                corrected_by)
                            values (:meeting, :place, :reason, :before, :at, :by)""")
                    .param("meeting", id.meetingId())
                    .param("place", ++place)
                    .param("reason", correction.reason())
                    .param("before", correction.before())
                    .param("at", Timestamp.from(correction.at()))
                    .param("by", correction.by())
                    .update();
        }
    }

    private void restore(MeetingId id, ReportRecord report) {
        jdbc.sql("insert into report (meeting_id, written_at, written_by, version) values (:meeting, :at, :by, 1)")
                .param("meeting", id.meetingId())
                .param("at", Timestamp.from(report.writtenAt()))
                .param("by", report.writtenBy())
                .update();
        report.words()
                .forEach((section, added) -> jdbc.sql("""
                                insert into report_words (meeting_id, section, words_before, words_after)
                                values (:meeting, :section, nullif(:before, ''), nullif(:after, ''))""")
                        .param("meeting", id.meetingId())
                        .param("section", section.name())
                        .param("before", added.before())
                        .param("after", added.after())
                        .update());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MeetingRecord> of(RoundId round) {
        return jdbc.sql("select * from meeting where round_id = :round")
                .param("round", round.roundId())
                .query((row, number) -> {
                    UUID id = row.getObject("meeting_id", UUID.class);
                    return new MeetingRecord(
                            row.getString("group_name"),
                            row.getObject("held_on", LocalDate.class),
                            row.getObject("held_at", LocalTime.class),
                            MeetingState.valueOf(row.getString("state")),
                            instant(row, "opened_at"),
                            instant(row, "closed_at"),
                            row.getObject("quorum", Integer.class),
                            members(id),
                            row.getString("others_present"),
                            instant(row, "attendance_noted_at"),
                            row.getString("attendance_noted_by"),
                            agreements(id),
                            actions(id),
                            minutes(id),
                            report(id));
                })
                .optional();
    }

    private List<MemberRecord> members(UUID meeting) {
        return jdbc.sql("select * from attendance where meeting_id = :meeting"
                        + " order by chair desc, lower(post), presence, member_id")
                .param("meeting", meeting)
                .query((row, number) -> {
                    String presence = row.getString("presence");
                    return new MemberRecord(
                            row.getString("post"),
                            row.getBoolean("chair"),
                            presence == null ? null : Presence.valueOf(presence));
                })
                .list();
    }

    private List<AgreementRecord> agreements(UUID meeting) {
        return jdbc.sql("""
                        select agreement.* from agreement join plan_node using (node_id)
                        where meeting_id = :meeting order by reading_order""")
                .param("meeting", meeting)
                .query((row, number) -> new AgreementRecord(
                        new NodeId(row.getObject("node_id", UUID.class)),
                        Status.valueOf(row.getString("proposed")),
                        Status.valueOf(row.getString("agreed")),
                        row.getString("reason"),
                        row.getString("decision"),
                        row.getBoolean("together"),
                        row.getTimestamp("settled_at").toInstant(),
                        row.getString("settled_by")))
                .list();
    }

    private List<ActionRecord> actions(UUID meeting) {
        Map<UUID, List<NoteRecord>> notes = new HashMap<>();
        jdbc.sql("select action_note.* from action_note join meeting_action using (action_id)"
                        + " where meeting_id = :meeting order by noted_at, note_id")
                .param("meeting", meeting)
                .query((row, number) -> notes.computeIfAbsent(
                                row.getObject("action_id", UUID.class), any -> new ArrayList<>())
                        .add(new NoteRecord(
                                row.getString("words"),
                                row.getTimestamp("noted_at").toInstant(),
                                row.getString("noted_by"))))
                .list();
        return jdbc.sql("select * from meeting_action where meeting_id = :meeting order by recorded_at, due_on, what")
                .param("meeting", meeting)
                .query((row, number) -> {
                    UUID node = row.getObject("node_id", UUID.class);
                    UUID unit = row.getObject("unit_id", UUID.class);
                    return new ActionRecord(
                            node == null ? null : new NodeId(node),
                            row.getString("what"),
                            unit == null ? null : new UnitId(unit),
                            row.getString("owner_words"),
                            row.getObject("due_on", LocalDate.class),
                            row.getString("outcome"),
                            row.getObject("closed_on", LocalDate.class),
                            row.getString("closed_by"),
                            row.getTimestamp("recorded_at").toInstant(),
                            notes.getOrDefault(row.getObject("action_id", UUID.class), List.of()));
                })
                .list();
    }

    private @Nullable MinutesRecord minutes(UUID meeting) {
        List<CorrectionRecord> corrections = jdbc.sql(
                        "select * from minutes_correction where meeting_id = :meeting order by place")
                .param("meeting", meeting)
                .query((row, number) -> new CorrectionRecord(
                        row.getString("reason"),
                        row.getString("words_before"),
                        row.getTimestamp("corrected_at").toInstant(),
                        row.getString("corrected_by")))
                .list();
        return jdbc.sql("select * from minutes where meeting_id = :meeting")
                .param("meeting", meeting)
                .query((row, number) -> new MinutesRecord(
                        row.getString("words"),
                        row.getTimestamp("written_at").toInstant(),
                        row.getString("written_by"),
                        row.getObject("approved_on", LocalDate.class),
                        instant(row, "approved_at"),
                        row.getString("approved_by"),
                        corrections))
                .optional()
                .orElse(null);
    }

    private @Nullable ReportRecord report(UUID meeting) {
        ReportWords words = wording.of(new MeetingId(meeting));
        return words.writtenAt() == null || words.writtenBy() == null
                ? null
                : new ReportRecord(words.writtenAt(), words.writtenBy(), words.words());
    }

    private static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
