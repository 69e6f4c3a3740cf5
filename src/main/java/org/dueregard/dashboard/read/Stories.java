package org.dueregard.dashboard.read;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.calendar.Period;
import org.dueregard.dashboard.read.Story.Part;
import org.dueregard.dashboard.read.Story.Promised;
import org.dueregard.dashboard.read.Story.Restated;
import org.dueregard.dashboard.read.Story.Told;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.DossierYears;
import org.dueregard.indicator.Dossiers;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Notes;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.PlanCatalogue;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundState;
import org.dueregard.reporting.StoredEvidence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
            @Nullable NotRatedReason why,
            Notes notes) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Dossiers dossiers;
    private final Clock clock;

    Stories(JdbcClient jdbc, JsonMapper json, Dossiers dossiers, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** The council's indicators, those whose name holds the words, plan by plan in plan order. */
    public List<Entry> indicators(OrganisationId organisation, String words) {
        return jdbc.sql("""
                        select indicator.indicator_id, indicator.name, unit.name as unit_name, assessment.figure,
                            assessment.figure_period, assessment.target_words, assessment.status,
                            assessment.not_rated_reason,""" + Notes.COLUMNS + """
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
                        order by""" + PlanCatalogue.IN_ORDER
                        + ", node.reading_order, lower(indicator.name) limit 1000")
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
                        why(row),
                        Notes.of(row)))
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
        Optional<DossierYears> known = dossiers.ofEveryYear(node);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        DossierYears years = known.get();
        return jdbc.sql("""
                        select node.*, plan.title as plan_title, plan.state as plan_state, unit.name as reporting,
                            concat_ws(' ', objective.reference, objective.title) as objective_title,
                            concat_ws(' ', area.reference, area.title) as area_title,
                            indicator.name, indicator.definition, indicator.data_source, indicator.tolerance,
                            successor.title as successor_title,
                            case when family.parent_id <> node.node_id then (select title from plan_node above
                                where above.node_id = family.parent_id) end as family_title,
                            family.parts as family,
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
                        left join lateral (
                            select part.parent_id, jsonb_agg(jsonb_build_object('node', part.node_id, 'title', part.title,
                                'figure', worked.figure, 'period', worked.figure_period, 'target', worked.target_words,
                                'status', worked.status, 'why', worked.not_rated_reason,
                                'direction', coalesce(worked.direction_before, worked.direction_year),
                                'directionWords', worked.direction_words, 'exception', worked.exception,
                                'caveats', worked.caveats)
                                order by part.reading_order) as parts
                            from plan_node part
                            join plan_node whole on whole.node_id = part.parent_id
                                and whole.kind in ('INDICATOR', 'INDICATOR_GROUP')
                            left join standing on standing.node_id = part.node_id
                            left join assessment worked on worked.assessment_id = standing.assessment_id
                            where part.kind = 'INDICATOR' and part.node_id <> node.node_id
                                and part.parent_id in (node.node_id, node.parent_id)
                            group by part.parent_id order by part.parent_id = node.node_id desc limit 1) family on true
                        where node.node_id = :node and plan.organisation_id = :organisation""")
                .param("node", node.nodeId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> story(row, years))
                .optional();
    }

    private Story story(ResultSet row, DossierYears years) throws SQLException {
        Dossier dossier = years.on(LocalDate.now(clock));
        UUID replacedBy = row.getObject("replaced_by", UUID.class);
        Array tags = row.getArray("tags");
        String name = row.getString("name");
        Promises promised = promises(dossier);
        Restating restating = new Restating(years, promised.restated, promised.since, promised.othersSince);
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
                told(dossier.node(), restating),
                promised.standing,
                promised.restated,
                row.getString("family_title"),
                family(row.getString("family")));
    }

    private List<Part> family(@Nullable String parts) {
        if (parts == null) {
            return List.of();
        }
        List<Part> family = new ArrayList<>();
        for (JsonNode part : json.readTree(parts)) {
            String why = text(part, "why");
            family.add(new Part(
                    NodeId.of(Objects.requireNonNull(text(part, "node"))),
                    Objects.requireNonNull(text(part, "title")),
                    text(part, "figure"),
                    text(part, "period"),
                    text(part, "target"),
                    Results.status(text(part, "status")),
                    why == null ? null : NotRatedReason.valueOf(why),
                    new Notes(
                            text(part, "direction"),
                            text(part, "directionWords"),
                            text(part, "exception"),
                            part.path("caveats")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList())));
        }
        return family;
    }

    private static @Nullable String text(JsonNode part, String field) {
        JsonNode value = part.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }

    private List<Told> told(NodeId node, Restating restating) {
        return jdbc.sql("""
                        select item.*, %s,
                            round.name as round_name, round.period as round_period, round.state as round_state,
                            round.closed_at, assessment.as_of,
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
                        order by round.period_last desc limit 60""".formatted(StoredEvidence.COLUMN))
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
                            StoredEvidence.of(row),
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
                            row.getObject("held_on", LocalDate.class),
                            closed(row).flatMap(restating::of).orElse(null));
                })
                .list();
    }

    /** Empty while the round is open, and where nothing was judged in it. */
    private static Optional<Restating.Closed> closed(ResultSet row) throws SQLException {
        Instant closedAt = instant(row, "closed_at");
        Status worked = Results.status(row.getString("worked"));
        return closedAt == null || worked == null
                ? Optional.empty()
                : Optional.of(new Restating.Closed(
                        Period.parse(row.getString("round_period")),
                        closedAt,
                        row.getObject("as_of", LocalDate.class),
                        worked,
                        row.getString("sentence"),
                        row.getString("figure_period"),
                        saidStatus(row.getString("reported_status"))));
    }

    /**
     * What was promised, and what was corrected.
     *
     * @param since when the first figure for a period became known, for those that were corrected
     * @param othersSince the same of others' figures
     */
    private record Promises(
            List<Promised> standing,
            List<Restated> restated,
            Map<String, LocalDate> since,
            Map<String, LocalDate> othersSince) {}

    /** What was promised, and what stood there before a target, a figure or how it is judged was corrected. */
    private Promises promises(Dossier dossier) {
        Promises promises = new Promises(new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new HashMap<>());
        jdbc.sql("""
                        select * from (
                            select 'TARGET' as kind, plan_year, period, null as whose, words, null::numeric as value,
                                null::numeric as numerator, null::numeric as denominator,
                                null::numeric as better_off_value, null::numeric as other_value, null::date as entered_on,
                                lead(set_by) over same as replaced_by, replaced_at, replaced_because,
                                plan_year_last as place
                            from target where node_id = :node
                            window same as (partition by plan_year order by set_at)
                            union all
                            select 'FIGURE', '', period, null, words, value, numerator, denominator, better_off_value,
                                other_value, entered_on, lead(entered_by) over same, replaced_at, replaced_because,
                                period_last
                            from observation where indicator_id = :indicator
                            window same as (partition by period order by entered_at)
                            union all
                            select 'COMPARATOR', '', period, whose, null, value, null, null, null, null, entered_on,
                                lead(entered_by) over same, replaced_at, replaced_because, period_last
                            from indicator_comparator join comparator using (comparator_id)
                            join comparator_release using (comparator_id) where indicator_id = :indicator
                            window same as (partition by comparator_id, period order by entered_at)
                            union all
                            select case when what = 'Tolerance changed' then 'TOLERANCE' else 'DEFINITION' end, '', '', null,
                                was, null, null, null, null, null, null, post, at, why, null
                            from history_event where subject_id = :node
                                and what in ('Tolerance changed', 'Definition changed')) known
                        where kind = 'TARGET' or replaced_at is not null
                        order by replaced_at desc nulls first, place desc""")
                .param("node", dossier.node().nodeId())
                .param(
                        "indicator",
                        dossier.indicator() == null ? null : dossier.indicator().indicatorId(),
                        java.sql.Types.OTHER)
                .query((row, number) -> {
                    Instant replaced = instant(row, "replaced_at");
                    if (replaced == null) {
                        return promises.standing.add(new Promised(
                                row.getString("plan_year"), row.getString("period"), row.getString("words")));
                    }
                    Restated restated = restated(row, dossier, replaced);
                    LocalDate enteredOn = row.getObject("entered_on", LocalDate.class);
                    if (enteredOn != null) {
                        (restated.isFigure() ? promises.since : promises.othersSince)
                                .merge(restated.about(), enteredOn, (one, other) -> one.isBefore(other) ? one : other);
                    }
                    return promises.restated.add(restated);
                })
                .list();
        return promises;
    }

    private static Restated restated(ResultSet row, Dossier dossier, Instant replaced) throws SQLException {
        Story.Corrected kind = Story.Corrected.valueOf(row.getString("kind"));
        String period = row.getString("period");
        return new Restated(
                kind,
                kind == Story.Corrected.COMPARATOR ? Restating.othersKey(row.getString("whose"), period) : period,
                row.getString("plan_year"),
                switch (kind) {
                    case FIGURE -> dossier.shown(figure(row));
                    case COMPARATOR -> dossier.measure().shown(row.getBigDecimal("value"));
                    case TARGET, TOLERANCE, DEFINITION -> row.getString("words");
                },
                row.getString("replaced_by"),
                replaced,
                row.getString("replaced_because"));
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                Period.parse(row.getString("period")),
                row.getBigDecimal("value"),
                row.getString("words"),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBigDecimal("better_off_value"),
                row.getBigDecimal("other_value"),
                FigureState.FINAL,
                null);
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
