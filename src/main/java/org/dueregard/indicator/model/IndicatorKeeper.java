package org.dueregard.indicator.model;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.indicator.ComparatorId;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.IndicatorDraft;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.IndicatorKeeping;
import org.dueregard.indicator.TargetDraft;
import org.dueregard.indicator.TargetSeen;
import org.dueregard.indicator.TargetTerms;
import org.dueregard.indicator.ToJudgeAnew;
import org.dueregard.indicator.Tolerance;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.DeadlinesToldAnew;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.NodeReworded;
import org.dueregard.plan.PlanDraft.NodeDraft;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanKeeping;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
@Transactional
class IndicatorKeeper implements IndicatorKeeping {

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final History history;
    private final TargetSheets sheets;
    private final FigureSheets figures;
    private final DefinitionSheets definitions;
    private final PlanKeeping plans;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IndicatorKeeper(
            EntityManager entities,
            JdbcClient jdbc,
            JsonMapper json,
            History history,
            TargetSheets sheets,
            FigureSheets figures,
            DefinitionSheets definitions,
            PlanKeeping plans,
            ApplicationEventPublisher events,
            Clock clock) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.json = json;
        this.history = history;
        this.sheets = sheets;
        this.figures = figures;
        this.definitions = definitions;
        this.plans = plans;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public IndicatorId add(OrganisationId organisation, NodeId node, IndicatorDraft draft) {
        Indicator indicator = new Indicator(organisation, draft);
        entities.persist(indicator);
        entities.flush();
        entities.detach(indicator);
        jdbc.sql("insert into plan_indicator (node_id, indicator_id) values (:node, :indicator)")
                .param("node", node.nodeId())
                .param("indicator", indicator.id().indicatorId())
                .update();
        return indicator.id();
    }

