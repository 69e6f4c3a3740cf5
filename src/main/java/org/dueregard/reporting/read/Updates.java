package org.dueregard.reporting.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.PlanCatalogue;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.ReturnState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a service manager owes, and what they sent before. */
@Component
public class Updates {

    /**
     * A return in a list.
     *
     * @param plan its title
     * @param started how many of its items have something typed
     */
    public record Owed(
            ReturnId id,
            String plan,
            String round,
            String period,
            String unit,
            ReturnState state,
            LocalDate dueOn,
            boolean open,
            int items,
            int started,
            @Nullable Instant savedAt,
            @Nullable Instant submittedAt,
            @Nullable String sentBackReason,
            @Nullable LocalDate meetingOn) {

        public boolean isIn() {
            return state == ReturnState.SUBMITTED || state == ReturnState.ACCEPTED;
        }
    }

    private final JdbcClient jdbc;

    Updates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The returns of the person's units, open rounds first, the soonest due before the others. */
    public List<Owed> of(SignedIn by) {
        return jdbc.sql("""
                        select owed.*, round.name as round_name, round.period, round.state = 'OPEN' as open,
                            round.meeting_on, plan.title as plan_title, unit.name as unit_name, counts.*
                        from return owed
                        join round using (round_id)
                        join unit using (unit_id)
                        join plan on plan.plan_id = round.plan_id
                        cross join lateral (
                            select count(*) as items, count(*) filter (where choice is not null) as started
                            from return_item item where item.return_id = owed.return_id) counts
                        where round.state <> 'PLANNED' and owed.unit_id in (
                            select unit_id from role_covers
                            where person_id = :person and role = 'SERVICE_MANAGER')
                        order by round.state = 'CLOSED', case when round.state = 'OPEN' then owed.due_on end,
                            round.period_last desc,""" + PlanCatalogue.IN_ORDER + ", unit.name limit 200")
                .param("person", by.person().personId())
                .query((row, number) -> new Owed(
                        new ReturnId(row.getObject("return_id", UUID.class)),
                        row.getString("plan_title"),
                        row.getString("round_name"),
                        row.getString("period"),
                        row.getString("unit_name"),
                        ReturnState.valueOf(row.getString("state")),
                        row.getObject("due_on", LocalDate.class),
                        row.getBoolean("open"),
                        row.getInt("items"),
                        row.getInt("started"),
                        Sheets.instant(row, "saved_at"),
                        Sheets.instant(row, "submitted_at"),
                        row.getString("sent_back_reason"),
                        row.getObject("meeting_on", LocalDate.class)))
                .list();
    }
}
