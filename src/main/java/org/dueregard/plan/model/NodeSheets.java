package org.dueregard.plan.model;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dueregard.calendar.Deadline;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.model.NodeSheet.Successor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads nodes to be edited. Those of other councils and of closed plans are not there. */
@Component
public class NodeSheets {

    private final JdbcClient jdbc;

    NodeSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<NodeSheet> find(OrganisationId organisation, NodeId node) {
        return jdbc.sql("""
                        with recursive below as (
                            select node_id, owes_update from plan_node where parent_id = :node
                            union all
                            select child.node_id, child.owes_update
                            from plan_node child join below on child.parent_id = below.node_id)
                        select node.*, plan.title as plan_title, unit.name as reports_above,
                            concat_ws(' ', objective.reference, objective.title) as objective_title,
                            concat_ws(' ', area.reference, area.title) as area_title,
                            (select array_agg(unit_id order by position) from node_lead
                                where node_lead.node_id = node.node_id) as leads,
                            (select count(*) from below where owes_update) as under
                        from plan_node node
                        join plan using (plan_id)
                        left join plan_node parent on parent.node_id = node.parent_id
                        left join unit on unit.unit_id = parent.reporting_unit_id
                        left join plan_node objective
                            on objective.node_id = node.objective_id and objective.node_id <> node.node_id
                        left join plan_node area on area.node_id = node.area_id and area.node_id <> node.node_id
                        where node.node_id = :node and plan.organisation_id = :organisation
                            and plan.state <> 'CLOSED'""")
                .param("node", node.nodeId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> sheet(row))
                .optional();
    }

    private static NodeSheet sheet(ResultSet row) throws SQLException {
        UUID parent = row.getObject("parent_id", UUID.class);
        UUID reports = row.getObject("own_unit_id", UUID.class);
        return new NodeSheet(
                new NodeId(row.getObject("node_id", UUID.class)),
                new PlanId(row.getObject("plan_id", UUID.class)),
                row.getString("plan_title"),
                NodeKind.valueOf(row.getString("kind")),
                Stream.of(row.getString("objective_title"), row.getString("area_title"))
                        .filter(title -> title != null && !title.isEmpty())
                        .toList(),
                parent == null ? null : new NodeId(parent),
                row.getString("reference"),
                row.getString("title"),
                row.getString("intended_outcome"),
                row.getString("owner_words"),
                reports == null ? null : new UnitId(reports),
                row.getString("reports_above"),
                units(row.getArray("leads")).stream()
                        .filter(unit -> !unit.unitId().equals(reports))
                        .toList(),
                Deadline.of(row.getString("deadline")),
                row.getObject("deadline_day", LocalDate.class),
                row.getBoolean("owes_update"),
                row.getInt("under"),
                row.getObject("retired_on", LocalDate.class),
                row.getLong("version"));
    }

    private static List<UnitId> units(@Nullable Array ids) throws SQLException {
        return ids == null
                ? List.of()
                : Arrays.stream((UUID[]) ids.getArray())
                        .map(Objects::requireNonNull)
                        .map(UnitId::new)
                        .toList();
    }

    /** Nodes of the same plan and kind that are still in the plan and do not stand under the node. */
    public List<Successor> successors(OrganisationId organisation, NodeId node) {
        return jdbc.sql("""
                        with recursive mine as (
                            select node.* from plan_node node join plan using (plan_id)
                            where node_id = :node and plan.organisation_id = :organisation),
                        gone as (
                            select other.node_id from plan_node other join mine using (plan_id)
                            where other.retired_on is not null or other.node_id = mine.node_id
                            union
                            select child.node_id from plan_node child join gone on child.parent_id = gone.node_id)
                        select other.node_id, other.reference, other.title,
                            case when area.node_id is null then concat_ws(' ', objective.reference, objective.title)
                                else concat_ws(' ', area.reference, area.title) end as area_title
                        from plan_node other
                        join mine on mine.plan_id = other.plan_id and mine.kind = other.kind
                        left join plan_node area on area.node_id = other.area_id and area.node_id <> other.node_id
                        left join plan_node objective
                            on objective.node_id = other.objective_id and objective.node_id <> other.node_id
                        where other.node_id not in (select node_id from gone)
                        order by other.reading_order""")
                .param("node", node.nodeId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> {
                    String area = row.getString("area_title");
                    return new Successor(
                            new NodeId(row.getObject("node_id", UUID.class)),
                            area == null || area.isEmpty() ? null : area,
                            row.getString("reference"),
                            row.getString("title"));
                })
                .list();
    }
}
