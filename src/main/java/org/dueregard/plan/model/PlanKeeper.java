package org.dueregard.plan.model;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.TermDates;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.TermCalendar;
import org.dueregard.organisation.UnitDirectory;
import org.dueregard.organisation.UnitEntry;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeChanged;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeReworded;
import org.dueregard.plan.PlanDraft;
import org.dueregard.plan.PlanDraft.NodeDraft;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanKeeping;
import org.dueregard.plan.PlanPutInForce;
import org.dueregard.plan.PlanState;
import org.dueregard.plan.UnfinishedBusiness;
import org.dueregard.plan.model.NodeSheet.Successor;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.dueregard.site.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PlanKeeper implements PlanKeeping {

    private final Plans plans;
    private final PlanNodes nodes;
    private final NodeSheets sheets;
    private final UnitDirectory units;
    private final TermCalendar terms;
    private final History history;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Optional<UnfinishedBusiness> unfinished;
    private final When when;

    PlanKeeper(
            Plans plans,
            PlanNodes nodes,
            NodeSheets sheets,
            UnitDirectory units,
            TermCalendar terms,
            History history,
            ApplicationEventPublisher events,
            EntityManager entities,
            JdbcClient jdbc,
            Optional<UnfinishedBusiness> unfinished,
            When when) {
        this.plans = plans;
        this.nodes = nodes;
        this.sheets = sheets;
        this.units = units;
        this.terms = terms;
        this.history = history;
        this.events = events;
        this.entities = entities;
        this.jdbc = jdbc;
        this.unfinished = unfinished;
        this.when = when;
    }

    @Override
    public PlanId add(OrganisationId organisation, @Nullable SignedIn by, PlanDraft draft) {
        Plan plan = plans.save(new Plan(organisation, draft));
        entities.flush();
        add(plan.id(), null, draft.nodes(), terms.of(organisation));
        retire(draft.nodes());
        settle(plan.id());
        // a plan of a thousand nodes would be looked through again at every later flush
        entities.clear();
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
    public void discard(SignedIn by, PlanId plan) {
        String title = jdbc.sql("select title from plan where plan_id = :plan and organisation_id = :organisation")
                .param("plan", plan.planId())
                .param("organisation", by.organisation().organisationId())
                .query(String.class)
                .optional()
                .orElseThrow(NotHere::new);
        history.record(by, subject(plan), "Plan taken back", title, null, null);
        entities.flush();
        entities.clear();
        for (String part : List.of(
                "delete from node_lead where node_id in (select node_id from plan_node where plan_id = :plan)",
                "delete from node_tag where node_id in (select node_id from plan_node where plan_id = :plan)",
                "delete from plan_node where plan_id = :plan",
                "delete from plan where plan_id = :plan")) {
            jdbc.sql(part).param("plan", plan.planId()).update();
        }
    }

    @Override
    public void retitle(SignedIn by, PlanId id, long seen, String title) {
        step(by, id, seen, plan -> {
            String was = plan.title();
            plan.retitle(title);
            if (!was.equals(title)) {
                record(by, plan, "Title changed", was, title, null);
            }
        });
    }

    @Override
    public void agree(SignedIn by, PlanId id, long seen, LocalDate on, String agreedBy) {
        step(by, id, seen, plan -> {
            PlanState was = plan.state();
            plan.agree(on, agreedBy, when.today());
            record(by, plan, "Plan agreed", words(was), words(plan.state()), agreement(plan));
        });
    }

    @Override
    public void putInForce(SignedIn by, PlanId id, long seen) {
        putInForce(by, id, seen, Plan::putInForce);
    }

    @Override
    public void putInForce(SignedIn by, PlanId id, long seen, @Nullable LocalDate agreedOn, @Nullable String agreedBy) {
        putInForce(by, id, seen, plan -> plan.putInForce(agreedOn, agreedBy, when.today()));
    }

    private void putInForce(SignedIn by, PlanId id, long seen, Consumer<Plan> transition) {
        step(by, id, seen, plan -> {
            PlanState was = plan.state();
            transition.accept(plan);
            record(by, plan, "Plan put in force", words(was), words(plan.state()), agreement(plan));
            events.publishEvent(new PlanPutInForce(id));
        });
    }

    /** When it was agreed and by whom, as far as that is known. */
    private String agreement(Plan plan) {
        if (plan.agreedOn() == null && plan.agreedBy() == null) {
            return "The council has no record of when it was agreed";
        }
        return "Agreed" + (plan.agreedOn() == null ? "" : " on " + when.day(plan.agreedOn()))
                + (plan.agreedBy() == null ? "" : " by " + plan.agreedBy());
    }

    @Override
    public void close(SignedIn by, PlanId id, long seen, String because) {
        step(by, id, seen, plan -> {
            if (unfinished.isPresent() && !unfinished.get().of(id).isEmpty()) {
                throw new AlreadyDone("plan.close.unfinished");
            }
            PlanState was = plan.state();
            plan.close();
            record(by, plan, "Plan closed", words(was), words(plan.state()), because);
        });
    }

    /** Changes the plan as somebody saw it, and lets nobody else change it, or open a round of it, meanwhile. */
    private void step(SignedIn by, PlanId id, long seen, Consumer<Plan> transition) {
        Plan plan = plans.findByIdAndOrganisation(id, by.organisation()).orElseThrow(NotHere::new);
        entities.refresh(plan, LockModeType.PESSIMISTIC_WRITE);
        if (plan.version() != seen) {
            throw new ObjectOptimisticLockingFailureException(Plan.class, id);
        }
        transition.accept(plan);
    }

    private void record(
            SignedIn by, Plan plan, String what, @Nullable String was, @Nullable String became, @Nullable String why) {
        entities.flush();
        history.record(by, subject(plan.id()), what, was, became, why);
    }

    /** As history keeps it. */
    private static String words(PlanState state) {
        return switch (state) {
            case DRAFT -> "Draft";
            case AGREED -> "Agreed";
            case ACTIVE -> "Active";
            case CLOSED -> "Closed";
        };
    }

    @Override
    public void addUnder(SignedIn by, NodeId above, NodeDraft draft, Runnable whole) {
        PlanNode seen = nodes.findEditable(above, by.organisation()).orElseThrow(NotHere::new);
        // two people who add to the same plan at once do so one after the other
        entities.lock(entities.find(Plan.class, seen.plan()), LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(seen);
        if (isOut(above)) {
            throw new AlreadyDone("plan.add.retired");
        }
        if (seen.isNarrativeOnly()) {
            throw new AlreadyDone("plan.add.narrative-only");
        }
        PlanNode node =
                nodes.save(new PlanNode(seen.plan(), seen, lastUnder(above) + 1, draft, terms.of(by.organisation())));
        settle(node.plan());
        whole.run();
        record(by, node, "Added to the plan", null, node.title(), null);
        // everything after it moved down by one place, which is nothing to tell anybody of
        events.publishEvent(new NodeChanged(node.plan(), node.id()));
    }

    @Override
    public void addObjective(SignedIn by, PlanId plan, NodeDraft draft) {
        boolean theirs = jdbc.sql("""
                        select exists (select 1 from plan where plan_id = :plan and organisation_id = :organisation
                            and state <> 'CLOSED')""")
                .param("plan", plan.planId())
                .param("organisation", by.organisation().organisationId())
                .query(Boolean.class)
                .single();
        if (!theirs) {
            throw new NotHere();
        }
        entities.lock(entities.find(Plan.class, plan), LockModeType.PESSIMISTIC_WRITE);
        int last = jdbc.sql(
                        "select coalesce(max(position), 0) from plan_node where plan_id = :plan and parent_id is null")
                .param("plan", plan.planId())
                .query(Integer.class)
                .single();
        PlanNode node = nodes.save(new PlanNode(plan, null, last + 1, draft, terms.of(by.organisation())));
        settle(plan);
        record(by, node, "Added to the plan", null, node.title(), null);
        events.publishEvent(new NodeChanged(plan, node.id()));
    }

    /** Whether it was retired, or anything that it stands under. */
    private boolean isOut(NodeId node) {
        return jdbc.sql("""
                        with recursive above as (
                            select node_id, parent_id, retired_on from plan_node where node_id = :node
                            union all
                            select parent.node_id, parent.parent_id, parent.retired_on
                            from plan_node parent join above on above.parent_id = parent.node_id)
                        select bool_or(retired_on is not null) from above""").param("node", node.nodeId()).query(Boolean.class).single();
    }

    private int lastUnder(NodeId above) {
        return jdbc.sql("select coalesce(max(position), 0) from plan_node where parent_id = :above")
                .param("above", above.nodeId())
                .query(Integer.class)
                .single();
    }

    @Override
    public void answeredFor(
            SignedIn by, NodeId id, long seen, @Nullable String words, List<UnitId> leads, @Nullable UnitId reports) {
        PlanNode node = node(by, id, seen);
        Map<UnitId, String> names = unitNames(by);
        Set<UnitId> unknown = new HashSet<>(leads);
        if (reports != null) {
            unknown.add(reports);
        }
        unknown.removeAll(names.keySet());
        // a unit that has ended may stay where it stands, but comes nowhere new
        unknown.removeAll(node.leads());
        if (!unknown.isEmpty()) {
            throw new NotHere();
        }
        String was = whom(node, names);
        node.answeredFor(words, leads, reports);
        String became = whom(node, names);
        if (!was.equals(became)) {
            record(by, node, "By whom changed", was, became, null);
            changed(node);
        }
    }

    private Map<UnitId, String> unitNames(SignedIn by) {
        return units.of(by.organisation()).stream().collect(Collectors.toMap(UnitEntry::id, UnitEntry::name));
    }

    /** The words, who reports, and who else is involved, as history keeps them. */
    private static String whom(PlanNode node, Map<UnitId, String> names) {
        List<String> parts = new ArrayList<>();
        if (node.ownerWords() != null) {
            parts.add(node.ownerWords());
        }
        if (node.reports() != null) {
            parts.add("Reports: " + named(node.reports(), names));
        }
        String others = node.leads().stream()
                .filter(unit -> !unit.equals(node.reports()))
                .map(unit -> named(unit, names))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            parts.add("Involved: " + others);
        }
        return String.join(". ", parts);
    }

    private static String named(UnitId unit, Map<UnitId, String> names) {
        return names.getOrDefault(unit, "a unit that has ended");
    }

    @Override
    public void dueBy(SignedIn by, NodeId id, long seen, Deadline deadline) {
        PlanNode node = node(by, id, seen);
        String was = node.deadline().words();
        if (!was.equals(deadline.words())) {
            node.dueBy(deadline, terms.of(by.organisation()));
            record(by, node, "By when changed", was, deadline.words(), null);
            changed(node);
        }
    }

    @Override
    public void reword(SignedIn by, NodeId id, long seen, String title, @Nullable String intendedOutcome) {
        PlanNode node = node(by, id, seen);
        String was = node.title();
        String outcomeWas = node.intendedOutcome();
        node.reword(title, intendedOutcome);
        boolean retitled = !was.equals(title);
        boolean meansElse = !Objects.equals(outcomeWas, intendedOutcome);
        if (retitled) {
            record(by, node, "Wording changed", was, title, null);
            events.publishEvent(new NodeReworded(node.plan(), id, was, title));
        }
        if (meansElse) {
            record(by, node, "Intended outcome changed", outcomeWas, intendedOutcome, null);
        }
        if (retitled || meansElse) {
            changed(node);
        }
    }

    @Override
    public void retire(SignedIn by, NodeId id, long seen, LocalDate on, String because, @Nullable NodeId replacedBy) {
        PlanNode node = node(by, id, seen);
        Successor successor = null;
        if (replacedBy != null) {
            successor = sheets.successors(by.organisation(), id).stream()
                    .filter(possible -> possible.id().equals(replacedBy))
                    .findFirst()
                    .orElseThrow(NotHere::new);
        }
        node.retire(on, because, replacedBy);
        record(
                by,
                node,
                "Retired",
                node.title(),
                successor == null ? null : "Replaced by: " + successor.title(),
                because);
        changed(node);
    }

    /** The node as somebody saw it, to be changed. */
    private PlanNode node(SignedIn by, NodeId id, long seen) {
        PlanNode node = nodes.findEditable(id, by.organisation()).orElseThrow(NotHere::new);
        if (node.isRetired()) {
            throw new AlreadyDone("plan.retire.already");
        }
        if (node.version() != seen) {
            throw new ObjectOptimisticLockingFailureException(PlanNode.class, id);
        }
        return node;
    }

    private void record(
            SignedIn by,
            PlanNode node,
            String what,
            @Nullable String was,
            @Nullable String became,
            @Nullable String why) {
        // written first, so that of two people who change the node at once one is refused and not kept waiting
        nodes.flush();
        history.record(by, new Subject("node", node.id().nodeId()), what, wordsOrNull(was), wordsOrNull(became), why);
    }

    private static @Nullable String wordsOrNull(@Nullable String words) {
        return words == null || words.isEmpty() ? null : words;
    }

    /** Tells of the node, and of every node for which somebody else reports now, or nobody, because of it. */
    private void changed(PlanNode node) {
        Set<NodeId> told = new LinkedHashSet<>();
        told.add(node.id());
        told.addAll(settle(node.plan()));
        told.forEach(each -> events.publishEvent(new NodeChanged(node.plan(), each)));
    }

    private static Subject subject(PlanId plan) {
        return new Subject("plan", plan.planId());
    }

    /**
     * Works out, for the whole plan at once, what pages would otherwise have to walk the tree for: reading order, the
     * objective and area that a node stands in, who reports, and whether an update is owed.
     *
     * @return the nodes for which any of it came out differently
     */
    private List<NodeId> settle(PlanId plan) {
        nodes.flush();
        return jdbc.sql("""
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
                                    settled.unit_id, settled.owes and not settled.retired)
                        returning node.node_id""")
                .param("plan", plan.planId())
                .query((row, number) -> new NodeId(row.getObject(1, UUID.class)))
                .list();
    }
}
