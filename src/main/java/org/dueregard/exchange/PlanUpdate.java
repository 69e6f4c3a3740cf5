package org.dueregard.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.exchange.PlanDocument.FigureEntry;
import org.dueregard.exchange.PlanDocument.IndicatorEntry;
import org.dueregard.exchange.PlanDocument.NodeEntry;
import org.dueregard.exchange.PlanDocument.TargetEntry;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.indicator.Dossiers;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.IndicatorKeeping;
import org.dueregard.indicator.Standings;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitDirectory;
import org.dueregard.organisation.UnitEntry;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.PlanDraft.NodeDraft;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanKeeping;
import org.dueregard.reporting.ReturnKeeping;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes a plan that is there by pieces of a document. Each change goes the way on which a person makes it, so that it stands
 * in history; closed plans and other councils' are refused as not there.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PlanUpdate {

    private final PlanKeeping plans;
    private final IndicatorKeeping indicators;
    private final UnitDirectory directory;
    private final Standings standings;
    private final Dossiers dossiers;
    private final ReturnKeeping returns;
    private final History history;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlanUpdate(
            PlanKeeping plans,
            IndicatorKeeping indicators,
            UnitDirectory directory,
            Standings standings,
            Dossiers dossiers,
            ReturnKeeping returns,
            History history,
            JdbcClient jdbc,
            Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.directory = directory;
        this.standings = standings;
        this.dossiers = dossiers;
        this.returns = returns;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a node with all under it; under the plan itself where {@code above} is null, which takes objectives only. */
    public NodeId add(SignedIn by, PlanId plan, @Nullable NodeId above, NodeEntry entry) {
        NodeId id = NodeId.random();
        NodeDraft draft = new NodeDraft(
                id,
                NodeKind.valueOf(entry.kind()),
                entry.reference(),
                entry.title(),
                entry.intendedOutcome(),
                entry.strategy(),
                entry.narrativeOnlyReason(),
                entry.ownerWords(),
                units(by, entry.leads()),
                entry.reports() == null
                        ? null
                        : units(by, List.of(entry.reports())).stream()
                                .findFirst()
                                .orElse(null),
                Deadline.of(entry.deadline()),
                List.of(),
                null,
                List.of());
        if (above == null) {
            plans.addObjective(by, plan, draft);
        } else {
            plans.addUnder(by, above, draft, () -> measured(by, id, entry.indicator()));
        }
        entry.children().forEach(child -> add(by, plan, id, child));
        return id;
    }

    private void measured(SignedIn by, NodeId node, @Nullable IndicatorEntry entry) {
        if (entry != null) {
            IndicatorId indicator = indicators.add(by.organisation(), node, PlanReader.indicator(entry));
            entry.targets().forEach(target -> indicators.setTarget(by, node, PlanReader.target(target), null));
            entry.figures()
                    .forEach(figure ->
                            indicators.record(indicator, PlanReader.figure(figure), by.post(), figure.note(), null));
        }
    }

    private List<UnitId> units(SignedIn by, List<String> names) {
        Map<String, UnitId> all = new LinkedHashMap<>();
        for (UnitEntry unit : directory.of(by.organisation())) {
            all.put(unit.name(), unit.id());
        }
        return names.stream().filter(all::containsKey).map(all::get).toList();
    }

    private long version(NodeId node) {
        return jdbc.sql("select version from plan_node where node_id = :node")
                .param("node", node.nodeId())
                .query(Long.class)
                .single();
    }

    /** Calls the node something else; its intended outcome stays. */
    public void reword(SignedIn by, NodeId node, String title) {
        plans.reword(by, node, version(node), title, text(node, "intended_outcome"));
    }

    public void outcome(SignedIn by, NodeId node, @Nullable String outcome) {
        plans.reword(by, node, version(node), java.util.Objects.requireNonNull(text(node, "title")), outcome);
    }

    private @Nullable String text(NodeId node, String column) {
        return jdbc.sql("select " + column + " from plan_node where node_id = :node")
                .param("node", node.nodeId())
                .query((row, number) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** @param units that the words mean, the first of which reports; none for whoever it was before */
    public void answeredFor(SignedIn by, NodeId node, @Nullable String words, List<String> units) {
        List<UnitId> leads = units(by, units);
        if (leads.isEmpty()) {
            leads = jdbc.sql("select unit_id from node_lead where node_id = :node order by position")
                    .param("node", node.nodeId())
                    .query((row, number) -> new UnitId(row.getObject(1, UUID.class)))
                    .list();
            UnitId reports = jdbc.sql("select own_unit_id from plan_node where node_id = :node")
                    .param("node", node.nodeId())
                    .query((row, number) -> java.util.Optional.ofNullable(row.getObject(1, UUID.class)))
                    .single()
                    .map(UnitId::new)
                    .orElse(null);
            plans.answeredFor(by, node, version(node), words, leads, reports);
        } else {
            plans.answeredFor(by, node, version(node), words, leads, leads.get(0));
        }
    }

    public void dueBy(SignedIn by, NodeId node, @Nullable String words) {
        plans.dueBy(by, node, version(node), Deadline.of(words));
    }

    public void target(SignedIn by, NodeId node, TargetEntry target, String why) {
        indicators.setTarget(by, node, PlanReader.target(target), why);
    }

    /** Takes out again a target that was set for a plan year that had none. */
    public void withdrawTarget(SignedIn by, NodeId node, String planYear, String why) {
        indicators.withdrawTarget(by, node, Period.parse(planYear), why);
    }

    /** Enters a figure; one for the same period is kept as what was known before. */
    public void figure(SignedIn by, NodeId node, FigureEntry figure, @Nullable String was, String why) {
        IndicatorId indicator = jdbc.sql("select indicator_id from plan_indicator where node_id = :node")
                .param("node", node.nodeId())
                .query((row, number) -> new IndicatorId(row.getObject(1, UUID.class)))
                .single();
        indicators.record(indicator, PlanReader.figure(figure), by.post(), figure.note(), was == null ? null : why);
        String became = figure.value() == null
                ? figure.words()
                : figure.value().stripTrailingZeros().toPlainString();
        history.record(
                by,
                new Subject("node", node.nodeId()),
                was == null ? "Figure entered" : "Figure corrected",
                was,
                figure.period() + ": " + became,
                why);
    }

    /** Takes out again what was added: it is retired, with all under it. */
    public void retire(SignedIn by, NodeId node, String because) {
        plans.retire(by, node, version(node), LocalDate.now(clock), because, null);
    }

    /** Takes out again a figure that was entered. */
    public void withdraw(SignedIn by, NodeId node, String period, String why) {
        indicators.withdraw(by, node, Period.parse(period), why);
    }

    /** Works out what follows from the changes, once all are made. */
    public void settle(PlanId plan) {
        LocalDate today = LocalDate.now(clock);
        standings.workOutPlan(plan, today, today);
        returns.refresh(List.copyOf(dossiers.ofPlan(plan, today).keySet()));
    }
}
