package org.dueregard.indicator.model;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.indicator.Assessment;
import org.dueregard.indicator.AssessmentId;
import org.dueregard.indicator.Caveat;
import org.dueregard.indicator.DirectionOfTravel;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Dossiers;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.Reported;
import org.dueregard.indicator.Standings;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.Wilson;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
@Transactional
class StandingKeeper implements Standings {

    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    StandingKeeper(Dossiers dossiers, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void workOutPlan(PlanId plan, LocalDate day, LocalDate asOf) {
        workOut(dossiers.ofPlan(plan, day), asOf);
    }

    @Override
    public Map<NodeId, AssessmentId> workOut(Collection<NodeId> nodes, LocalDate day, LocalDate asOf) {
        return workOut(dossiers.of(nodes, day), asOf);
    }

    private Map<NodeId, AssessmentId> workOut(Map<NodeId, Dossier> found, LocalDate asOf) {
        Map<UUID, Known> known = known(found.keySet());
        Map<NodeId, AssessmentId> now = new HashMap<>();
        found.forEach((node, dossier) -> {
            Assessment assessment = dossier.assess(asOf);
            Known before = known.get(node.nodeId());
            if (before != null && before.saysTheSameAs(assessment)) {
                now.put(node, before.id());
            } else {
                AssessmentId id = store(node, asOf, dossier, assessment);
                stand(node, id);
                now.put(node, id);
            }
        });
        return now;
    }

    private Map<UUID, Known> known(Collection<NodeId> nodes) {
        Map<UUID, Known> known = new HashMap<>();
        jdbc.sql(
                        """
                        select standing.node_id, assessment_id, status, not_rated_reason, late, sentence, caveats,
                            target_words, figure
                        from standing join assessment using (assessment_id) where standing.node_id = any(:nodes)""")
                .param("nodes", nodes.stream().map(NodeId::nodeId).toArray(UUID[]::new))
                .query((row, number) -> known.put(
                        row.getObject("node_id", UUID.class),
                        new Known(
                                new AssessmentId(row.getObject("assessment_id", UUID.class)),
                                row.getString("status"),
                                row.getString("not_rated_reason"),
                                row.getString("sentence"),
                                Arrays.asList((String[]) row.getArray("caveats").getArray()))))
                .list();
        return known;
    }

    private void stand(NodeId node, AssessmentId assessment) {
        jdbc.sql(
                        """
                        insert into standing (node_id, plan_id, assessment_id)
                        select node_id, plan_id, :assessment from plan_node where node_id = :node
                        on conflict (node_id) do update set assessment_id = excluded.assessment_id""")
                .param("assessment", assessment.assessmentId())
                .param("node", node.nodeId())
                .update();
    }

    @Override
    public void said(NodeId node, @Nullable Reported reported) {
        jdbc.sql("update standing set reported_status = :status, done_on = :done where node_id = :node")
                .param("status", reported == null ? null : reported.status().name(), Types.VARCHAR)
                .param("done", reported == null ? null : reported.doneOn(), Types.DATE)
                .param("node", node.nodeId())
                .update();
    }

    @Override
    public AssessmentId store(NodeId node, LocalDate asOf, Dossier dossier, Assessment assessment) {
        AssessmentId id = AssessmentId.random();
        Figure figure = assessment.figurePeriod() == null
                ? null
                : dossier.series().outturns().stream()
                        .filter(outturn -> outturn.period().equals(assessment.figurePeriod()))
                        .reduce((earlier, later) -> later)
                        .orElse(null);
        Wilson interval = assessment.interval();
        jdbc.sql(
                        """
                        insert into assessment (assessment_id, node_id, as_of, made_at, status, not_rated_reason, late,
                            sentence, caveats, target_words, tolerance, figure_period, figure, numerator, denominator,
                            level, distance, direction_before, direction_year, direction_words, interval_low,
                            interval_high, made_from)
                        values (:id, :node, :asOf, :madeAt, :status, :reason, :late, :sentence, :caveats, :target,
                            :tolerance, :figurePeriod, :figure, :numerator, :denominator, :level, :distance, :before,
                            :year, :directionWords, :low, :high, :madeFrom::jsonb)""")
                .param("id", id.assessmentId())
                .param("node", node.nodeId())
                .param("asOf", asOf)
                .param("madeAt", Timestamp.from(clock.instant()))
                .param("status", assessment.status().name())
                .param("reason", name(assessment.notRatedReason()), Types.VARCHAR)
                .param("late", assessment.late())
                .param("sentence", assessment.sentence())
                .param("caveats", sentences(assessment).toArray(String[]::new))
                .param("target", dossier.setting().words())
                .param("tolerance", dossier.tolerance().words())
                .param(
                        "figurePeriod",
                        assessment.figurePeriod() == null ? null : assessment.figurePeriod().label(),
                        Types.VARCHAR)
                .param("figure", dossier.shown(figure, assessment.value()), Types.VARCHAR)
                .param("numerator", figure == null ? null : figure.numerator(), Types.NUMERIC)
                .param("denominator", figure == null ? null : figure.denominator(), Types.NUMERIC)
                .param("level", assessment.level() == null ? null : assessment.level().value(), Types.NUMERIC)
                .param("distance", assessment.distance(), Types.NUMERIC)
                .param("before", direction(assessment.directionBefore()), Types.VARCHAR)
                .param("year", direction(assessment.directionYear()), Types.VARCHAR)
                .param("directionWords", dossier.directionWords(assessment), Types.VARCHAR)
                .param("low", interval == null ? null : BigDecimal.valueOf(interval.low()), Types.NUMERIC)
                .param("high", interval == null ? null : BigDecimal.valueOf(interval.high()), Types.NUMERIC)
                .param("madeFrom", json.writeValueAsString(madeFrom(dossier)))
                .update();
        return id;
    }

    /** What the rule looked at, so that the assessment can be understood when all of it has changed. */
    private static Map<String, Object> madeFrom(Dossier dossier) {
        Map<String, Object> from = new LinkedHashMap<>();
        TargetTerms terms = TargetTerms.of(dossier.setting().target());
        from.put("target", terms);
        from.put("interim", textKeys(dossier.setting().interimTargets()));
        from.put("deadline", text(dossier.setting().deadline()));
        from.put("expectedFrom", text(dossier.setting().expectedFrom()));
        from.put("baseline", dossier.setting().baseline() == null ? null : figure(dossier.setting().baseline()));
        from.put("figures", dossier.series().outturns().stream().map(StandingKeeper::figure).toList());
        from.put(
                "comparators",
                dossier.series().comparators().stream()
                        .map(known -> known.name() + ", " + known.period().label() + ": "
                                + known.value().toPlainString())
                        .toList());
        from.put("reported", dossier.reported() == null ? null : dossier.reported().status().name());
        return from;
    }

    private static Map<String, String> textKeys(Map<?, BigDecimal> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key.toString(), value.toPlainString()));
        return texts;
    }

    private static String figure(Figure figure) {
        StringBuilder text = new StringBuilder(figure.period().label()).append(": ");
        if (figure.numerator() != null && figure.denominator() != null) {
            text.append(figure.numerator().toPlainString())
                    .append(" of ")
                    .append(figure.denominator().toPlainString())
                    .append(' ');
        }
        if (figure.betterOff() != null && figure.other() != null) {
            text.append(figure.betterOff().toPlainString())
                    .append(" less ")
                    .append(figure.other().toPlainString())
                    .append(' ');
        }
        text.append(figure.value() == null ? Objects.requireNonNullElse(figure.words(), "") : figure.value().toPlainString());
        return text.append(' ').append(figure.state()).toString();
    }

    private static @Nullable String direction(@Nullable DirectionOfTravel direction) {
        return direction == null
                ? null
                : direction.couldBeChance() ? "CHANCE" : direction.way().name();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static List<String> sentences(Assessment assessment) {
        return assessment.caveats().stream().map(Caveat::sentence).toList();
    }

    private record Known(
            AssessmentId id, String status, @Nullable String reason, String sentence, List<String> caveats) {

        boolean saysTheSameAs(Assessment assessment) {
            return status.equals(assessment.status().name())
                    && Objects.equals(reason, name(assessment.notRatedReason()))
                    && sentence.equals(assessment.sentence())
                    && caveats.equals(sentences(assessment));
        }
    }
}