    @Override
    public void withdraw(SignedIn by, NodeId node, Period period, String why) {
        requireTheirs(by, node);
        IndicatorId indicator = jdbc.sql("select indicator_id from plan_indicator where node_id = :node")
                .param("node", node.nodeId())
                .query((row, number) -> new IndicatorId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(NotHere::new);
        locked(indicator);
        int withdrawn = jdbc.sql("""
                        update observation set replaced_at = :now, replaced_because = :why
                        where indicator_id = :indicator and period = :period and replaced_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("why", why)
                .param("indicator", indicator.indicatorId())
                .param("period", period.label())
                .update();
        if (withdrawn > 0) {
            history.record(by, new Subject("node", node.nodeId()), "Figure withdrawn", period.label(), null, why);
            events.publishEvent(new ToJudgeAnew(places(indicator)));
        }
    }

    @Override
    public void withdrawTarget(SignedIn by, NodeId node, Period planYear, String why) {
        requireTheirs(by, node);
        jdbc.sql("""
                        update target set replaced_at = :now, replaced_because = :why
                        where node_id = :node and plan_year = :year and replaced_at is null returning words""")
                .param("now", Timestamp.from(clock.instant()))
                .param("why", why)
                .param("node", node.nodeId())
                .param("year", planYear.label())
                .query(String.class)
                .optional()
                .ifPresent(was -> {
                    history.record(by, new Subject("node", node.nodeId()), "Target withdrawn", was, null, why);
                    events.publishEvent(new ToJudgeAnew(List.of(node)));
                });
    }

    @Override
    public void discard(SignedIn by, PlanId plan, Collection<ComparatorId> alongWith) {
        entities.flush();
        entities.clear();
        String nodes = "(select node_id from plan_node join plan using (plan_id)"
                + " where plan_id = :plan and organisation_id = :organisation)";
        List<UUID> indicators = ids(
                "select indicator_id from plan_indicator where node_id in " + nodes
                        + " except select indicator_id from plan_indicator where node_id not in " + nodes,
                by,
                plan);
        for (String part : List.of("standing", "assessment", "target", "plan_indicator")) {
            jdbc.sql("delete from " + part + " where node_id in " + nodes)
                    .param("plan", plan.planId())
                    .param("organisation", by.organisation().organisationId())
                    .update();
        }
        for (String part : List.of("indicator_comparator", "observation", "indicator")) {
            jdbc.sql("delete from " + part + " where indicator_id = any(:ids)")
                    .param("ids", indicators.toArray(UUID[]::new))
                    .update();
        }
        UUID[] comparators = alongWith.stream().map(ComparatorId::comparatorId).toArray(UUID[]::new);
        for (String part : List.of("comparator_release", "comparator")) {
            jdbc.sql("delete from " + part + " " + """
                             where comparator_id = any(:ids)
                             and comparator_id in (select comparator_id from comparator where organisation_id = :organisation)
                             and comparator_id not in (select comparator_id from indicator_comparator)""")
                    .param("ids", comparators)
                    .param("organisation", by.organisation().organisationId())
                    .update();
        }
    }

    private List<UUID> ids(String select, SignedIn by, PlanId plan) {
        return jdbc.sql(select)
                .param("plan", plan.planId())
                .param("organisation", by.organisation().organisationId())
                .query(UUID.class)
                .list();
    }

    @Override
    public NodeId addUnder(SignedIn by, NodeId above, @Nullable String reference, IndicatorDraft draft) {
        NodeDraft node = new NodeDraft(
                NodeId.random(),
                NodeKind.INDICATOR,
                reference,
                draft.measure().name(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                Deadline.notStated(),
                List.of(),
                null,
                List.of());
        plans.addUnder(by, above, node, () -> add(by.organisation(), node.id(), draft));
        return node.id();
    }

    @Override
    public void redefine(SignedIn by, NodeId node, long seen, IndicatorDraft draft, @Nullable String why) {
        DefinitionSheet sheet = definitions.find(by.organisation(), node).orElseThrow(NotHere::new);
        if (sheet.retired()) {
            throw new AlreadyDone("indicator.definition.retired");
        }
        Indicator indicator = locked(sheet.indicator());
        sheet = definitions.find(by.organisation(), node).orElseThrow(NotHere::new);
        if (sheet.version() != seen || !sheet.obstacles(draft).isEmpty()) {
            throw new ObjectOptimisticLockingFailureException(Indicator.class, sheet.indicator());
        }
        Map<String, String> was = sheet.definition().said();
        Map<String, String> became = draft.said();
        if (was.equals(became)) {
            return;
        }
        indicator.define(draft);
        entities.flush();
        Tolerance tolerance = sheet.definition().tolerance();
        if (!Objects.equals(tolerance, draft.tolerance())) {
            toldOfTolerance(by, indicator.id(), words(tolerance), words(draft.tolerance()), why);
        }
        told(by, indicator.id(), was, became, why);
        if (draft.judgesOtherwiseThan(sheet.definition())) {
            events.publishEvent(new ToJudgeAnew(places(indicator.id())));
        }
        rename(by, sheet.measure().name(), indicator);
    }

    /** What is different, beside what it was, in the history of every place where the indicator stands. */
    private void told(
            SignedIn by,
            IndicatorId indicator,
            Map<String, String> was,
            Map<String, String> became,
            @Nullable String why) {
        List<String> different = became.keySet().stream()
                .filter(piece -> !piece.equals("definition.tolerance"))
                .filter(piece -> !Objects.equals(was.get(piece), became.get(piece)))
                .toList();
        // apart, since statuses depend on the one and not on the other
        Map<Boolean, List<String>> parts =
                different.stream().collect(Collectors.partitioningBy(IndicatorDraft.DESCRIBING::contains));
        parts.forEach((describing, pieces) -> {
            if (!pieces.isEmpty()) {
                toldEverywhere(
                        by,
                        indicator,
                        describing ? "Description changed" : "Definition changed",
                        pieces.stream().map(was::get).collect(Collectors.joining("\n")),
                        pieces.stream().map(became::get).collect(Collectors.joining("\n")),
                        why);
            }
        });
    }

    /** In closed plans too: their rounds stay as reported, and this tells why they would come to something else today. */
    private void toldEverywhere(
            SignedIn by,
            IndicatorId indicator,
            String what,
            @Nullable String was,
            @Nullable String became,
            @Nullable String why) {
        jdbc.sql("select node_id from plan_indicator where indicator_id = :indicator order by node_id")
                .param("indicator", indicator.indicatorId())
                .query((row, number) -> new Subject("node", row.getObject(1, UUID.class)))
                .list()
                .forEach(place -> history.record(by, place, what, was, became, why));
    }

    private void toldOfTolerance(
            SignedIn by, IndicatorId indicator, @Nullable String was, @Nullable String became, @Nullable String why) {
        toldEverywhere(by, indicator, "Tolerance changed", was, became, why);
    }

    private static @Nullable String words(@Nullable Tolerance tolerance) {
        return tolerance == null ? null : tolerance.words();
    }

    /** A plan that calls it something shorter goes on doing so. */
    private void rename(SignedIn by, String was, Indicator indicator) {
        if (!was.equals(indicator.name())) {
            definitions.standings(indicator.id()).stream()
                    .filter(standing -> standing.title().equals(was))
                    .forEach(standing -> plans.reword(by, standing.node(), standing.version(), indicator.name(), null));
        }
    }

    @Override
    public void setTarget(@Nullable SignedIn by, NodeId node, TargetDraft target, @Nullable String why) {
        if (by != null) {
            requireTheirs(by, node);
        }
        put(by, node, target, why);
        if (by != null) {
            events.publishEvent(new ToJudgeAnew(List.of(node)));
        }
    }

    private void requireTheirs(SignedIn by, NodeId node) {
        boolean theirs = jdbc.sql("""
                        select exists (select 1 from plan_node join plan using (plan_id)
                            where node_id = :node and organisation_id = :organisation)""")
                .param("node", node.nodeId())
                .param("organisation", by.organisation().organisationId())
                .query(Boolean.class)
                .single();
        if (!theirs) {
            throw new NotHere();
        }
    }

    @Override
    public void changeTarget(
            SignedIn by,
            NodeId node,
            TargetSeen seen,
            TargetDraft target,
            @Nullable Tolerance own,
            @Nullable String why) {
        TargetSheet sheet = sheets.find(by.organisation(), node).orElseThrow(NotHere::new);
        if (sheet.retired()) {
            throw new AlreadyDone("indicator.target.retired");
        }
        Indicator indicator = locked(sheet.indicator());
        // looked at once more, now that nobody else can change it
        sheet = sheets.find(by.organisation(), node).orElseThrow(NotHere::new);
        if (!seen.equals(sheet.seen())) {
            throw new ObjectOptimisticLockingFailureException(Indicator.class, sheet.indicator());
        }
        Set<NodeId> touched = new LinkedHashSet<>();
        if (!target.equals(sheet.target())) {
            put(by, node, target, why);
            touched.add(node);
        }
        String was = indicator.tolerance();
        String became = own == null ? null : own.words();
        if (!Objects.equals(was, became)) {
            indicator.tolerate(own);
            entities.flush();
            toldOfTolerance(by, indicator.id(), was, became, why);
            touched.addAll(places(sheet.indicator()));
        }
        if (!touched.isEmpty()) {
            events.publishEvent(new ToJudgeAnew(List.copyOf(touched)));
        }
    }

    private Indicator locked(IndicatorId id) {
        Indicator indicator = entities.find(Indicator.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (indicator == null) {
            throw new NotHere();
        }
        return indicator;
    }

    /** Where the indicator stands in plans that are not closed. */
    private List<NodeId> places(IndicatorId indicator) {
        return jdbc.sql("""
                        select node_id from plan_indicator join plan_node using (node_id) join plan using (plan_id)
                        where indicator_id = :indicator and state <> 'CLOSED' order by period_first, reading_order""")
                .param("indicator", indicator.indicatorId())
                .query((row, number) -> new NodeId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Figures for terms are judged by the council's terms, and whatever has a deadline by its last day. */
    @EventListener
    void on(DeadlinesToldAnew change) {
        events.publishEvent(new ToJudgeAnew(jdbc.sql("""
                        select node_id from plan_node join plan using (plan_id)
                        where organisation_id = :organisation and state = 'ACTIVE' and owes_update
                        order by plan_id, reading_order""")
                .param("organisation", change.organisation().organisationId())
                .query((row, number) -> new NodeId(row.getObject(1, UUID.class)))
                .list()));
    }

    /** The name that an indicator has from its plan stays the plan's; a longer one of its own stays as it is. */
    @EventListener
    void on(NodeReworded change) {
        jdbc.sql("select indicator_id from plan_indicator where node_id = :node")
                .param("node", change.node().nodeId())
                .query((row, number) -> new IndicatorId(row.getObject(1, UUID.class)))
                .optional()
                .map(this::locked)
                .filter(indicator -> indicator.name().equals(change.was()))
                .ifPresent(indicator -> {
                    indicator.rename(change.became());
                    entities.flush();
                });
    }

    private void put(@Nullable SignedIn by, NodeId node, TargetDraft target, @Nullable String why) {
        String was = jdbc.sql("""
                        update target set replaced_at = :now, replaced_because = :why
                        where node_id = :node and plan_year = :year and replaced_at is null returning words""")
                .param("now", Timestamp.from(clock.instant()))
                .param("why", why, Types.VARCHAR)
                .param("node", node.nodeId())
                .param("year", target.planYear().label())
                .query(String.class)
                .optional()
                .orElse(null);
        TargetTerms terms = target.terms();
        Map<String, BigDecimal> interim = new LinkedHashMap<>();
        target.interim().forEach((period, value) -> interim.put(period.label(), value));
        jdbc.sql("""
                        insert into target (target_id, node_id, plan_year, plan_year_first, plan_year_last, period, words,
                            kind, value, high, change_amount, change_unit, relation, comparator, comparator_value, year_on_year,
                            interim, baseline_period, baseline_words, expected_from, set_by, set_at)
                        values (:id, :node, :year, :yearFirst, :yearLast, :period, :words, :kind, :value, :high,
                            :changeAmount, :changeUnit, :relation, :comparator, :comparatorValue, :yearOnYear, :interim::jsonb,
                            :baselinePeriod, :baselineWords, :expectedFrom, :by, :now)""")
                .param("id", UUID.randomUUID())
                .param("node", node.nodeId())
                .param("year", target.planYear().label())
                .param("yearFirst", target.planYear().firstDay())
                .param("yearLast", target.planYear().lastDay())
                .param("period", target.period().label())
                .param("words", target.words())
                .param("kind", terms.kind().name())
                .param("value", terms.value(), Types.NUMERIC)
                .param("high", terms.high(), Types.NUMERIC)
                .param("changeAmount", terms.changeAmount(), Types.NUMERIC)
                .param("changeUnit", name(terms.changeUnit()), Types.VARCHAR)
                .param("relation", name(terms.relation()), Types.VARCHAR)
                .param("comparator", terms.comparator(), Types.VARCHAR)
                .param("comparatorValue", terms.comparatorValue(), Types.NUMERIC)
                .param("yearOnYear", terms.yearOnYear())
                .param("interim", json.writeValueAsString(interim))
                .param(
                        "baselinePeriod",
                        target.baselinePeriod() == null
                                ? null
                                : target.baselinePeriod().label(),
                        Types.VARCHAR)
                .param("baselineWords", target.baselineWords(), Types.VARCHAR)
                .param("expectedFrom", target.expectedFrom(), Types.DATE)
                .param("by", by == null ? History.PRODUCT : by.post())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (by != null) {
            history.record(
                    by,
                    new Subject("node", node.nodeId()),
                    was == null ? "Target set" : "Target changed",
                    was,
                    target.words(),
                    why);
        }
    }

    @Override
    public void record(
            IndicatorId indicator, Figure figure, String enteredBy, @Nullable String note, @Nullable String why) {
        jdbc.sql("""
                        update observation set replaced_at = :now, replaced_because = :why
                        where indicator_id = :indicator and period = :period and replaced_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("why", why, Types.VARCHAR)
                .param("indicator", indicator.indicatorId())
                .param("period", figure.period().label())
                .update();
        LocalDate enteredOn = figure.enteredOn() == null ? LocalDate.now(clock) : figure.enteredOn();
        jdbc.sql("""
                        insert into observation (observation_id, indicator_id, period, period_first,
                            period_last, value, words, numerator, denominator, better_off_value, other_value, state, note,
                            entered_by, entered_on, entered_at)
                        values (:id, :indicator, :period, :first, :last, :value, :words, :numerator,
                            :denominator, :betterOff, :other, :state, :note, :by, :on, :at)""")
                .param("id", UUID.randomUUID())
                .param("indicator", indicator.indicatorId())
                .param("period", figure.period().label())
                .param("first", figure.period().firstDay())
                .param("last", figure.period().lastDay())
                .param("value", figure.value(), Types.NUMERIC)
                .param("words", figure.words(), Types.VARCHAR)
                .param("numerator", figure.numerator(), Types.NUMERIC)
                .param("denominator", figure.denominator(), Types.NUMERIC)
                .param("betterOff", figure.betterOff(), Types.NUMERIC)
                .param("other", figure.other(), Types.NUMERIC)
                .param("state", figure.state().name())
                .param("note", note, Types.VARCHAR)
                .param("by", enteredBy)
                .param("on", enteredOn)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public void enter(
            SignedIn by, NodeId node, long version, Figure figure, @Nullable String note, @Nullable String why) {
        FigureSheet seen = figures.find(by.organisation(), node).orElseThrow(NotHere::new);
        locked(seen.indicator());
        FigureSheet sheet = figures.find(by.organisation(), node).orElseThrow(NotHere::new);
        if (!sheet.editable()) {
            throw new AlreadyDone("indicator.figures.closed");
        }
        if (sheet.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Indicator.class, sheet.indicator());
        }
        FigureSheet.Entry before = sheet.of(figure.period()).orElse(null);
        record(sheet.indicator(), figure, by.post(), note, why);
        history.record(
                by,
                new Subject("node", node.nodeId()),
                before == null ? "Figure entered" : "Figure corrected",
                before == null ? null : said(sheet, before.figure()),
                said(sheet, figure),
                why);
        events.publishEvent(new ToJudgeAnew(places(sheet.indicator())));
    }

    private static String said(FigureSheet sheet, Figure figure) {
        String share = figure.numerator() == null || figure.denominator() == null
                ? ""
                : " (" + figure.numerator().toPlainString() + " of "
                        + figure.denominator().toPlainString() + ")";
        return figure.period().label() + ": " + sheet.dossier().shown(figure) + share;
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
