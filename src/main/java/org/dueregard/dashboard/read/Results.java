package org.dueregard.dashboard.read;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Notes;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanCatalogue;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how rounds came out, one statement each, however many items. */
@Component
public class Results {

    /**
     * A round that has begun.
     *
     * @param meetingOn when the group meets about it; null while that is not fixed
     * @param settled whether that meeting is over
     * @param meeting identifies it in links
     */
    public record Round(
            RoundId id,
            PlanId plan,
            String name,
            String period,
            String planTitle,
            String planPeriod,
            RoundState state,
            LocalDate dueOn,
            @Nullable LocalDate meetingOn,
            boolean settled,
            @Nullable UUID meeting) {}

    private final JdbcClient jdbc;

    Results(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The council's rounds that have begun, plan by plan as {@link PlanCatalogue} orders them, the newest first. */
    public List<Round> rounds(OrganisationId organisation) {
        return jdbc.sql("""
                        select round.*, plan.title, plan.period as plan_period, meeting.state = 'CLOSED' as settled,
                            meeting.meeting_id
                        from round join plan using (plan_id) left join meeting using (round_id)
                        where plan.organisation_id = :organisation and round.state <> 'PLANNED'
                        order by""" + PlanCatalogue.IN_ORDER + ", round.period_last desc, round.name limit 100")
                .param("organisation", organisation.organisationId())
                .query((row, number) -> new Round(
                        new RoundId(row.getObject("round_id", UUID.class)),
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        row.getString("name"),
                        row.getString("period"),
                        row.getString("title"),
                        row.getString("plan_period"),
                        RoundState.valueOf(row.getString("state")),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("meeting_on", LocalDate.class),
                        row.getBoolean("settled"),
                        row.getObject("meeting_id", UUID.class)))
                .list();
    }

    /** Every item of the round, in plan order. */
    public List<Result> of(RoundId round) {
        return jdbc.sql("""
                        select item.node_id, item.choice, item.agreed_status, item.fix_what, item.fix_who, item.fix_when,
                            owed.state as owed, unit.name as unit_name,
                            coalesce(indicator.name, node.title) as full_title,
                            objective.node_id as objective_id,
                            concat_ws(' ', objective.reference, objective.title) as objective_title,
                            division.unit_id as division_id, division.name as division_name,
                            assessment.status, assessment.not_rated_reason, assessment.figure,""" + Notes.COLUMNS + """
                            ,
                            coalesce(nullif(assessment.target_words, ''), node.deadline) as promised,
                            earlier.status as before, earlier.figure as figure_before
                        from return_item item
                        join return owed using (return_id)
                        join round on round.round_id = owed.round_id
                        join unit using (unit_id)
                        join unit division on division.unit_id = coalesce(unit.ancestors[2], unit.ancestors[1])
                        join plan_node node on node.node_id = item.node_id
                        join plan_node objective on objective.node_id = node.objective_id
                        left join plan_indicator on plan_indicator.node_id = item.node_id
                        left join indicator using (indicator_id)
                        left join assessment on assessment.assessment_id = item.assessment_id
                        left join lateral (
                            select coalesce(before.agreed_status, then_assessed.status) as status, then_assessed.figure
                            from return_item before
                            join return before_return on before_return.return_id = before.return_id
                            join round before_round on before_round.round_id = before_return.round_id
                            left join assessment then_assessed on then_assessed.assessment_id = before.assessment_id
                            where before.node_id = item.node_id and before_round.period_last < round.period_last
                            order by before_round.period_last desc limit 1) earlier on true
                        where owed.round_id = :round
                        order by node.reading_order""")
                .param("round", round.roundId())
                .query((row, number) -> result(row))
                .list();
    }

    private static Result result(ResultSet row) throws SQLException {
        Status agreed = status(row.getString("agreed_status"));
        Status worked = status(row.getString("status"));
        Status status = agreed != null ? agreed : worked != null ? worked : Status.NOT_RATED;
        String why = row.getString("not_rated_reason");
        String choice = row.getString("choice");
        return new Result(
                new NodeId(row.getObject("node_id", UUID.class)),
                row.getString("full_title"),
                new NodeId(row.getObject("objective_id", UUID.class)),
                row.getString("objective_title"),
                new UnitId(row.getObject("division_id", UUID.class)),
                row.getString("division_name"),
                row.getString("unit_name"),
                status,
                why == null || status != Status.NOT_RATED ? null : NotRatedReason.valueOf(why),
                agreed != null,
                status(row.getString("before")),
                row.getString("figure"),
                row.getString("figure_before"),
                row.getString("promised"),
                Notes.of(row),
                choice == null ? null : Choice.valueOf(choice),
                ReturnState.valueOf(row.getString("owed")),
                row.getString("fix_what"),
                row.getString("fix_who"),
                row.getString("fix_when"));
    }

    /** How many items stood in each status in each round of the plan, the earliest first. */
    public Map<RoundId, Map<Status, Long>> trend(PlanId plan) {
        Map<RoundId, Map<Status, Long>> trend = new LinkedHashMap<>();
        jdbc.sql("""
                        select round.round_id, coalesce(item.agreed_status, assessment.status, 'NOT_RATED') as status,
                            count(*) as items
                        from round join return using (round_id) join return_item item using (return_id)
                        left join assessment using (assessment_id)
                        where round.plan_id = :plan and round.state <> 'PLANNED'
                        group by round.round_id, round.period_last, 2
                        order by round.period_last""")
                .param("plan", plan.planId())
                .query((row, number) -> trend.computeIfAbsent(
                                new RoundId(row.getObject("round_id", UUID.class)), any -> new EnumMap<>(Status.class))
                        .put(Status.valueOf(row.getString("status")), row.getLong("items")))
                .list();
        return trend;
    }

    /** Every item that a round of the plan asked for, with how it stood in each. */
    public HeatMap heatMap(PlanId plan) {
        Map<RoundId, HeatMap.Column> rounds = new LinkedHashMap<>();
        jdbc.sql("select round_id, name from round where plan_id = :plan and state <> 'PLANNED'"
                        + " order by period_last, name")
                .param("plan", plan.planId())
                .query((row, number) ->
                        new HeatMap.Column(new RoundId(row.getObject("round_id", UUID.class)), row.getString("name")))
                .list()
                .forEach(column -> rounds.put(column.id(), column));
        Map<NodeId, HeatMap.Row> rows = new LinkedHashMap<>();
        jdbc.sql("""
                        with tags as (
                            select node.node_id, array_agg(distinct tag.tag) as tags
                            from plan_node node
                            join node_tag tag on tag.node_id in (node.node_id, node.parent_id, node.area_id, node.objective_id)
                            where node.plan_id = :plan and tag.scheme <> 'AIM' group by node.node_id)
                        select item.node_id, round.round_id,
                            coalesce(item.agreed_status, assessment.status, 'NOT_RATED') as status,
                            coalesce(indicator.name, node.title) as title, objective.node_id as objective_id,
                            concat_ws(' ', objective.reference, objective.title) as objective_title,
                            unit.name as unit_name, division.name as division_name, tags.tags,
                            coalesce(node.strategy, area.strategy) as strategy
                        from round join return using (round_id) join return_item item using (return_id)
                        join unit using (unit_id)
                        join unit division on division.unit_id = coalesce(unit.ancestors[2], unit.ancestors[1])
                        join plan_node node on node.node_id = item.node_id
                        join plan_node objective on objective.node_id = node.objective_id
                        left join plan_node area on area.node_id = node.area_id
                        left join tags on tags.node_id = item.node_id
                        left join plan_indicator on plan_indicator.node_id = item.node_id
                        left join indicator using (indicator_id)
                        left join assessment on assessment.assessment_id = item.assessment_id
                        where round.plan_id = :plan and round.state <> 'PLANNED'
                        order by node.reading_order, round.period_last desc""")
                .param("plan", plan.planId())
                .query((row, number) -> {
                    NodeId node = new NodeId(row.getObject("node_id", UUID.class));
                    Array tags = row.getArray("tags");
                    HeatMap.Row known = rows.get(node);
                    if (known == null) {
                        known = new HeatMap.Row(
                                node,
                                row.getString("title"),
                                new NodeId(row.getObject("objective_id", UUID.class)),
                                row.getString("objective_title"),
                                row.getString("unit_name"),
                                row.getString("division_name"),
                                tags == null ? List.of() : List.of((String[]) tags.getArray()),
                                row.getString("strategy"),
                                new HashMap<>());
                        rows.put(node, known);
                    }
                    return known.statuses()
                            .put(
                                    new RoundId(row.getObject("round_id", UUID.class)),
                                    Status.valueOf(row.getString("status")));
                })
                .list();
        return new HeatMap(List.copyOf(rounds.values()), List.copyOf(rows.values()));
    }

    static @Nullable Status status(@Nullable String name) {
        return name == null ? null : Status.valueOf(name);
    }
}
