package org.dueregard.indicator.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.dueregard.indicator.Level;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Reported;
import org.dueregard.indicator.Standings;
import org.dueregard.indicator.Status;
import org.dueregard.indicator.StoredAssessment;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.Wilson;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
@Transactional
class StandingKeeper implements Standings {

    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final JsonMapper json;
    private final Clock clock;

    StandingKeeper(
            Dossiers dossiers, JdbcClient jdbc, NamedParameterJdbcOperations batches, JsonMapper json, Clock clock) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void workOutPlan(PlanId plan, LocalDate day, LocalDate asOf) {
        workOut(dossiers.ofPlan(plan, day), asOf);
    }

    @Override
    public Map<NodeId, AssessmentId> workOut(Collection<NodeId> nodes, LocalDate day, LocalDate asOf) {
        return workOut(dossiers.of(assessed(nodes), day), asOf);
    }

    /** Those of which a status is told; headings have none. */
    private List<NodeId> assessed(Collection<NodeId> nodes) {
        return jdbc.sql("""
                        select node_id from plan_node where node_id = any(:nodes) and (owes_update
                            or exists (select 1 from standing where standing.node_id = plan_node.node_id))""")
                .param("nodes", nodes.stream().map(NodeId::nodeId).toArray(UUID[]::new))
                .query((row, number) -> new NodeId(row.getObject(1, UUID.class)))
                .list();
    }

    private Map<NodeId, AssessmentId> workOut(Map<NodeId, Dossier> found, LocalDate asOf) {
        Map<UUID, Known> known = known(found.keySet());
        Map<NodeId, AssessmentId> now = new HashMap<>();
        Map<NodeId, AssessmentId> anew = new LinkedHashMap<>();
        List<SqlParameterSource> rows = new ArrayList<>();
        found.forEach((node, dossier) -> {
            Assessment assessment = dossier.assess(asOf);
            Known before = known.get(node.nodeId());
            if (before != null && before.saysTheSameAs(dossier, assessment)) {
                now.put(node, before.id());
            } else {
                AssessmentId id = AssessmentId.random();
                rows.add(row(node, id, stored(asOf, dossier, assessment)));
                anew.put(node, id);
            }
        });
        insert(rows);
        stand(anew);
        now.putAll(anew);
        return now;
    }

    private Map<UUID, Known> known(Collection<NodeId> nodes) {
        Map<UUID, Known> known = new HashMap<>();
        jdbc.sql("""
                        select standing.node_id, assessment_id, status, not_rated_reason, late, sentence, caveats, caveat_kinds,
                            target_words, tolerance, figure, level, direction_before, direction_year, direction_words,
                            exception
                        from standing join assessment using (assessment_id) where standing.node_id = any(:nodes)""")
                .param("nodes", nodes.stream().map(NodeId::nodeId).toArray(UUID[]::new))
                .query((row, number) -> known.put(
                        row.getObject("node_id", UUID.class),
                        new Known(
                                new AssessmentId(row.getObject("assessment_id", UUID.class)),
                                row.getString("status"),
                                row.getString("not_rated_reason"),
                                row.getString("sentence"),
                                Arrays.asList((String[]) row.getArray("caveats").getArray()),
                                Arrays.asList(
                                        (String[]) row.getArray("caveat_kinds").getArray()),
                                row.getString("target_words"),
                                row.getString("tolerance"),
                                row.getString("figure"),
                                row.getBigDecimal("level"),
                                row.getString("direction_before"),
                                row.getString("direction_year"),
                                row.getString("direction_words"),
                                row.getString("exception"))))
                .list();
        return known;
    }

    private void stand(Map<NodeId, AssessmentId> anew) {
        jdbc.sql("""
                        insert into standing (node_id, plan_id, assessment_id)
                        select node_id, plan_id, assessment_id
                        from unnest(:nodes, :assessments) as anew (node_id, assessment_id) join plan_node using (node_id)
                        on conflict (node_id) do update set assessment_id = excluded.assessment_id""")
                .param("nodes", anew.keySet().stream().map(NodeId::nodeId).toArray(UUID[]::new))
                .param(
                        "assessments",
                        anew.values().stream().map(AssessmentId::assessmentId).toArray(UUID[]::new))
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
        return restore(node, stored(asOf, dossier, assessment));
    }

