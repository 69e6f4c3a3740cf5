package org.dueregard.review.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.review.MeetingId;
import org.dueregard.review.read.MinutesSheet.Correction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads minutes with their corrections, in one statement. */
@Component
public class MinutesSheets {

    /** Minutes of the meeting before, which this one may approve. */
    public record Earlier(MeetingId meeting, LocalDate on, long version, boolean approved) {}

    private final JdbcClient jdbc;

    MinutesSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<MinutesSheet> find(OrganisationId organisation, MeetingId meeting) {
        List<Correction> corrections = new ArrayList<>();
        List<MinutesSheet> found = jdbc.sql("""
                        select minutes.*, correction.reason, correction.words_before, correction.corrected_at,
                            correction.corrected_by
                        from minutes join meeting using (meeting_id) join round using (round_id)
                        join plan using (plan_id)
                        left join minutes_correction correction on correction.meeting_id = minutes.meeting_id
                        where minutes.meeting_id = :meeting and plan.organisation_id = :organisation
                        order by correction.place""")
                .param("meeting", meeting.meetingId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> {
                    if (row.getString("reason") != null) {
                        corrections.add(new Correction(
                                row.getString("reason"),
                                row.getString("words_before"),
                                row.getTimestamp("corrected_at").toInstant(),
                                row.getString("corrected_by")));
                    }
                    Instant written = row.getTimestamp("written_at").toInstant();
                    return new MinutesSheet(
                            meeting,
                            row.getLong("version") + 1,
                            row.getString("words"),
                            written,
                            row.getString("written_by"),
                            row.getObject("approved_on", LocalDate.class),
                            row.getString("approved_by"),
                            corrections);
                })
                .list();
        return found.stream().findFirst();
    }

    /** Of the last meeting of the same plan that is closed. */
    public Optional<Earlier> before(MeetingId meeting) {
        return jdbc.sql("""
                        select earlier.meeting_id, earlier.held_on, minutes.version, minutes.approved_on
                        from meeting this join round this_round on this_round.round_id = this.round_id
                        join round on round.plan_id = this_round.plan_id
                        join meeting earlier on earlier.round_id = round.round_id
                        left join minutes on minutes.meeting_id = earlier.meeting_id
                        where this.meeting_id = :meeting and earlier.held_on < this.held_on
                            and earlier.state = 'CLOSED'
                        order by earlier.held_on desc limit 1""")
                .param("meeting", meeting.meetingId())
                .query((row, number) -> new Earlier(
                        new MeetingId(row.getObject("meeting_id", UUID.class)),
                        row.getObject("held_on", LocalDate.class),
                        row.getObject("version", Long.class) == null ? 0 : row.getLong("version") + 1,
                        row.getObject("approved_on", LocalDate.class) != null))
                .optional();
    }
}
