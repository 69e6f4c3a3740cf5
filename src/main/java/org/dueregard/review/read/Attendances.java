package org.dueregard.review.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.review.MeetingId;
import org.dueregard.review.Presence;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads who belongs to the group and who came, in one statement. Until a meeting is closed its members are whoever is on
 * the group today; from then on they are those it had.
 */
@Component
public class Attendances {

    private final JdbcClient jdbc;

    Attendances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(Attendance without, Attendance.@Nullable Member member) {}

    /** @throws NotHere for another council's meeting */
    public Attendance of(OrganisationId organisation, MeetingId meeting) {
        List<Row> rows = jdbc.sql("""
                        select meeting.version, meeting.others_present, meeting.quorum, meeting.attendance_noted_at,
                            meeting.attendance_noted_by, member.*,
                            (select earlier.quorum from meeting earlier join round its using (round_id)
                                where its.plan_id = round.plan_id and earlier.held_on < meeting.held_on
                                    and earlier.quorum is not null
                                order by earlier.held_on desc limit 1) as earlier_quorum
                        from meeting join round using (round_id) join plan using (plan_id)
                        left join lateral (
                            select coalesce(noted.member_id, today.person_id) as member_id,
                                coalesce(noted.post, today.post) as post, coalesce(noted.chair, today.chair) as chair,
                                noted.presence
                            from (select * from attendance where attendance.meeting_id = meeting.meeting_id) noted
                            full join (
                                select person.person_id, person.post, bool_or(held.role = 'CHAIR') as chair
                                from person join role_held held using (person_id)
                                where person.organisation_id = plan.organisation_id and person.ended_at is null
                                    and held.ended_at is null and held.role in ('REVIEWER', 'CHAIR')
                                    and meeting.state <> 'CLOSED'
                                group by person.person_id) today on today.person_id = noted.member_id) member on true
                        where meeting_id = :meeting and plan.organisation_id = :organisation
                        order by member.chair desc, lower(member.post), member.member_id""")
                .param("meeting", meeting.meetingId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> row(row))
                .list();
        if (rows.isEmpty()) {
            throw new NotHere();
        }
        List<Attendance.Member> members = new ArrayList<>();
        rows.forEach(row -> {
            if (row.member() != null) {
                members.add(row.member());
            }
        });
        Attendance without = rows.get(0).without();
        return new Attendance(
                without.version(),
                List.copyOf(members),
                without.others(),
                without.ownQuorum(),
                without.earlierQuorum(),
                without.notedAt(),
                without.notedBy());
    }

    private static Row row(ResultSet row) throws SQLException {
        Timestamp noted = row.getTimestamp("attendance_noted_at");
        UUID member = row.getObject("member_id", UUID.class);
        String presence = row.getString("presence");
        return new Row(
                new Attendance(
                        row.getLong("version"),
                        List.of(),
                        row.getString("others_present"),
                        row.getObject("quorum", Integer.class),
                        row.getObject("earlier_quorum", Integer.class),
                        noted == null ? null : noted.toInstant(),
                        row.getString("attendance_noted_by")),
                member == null
                        ? null
                        : new Attendance.Member(
                                member,
                                row.getString("post"),
                                row.getBoolean("chair"),
                                presence == null ? null : Presence.valueOf(presence)));
    }
}
