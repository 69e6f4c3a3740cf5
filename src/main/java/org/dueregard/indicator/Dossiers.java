package org.dueregard.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.TermDates;
import org.dueregard.organisation.TermCalendar;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.PlanId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Gathers what statuses are worked out from, for any number of nodes in three statements. */
@Component
public class Dossiers {

    private static final String NODES = """
            select node.node_id, node.kind, node.title, node.deadline, node.deadline_day, node.narrative_only_reason,
                plan.default_tolerance, indicator.*, standing.reported_status, standing.done_on, own_terms.terms
            from plan_node node
            join plan using (plan_id)
            left join lateral (""" + TermCalendar.OF_THE_PLAN + """
            ) own_terms on true
            left join plan_indicator using (node_id)
            left join indicator using (indicator_id)
            left join standing on standing.node_id = node.node_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Dossiers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Of every node of the plan that owes updates, in plan order, with the targets in force on the day. */
    public Map<NodeId, Dossier> ofPlan(PlanId plan, LocalDate day) {
        List<Row> rows = jdbc.sql(
                        NODES + " where node.plan_id = :plan and node.owes_update order by node.reading_order")
                .param("plan", plan.planId())
                .query(Row.inOneCouncil())
                .list();
        return gather(rows, day);
    }

    /** Of these nodes, with the targets in force on the day. */
    public Map<NodeId, Dossier> of(Collection<NodeId> nodes, LocalDate day) {
        if (nodes.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = jdbc.sql(NODES + " where node.node_id = any(:nodes) order by node.reading_order")
                .param("nodes", ids(nodes.stream().map(NodeId::nodeId).toList()))
                .query(Row.inOneCouncil())
                .list();
        return gather(rows, day);
    }

    /** Of one node, with the target of each plan year that has one. */
    public Optional<DossierYears> ofEveryYear(NodeId node) {
        Optional<Row> found = jdbc.sql(NODES + " where node.node_id = :node")
                .param("node", node.nodeId())
                .query(Row.inOneCouncil())
                .optional();
        return found.map(row -> {
            Map<UUID, List<Figure>> outturns = new HashMap<>();
            Map<UUID, List<ComparatorFigure>> comparators = new HashMap<>();
            List<UUID> indicators = row.indicator == null ? List.of() : List.of(row.indicator);
            figures(ids(indicators), outturns, comparators);
            Series series = new Series(
                    outturns.getOrDefault(row.indicator, List.of()),
                    comparators.getOrDefault(row.indicator, List.of()));
            List<DossierYears.Year> years = new ArrayList<>();
            jdbc.sql("select * from target where node_id = :node and replaced_at is null")
                    .param("node", node.nodeId())
                    .query((target, number) -> years.add(new DossierYears.Year(
                            Period.parse(target.getString("plan_year")), row.dossier(stored(target), series))))
                    .list();
            if (years.isEmpty()) {
                years.add(new DossierYears.Year(null, row.dossier(null, series)));
            }
            return new DossierYears(years);
        });
    }

    private Map<NodeId, Dossier> gather(List<Row> rows, LocalDate day) {
        UUID[] nodes = ids(rows.stream().map(row -> row.node).toList());
        UUID[] indicators = ids(rows.stream()
                .map(row -> row.indicator)
                .filter(java.util.Objects::nonNull)
                .toList());
        Map<UUID, StoredTarget> targets = targets(nodes, day);
        Map<UUID, List<Figure>> outturns = new HashMap<>();
        Map<UUID, List<ComparatorFigure>> comparators = new HashMap<>();
        figures(indicators, outturns, comparators);

        Map<NodeId, Dossier> dossiers = new LinkedHashMap<>();
        for (Row row : rows) {
            Series series = new Series(
                    outturns.getOrDefault(row.indicator, List.of()),
                    comparators.getOrDefault(row.indicator, List.of()));
            StoredTarget target = targets.get(row.node);
            dossiers.put(new NodeId(row.node), row.dossier(target, series));
        }
        return dossiers;
    }

    /** The target of the plan year in which the day lies; else of the last one before it, else of the first. */
    private Map<UUID, StoredTarget> targets(UUID[] nodes, LocalDate day) {
        Map<UUID, StoredTarget> targets = new HashMap<>();
        jdbc.sql("""
                        select distinct on (node_id) * from target
                        where node_id = any(:nodes) and replaced_at is null
                        order by node_id, plan_year_first > :day, abs(plan_year_first - :day)""")
                .param("nodes", nodes)
                .param("day", day)
                .query((row, number) -> targets.put(row.getObject("node_id", UUID.class), stored(row)))
                .list();
        return targets;
    }

    private StoredTarget stored(ResultSet row) throws SQLException {
        return new StoredTarget(
                new TargetId(row.getObject("target_id", UUID.class)),
                row.getString("words"),
                terms(row).toTarget(),
                Period.parse(row.getString("period")),
                interim(row.getString("interim")),
                period(row.getString("baseline_period")),
                row.getObject("expected_from", LocalDate.class));
    }

    /** The terms as a row of targets keeps them. */
    public static TargetTerms terms(ResultSet row) throws SQLException {
        String changeUnit = row.getString("change_unit");
        String relation = row.getString("relation");
        return new TargetTerms(
                TargetKind.valueOf(row.getString("kind")),
                row.getBigDecimal("value"),
                row.getBigDecimal("high"),
                row.getBigDecimal("change_amount"),
                changeUnit == null ? null : ChangeUnit.valueOf(changeUnit),
                relation == null ? null : Relation.valueOf(relation),
                row.getString("comparator"),
                row.getBigDecimal("comparator_value"),
                row.getBoolean("year_on_year"));
    }

    private Map<Period, BigDecimal> interim(String text) {
        Map<Period, BigDecimal> interim = new LinkedHashMap<>();
        json.readValue(text, new TypeReference<Map<String, BigDecimal>>() {})
                .forEach((period, value) -> interim.put(Period.parse(period), value));
        return interim;
    }

    /** What is known of the indicators themselves, and of others whom they are compared with. */
    private void figures(
            UUID[] indicators, Map<UUID, List<Figure>> outturns, Map<UUID, List<ComparatorFigure>> comparators) {
        jdbc.sql("""
                        select indicator_id, null as whose, period, period_first, period_last, value, words, numerator,
                            denominator, better_off_value, other_value, state, entered_on
                        from observation where indicator_id = any(:indicators) and replaced_at is null
                        union all
                        select indicator_id, whose, period, period_first, period_last, value, null, null, null, null, null,
                            state, entered_on
                        from indicator_comparator
                        join comparator using (comparator_id)
                        join comparator_release using (comparator_id)
                        where indicator_id = any(:indicators) and replaced_at is null
                        order by period_last, period_first""")
                .param("indicators", indicators)
                .query((row, number) -> {
                    UUID indicator = row.getObject("indicator_id", UUID.class);
                    Period period = Period.parse(row.getString("period"));
                    LocalDate enteredOn = row.getObject("entered_on", LocalDate.class);
                    String whose = row.getString("whose");
                    BigDecimal value = row.getBigDecimal("value");
                    if (whose != null) {
                        return comparators
                                .computeIfAbsent(indicator, any -> new ArrayList<>())
                                .add(new ComparatorFigure(whose, period, value, enteredOn));
                    }
                    return outturns.computeIfAbsent(indicator, any -> new ArrayList<>())
                            .add(new Figure(
                                    period,
                                    value,
                                    row.getString("words"),
                                    row.getBigDecimal("numerator"),
                                    row.getBigDecimal("denominator"),
                                    row.getBigDecimal("better_off_value"),
                                    row.getBigDecimal("other_value"),
                                    FigureState.valueOf(row.getString("state")),
                                    enteredOn));
                })
                .list();
    }

    private static @Nullable Period period(@Nullable String label) {
        return label == null ? null : Period.parse(label);
    }

    private static UUID[] ids(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private record StoredTarget(
            TargetId id,
            String words,
            Target target,
            Period period,
            Map<Period, BigDecimal> interim,
            @Nullable Period baselinePeriod,
            @Nullable LocalDate expectedFrom) {

        TargetSetting setting(Series series, @Nullable LocalDate deadlineDay) {
            Figure baseline = baselinePeriod == null
                    ? null
                    : series.outturns().stream()
                            .filter(figure -> figure.period().equals(baselinePeriod))
                            .findFirst()
                            .orElse(null);
            return new TargetSetting(words, target, period, baseline, interim, deadlineDay, expectedFrom);
        }
    }

    private record Row(
            UUID node,
            NodeKind kind,
            String title,
            Deadline deadline,
            @Nullable LocalDate deadlineDay,
            @Nullable UUID indicator,
            Measure measure,
            Tolerance tolerance,
            @Nullable BigDecimal maximum,
            @Nullable Reported reported,
            TermDates terms) {

        /** Rows of a plan have the same terms: these are read once. */
        static RowMapper<Row> inOneCouncil() {
            Map<String, TermDates> known = new HashMap<>();
            return (row, number) -> {
                String terms = row.getString("terms");
                return of(
                        row, terms == null ? TermDates.nationwide() : known.computeIfAbsent(terms, TermCalendar::read));
            };
        }

        private static Row of(ResultSet row, TermDates terms) throws SQLException {
            UUID indicator = row.getObject("indicator_id", UUID.class);
            String title = row.getString("title");
            String ownTolerance = row.getString("tolerance");
            String status = row.getString("reported_status");
            return new Row(
                    row.getObject("node_id", UUID.class),
                    NodeKind.valueOf(row.getString("kind")),
                    title,
                    Deadline.of(row.getString("deadline")),
                    row.getObject("deadline_day", LocalDate.class),
                    indicator,
                    indicator == null ? Measure.inWords(title) : measure(row),
                    Tolerance.parse(ownTolerance == null ? row.getString("default_tolerance") : ownTolerance),
                    row.getBigDecimal("maximum"),
                    status == null
                            ? null
                            : new Reported(Status.valueOf(status), row.getObject("done_on", LocalDate.class)),
                    terms);
        }

        Dossier dossier(@Nullable StoredTarget target, Series series) {
            TargetSetting setting;
            if (indicator == null) {
                setting = TargetSetting.of(
                                deadline.words(),
                                kind == NodeKind.ACTIVITY ? new Target.Milestone() : new Target.Narrative(),
                                null)
                        .withDeadline(deadlineDay);
            } else if (target == null) {
                setting = TargetSetting.of("", new Target.NotStated(), null).withDeadline(deadlineDay);
            } else {
                setting = target.setting(series, deadlineDay);
            }
            return new Dossier(
                    new NodeId(node),
                    kind,
                    title,
                    deadline,
                    indicator == null ? null : new IndicatorId(indicator),
                    target == null ? null : target.id,
                    measure,
                    setting,
                    series,
                    tolerance,
                    maximum,
                    reported,
                    terms);
        }

        private static Measure measure(ResultSet row) throws SQLException {
            String betterOff = row.getString("better_off_group");
            int trigger = row.getInt("trigger_months");
            boolean triggered = !row.wasNull();
            return new Measure(
                    row.getString("name"),
                    row.getString("unit_of_measure"),
                    row.getInt("decimals"),
                    Polarity.valueOf(row.getString("polarity")),
                    ValueKind.valueOf(row.getString("value_kind")),
                    Basis.valueOf(row.getString("basis")),
                    Frequency.valueOf(row.getString("frequency")),
                    row.getBoolean("seasonal"),
                    row.getString("comparator"),
                    betterOff == null ? null : new GapGroups(betterOff, row.getString("other_group")),
                    triggered ? trigger : null);
        }
    }
}