    private StoredAssessment stored(LocalDate asOf, Dossier dossier, Assessment assessment) {
        Figure figure = judged(dossier, assessment);
        Wilson interval = assessment.interval();
        return new StoredAssessment(
                asOf,
                clock.instant(),
                assessment.status(),
                assessment.notRatedReason(),
                assessment.late(),
                assessment.sentence(),
                sentences(assessment),
                kinds(assessment),
                dossier.setting().words(),
                dossier.tolerance().words(),
                assessment.figurePeriod() == null
                        ? null
                        : assessment.figurePeriod().label(),
                shown(dossier, assessment),
                figure == null ? null : figure.numerator(),
                figure == null ? null : figure.denominator(),
                assessment.level() == null ? null : assessment.level().value(),
                assessment.distance(),
                direction(assessment.directionBefore()),
                direction(assessment.directionYear()),
                dossier.directionWords(assessment),
                interval == null ? null : oneDecimal(interval.low()),
                interval == null ? null : oneDecimal(interval.high()),
                assessment.exception(),
                json.writeValueAsString(madeFrom(dossier)));
    }

    private static @Nullable Figure judged(Dossier dossier, Assessment assessment) {
        return assessment.figurePeriod() == null
                ? null
                : dossier.series().outturns().stream()
                        .filter(outturn -> outturn.period().equals(assessment.figurePeriod()))
                        .reduce((earlier, later) -> later)
                        .orElse(null);
    }

    private static @Nullable String shown(Dossier dossier, Assessment assessment) {
        return dossier.shown(judged(dossier, assessment), assessment.value());
    }

