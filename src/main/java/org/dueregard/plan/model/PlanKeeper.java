package org.dueregard.plan.model;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.TermDates;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.TermCalendar;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeChanged;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanDraft;
import org.dueregard.plan.PlanDraft.NodeDraft;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanKeeping;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PlanKeeper implements PlanKeeping {

    private final Plans plans;
    private final PlanNodes nodes;
    private final TermCalendar terms;
    private final History history;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final JdbcClient jdbc;

    PlanKeeper(
            Plans plans,
            PlanNodes nodes,
            TermCalendar terms,
            History history,
            ApplicationEventPublisher events,
            EntityManager entities,
            JdbcClient jdbc) {
        this.plans = plans;
        this.nodes = nodes;
        this.terms = terms;
        this.history = history;
        this.events = events;
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public PlanId add(OrganisationId organisation, @Nullable SignedIn by, PlanDraft draft) {
        Plan plan = plans.save(new Plan(organisation, draft));
        entities.flush();
        add(plan.id(), null, draft.nodes(), terms.of(organisation));
        retire(draft.nodes());
        settle(plan.id());
        Subject subject = subject(plan.id());
        if (by == null) {
            history.recordByProduct(organisation, subject, "Plan added", draft.title());
        } else {
            history.record(by, subject, "Plan added", null, draft.title(), null);
        }
        return plan.id();
    }

    private void add(PlanId plan, @Nullable PlanNode parent, List<NodeDraft> drafts, TermDates dates) {
        int position = 1;
        for (NodeDraft draft : drafts) {
            PlanNode node = nodes.save(new PlanNode(plan, parent, position++, draft, dates));
            add(plan, node, draft.children(), dates);
        }
    }

    /** After all nodes are there, since what replaced a node may stand further down. */
    private void retire(List<NodeDraft> drafts) {
        for (NodeDraft draft : drafts) {
            if (draft.retired() != null) {
                entities.find(PlanNode.class, draft.id())
                        .retire(
                                draft.retired().on(),
                                draft.retired().because(),
                                draft.retired().replacedBy());
            }
            retire(draft.children());
        }
    }

    @Override
    public void answeredFor(
            SignedIn by, NodeId id, @Nullable String words, List<UnitId> leads, @Nullable UnitId reports) {
        PlanNode node = node(by, id);
        String was = node.ownerWords();
        node.answeredFor(words, leads, reports);
        changed(by, node, "By whom changed", was, words, null);
    }

    @Override
    public void dueBy(SignedIn by, NodeId id, Deadline deadline) {
        PlanNode node = node(by, id);
        String was = node.deadline().words();
        if (Objects.equals(was, deadline.words())) {
            return;
        }
        node.dueBy(deadline, terms.of(by.organisation()));
        changed(by, node, "By when changed", was, deadline.words(), null);
    }

    @Override
    public void reword(SignedIn by, NodeId id, String title, @Nullable String intendedOutcome) {
        PlanNode node = node(by, id);
        String was = node.title();
        node.reword(title, intendedOutcome);
        changed(by, node, "Wording changed", was, title, null);
    }

    @Override
    public void retire(SignedIn by, NodeId id, LocalDate on, String because, @Nullable NodeId replacedBy) {
        PlanNode node = node(by, id);
        if (node.isRetired()) {
            throw new AlreadyDone("plan.retire.already");
        }
        if (replacedBy != null) {
            PlanNode successor = node(by, replacedBy);
            if (!successor.plan().equals(node.plan()) || successor.id().equals(id)) {
                throw new NotHere();
            }
        }
        node.retire(on, because, replacedBy);
        changed(by, node, "Retired", node.title(), null, because);
    }

    private PlanNode node(SignedIn by, NodeId id) {
        return nodes.findEditable(id, by.organisation()).orElseThrow(NotHere::new);
    }

    private void changed(
            SignedIn by,
            PlanNode node,
            String what,
            @Nullable String was,
            @Nullable String became,
            @Nullable String why) {
        settle(node.plan());
        history.record(by, new Subject("node", node.id().nodeId()), what, was, became, why);
        events.publishEvent(new NodeChanged(node.plan(), node.id()));
    }

    private static Subject subject(PlanId plan) {
        return new Subject("plan", plan.planId());
    }

    /**
     * Works out, for the whole plan at once, what pages would otherwise have to walk the tree for: reading order, the
     * objective and area that a node stands in, who reports, and whether an update is owed.
     */
    private void settle(PlanId plan) {
        entities.flush();
        UUID id = plan.planId();
        jdbc.sql("""
                        with recursive tree as (
                            select node_id, kind, array[position] as place,
                                case when kind = 'OBJECTIVE' then node_id end as objective_id,
                                case when kind = 'PRIORITY_AREA' then node_id end as area_id,
                                own_unit_id as unit_id, retired_on is not null as retired,
                                narrative_only_reason is not null as owes
                            from plan_node where plan_id = :plan and parent_id is null
                            union all
                            select node.node_id, node.kind, tree.place || node.position,
                                case when node.kind = 'OBJECTIVE' then node.node_id else tree.objective_id end,
                                case when node.kind = 'PRIORITY_AREA' then node.node_id else tree.area_id end,
                                coalesce(node.own_unit_id, tree.unit_id),
                                tree.retired or node.retired_on is not null,
                                node.kind = 'INDICATOR' or (node.kind = 'ACTIVITY' and tree.kind <> 'ACTIVITY')
                                    or node.narrative_only_reason is not null
                            from plan_node node join tree on node.parent_id = tree.node_id),
                        settled as (
                            select *, row_number() over (order by place) as reading_order from tree)
                        update plan_node node
                        set reading_order = settled.reading_order, objective_id = settled.objective_id,
                            area_id = settled.area_id, reporting_unit_id = settled.unit_id,
                            owes_update = settled.owes and not settled.retired
                        from settled where settled.node_id = node.node_id
                            and (node.reading_order, node.objective_id, node.area_id, node.reporting_unit_id,
                                    node.owes_update)
                                is distinct from (settled.reading_order, settled.objective_id, settled.area_id,
                                    settled.unit_id, settled.owes and not settled.retired)""").param("plan", id).update();
    }
}
