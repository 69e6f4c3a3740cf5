package org.dueregard.dashboard.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Notes;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlansInDetail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whole plans: two statements each, however many nodes. */
@Component
public class PlanSheets {

    private static final int SPARK_WIDTH = 96;
    private static final int SPARK_HEIGHT = 26;

    private final PlansInDetail details;
    private final JdbcClient jdbc;

    PlanSheets(PlansInDetail details, JdbcClient jdbc) {
        this.details = details;
        this.jdbc = jdbc;
    }

    public Optional<PlanSheet> find(OrganisationId organisation, PlanId id) {
        return details.find(organisation, id)
                .map(plan -> new PlanSheet(
                        id,
                        plan.title(),
                        plan.period().label(),
                        plan.unit(),
                        plan.state(),
                        plan.agreedOn(),
                        plan.agreedBy(),
                        nodes(id)));
    }

    /** How many targets of the plan have no more than words so far. */
    public int targetsToConfirm(PlanId id) {
        return jdbc.sql("""
                        select count(*) from target join plan_node using (node_id)
                        where plan_id = :plan and target.kind = 'TO_BE_CONFIRMED' and replaced_at is null
                            and retired_on is null""").param("plan", id.planId()).query(Integer.class).single();
    }

    private List<PlanSheet.Node> nodes(PlanId id) {
        Map<UUID, Row> rows = new LinkedHashMap<>();
        jdbc.sql("""
                        with own as (select node_id from plan_node where plan_id = :plan),
                        tags as materialized (
                            select node_id, array_agg(tag order by scheme, tag) as tags
                            from own join node_tag using (node_id) where scheme <> 'AIM' group by node_id),
                        targets as materialized (
                            select distinct on (node_id) node_id, words
                            from own join target using (node_id) where replaced_at is null
                            order by node_id, plan_year_last desc),
                        agreed as materialized (
                            select distinct on (node_id) node_id, item.agreed_status
                            from own join return_item item using (node_id)
                            join return using (return_id) join round using (round_id)
                            where item.agreed_status is not null
                            order by node_id, round.period_last desc),
                        figures as materialized (
                            select node_id, array_agg(period order by period_last) as labels,
                                case when bool_or(indicator.better_off_group is not null) then ' points'
                                    when bool_or(indicator.value_kind = 'PERCENTAGE') then '%' else '' end as sign,
                                array_agg(reckoned.figure order by period_last) as shown
                            from own join plan_indicator using (node_id) join indicator using (indicator_id)
                            join observation using (indicator_id)
                            cross join lateral (select coalesce(
                                case when indicator.value_kind = 'PERCENTAGE' and denominator > 0
                                    then round(100 * numerator / denominator, indicator.decimals) end,
                                better_off_value - other_value, value) as figure) reckoned
                            where replaced_at is null and reckoned.figure is not null group by node_id)
                        select node.*, unit.name as reporting, division.name as division,
                            tags.tags, targets.words as target_words, assessment.status, assessment.not_rated_reason,
                            assessment.sentence, """ + Notes.COLUMNS + """
                            , agreed.agreed_status, figures.labels, figures.shown, figures.sign, measured.name as full_name
                        from plan_node node
                        left join unit on unit.unit_id = node.reporting_unit_id
                        left join unit division on division.unit_id = coalesce(unit.ancestors[2], unit.ancestors[1])
                        left join standing on standing.node_id = node.node_id
                        left join plan_indicator place on place.node_id = node.node_id
                        left join indicator measured on measured.indicator_id = place.indicator_id
                        left join assessment on assessment.assessment_id = standing.assessment_id
                        left join tags on tags.node_id = node.node_id
                        left join targets on targets.node_id = node.node_id
                        left join agreed on agreed.node_id = node.node_id
                        left join figures on figures.node_id = node.node_id
                        where node.plan_id = :plan order by node.reading_order""")
                .param("plan", id.planId())
                .query((row, number) -> {
                    Row read = Row.of(row);
                    return rows.put(read.id, read);
                })
                .list();
        List<Row> top = new ArrayList<>();
        rows.values().forEach(row -> {
            Row above = row.parent == null ? null : rows.get(row.parent);
            (above == null ? top : above.children).add(row);
        });
        return top.stream().map(row -> row.node(Set.of())).toList();
    }

    private static final class Row {

        private final UUID id;
        private final @Nullable UUID parent;
        private final PlanSheet.Node bare;
        private final List<Row> children = new ArrayList<>();