    private static BigDecimal oneDecimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }

    @Override
    public AssessmentId restore(NodeId node, StoredAssessment stored) {
        AssessmentId id = AssessmentId.random();
        insert(List.of(row(node, id, stored)));
        return id;
    }

    /** All of them in one go to the database, however many there are. */
    private void insert(List<SqlParameterSource> rows) {
        batches.batchUpdate("""
                        insert into assessment (assessment_id, node_id, as_of, made_at, status, not_rated_reason, late,
                            sentence, caveats, caveat_kinds, target_words, tolerance, figure_period, figure, numerator, denominator,
                            level, distance, direction_before, direction_year, direction_words, interval_low,
                            interval_high, exception, made_from)
                        values (:id, :node, :asOf, :madeAt, :status, :reason, :late,
                            :sentence, :caveats, :caveatKinds, :target,
                            :tolerance, :figurePeriod, :figure, :numerator, :denominator, :level, :distance, :before,
                            :year, :directionWords, :low, :high, :exception, :madeFrom::jsonb)""", rows.toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(NodeId node, AssessmentId id, StoredAssessment stored) {
        return new MapSqlParameterSource()
                .addValue("id", id.assessmentId())
                .addValue("node", node.nodeId())
                .addValue("asOf", stored.asOf())
                .addValue("madeAt", Timestamp.from(stored.madeAt()))
                .addValue("status", stored.status().name())
                .addValue("reason", name(stored.notRatedReason()), Types.VARCHAR)
                .addValue("late", stored.late())
                .addValue("sentence", stored.sentence())
                .addValue("caveats", stored.caveats().toArray(String[]::new))
                .addValue("caveatKinds", stored.caveatKinds().toArray(String[]::new))
                .addValue("target", stored.targetWords())
                .addValue("tolerance", stored.tolerance())
                .addValue("figurePeriod", stored.figurePeriod(), Types.VARCHAR)
                .addValue("figure", stored.figure(), Types.VARCHAR)
                .addValue("numerator", stored.numerator(), Types.NUMERIC)
                .addValue("denominator", stored.denominator(), Types.NUMERIC)
                .addValue("level", stored.level(), Types.NUMERIC)
                .addValue("distance", stored.distance(), Types.NUMERIC)
                .addValue("before", stored.directionBefore(), Types.VARCHAR)
                .addValue("year", stored.directionYear(), Types.VARCHAR)
                .addValue("directionWords", stored.directionWords(), Types.VARCHAR)
                .addValue("low", stored.intervalLow(), Types.NUMERIC)
                .addValue("high", stored.intervalHigh(), Types.NUMERIC)
                .addValue("exception", stored.exception(), Types.VARCHAR)
                .addValue("madeFrom", stored.madeFrom());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<AssessmentId, StoredAssessment> read(Collection<AssessmentId> ids) {
        Map<AssessmentId, StoredAssessment> found = new HashMap<>();
        jdbc.sql("select * from assessment where assessment_id = any(:ids)")
                .param("ids", ids.stream().map(AssessmentId::assessmentId).toArray(UUID[]::new))
                .query((row, number) -> {
                    String reason = row.getString("not_rated_reason");
                    return found.put(
                            new AssessmentId(row.getObject("assessment_id", UUID.class)),
                            new StoredAssessment(
                                    row.getObject("as_of", LocalDate.class),
                                    row.getTimestamp("made_at").toInstant(),
                                    Status.valueOf(row.getString("status")),
                                    reason == null ? null : NotRatedReason.valueOf(reason),
                                    row.getBoolean("late"),
                                    row.getString("sentence"),
                                    Arrays.asList(
                                            (String[]) row.getArray("caveats").getArray()),
                                    Arrays.asList((String[])
                                            row.getArray("caveat_kinds").getArray()),
                                    row.getString("target_words"),
                                    row.getString("tolerance"),
                                    row.getString("figure_period"),
                                    row.getString("figure"),
                                    row.getBigDecimal("numerator"),
                                    row.getBigDecimal("denominator"),
                                    row.getBigDecimal("level"),
                                    row.getBigDecimal("distance"),
                                    row.getString("direction_before"),
                                    row.getString("direction_year"),
                                    row.getString("direction_words"),
                                    row.getBigDecimal("interval_low"),
                                    row.getBigDecimal("interval_high"),
                                    row.getString("exception"),
                                    row.getString("made_from")));
                })
                .list();
        return found;
    }

    /** What the rule looked at, so that the assessment can be understood when all of it has changed. */
    private static Map<String, Object> madeFrom(Dossier dossier) {
        Map<String, Object> from = new LinkedHashMap<>();
        TargetTerms terms = TargetTerms.of(dossier.setting().target());
        from.put("target", terms);
        from.put("interim", textKeys(dossier.setting().interimTargets()));
        from.put("deadline", text(dossier.setting().deadline()));
        from.put("expectedFrom", text(dossier.setting().expectedFrom()));
        from.put(
                "baseline",
                dossier.setting().baseline() == null
                        ? null
                        : figure(dossier.setting().baseline()));
        from.put(
                "figures",
                dossier.series().outturns().stream().map(StandingKeeper::figure).toList());
        from.put(
                "comparators",
                dossier.series().comparators().stream()
                        .map(known -> known.name() + ", " + known.period().label() + ": "
                                + known.value().toPlainString())
                        .toList());
        from.put(
                "reported",
                dossier.reported() == null ? null : dossier.reported().status().name());
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
        text.append(
                figure.value() == null
                        ? Objects.requireNonNullElse(figure.words(), "")
                        : figure.value().toPlainString());
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

    private static List<String> kinds(Assessment assessment) {
        return assessment.caveats().stream().map(caveat -> caveat.kind().name()).toList();
    }

    private record Known(
            AssessmentId id,
            String status,
            @Nullable String reason,
            String sentence,
            List<String> caveats,
            List<String> caveatKinds,
            String targetWords,
            String tolerance,
            @Nullable String figure,
            @Nullable BigDecimal level,
            @Nullable String directionBefore,
            @Nullable String directionYear,
            @Nullable String directionWords,
            @Nullable String exception) {

        /** By the same target and tolerance, since what is stored has to tell by which it was made. */
        boolean saysTheSameAs(Dossier dossier, Assessment assessment) {
            return targetWords.equals(dossier.setting().words())
                    && tolerance.equals(dossier.tolerance().words())
                    && status.equals(assessment.status().name())
                    && Objects.equals(reason, name(assessment.notRatedReason()))
                    && sentence.equals(assessment.sentence())
                    && Objects.equals(figure, shown(dossier, assessment))
                    && isSame(level, assessment.level())
                    && Objects.equals(directionBefore, direction(assessment.directionBefore()))
                    && Objects.equals(directionYear, direction(assessment.directionYear()))
                    && Objects.equals(directionWords, dossier.directionWords(assessment))
                    && Objects.equals(exception, assessment.exception())
                    && caveats.equals(sentences(assessment))
                    && caveatKinds.equals(kinds(assessment));
        }

        private static boolean isSame(@Nullable BigDecimal one, @Nullable Level other) {
            return one == null || other == null ? (one == null) == (other == null) : one.compareTo(other.value()) == 0;
        }
    }
}
