package org.dueregard.review.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.RoundId;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a council's meetings, without their items. */
@Component
public class MeetingEntries {

    private static final String ENTRIES = """
            select meeting.*, round.name as round_name, plan.plan_id, plan.title
            from meeting join round using (round_id) join plan using (plan_id)
            where plan.organisation_id = :organisation
            """;

    private final JdbcClient jdbc;

    MeetingEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those to come first, then the latest. */
    public List<MeetingEntry> all(OrganisationId organisation) {
        return jdbc.sql(ENTRIES + "order by meeting.state = 'CLOSED', held_on desc, held_at limit 200")
                .param("organisation", organisation.organisationId())
                .query((row, number) -> entry(row))
                .list();
    }

    public Optional<MeetingEntry> find(OrganisationId organisation, MeetingId id) {
        return jdbc.sql(ENTRIES + "and meeting_id = :id")
                .param("organisation", organisation.organisationId())
                .param("id", id.meetingId())
                .query((row, number) -> entry(row))
                .optional();
    }

    private static MeetingEntry entry(ResultSet row) throws SQLException {
        return new MeetingEntry(
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                new RoundId(row.getObject("round_id", UUID.class)),
                row.getString("round_name"),
                new PlanId(row.getObject("plan_id", UUID.class)),
                row.getString("title"),
                row.getString("group_name"),
                row.getObject("held_on", LocalDate.class),
                row.getObject("held_at", LocalTime.class),
                MeetingState.valueOf(row.getString("state")));
    }
}