        private Row(UUID id, @Nullable UUID parent, PlanSheet.Node bare) {
            this.id = id;
            this.parent = parent;
            this.bare = bare;
        }

        static Row of(ResultSet row) throws SQLException {
            UUID id = row.getObject("node_id", UUID.class);
            Status worked = Results.status(row.getString("status"));
            Status agreed = Results.status(row.getString("agreed_status"));
            String why = row.getString("not_rated_reason");
            BigDecimal[] figures = numbers(row.getArray("shown"));
            String[] labels = texts(row.getArray("labels"));
            String sign = row.getString("sign");
            return new Row(
                    id,
                    row.getObject("parent_id", UUID.class),
                    new PlanSheet.Node(
                            new NodeId(id),
                            NodeKind.valueOf(row.getString("kind")),
                            row.getString("reference"),
                            row.getString("title"),
                            row.getString("full_name"),
                            row.getString("intended_outcome"),
                            row.getString("strategy"),
                            row.getString("narrative_only_reason"),
                            row.getString("owner_words"),
                            row.getString("reporting"),
                            row.getString("division"),
                            row.getString("deadline"),
                            List.of(texts(row.getArray("tags"))),
                            row.getObject("retired_on", LocalDate.class),
                            row.getString("retired_because"),
                            row.getBoolean("owes_update"),
                            row.getString("target_words"),
                            figures.length < 2 ? null : plain(figures[figures.length - 2]) + sign,
                            figures.length == 0
                                    ? null
                                    : plain(figures[figures.length - 1])
                                            + sign
                                            + (labels.length == 0 ? "" : ", " + labels[labels.length - 1]),
                            agreed == null ? worked : agreed,
                            why == null ? null : NotRatedReason.valueOf(why),
                            agreed == null || agreed == worked ? null : worked,
                            row.getString("sentence"),
                            Notes.of(row),
                            spark(figures),
                            List.of()));
        }

        private static String[] texts(@Nullable Array array) throws SQLException {
            return array == null ? new String[0] : (String[]) array.getArray();
        }

        private static BigDecimal[] numbers(@Nullable Array array) throws SQLException {
            return array == null
                    ? new BigDecimal[0]
                    : Arrays.stream((BigDecimal[]) array.getArray())
                            .filter(java.util.Objects::nonNull)
                            .toArray(BigDecimal[]::new);
        }

        private static String plain(BigDecimal value) {
            return value.stripTrailingZeros().toPlainString();
        }

        private static @Nullable String spark(BigDecimal[] figures) {
            if (figures.length < 3) {
                return null;
            }
            double low = Arrays.stream(figures)
                    .mapToDouble(BigDecimal::doubleValue)
                    .min()
                    .orElse(0);
            double high = Arrays.stream(figures)
                    .mapToDouble(BigDecimal::doubleValue)
                    .max()
                    .orElse(1);
            double span = high > low ? high - low : 1;
            StringBuilder points = new StringBuilder();
            for (int i = 0; i < figures.length; i++) {
                double x = 4 + (SPARK_WIDTH - 8.0) * i / (figures.length - 1);
                double y = 4 + (SPARK_HEIGHT - 8.0) * (high - figures[i].doubleValue()) / span;
                points.append(round(x)).append(',').append(round(y)).append(' ');
            }
            return points.toString().strip();
        }

        private static BigDecimal round(double coordinate) {
            return BigDecimal.valueOf(coordinate).setScale(1, RoundingMode.HALF_UP);
        }

        /** Tags of a node hold for everything below it. */
        PlanSheet.Node node(Set<String> above) {
            Set<String> tags = new LinkedHashSet<>(above);
            tags.addAll(bare.tags());
            return new PlanSheet.Node(
                    bare.id(),
                    bare.kind(),
                    bare.reference(),
                    bare.title(),
                    bare.fullName(),
                    bare.intendedOutcome(),
                    bare.strategy(),
                    bare.narrativeOnlyReason(),
                    bare.owners(),
                    bare.reporting(),
                    bare.division(),
                    bare.deadline(),
                    List.copyOf(tags),
                    bare.retiredOn(),
                    bare.retiredBecause(),
                    bare.owes(),
                    bare.target(),
                    bare.lastYear(),
                    bare.latest(),
                    bare.status(),
                    bare.why(),
                    bare.standing(),
                    bare.sentence(),
                    bare.notes(),
                    bare.spark(),
                    children.stream().map(child -> child.node(tags)).toList());
        }
    }
}
