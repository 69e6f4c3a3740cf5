package org.dueregard.reporting.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.calendar.Period;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.PlanCatalogue;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.Asks;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundDraft;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rounds for policy officers: three statements a board. */
@Component
public class Boards {

    /** A round in a list. */
    public record Entry(
            RoundId id,
            String name,
            PlanId planId,
            String plan,
            Period period,
            RoundState state,
            LocalDate opensOn,
            LocalDate dueOn,
            @Nullable LocalDate meetingOn) {}

    private final JdbcClient jdbc;
    private final Doubts doubts;
    private final Clock clock;

    Boards(JdbcClient jdbc, Doubts doubts, Clock clock) {
        this.jdbc = jdbc;
        this.doubts = doubts;
        this.clock = clock;
    }

    /** The council's rounds, open ones first, then the newest; of the same day, by {@link PlanCatalogue plan}. */
    public List<Entry> all(SignedIn by) {
        return jdbc.sql("""
                        select round.*, plan.title from round join plan using (plan_id)
                        where plan.organisation_id = :organisation
                        order by round.state <> 'OPEN', round.period_last desc,""" + PlanCatalogue.IN_ORDER + ", round.name limit 200")
                .param("organisation", by.organisation().organisationId())
                .query((row, number) -> new Entry(
                        new RoundId(row.getObject("round_id", UUID.class)),
                        row.getString("name"),
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        row.getString("title"),
                        Period.parse(row.getString("period")),
                        RoundState.valueOf(row.getString("state")),
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("meeting_on", LocalDate.class)))
                .list();
    }

    public Optional<Board> find(SignedIn by, RoundId id) {
        return jdbc.sql("""
                        select round.*, plan.title,
                            (select count(*) from plan_node node where node.plan_id = round.plan_id
                                and node.owes_update and node.reporting_unit_id is null) as unowned
                        from round join plan using (plan_id)
                        where round_id = :id and plan.organisation_id = :organisation""")
                .param("id", id.roundId())
                .param("organisation", by.organisation().organisationId())
                .query((row, number) -> board(row))
                .optional();
    }

    private Board board(ResultSet row) throws SQLException {
        RoundId id = new RoundId(row.getObject("round_id", UUID.class));
        RoundState state = RoundState.valueOf(row.getString("state"));
        return new Board(
                id,
                row.getString("name"),
                row.getString("title"),
                state,
                row.getLong("version"),
                new RoundDraft(
                        row.getString("name"),
                        Period.parse(row.getString("period")),
                        Asks.valueOf(row.getString("asks")),
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class),
                        row.getObject("meeting_on", LocalDate.class)),
                row.getObject("due_on", LocalDate.class),
                row.getObject("meeting_on", LocalDate.class),
                Sheets.instant(row, "closed_at"),
                row.getString("closed_by"),
                row.getInt("unowned"),
                owners(id, state),
                doubts.of(id));
    }

    private List<Board.Owner> owners(RoundId id, RoundState round) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("""
                        select owed.*, unit.name as unit_name, above.name as above_name,
                            coalesce(department.name, unit.name) as department_name, counts.*
                        from return owed
                        join unit using (unit_id)
                        left join unit above on above.unit_id = unit.parent_id
                        left join unit department on department.unit_id = any (unit.ancestors) and department.kind = 'DEPARTMENT'
                        cross join lateral (
                            select count(*) as items, count(*) filter (where choice is not null) as done
                            from return_item item where item.return_id = owed.return_id) counts
                        where owed.round_id = :round and counts.items > 0
                        order by
                            not (owed.state in ('NOT_STARTED', 'DRAFT', 'SENT_BACK') and owed.due_on < :today),
                            array_position(
                                array['SENT_BACK', 'NOT_STARTED', 'DRAFT', 'SUBMITTED', 'ACCEPTED'], owed.state),
                            unit.name""")
                .param("round", id.roundId())
                .param("today", today)
                .query((row, number) -> {
                    ReturnState state = ReturnState.valueOf(row.getString("state"));
                    LocalDate due = row.getObject("due_on", LocalDate.class);
                    boolean in = state == ReturnState.SUBMITTED || state == ReturnState.ACCEPTED;
                    return new Board.Owner(
                            new ReturnId(row.getObject("return_id", UUID.class)),
                            row.getString("unit_name"),
                            row.getString("above_name"),
                            row.getString("department_name"),
                            state,
                            due,
                            row.getInt("items"),
                            row.getInt("done"),
                            Sheets.instant(row, "saved_at"),
                            Sheets.instant(row, "submitted_at"),
                            Sheets.instant(row, "accepted_at"),
                            Sheets.instant(row, "sent_back_at"),
                            row.getString("sent_back_reason"),
                            Sheets.instant(row, "reminded_at"),
                            !in && round == RoundState.OPEN && due.isBefore(today));
                })
                .list();
    }
}
