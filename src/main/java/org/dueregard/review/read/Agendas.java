package org.dueregard.review.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.StoredEvidence;
import org.dueregard.reporting.StoredWords;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingState;
import org.dueregard.review.read.AgendaItem.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads meetings with their items: two statements an agenda, however many items. */
@Component
public class Agendas {

    private final JdbcClient jdbc;

    Agendas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Agenda> find(OrganisationId organisation, MeetingId id) {
        return jdbc.sql("""
                        select meeting.*, round.name as round_name, round.period_last, plan.title,
                            (select earlier.name from round earlier where earlier.plan_id = round.plan_id
                                and earlier.state = 'CLOSED' and earlier.period_last < round.period_last
                                order by earlier.period_last desc limit 1) as round_before
                        from meeting join round using (round_id) join plan using (plan_id)
                        where meeting_id = :id and plan.organisation_id = :organisation""")
                .param("id", id.meetingId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> agenda(row))
                .optional();
    }

    private Agenda agenda(ResultSet row) throws SQLException {
        MeetingId id = new MeetingId(row.getObject("meeting_id", UUID.class));
        RoundId round = new RoundId(row.getObject("round_id", UUID.class));
        Agenda empty = new Agenda(
                id,
                round,
                row.getString("round_name"),
                row.getString("round_before"),
                row.getString("title"),
                row.getString("group_name"),
                row.getObject("held_on", LocalDate.class),
                row.getObject("held_at", LocalTime.class),
                MeetingState.valueOf(row.getString("state")),
                List.of(),
                List.of(),
                List.of());
        return Agenda.of(empty, items(id, round, row.getObject("period_last", LocalDate.class)));
    }

    private List<AgendaItem> items(MeetingId id, RoundId round, LocalDate last) {
        return jdbc.sql("""
                        select item.*, %s,
                            owed.state as return_state, unit.name as unit_name,
                            coalesce(indicator.name, node.title) as full_title,
                            coalesce(node.reference, area.reference) as place, area.title as area_title,
                            concat_ws(' ', objective.reference, objective.title) as objective_title,
                            assessment.status, assessment.not_rated_reason, assessment.sentence, assessment.caveats,
                            assessment.exception,
                            assessment.late, coalesce(nullif(assessment.target_words, ''), node.deadline) as promised,
                            assessment.figure as figure_shown, assessment.figure_period,
                            assessment.numerator as share_of, assessment.denominator as share_in,
                            coalesce(assessment.direction_before, assessment.direction_year) as direction,
                            assessment.direction_words,
                            earlier.status as before_status, earlier.figure as before_figure,
                            agreement.agreed, agreement.reason, agreement.decision, agreement.together
                        from return_item item
                        join return owed using (return_id)
                        join unit using (unit_id)
                        join plan_node node using (node_id)
                        left join plan_node area on area.node_id = node.area_id
                        left join plan_node objective on objective.node_id = node.objective_id
                        left join plan_indicator on plan_indicator.node_id = item.node_id
                        left join indicator using (indicator_id)
                        left join assessment on assessment.assessment_id = item.assessment_id
                        left join agreement on agreement.meeting_id = :meeting and agreement.node_id = item.node_id
                        left join lateral (
                            select coalesce(before.agreed_status, then_assessed.status) as status, then_assessed.figure
                            from return_item before
                            join return before_return on before_return.return_id = before.return_id
                            join round before_round on before_round.round_id = before_return.round_id
                            left join assessment then_assessed on then_assessed.assessment_id = before.assessment_id
                            where before.node_id = item.node_id and before_round.state = 'CLOSED'
                                and before_round.period_last < :last
                            order by before_round.period_last desc limit 1) earlier on true
                        where owed.round_id = :round
                        order by node.reading_order""".formatted(StoredEvidence.COLUMN))
                .param("meeting", id.meetingId())
                .param("round", round.roundId())
                .param("last", last)
                .query((row, number) -> item(row))
                .list();
    }

    private static AgendaItem item(ResultSet row) throws SQLException {
        Status proposed = status(row.getString("status"));
        Status before = row.getString("before_status") == null ? null : status(row.getString("before_status"));
        String why = row.getString("not_rated_reason");
        ReturnState returned = ReturnState.valueOf(row.getString("return_state"));
        // what is still being written is its owner's alone, as is what it rests on
        ItemWords words = isIn(returned) ? StoredWords.of(row) : ItemWords.NONE;
        String agreed = row.getString("agreed");
        String of = row.getBigDecimal("share_of") == null
                ? null
                : row.getBigDecimal("share_of").stripTrailingZeros().toPlainString();
        String in = row.getBigDecimal("share_in") == null
                ? null
                : row.getBigDecimal("share_in").stripTrailingZeros().toPlainString();
        return new AgendaItem(
                row.getObject("item_id", UUID.class),
                new NodeId(row.getObject("node_id", UUID.class)),
                row.getString("place"),
                row.getString("objective_title"),
                row.getString("area_title"),
                row.getString("full_title"),
                row.getString("unit_name"),
                returned,
                words,
                isIn(returned) ? StoredEvidence.of(row) : List.of(),
                proposed,
                why == null ? null : NotRatedReason.valueOf(why),
                row.getString("sentence") == null ? "" : row.getString("sentence"),
                row.getArray("caveats") == null
                        ? List.of()
                        : Arrays.asList((String[]) row.getArray("caveats").getArray()),
                row.getString("exception"),
                row.getString("promised"),
                row.getString("figure_shown"),
                row.getString("figure_period"),
                of == null || in == null ? null : of + " of " + in,
                row.getString("direction"),
                row.getString("direction_words"),
                before,
                row.getString("before_figure"),
                reasons(proposed, before, words, returned, row.getBoolean("late"), row.getString("exception") != null),
                agreed == null ? null : Status.valueOf(agreed),
                row.getString("reason"),
                row.getString("decision"),
                row.getBoolean("together"));
    }

    private static boolean isIn(ReturnState returned) {
        return returned == ReturnState.SUBMITTED || returned == ReturnState.ACCEPTED;
    }

    private static List<Reason> reasons(
            Status proposed,
            @Nullable Status before,
            ItemWords words,
            ReturnState returned,
            boolean late,
            boolean exceptional) {
        List<Reason> reasons = new ArrayList<>();
        if (proposed == Status.OFF_TRACK) {
            reasons.add(Reason.OFF_TRACK);
        }
        if (before != null && proposed.lostGroundSince(before)) {
            reasons.add(Reason.WORSE);
        }
        if (words.disagreement() != null && words.choice() == Choice.UPDATE) {
            reasons.add(Reason.REPORTED_OTHERWISE);
        }
        if (words.choice() == Choice.NO_UPDATE) {
            reasons.add(Reason.NO_UPDATE);
        }
        if (late && proposed == Status.NOT_RATED) {
            reasons.add(Reason.LATE);
        }
        if (exceptional) {
            reasons.add(Reason.EXCEPTION);
        }
        if (!isIn(returned)) {
            reasons.add(Reason.NOT_RETURNED);
        }
        return reasons;
    }

    private static Status status(@Nullable String name) {
        return name == null ? Status.NOT_RATED : Status.valueOf(name);
    }
}
