package org.dueregard.review.model;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.AgreedStatuses;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingKeeping;
import org.dueregard.review.Presence;
import org.dueregard.review.paper.MinutesDraft;
import org.dueregard.review.read.Agenda;
import org.dueregard.review.read.AgendaItem;
import org.dueregard.review.read.Agendas;
import org.dueregard.review.read.Attendance;
import org.dueregard.review.read.Attendances;
import org.dueregard.site.NotHere;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class MeetingKeeper implements MeetingKeeping {

    private final Meetings meetings;
    private final MeetingActions actions;
    private final Agendas agendas;
    private final Attendances attendances;
    private final WrittenMinutes minutes;
    private final MinutesDraft draft;
    private final AgreedStatuses statuses;
    private final History history;
    private final Sentences sentences;
    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingKeeper(
            Meetings meetings,
            MeetingActions actions,
            Agendas agendas,
            Attendances attendances,
            WrittenMinutes minutes,
            MinutesDraft draft,
            AgreedStatuses statuses,
            History history,
            Sentences sentences,
            JdbcClient jdbc,
            Clock clock) {
        this.meetings = meetings;
        this.actions = actions;
        this.agendas = agendas;
        this.attendances = attendances;
        this.minutes = minutes;
        this.draft = draft;
        this.statuses = statuses;
        this.history = history;
        this.sentences = sentences;
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
        MeetingAction action = actions.save(new MeetingAction(id, node, what, unit, owner, due, clock.instant()));
        history.record(
                by, new Subject("action", action.id().actionId()), "Action recorded", null, action.words(), null);
    }

    @Override
    public void close(SignedIn by, MeetingId id) {
        Meeting meeting = find(by, id);
        meeting.close(clock.instant());
        write(meeting, attendances.of(by.organisation(), id).members());
        history.record(by, subject(id), "Meeting closed", null, null, null);
        meetings.flush();
        minutes.save(new Minutes(id, draft.of(by, id), clock.instant(), by.post()));
    }

    @Override
    public void noteAttendance(
            SignedIn by,
            MeetingId id,
            long version,
            Map<UUID, Presence> presence,
            @Nullable String others,
            @Nullable Integer quorum) {
        Meeting meeting = find(by, id);
        if (meeting.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Meeting.class, id);
        }
        Attendance before = attendances.of(by.organisation(), id);
        List<Attendance.Member> members = before.members().stream()
                .map(member -> member.being(presence.get(member.id())))
                .toList();
        meeting.noteAttendance(others, quorum, by.post(), clock.instant());
        write(meeting, members);
        history.record(
                by,
                subject(id),
                "Attendance noted",
                before.isNoted() ? said(before.members()) : null,
                said(members),
                null);
    }

    private void write(Meeting meeting, List<Attendance.Member> members) {
        for (Attendance.Member member : members) {
            jdbc.sql("""
                            insert into attendance (meeting_id, member_id, post, chair, presence)
                            values (:meeting, :member, :post, :chair, :presence)
                            on conflict (meeting_id, member_id) do update set presence = excluded.presence""")
                    .param("meeting", meeting.id().meetingId())
                    .param("member", member.id())
                    .param("post", member.post())
                    .param("chair", member.chair())
                    .param(
                            "presence",
                            member.presence() == null ? null : member.presence().name(),
                            Types.VARCHAR)
                    .update();
        }
    }

    private String said(List<Attendance.Member> members) {
        return members.stream()
                .filter(member -> member.presence() != null)
                .map(member -> member.post() + ": " + sentences.of("review.presence." + member.presence()))
                .collect(Collectors.joining("\n"));
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
