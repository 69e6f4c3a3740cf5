package org.dueregard.indicator.model;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Dossiers;
import org.dueregard.indicator.IndicatorDraft;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.Tolerance;
import org.dueregard.indicator.model.DefinitionSheet.Promise;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what indicators are, to be changed, and where one can be added. What is another council's, or of a closed plan, is not there. */
@Component
public class DefinitionSheets {

    /**
     * A node under which an indicator can be added.
     *
     * @param closed whether it was retired, or anything that it stands under
     * @param reports who would report on it; null when nobody would
     */
    public record Place(
            NodeId node,
            String title,
            PlanId plan,
            String planTitle,
            Tolerance planTolerance,
            boolean closed,
            boolean narrativeOnly,
            @Nullable String reports) {}

    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final Clock clock;

    DefinitionSheets(Dossiers dossiers, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Place> place(OrganisationId organisation, NodeId node) {
        return jdbc.sql("""
                        with recursive above as (
                            select node_id, parent_id, retired_on from plan_node where node_id = :node
                            union all
                            select parent.node_id, parent.parent_id, parent.retired_on
                            from plan_node parent join above on above.parent_id = parent.node_id)
                        select concat_ws(' ', node.reference, coalesce(indicator.name, node.title)) as node_title,
                            plan.plan_id, plan.title, plan.default_tolerance, unit.name as reports, node.narrative_only_reason,
                            (select bool_or(retired_on is not null) from above) as closed
                        from plan_node node
                        join plan using (plan_id)
                        left join unit on unit.unit_id = node.reporting_unit_id
                        left join plan_indicator on plan_indicator.node_id = node.node_id
                        left join indicator using (indicator_id)
                        where node.node_id = :node and plan.organisation_id = :organisation
                            and plan.state <> 'CLOSED'""")
                .param("node", node.nodeId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> new Place(
                        node,
                        row.getString("node_title"),
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        row.getString("title"),
                        Tolerance.parse(row.getString("default_tolerance")),
                        row.getBoolean("closed"),
                        row.getString("narrative_only_reason") != null,
                        row.getString("reports")))
                .optional();
    }

    /** Empty for anything but an indicator. */
    public Optional<DefinitionSheet> find(OrganisationId organisation, NodeId node) {
        Dossier dossier = dossiers.of(List.of(node), LocalDate.now(clock)).get(node);
        IndicatorId indicator = dossier == null ? null : dossier.indicator();
        if (dossier == null || indicator == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select plan.title, plan.default_tolerance, node.retired_on is not null as retired,
                            indicator.definition, indicator.data_source, indicator.tolerance, indicator.version,
                            (select array_agg(distinct whose order by whose) from indicator_comparator
                                join comparator using (comparator_id)
                                where indicator_comparator.indicator_id = indicator.indicator_id) as compared_with
                        from plan_node node
                        join plan using (plan_id)
                        join plan_indicator using (node_id)
                        join indicator using (indicator_id)
                        where node.node_id = :node and plan.organisation_id = :organisation
                            and plan.state <> 'CLOSED'""")
                .param("node", node.nodeId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> sheet(row, dossier, indicator))
                .optional();
    }

    private DefinitionSheet sheet(ResultSet row, Dossier dossier, IndicatorId indicator) throws SQLException {
        Array comparedWith = row.getArray("compared_with");
        return new DefinitionSheet(
                row.getString("title"),
                row.getBoolean("retired"),
                row.getLong("version"),
                new IndicatorDraft(
                        dossier.measure(),
                        row.getString("definition"),
                        dossier.maximum(),
                        Tolerance.read(row.getString("tolerance")).orElse(null),
                        row.getString("data_source")),
                Tolerance.parse(row.getString("default_tolerance")),
                comparedWith == null ? List.of() : List.of((String[]) comparedWith.getArray()),
                targets(indicator),
                dossier);
    }

    private List<Promise> targets(IndicatorId indicator) {
        return jdbc.sql("""
                        select target.* from target
                        join plan_indicator using (node_id) join plan_node using (node_id) join plan using (plan_id)
                        where indicator_id = :indicator and replaced_at is null and plan.state <> 'CLOSED'
                        order by plan_year_last desc limit 100""")
                .param("indicator", indicator.indicatorId())
                .query((row, number) -> new Promise(row.getString("words"), Dossiers.terms(row)))
                .list();
    }

    /** Where the indicator stands in plans that are not closed and was not retired, with what the plan calls it. */
    List<Standing> standings(IndicatorId indicator) {
        return jdbc.sql("""
                        select node_id, plan_node.title, plan_node.version
                        from plan_indicator join plan_node using (node_id) join plan using (plan_id)
                        where indicator_id = :indicator and state <> 'CLOSED' and retired_on is null
                        order by period_first, reading_order""")
                .param("indicator", indicator.indicatorId())
                .query((row, number) -> new Standing(
                        new NodeId(row.getObject("node_id", UUID.class)),
                        row.getString("title"),
                        row.getLong("version")))
                .list();
    }

    /** A node of a plan at which an indicator stands. */
    record Standing(NodeId node, String title, long version) {}
}
