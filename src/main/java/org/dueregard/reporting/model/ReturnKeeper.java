package org.dueregard.reporting.model;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.indicator.AssessmentId;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Dossiers;
import org.dueregard.indicator.IndicatorKeeping;
import org.dueregard.indicator.Standings;
import org.dueregard.indicator.ToJudgeAnew;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeChanged;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanPutInForce;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.Fault;
import org.dueregard.reporting.ItemReading;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.ReturnKeeping;
import org.dueregard.reporting.RoundId;
import org.dueregard.site.NotHere;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ReturnKeeper implements ReturnKeeping {

    private final Rounds rounds;
    private final Returns returns;
    private final ReturnItems items;
    private final Dossiers dossiers;
    private final IndicatorKeeping indicators;
    private final Standings standings;
    private final History history;
    private final OwedItems owedItems;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReturnKeeper(
            Rounds rounds,
            Returns returns,
            ReturnItems items,
            Dossiers dossiers,
            IndicatorKeeping indicators,
            Standings standings,
            History history,
            OwedItems owedItems,
            JdbcClient jdbc,
            Clock clock) {
        this.rounds = rounds;
        this.returns = returns;
        this.items = items;
        this.dossiers = dossiers;
        this.indicators = indicators;
        this.standings = standings;
        this.history = history;
        this.owedItems = owedItems;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Conflict> save(SignedIn by, ReturnId id, Map<UUID, Typed> typed) {
        return save(by, id, typed, item -> !by.post().equals(item.savedBy()));
    }

    @Override
    public Optional<Conflict> saveWhileTyping(SignedIn by, ReturnId id, UUID item, Typed typed) {
        return save(by, id, Map.of(item, typed), anybody -> true).stream().findFirst();
    }

    /** @param isKept whether an item stays as it is when it is not as the person had seen it */
    private List<Conflict> save(SignedIn by, ReturnId id, Map<UUID, Typed> typed, Predicate<ReturnItem> isKept) {
        Return owed = changeable(by, id);
        List<Conflict> conflicts = new ArrayList<>();
        boolean anything = false;
        for (ReturnItem item : items.findByOfReturn(id)) {
            Typed entered = typed.get(item.id());
            if (entered == null || entered.words().equals(item.words())) {
                continue;
            }
            String now = ReturnKeeping.stamp(item.version(), item.words());
            if (!entered.seen().equals(now) && entered.isAsShown()) {
                // an old page that shows what stood there before, sent along with other items
                continue;
            }
            if (!entered.seen().equals(now) && isKept.test(item)) {
                conflicts.add(new Conflict(item.id(), item.words(), String.valueOf(item.savedBy())));
                continue;
            }
            item.write(entered.words(), by.post(), clock.instant());
            anything = true;
        }
        if (anything) {
            owed.saved(by.post(), clock.instant());
        }
        return conflicts;
    }

    @Override
    public Map<UUID, List<Fault>> submit(SignedIn by, ReturnId id) {
        Return owed = changeable(by, id);
        Round round = round(owed);
        LocalDate today = LocalDate.now(clock);
        List<ReturnItem> all = items.findByOfReturn(id);
        Map<NodeId, Dossier> known = dossiers.of(
                all.stream().map(ReturnItem::node).toList(), round.period().lastDay());
        Map<UUID, List<Fault>> faults = new LinkedHashMap<>();
        Map<UUID, ItemReading> readings = new LinkedHashMap<>();
        for (ReturnItem item : all) {
            Dossier dossier = Objects.requireNonNull(known.get(item.node()));
            ItemReading reading = ItemReading.of(item.words(), dossier, round.period(), round.asks(), today);
            readings.put(item.id(), reading);
            if (isCorrected(item, round) && !reading.faults().isEmpty()) {
                faults.put(item.id(), reading.faults());
            }
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        boolean forThem = !isOwner(by, owed);
        owed.submit(by.post(), forThem, clock.instant());
        List<ReturnItem> said =
                all.stream().filter(item -> isCorrected(item, round)).toList();
        for (ReturnItem item : said) {
            ItemReading reading = Objects.requireNonNull(readings.get(item.id()));
            Dossier dossier = Objects.requireNonNull(known.get(item.node()));
            if (reading.figure() != null && dossier.indicator() != null) {
                indicators.record(dossier.indicator(), reading.figure(), by.post(), null, null);
            }
            if (item.words().choice() == Choice.UPDATE && !round.isReopened()) {
                standings.said(item.node(), reading.reported());
            }
            writeDown(by, owed, item, forThem);
        }
        assess(said, round, today);
        history.record(by, subject(id), submitted(by, owed), null, null, null);
        return Map.of();
    }

    /** Whether the item is for this submission to say: in a round that was opened again, only what was typed since. */
    private static boolean isCorrected(ReturnItem item, Round round) {
        Instant reopened = round.reopenedAt();
        return reopened == null || !item.wasSavedBefore(reopened);
    }

    /** What was said, so that earlier versions stay readable after it is written anew. */
    private void writeDown(SignedIn by, Return owed, ReturnItem item, boolean forThem) {
        ItemWords words = item.words();
        String said = words.choice() == Choice.NO_UPDATE
                ? words.noUpdateReason()
                : words.choice() == Choice.NOT_DUE ? words.expected() : words.narrative();
        Subject subject = new Subject("node", item.node().nodeId());
        if (forThem) {
            history.recordOnBehalf(by, unitName(owed), subject, "Update submitted", null, said);
        } else {
            history.record(by, subject, "Update submitted", null, said, null);
        }
    }

    private String unitName(Return owed) {
        return jdbc.sql("select name from unit where unit_id = :unit")
                .param("unit", owed.unit().unitId())
                .query(String.class)
                .single();
    }

    @Override
    public void takeBack(SignedIn by, ReturnId id) {
        changeable(by, id).takeBack(by.post(), clock.instant());
        history.record(by, subject(id), "Taken back", null, null, null);
    }

    @Override
    public void acceptItem(SignedIn by, ReturnId id, UUID itemId) {
        Return owed = judgeable(by, id);
        List<ReturnItem> all = items.findByOfReturn(id);
        ReturnItem item =
                all.stream().filter(one -> one.id().equals(itemId)).findFirst().orElseThrow(NotHere::new);
        owed.requireSubmitted();
        item.accept(by.post(), clock.instant());
        if (all.stream().allMatch(ReturnItem::isAccepted)) {
            owed.accept(by.post(), clock.instant());
            history.record(by, subject(id), "Accepted", null, null, null);
        }
    }

    @Override
    public void accept(SignedIn by, ReturnId id) {
        Return owed = judgeable(by, id);
        owed.accept(by.post(), clock.instant());
        items.findByOfReturn(id).forEach(item -> item.accept(by.post(), clock.instant()));
        history.record(by, subject(id), "Accepted", null, null, null);
    }

    @Override
    public void sendBack(SignedIn by, ReturnId id, String reason) {
        Return owed = judgeable(by, id);
        owed.sendBack(by.post(), reason, clock.instant());
        items.findByOfReturn(id).forEach(ReturnItem::unaccept);
        history.record(by, subject(id), "Sent back", null, null, reason);
    }

    @Override
    public void extend(SignedIn by, ReturnId id, LocalDate until) {
        Return owed = judgeable(by, id);
        LocalDate was = owed.dueOn();
        owed.extend(until);
        history.record(by, subject(id), "Given until another day", was.toString(), until.toString(), null);
    }

    @Override
    public void remind(SignedIn by, RoundId round, Collection<ReturnId> owed) {
        for (ReturnId id : owed) {
            returns.findJudgeableBy(by.person().personId(), id.returnId())
                    .filter(one -> one.round().equals(round))
                    .filter(one -> {
                        round(one).requireOpen();
                        return one.remind(by.post(), clock.instant());
                    })
                    .ifPresent(one -> history.record(by, subject(id), "Reminded by hand", null, null, null));
        }
    }

    @Override
    public void refresh(List<NodeId> nodes) {
        LocalDate today = LocalDate.now(clock);
        Map<NodeId, AssessmentId> now = standings.workOut(nodes, today, today);
        List<NodeId> assessed = List.copyOf(now.keySet());
        jdbc.sql("""
                        update return_item item set assessment_id = anew.assessment_id
                        from unnest(:nodes, :assessments) as anew (node_id, assessment_id), return owed join round using (round_id)
                        where owed.return_id = item.return_id and round.state = 'OPEN' and round.reopened_at is null
                            and item.node_id = anew.node_id""")
                .param("nodes", assessed.stream().map(NodeId::nodeId).toArray(UUID[]::new))
                .param(
                        "assessments",
                        assessed.stream()
                                .map(node ->
                                        Objects.requireNonNull(now.get(node)).assessmentId())
                                .toArray(UUID[]::new))
                .update();
    }

    @EventListener
    void on(ToJudgeAnew change) {
        refresh(change.nodes());
    }

    /** Only what is in force is worked out anew each day, so that of a draft may stand as of long ago. */
    @EventListener
    void on(PlanPutInForce change) {
        refresh(List.copyOf(dossiers.ofPlan(change.plan(), LocalDate.now(clock)).keySet()));
    }

    /** Whoever reports from now on has the item in their return; an item out of the plan is asked for no longer. */
    @EventListener
    void on(NodeChanged change) {
        List<RoundId> open = jdbc.sql("""
                        select round_id from round join plan_node using (plan_id)
                        where node_id = :node and round.state = 'OPEN' and round.reopened_at is null""")
                .param("node", change.node().nodeId())
                .query((row, number) -> new RoundId(row.getObject(1, UUID.class)))
                .list();
        open.forEach(owedItems::askForWhatIsMissing);
        jdbc.sql("""
                        update return_item item set return_id = owed.return_id
                        from return was join round using (round_id)
                        join return owed on owed.round_id = round.round_id
                        join plan_node node on node.reporting_unit_id = owed.unit_id
                        where was.return_id = item.return_id and round.state = 'OPEN' and round.reopened_at is null and item.node_id = :node
                            and node.node_id = :node and owed.return_id <> was.return_id""").param("node", change.node().nodeId()).update();
        jdbc.sql("""
                        delete from return_item item using return owed, round, plan_node node
                        where owed.return_id = item.return_id and round.round_id = owed.round_id
                            and round.state = 'OPEN' and round.reopened_at is null and node.node_id = item.node_id and node.node_id = :node
                            and not node.owes_update and item.saved_at is null
                            and not exists (select 1 from evidence where evidence.item_id = item.item_id)""").param("node", change.node().nodeId()).update();
        refresh(List.of(change.node()));
    }

    /** A round that is corrected long after keeps its answer to itself; what stands today is worked out as of today. */
    private void assess(List<ReturnItem> all, Round round, LocalDate today) {
        Map<NodeId, ReturnItem> byNode = all.stream().collect(Collectors.toMap(ReturnItem::node, Function.identity()));
        Collection<NodeId> nodes = byNode.keySet();
        if (round.isReopened()) {
            dossiers.of(nodes, round.period().lastDay()).forEach((node, dossier) -> {
                ReturnItem item = Objects.requireNonNull(byNode.get(node));
                ItemReading reading = ItemReading.of(item.words(), dossier, round.period(), round.asks(), today);
                Dossier asCorrected =
                        item.words().choice() == Choice.UPDATE ? dossier.with(reading.reported()) : dossier;
                item.assessedAs(standings.store(node, today, asCorrected, asCorrected.assess(today)));
            });
            refresh(List.copyOf(nodes));
            return;
        }
        standings
                .workOut(nodes, round.period().lastDay(), today)
                .forEach((node, assessment) ->
                        Objects.requireNonNull(byNode.get(node)).assessedAs(assessment));
    }

    private Return changeable(SignedIn by, ReturnId id) {
        Return owed =
                returns.findChangeableBy(by.person().personId(), id.returnId()).orElseThrow(NotHere::new);
        round(owed).requireOpen();
        return owed;
    }

    private Return judgeable(SignedIn by, ReturnId id) {
        Return owed =
                returns.findJudgeableBy(by.person().personId(), id.returnId()).orElseThrow(NotHere::new);
        round(owed).requireOpen();
        return owed;
    }

    private Round round(Return owed) {
        return rounds.findById(owed.round()).orElseThrow(NotHere::new);
    }

    private String submitted(SignedIn by, Return owed) {
        if (!isOwner(by, owed)) {
            return "Submitted on the owner's behalf";
        }
        boolean delegate = jdbc.sql("select bool_and(delegated) from role_covers where person_id = :person"
                        + " and unit_id = :unit and role = 'SERVICE_MANAGER'")
                .param("person", by.person().personId())
                .param("unit", owed.unit().unitId())
                .query(Boolean.class)
                .single();
        return delegate ? "Submitted as the owner's delegate" : "Submitted";
    }

    private boolean isOwner(SignedIn by, Return owed) {
        return jdbc.sql("select exists (select 1 from role_covers where person_id = :person and unit_id = :unit"
                        + " and role = 'SERVICE_MANAGER')")
                .param("person", by.person().personId())
                .param("unit", owed.unit().unitId())
                .query(Boolean.class)
                .single();
    }

    private static Subject subject(ReturnId id) {
        return new Subject("return", id.returnId());
    }
}
