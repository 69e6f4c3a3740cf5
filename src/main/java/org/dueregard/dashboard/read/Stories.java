package org.dueregard.dashboard.read;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.dashboard.read.Story.Promised;
import org.dueregard.dashboard.read.Story.Told;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Dossiers;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.PlanCatalogue;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what became of a node: six statements, however long the story. */
@Component
public class Stories {

    /** An indicator in a list. */
    public record Entry(
            IndicatorId indicator,
            String name,
            @Nullable String unit,
            @Nullable String figure,
            @Nullable String figurePeriod,
            @Nullable String target,
            @Nullable Status status,
            @Nullable NotRatedReason why) {}

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Clock clock;

    Stories(JdbcClient jdbc, Dossiers dossiers, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** The council's indicators, those whose name holds the words, plan by plan in plan order. */
    public List<Entry> indicators(OrganisationId organisation, String words) {
        return jdbc.sql("""
                        select indicator.indicator_id, indicator.name, unit.name as unit_name, assessment.figure,
                            assessment.figure_period, assessment.target_words, assessment.status,
                            assessment.not_rated_reason
                        from indicator
                        left join lateral (
                            select node.* from plan_indicator join plan_node node using (node_id) join plan using (plan_id)
                            where plan_indicator.indicator_id = indicator.indicator_id
                            order by plan.period_last desc, node.reading_order limit 1) node on true
                        left join plan on plan.plan_id = node.plan_id
                        left join unit on unit.unit_id = node.reporting_unit_id
                        left join standing on standing.node_id = node.node_id
                        left join assessment on assessment.assessment_id = standing.assessment_id
                        where indicator.organisation_id = :organisation
                            and position(lower(:words) in lower(indicator.name)) > 0
                        order by""" + PlanCatalogue.IN_ORDER + ", node.reading_order, lower(indicator.name) limit 1000")
                .param("organisation", organisation.organisationId())
                .param("words", words)
                .query((row, number) -> new Entry(
                        new IndicatorId(row.getObject("indicator_id", UUID.class)),
                        row.getString("name"),
                        row.getString("unit_name"),
                        row.getString("figure"),
                        row.getString("figure_period"),
                        row.getString("target_words"),
                        Results.status(row.getString("status")),
                        why(row)))
                .list();
    }

    /** The node where the indicator stands in the newest plan. */
    public Optional<NodeId> nodeOf(OrganisationId organisation, IndicatorId indicator) {
        return jdbc.sql("""
                        select node_id from plan_indicator join plan_node using (node_id) join plan using (plan_id)
                        where indicator_id = :indicator and plan.organisation_id = :organisation
                        order by plan.period_last desc, reading_order limit 1""")
                .param("indicator", indicator.indicatorId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> new NodeId(row.getObject(1, UUID.class)))
                .optional();
    }

    public Optional<Story> find(OrganisationId organisation, NodeId node) {
        Map<NodeId, Dossier> known = dossiers.of(List.of(node), LocalDate.now(clock));
        Dossier dossier = known.get(node);
        if (dossier == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select node.*, plan.title as plan_title, plan.state as plan_state, unit.name as reporting,
                            concat_ws(' ', objective.reference, objective.title) as objective_title,
                            concat_ws(' ', area.reference, area.title) as area_title,
                            indicator.name, indicator.definition, indicator.data_source, indicator.tolerance,
                            successor.title as successor_title,
                            (select array_agg(distinct tag) from node_tag
                                where node_tag.node_id in (node.node_id, node.area_id, node.objective_id)) as tags
                        from plan_node node
                        join plan using (plan_id)
                        left join unit on unit.unit_id = node.reporting_unit_id
                        left join plan_node objective on objective.node_id = node.objective_id
                        left join plan_node area on area.node_id = node.area_id and area.node_id <> node.node_id
                        left join plan_node successor on successor.node_id = node.replaced_by
                        left join plan_indicator on plan_indicator.node_id = node.node_id
                        left join indicator on indicator.indicator_id = plan_indicator.indicator_id
                        where node.node_id = :node and plan.organisation_id = :organisation""")
                .param("node", node.nodeId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> story(row, dossier))
                .optional();
    }

    private Story story(ResultSet row, Dossier dossier) throws SQLException {
        UUID replacedBy = row.getObject("replaced_by", UUID.class);
        Array tags = row.getArray("tags");
        String name = row.getString("name");
        return new Story(
                dossier.node(),
                NodeKind.valueOf(row.getString("kind")),
                new PlanId(row.getObject("plan_id", UUID.class)),
                row.getString("plan_title"),
                row.getString("objective_title"),
                row.getString("area_title"),
                row.getString("reference"),
                name == null ? row.getString("title") : name,
                row.getString("intended_outcome"),
                row.getString("narrative_only_reason"),
                row.getString("owner_words"),
                row.getString("reporting"),
                row.getString("definition"),
                row.getString("data_source"),
                row.getString("tolerance"),
                tags == null ? List.of() : List.of((String[]) tags.getArray()),
                row.getObject("retired_on", LocalDate.class),
                row.getString("retired_because"),
                replacedBy == null ? null : new NodeId(replacedBy),
                row.getString("successor_title"),
                row.getBoolean("owes_update"),
                !"CLOSED".equals(row.getString("plan_state")) && row.getObject("retired_on") == null,
                dossier,
                told(dossier.node()),
                promises(dossier.node()));
    }

    private List<Told> told(NodeId node) {
        return jdbc.sql("""
                        select item.*, round.name as round_name, round.period as round_period, round.state as round_state,
                            owed.state as owed, owed.submitted_at, owed.submitted_by, owed.on_behalf,
                            assessment.status as worked, assessment.not_rated_reason, assessment.sentence,
                            assessment.figure as figure_shown, assessment.figure_period,
                            agreement.agreed, agreement.reason as agreed_reason, agreement.decision,
                            meeting.group_name, meeting.held_on
                        from return_item item
                        join return owed using (return_id)
                        join round using (round_id)
                        left join assessment on assessment.assessment_id = item.assessment_id
                        left join meeting on meeting.round_id = round.round_id
                        left join agreement on agreement.meeting_id = meeting.meeting_id
                            and agreement.node_id = item.node_id
                        where item.node_id = :node
                        order by round.period_last desc limit 60""")
                .param("node", node.nodeId())
                .query((row, number) -> {
                    String choice = row.getString("choice");
                    return new Told(
                            row.getString("round_name"),
                            row.getString("round_period"),
                            RoundState.valueOf(row.getString("round_state")),
                            ReturnState.valueOf(row.getString("owed")),
                            choice == null ? null : Choice.valueOf(choice),
                            row.getString("narrative"),
                            row.getString("no_update_reason"),
                            row.getString("expected"),
                            row.getString("disagreement"),
                            saidStatus(row.getString("reported_status")),
                            row.getString("fix_what"),
                            row.getString("fix_who"),
                            row.getString("fix_when"),
                            instant(row, "submitted_at"),
                            row.getString("submitted_by"),
                            row.getBoolean("on_behalf"),
                            Results.status(row.getString("worked")),
                            why(row),
                            row.getString("sentence"),
                            row.getString("figure_shown"),
                            row.getString("figure_period"),
                            Results.status(row.getString("agreed")),
                            row.getString("agreed_reason"),
                            row.getString("decision"),
                            row.getString("group_name"),
                            row.getObject("held_on", LocalDate.class));
                })
                .list();
    }

    private List<Promised> promises(NodeId node) {
        return jdbc.sql("""
                        select plan_year, period, words from target where node_id = :node and replaced_at is null
                        order by plan_year_last desc""")
                .param("node", node.nodeId())
                .query((row, number) ->
                        new Promised(row.getString("plan_year"), row.getString("period"), row.getString("words")))
                .list();
    }

    /** What was typed may be no status at all. */
    private static @Nullable Status saidStatus(@Nullable String typed) {
        for (Status status : Status.values()) {
            if (status.name().equals(typed)) {
                return status;
            }
        }
        return null;
    }

    private static @Nullable NotRatedReason why(ResultSet row) throws SQLException {
        String why = row.getString("not_rated_reason");
        return why == null ? null : NotRatedReason.valueOf(why);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
