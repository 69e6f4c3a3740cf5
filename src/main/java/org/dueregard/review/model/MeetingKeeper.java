package org.dueregard.review.model;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.AgreedStatuses;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingKeeping;
import org.dueregard.review.read.Agenda;
import org.dueregard.review.read.AgendaItem;
import org.dueregard.review.read.Agendas;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class MeetingKeeper implements MeetingKeeping {

    private final Meetings meetings;
    private final Agendas agendas;
    private final AgreedStatuses statuses;
    private final History history;
    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingKeeper(
            Meetings meetings,
            Agendas agendas,
            AgreedStatuses statuses,
            History history,
            JdbcClient jdbc,
            Clock clock) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.statuses = statuses;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void open(SignedIn by, MeetingId id) {
        find(by, id).open(clock.instant());
        history.record(by, subject(id), "Meeting opened", null, null, null);
    }

    @Override
    public void settle(
            SignedIn by, MeetingId id, NodeId node, Status agreed, @Nullable String reason, @Nullable String decision) {
        Meeting meeting = find(by, id);
        meeting.requireOpen();
        AgendaItem item = agenda(by, id).item(node).orElseThrow(NotHere::new);
        if (agreed != item.proposed() && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException("Another status than the proposed one needs a reason");
        }
        write(by, meeting, item, agreed, agreed == item.proposed() ? null : reason, decision, false);
    }

    @Override
    public void agreeTheRest(SignedIn by, MeetingId id) {
        Meeting meeting = find(by, id);
        meeting.requireOpen();
        for (AgendaItem item : agenda(by, id).rest()) {
            if (!item.isSettled()) {
                write(by, meeting, item, item.proposed(), null, null, true);
            }
        }
    }

    private void write(
            SignedIn by,
            Meeting meeting,
            AgendaItem item,
            Status agreed,
            @Nullable String reason,
            @Nullable String decision,
            boolean together) {
        jdbc.sql("""
                        insert into agreement (meeting_id, node_id, proposed, agreed, reason, decision, together,
                            settled_at, settled_by)
                        values (:meeting, :node, :proposed, :agreed, :reason, :decision, :together, :at, :by)
                        on conflict (meeting_id, node_id) do update set proposed = excluded.proposed,
                            agreed = excluded.agreed, reason = excluded.reason, decision = excluded.decision,
                            together = excluded.together, settled_at = excluded.settled_at,
                            settled_by = excluded.settled_by""")
                .param("meeting", meeting.id().meetingId())
                .param("node", item.node().nodeId())
                .param("proposed", item.proposed().name())
                .param("agreed", agreed.name())
                .param("reason", reason, Types.VARCHAR)
                .param("decision", decision, Types.VARCHAR)
                .param("together", together)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.post())
                .update();
        statuses.agreed(meeting.round(), item.node(), agreed);
        history.record(
                by,
                new Subject("node", item.node().nodeId()),
                "Status agreed",
                item.proposed().words(),
                agreed.words(),
                reason);
    }

    @Override
    public void addAction(
            SignedIn by,
            MeetingId id,
            @Nullable NodeId node,
            String what,
            @Nullable UnitId unit,
            String owner,
            LocalDate due) {
        find(by, id).requireOpen();
        if (node != null && agenda(by, id).item(node).isEmpty()) {
            throw new NotHere();
        }
        UUID action = UUID.randomUUID();
        jdbc.sql("""
                        insert into meeting_action (action_id, meeting_id, node_id, what, unit_id, owner_words, due_on,
                            recorded_at)
                        values (:id, :meeting, :node, :what, :unit, :owner, :due, :at)""")
                .param("id", action)
                .param("meeting", id.meetingId())
                .param("node", node == null ? null : node.nodeId(), Types.OTHER)
                .param("what", what)
                .param("unit", unit == null ? null : unit.unitId(), Types.OTHER)
                .param("owner", owner)
                .param("due", due)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        history.record(by, new Subject("action", action), "Action recorded", null, what, null);
    }

    @Override
    public void close(SignedIn by, MeetingId id) {
        find(by, id).close(clock.instant());
        history.record(by, subject(id), "Meeting closed", null, null, null);
    }

    private Meeting find(SignedIn by, MeetingId id) {
        return meetings.findVisibleTo(by.organisation().organisationId(), id.meetingId())
                .orElseThrow(NotHere::new);
    }

    private Agenda agenda(SignedIn by, MeetingId id) {
        return agendas.find(by.organisation(), id).orElseThrow(NotHere::new);
    }

    private static Subject subject(MeetingId id) {
        return new Subject("meeting", id.meetingId());
    }
}
