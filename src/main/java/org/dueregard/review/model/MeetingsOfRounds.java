package org.dueregard.review.model;

import java.sql.Types;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundPlanned;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.Sentences;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every round that says when the group meets has its meeting; one that has begun is left alone. */
@Component
class MeetingsOfRounds {

    private final JdbcClient jdbc;
    private final Sentences sentences;

    MeetingsOfRounds(JdbcClient jdbc, Sentences sentences) {
        this.jdbc = jdbc;
        this.sentences = sentences;
    }

    /** The group and the hour are those of the council's meeting before; a first one is of the group that agreed the plan. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RoundPlanned planned) {
        if (planned.meetingOn() == null) {
            cancel(planned.round());
            return;
        }
        requireDayOfOneThatBegan(planned);
        jdbc.sql("""
                        insert into meeting (meeting_id, round_id, group_name, held_on, held_at, state)
                        select gen_random_uuid(), round.round_id,
                            coalesce(before.group_name, nullif(plan.agreed_by, ''), cast(:group as text)), :on,
                            coalesce(before.held_at, time '14:00'), 'PLANNED'
                        from round join plan using (plan_id)
                        left join lateral (
                            select group_name, held_at from meeting
                            join round other using (round_id) join plan of on of.plan_id = other.plan_id
                            where of.organisation_id = plan.organisation_id
                            order by other.plan_id <> plan.plan_id, held_on desc limit 1) before on true
                        where round.round_id = :round
                        on conflict (round_id) do update set held_on = excluded.held_on
                        where meeting.state = 'PLANNED'""")
                .param("round", planned.round().roundId())
                .param("on", planned.meetingOn(), Types.DATE)
                .param("group", sentences.of("review.group"))
                .update();
    }

    /** Else the round would name another day than the meeting's agenda, minutes and report do. */
    private void requireDayOfOneThatBegan(RoundPlanned planned) {
        boolean anotherDay = jdbc.sql("""
                        select exists (select 1 from meeting where round_id = :round and state <> 'PLANNED'
                            and held_on <> :on)""")
                .param("round", planned.round().roundId())
                .param("on", planned.meetingOn(), Types.DATE)
                .query(Boolean.class)
                .single();
        if (anotherDay) {
            throw new AlreadyDone("review.meeting.begun");
        }
    }

    /** Who said that they would come is forgotten with it; what was recorded at a meeting is not. */
    private void cancel(RoundId round) {
        boolean recorded = jdbc.sql("""
                        select exists (select 1 from meeting where round_id = :round and (state <> 'PLANNED'
                            or exists (select 1 from agreement of where of.meeting_id = meeting.meeting_id)
                            or exists (select 1 from meeting_action of where of.meeting_id = meeting.meeting_id)
                            or exists (select 1 from minutes of where of.meeting_id = meeting.meeting_id)
                            or exists (select 1 from report of where of.meeting_id = meeting.meeting_id)))""")
                .param("round", round.roundId())
                .query(Boolean.class)
                .single();
        if (recorded) {
            throw new AlreadyDone("review.meeting.recorded");
        }
        jdbc.sql(
                        "delete from attendance using meeting where meeting.meeting_id = attendance.meeting_id and round_id = :round")
                .param("round", round.roundId())
                .update();
        jdbc.sql("delete from meeting where round_id = :round")
                .param("round", round.roundId())
                .update();
    }
}
