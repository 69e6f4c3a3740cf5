package org.dueregard.review.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.OwedActions;
import org.dueregard.review.ActionId;
import org.dueregard.review.MeetingId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the actions that meetings recorded. */
@Component
public class Actions implements OwedActions {

    /**
     * An action as meetings show it.
     *
     * @param version to tell a stale form by
     * @param title of the item that it is about
     * @param from when the meeting that recorded it was held
     * @param notes what its owner said of it, the newest first
     */
    public record Entry(
            ActionId id,
            long version,
            @Nullable NodeId node,
            @Nullable String title,
            String what,
            @Nullable UnitId unit,
            String owner,
            LocalDate dueOn,
            @Nullable String outcome,
            @Nullable LocalDate closedOn,
            @Nullable String closedBy,
            MeetingId meeting,
            String group,
            LocalDate from,
            List<Note> notes) {

        public boolean isOpen() {
            return closedOn == null;
        }
    }

    /** What somebody said of how it goes. */
    public record Note(String words, Instant at, String by) {}

    private static final String NOTES = """
            array(select words from action_note note where note.action_id = action.action_id
                order by noted_at desc, note_id) as note_words,
            array(select noted_at from action_note note where note.action_id = action.action_id
                order by noted_at desc, note_id) as note_times,
            array(select noted_by from action_note note where note.action_id = action.action_id
                order by noted_at desc, note_id) as note_posts
            """;

    private static final String ENTRIES = "select action.*, " + NOTES + """
            , its.group_name, its.held_on, coalesce(indicator.name, node.title) as full_title
            from meeting_action action
            join meeting its on its.meeting_id = action.meeting_id
            left join plan_node node on node.node_id = action.node_id
            left join plan_indicator on plan_indicator.node_id = action.node_id
            left join indicator using (indicator_id)
            """;

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
                        select action_id, what, meeting.group_name, meeting.held_on, due_on, closed_on, said.*
                        from meeting_action action
                        left join lateral (select words, noted_at, noted_by from action_note
                            where action_note.action_id = action.action_id order by noted_at desc, note_id limit 1) said
                            on true
                        join meeting using (meeting_id)
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
                        row.getObject("closed_on", LocalDate.class),
                        row.getString("words"),
                        row.getTimestamp("noted_at") == null
                                ? null
                                : row.getTimestamp("noted_at").toInstant(),
                        row.getString("noted_by")))
                .list();
    }

    /**
     * Those of this meeting, and those of earlier ones of the same plan: open ones until they are closed, and what was
     * closed since the meeting before, which the group has not heard of yet.
     */
    public List<Entry> around(MeetingId meeting) {
        return jdbc.sql(ENTRIES + """
                        join round its_round on its_round.round_id = its.round_id
                        join meeting this on this.meeting_id = :meeting
                        join round this_round on this_round.round_id = this.round_id
                        where its_round.plan_id = this_round.plan_id and (its.meeting_id = this.meeting_id
                            or its.held_on < this.held_on and (action.closed_on is null or action.closed_on >= (
                                select max(before.held_on) from meeting before
                                join round before_round on before_round.round_id = before.round_id
                                where before_round.plan_id = this_round.plan_id and before.held_on < this.held_on)))
                        order by closed_on is not null, due_on, recorded_at limit 200""")
                .param("meeting", meeting.meetingId())
                .query((row, number) -> entry(row))
                .list();
    }

    /** An action that the person may see: of their council for who sits on the group, else of their units. */
    public Optional<Entry> find(SignedIn person, ActionId id) {
        boolean ofTheGroup = person.is(Role.REVIEWER) || person.is(Role.CHAIR) || person.is(Role.POLICY_OFFICER);
        return jdbc.sql(ENTRIES + """
                        join round its_round on its_round.round_id = its.round_id
                        join plan on plan.plan_id = its_round.plan_id
                        where action.action_id = :id and plan.organisation_id = :organisation
                            and (:group or action.unit_id in (select unit_id from role_covers
                                where person_id = :person and role = 'SERVICE_MANAGER'))""")
                .param("id", id.actionId())
                .param("organisation", person.organisation().organisationId())
                .param("group", ofTheGroup)
                .param("person", person.person().personId())
                .query((row, number) -> entry(row))
                .optional();
    }

    /** Whether the person may say how it goes: who leads the group of any, owners of theirs. */
    public boolean mayNote(SignedIn person, Entry action) {
        return action.isOpen()
                && (person.is(Role.CHAIR)
                        || person.is(Role.POLICY_OFFICER)
                        || jdbc.sql("select exists (select from role_covers where person_id = :person"
                                        + " and role = 'SERVICE_MANAGER' and unit_id = :unit)")
                                .param("person", person.person().personId())
                                .param(
                                        "unit",
                                        action.unit() == null
                                                ? null
                                                : action.unit().unitId(),
                                        Types.OTHER)
                                .query(Boolean.class)
                                .single());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        UUID node = row.getObject("node_id", UUID.class);
        UUID unit = row.getObject("unit_id", UUID.class);
        return new Entry(
                new ActionId(row.getObject("action_id", UUID.class)),
                row.getLong("version"),
                node == null ? null : new NodeId(node),
                row.getString("full_title"),
                row.getString("what"),
                unit == null ? null : new UnitId(unit),
                row.getString("owner_words"),
                row.getObject("due_on", LocalDate.class),
                row.getString("outcome"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("closed_by"),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                row.getString("group_name"),
                row.getObject("held_on", LocalDate.class),
                notes(row));
    }

    private static List<Note> notes(ResultSet row) throws SQLException {
        String[] words = (String[]) row.getArray("note_words").getArray();
        Timestamp[] times = (Timestamp[]) row.getArray("note_times").getArray();
        String[] posts = (String[]) row.getArray("note_posts").getArray();
        return IntStream.range(0, words.length)
                .mapToObj(place -> new Note(words[place], times[place].toInstant(), posts[place]))
                .toList();
    }
}
