package org.dueregard.indicator.model;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.indicator.ComparatorId;
import org.dueregard.indicator.ComparatorKeeping;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.Release;
import org.dueregard.indicator.Status;
import org.dueregard.indicator.StatusMove;
import org.dueregard.indicator.ToJudgeAnew;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ComparatorKeeper implements ComparatorKeeping {

    private final JdbcClient jdbc;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ComparatorKeeper(JdbcClient jdbc, History history, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public ComparatorId called(
            OrganisationId organisation, @Nullable SignedIn by, String whose, String measure, @Nullable String source) {
        ComparatorId id = ComparatorId.random();
        int added = jdbc.sql("""
                        insert into comparator (comparator_id, organisation_id, whose, measure, source, created_at)
                        values (:id, :organisation, :whose, :measure, :source, :now)
                        on conflict (organisation_id, lower(whose), lower(measure)) do nothing""")
                .param("id", id.comparatorId())
                .param("organisation", organisation.organisationId())
                .param("whose", whose)
                .param("measure", measure)
                .param("source", source, Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (added == 1) {
            if (by != null) {
                history.record(by, subject(id), "Comparator added", null, whose + ", " + measure, null);
            }
            return id;
        }
        return jdbc.sql("""
                        select comparator_id from comparator where organisation_id = :organisation
                            and lower(whose) = lower(:whose) and lower(measure) = lower(:measure)""")
                .param("organisation", organisation.organisationId())
                .param("whose", whose)
                .param("measure", measure)
                .query((row, number) -> new ComparatorId(row.getObject(1, UUID.class)))
                .single();
    }

    @Override
    public List<StatusMove> compare(SignedIn by, IndicatorId indicator, ComparatorId comparator) {
        Names names = lock(by, comparator);
        requireTheirs(by, indicator);
        return judgedAnew(List.of(indicator), () -> {
            if (linked(indicator, comparator)) {
                jdbc.sql("update indicator set comparator = :whose, version = version + 1"
                                + " where indicator_id = :indicator and comparator is null")
                        .param("whose", names.whose)
                        .param("indicator", indicator.indicatorId())
                        .update();
                told(by, indicator, "Compared with", null, names.toString());
            }
        });
    }

    @Override
    public void link(IndicatorId indicator, ComparatorId comparator) {
        linked(indicator, comparator);
    }

    /** False when it was before. */
    private boolean linked(IndicatorId indicator, ComparatorId comparator) {
        return jdbc.sql("""
                        insert into indicator_comparator (indicator_id, comparator_id) values (:indicator, :comparator)
                        on conflict do nothing""")
                        .param("indicator", indicator.indicatorId())
                        .param("comparator", comparator.comparatorId())
                        .update()
                == 1;
    }

    @Override
    public List<StatusMove> compareNoLonger(SignedIn by, IndicatorId indicator, ComparatorId comparator) {
        Names names = lock(by, comparator);
        requireTheirs(by, indicator);
        return judgedAnew(List.of(indicator), () -> {
            int gone = jdbc.sql("delete from indicator_comparator"
                            + " where indicator_id = :indicator and comparator_id = :comparator")
                    .param("indicator", indicator.indicatorId())
                    .param("comparator", comparator.comparatorId())
                    .update();
            if (gone > 0) {
                told(by, indicator, "Compared no longer with", names.toString(), null);
            }
        });
    }

    @Override
    public List<StatusMove> release(SignedIn by, ComparatorId comparator, Release release, @Nullable String why) {
        lock(by, comparator);
        Optional<Release> known = known(comparator, release);
        if (known.filter(before -> isTheSame(before, release)).isPresent()) {
            return List.of();
        }
        return judgedAnew(users(comparator), () -> {
            jdbc.sql("""
                            update comparator_release set replaced_at = :now, replaced_because = :why
                            where comparator_id = :comparator and period = :period and replaced_at is null""")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("why", why, Types.VARCHAR)
                    .param("comparator", comparator.comparatorId())
                    .param("period", release.period().label())
                    .update();
            enter(comparator, release, by.post());
            history.record(
                    by,
                    subject(comparator),
                    known.isEmpty() ? "Figure entered" : "Figure changed",
                    known.map(ComparatorKeeper::said).orElse(null),
                    said(release),
                    why);
        });
    }

    @Override
    public void load(ComparatorId comparator, Release release, String enteredBy) {
        if (known(comparator, release).isEmpty()) {
            enter(comparator, release, enteredBy);
        }
    }

    private void enter(ComparatorId comparator, Release release, String enteredBy) {
        jdbc.sql("""
                        insert into comparator_release (release_id, comparator_id, period, period_first, period_last,
                            value, state, note, entered_by, entered_on, entered_at)
                        values (:id, :comparator, :period, :first, :last, :value, :state, :note, :by, :on, :now)""")
                .param("id", UUID.randomUUID())
                .param("comparator", comparator.comparatorId())
                .param("period", release.period().label())
                .param("first", release.period().firstDay())
                .param("last", release.period().lastDay())
                .param("value", release.value())
                .param("state", release.state().name())
                .param("note", release.note(), Types.VARCHAR)
                .param("by", enteredBy)
                .param("on", release.enteredOn() == null ? LocalDate.now(clock) : release.enteredOn())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static boolean isTheSame(Release before, Release release) {
        return before.value().compareTo(release.value()) == 0
                && before.state() == release.state()
                && Objects.equals(before.note(), release.note());
    }

    private static String said(Release release) {
        String state = release.state() == FigureState.FINAL
                ? ""
                : ", " + release.state().name().toLowerCase(java.util.Locale.ROOT);
        return release.period().label() + ": "
                + release.value().stripTrailingZeros().toPlainString() + state;
    }

    private Optional<Release> known(ComparatorId comparator, Release release) {
        return jdbc.sql("""
                        select * from comparator_release
                        where comparator_id = :comparator and period = :period and replaced_at is null""")
                .param("comparator", comparator.comparatorId())
                .param("period", release.period().label())
                .query((row, number) -> new Release(
                        release.period(),
                        row.getBigDecimal("value"),
                        FigureState.valueOf(row.getString("state")),
                        row.getString("note"),
                        row.getObject("entered_on", LocalDate.class)))
                .optional();
    }

    private record Names(String whose, String measure) {

        @Override
        public String toString() {
            return whose + ", " + measure;
        }
    }

    /** Two people who enter the same release at once do so one after the other. */
    private Names lock(SignedIn by, ComparatorId id) {
        return jdbc.sql("""
                        select whose, measure from comparator
                        where comparator_id = :id and organisation_id = :organisation for update""")
                .param("id", id.comparatorId())
                .param("organisation", by.organisation().organisationId())
                .query((row, number) -> new Names(row.getString("whose"), row.getString("measure")))
                .optional()
                .orElseThrow(NotHere::new);
    }

    private void requireTheirs(SignedIn by, IndicatorId indicator) {
        boolean theirs = jdbc.sql("select exists (select 1 from indicator where indicator_id = :indicator"
                        + " and organisation_id = :organisation)")
                .param("indicator", indicator.indicatorId())
                .param("organisation", by.organisation().organisationId())
                .query(Boolean.class)
                .single();
        if (!theirs) {
            throw new NotHere();
        }
    }

    private List<IndicatorId> users(ComparatorId comparator) {
        return jdbc.sql("select indicator_id from indicator_comparator where comparator_id = :comparator")
                .param("comparator", comparator.comparatorId())
                .query((row, number) -> new IndicatorId(row.getObject(1, UUID.class)))
                .list();
    }

    private record Standing(
            String title,
            String plan,
            @Nullable Status status,
            @Nullable String sentence) {}

    /** Makes a change, has what it touches judged anew, and tells what came out differently. */
    private List<StatusMove> judgedAnew(List<IndicatorId> indicators, Runnable change) {
        Map<NodeId, Standing> before = standings(indicators);
        change.run();
        if (before.isEmpty()) {
            return List.of();
        }
        events.publishEvent(new ToJudgeAnew(List.copyOf(before.keySet())));
        List<StatusMove> moves = new ArrayList<>();
        standings(indicators).forEach((node, after) -> {
            Standing was = Objects.requireNonNull(before.get(node));
            if (after.status != null && (after.status != was.status || !Objects.equals(after.sentence, was.sentence))) {
                moves.add(new StatusMove(
                        node,
                        after.title,
                        after.plan,
                        was.status,
                        after.status,
                        Objects.requireNonNull(after.sentence)));
            }
        });
        return moves;
    }

    /** Of the indicators' items in plans that are not closed. */
    private Map<NodeId, Standing> standings(List<IndicatorId> indicators) {
        Map<NodeId, Standing> standings = new LinkedHashMap<>();
        jdbc.sql("""
                        select node.node_id, indicator.name as title, plan.title || ' ' || plan.period as plan, assessment.status,
                            assessment.sentence
                        from plan_indicator
                        join indicator using (indicator_id)
                        join plan_node node using (node_id)
                        join plan using (plan_id)
                        left join standing on standing.node_id = node.node_id
                        left join assessment on assessment.assessment_id = standing.assessment_id
                        where indicator_id = any(:indicators) and plan.state <> 'CLOSED' and node.retired_on is null
                        order by plan.period_first, plan.plan_id, node.reading_order""")
                .param(
                        "indicators",
                        indicators.stream().map(IndicatorId::indicatorId).toArray(UUID[]::new))
                .query((row, number) -> {
                    String status = row.getString("status");
                    return standings.put(
                            new NodeId(row.getObject("node_id", UUID.class)),
                            new Standing(
                                    row.getString("title"),
                                    row.getString("plan"),
                                    status == null ? null : Status.valueOf(status),
                                    row.getString("sentence")));
                })
                .list();
        return standings;
    }

    private void told(SignedIn by, IndicatorId indicator, String what, @Nullable String was, @Nullable String became) {
        standings(List.of(indicator))
                .keySet()
                .forEach(node -> history.record(by, new Subject("node", node.nodeId()), what, was, became, null));
    }

    private static Subject subject(ComparatorId comparator) {
        return new Subject("comparator", comparator.comparatorId());
    }
}
