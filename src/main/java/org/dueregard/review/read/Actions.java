package org.dueregard.review.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.OwedActions;
import org.dueregard.review.MeetingId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the actions that meetings recorded. */
@Component
public class Actions implements OwedActions {

    /** An action as meetings show it. */
    public record Entry(
            UUID id,
            @Nullable NodeId node,
            String what,
            String owner,
            LocalDate dueOn,
            @Nullable String outcome,
            @Nullable LocalDate closedOn,
            MeetingId meeting) {

        public boolean isOpen() {
            return closedOn == null;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Actions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<OwedAction> of(SignedIn person) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("""
                        select action_id, what, meeting.group_name, meeting.held_on, due_on, closed_on
                        from meeting_action action join meeting using (meeting_id)
                        where action.unit_id in (
                            select unit_id from role_covers where person_id = :person and role = 'SERVICE_MANAGER')
                            and (closed_on is null or closed_on > :recently)
                        order by closed_on is not null, due_on limit 100""")
                .param("person", person.person().personId())
                .param("recently", today.minusMonths(6))
                .query((row, number) -> new OwedAction(
                        row.getObject("action_id", UUID.class),
                        row.getString("what"),
                        row.getString("group_name"),
                        row.getObject("due_on", LocalDate.class),
                        ChronoUnit.DAYS.between(today, row.getObject("due_on", LocalDate.class)),
                        row.getObject("closed_on", LocalDate.class)))
                .list();
    }

    /** Those of this meeting, and those of earlier ones of the same plan that were open when it came. */
    public List<Entry> around(MeetingId meeting) {
        return jdbc.sql("""
                        select action.* from meeting_action action
                        join meeting its using (meeting_id)
                        join round its_round on its_round.round_id = its.round_id
                        join meeting this on this.meeting_id = :meeting
                        join round this_round on this_round.round_id = this.round_id
                        where its_round.plan_id = this_round.plan_id and (its.meeting_id = this.meeting_id
                            or its.held_on < this.held_on)
                        order by closed_on is not null, due_on limit 200""")
                .param("meeting", meeting.meetingId())
                .query((row, number) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        UUID node = row.getObject("node_id", UUID.class);
        return new Entry(
                row.getObject("action_id", UUID.class),
                node == null ? null : new NodeId(node),
                row.getString("what"),
                row.getString("owner_words"),
                row.getObject("due_on", LocalDate.class),
                row.getString("outcome"),
                row.getObject("closed_on", LocalDate.class),
                new MeetingId(row.getObject("meeting_id", UUID.class)));
    }
}
