package org.dueregard.reporting.model;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.calendar.Period;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.ReturnFilling;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.StoredWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class FileFilling implements ReturnFilling {

    private final Returns returns;
    private final ReturnItems items;
    private final History history;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileFilling(Returns returns, ReturnItems items, History history, JdbcClient jdbc, Clock clock) {
        this.returns = returns;
        this.items = items;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenRound> openRounds(SignedIn by) {
        return jdbc.sql("""
                        select round_id, plan_id, plan.title, round.name, round.period
                        from round join plan using (plan_id)
                        where organisation_id = :organisation and round.state = 'OPEN' order by opens_on desc, round_id""")
                .param("organisation", by.organisation().organisationId())
                .query((row, number) -> new OpenRound(
                        new RoundId(row.getObject("round_id", UUID.class)),
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        row.getString("title"),
                        row.getString("name"),
                        Period.parse(row.getString("period"))))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Asked> asked(SignedIn by, RoundId round) {
        return jdbc.sql("""
                        select item.*, unit.name as unit_name, owed.state as return_state
                        from return_item item join return owed using (return_id) join round using (round_id)
                        join unit on unit.unit_id = owed.unit_id
                        where owed.round_id = :round and round.state = 'OPEN' and exists (
                            select 1 from role_covers where person_id = :person and unit_id = owed.unit_id
                                and role in ('SERVICE_MANAGER', 'POLICY_OFFICER'))
                        order by unit.name, item.item_id""")
                .param("round", round.roundId())
                .param("person", by.person().personId())
                .query((row, number) -> new Asked(
                        new NodeId(row.getObject("node_id", UUID.class)),
                        row.getString("unit_name"),
                        isOpen(ReturnState.valueOf(row.getString("return_state"))),
                        StoredWords.of(row)))
                .list();
    }

    private static boolean isOpen(ReturnState state) {
        return state == ReturnState.NOT_STARTED || state == ReturnState.DRAFT || state == ReturnState.SENT_BACK;
    }

    private List<Return> owed(SignedIn by, RoundId round) {
        List<UUID> all =
                jdbc.sql("""
                        select return_id from return owed join round using (round_id)
                        where owed.round_id = :round and round.state = 'OPEN' order by return_id""").param("round", round.roundId()).query(UUID.class).list();
        return all.stream()
                .flatMap(one -> returns.findChangeableBy(by.person().personId(), one).stream())
                .filter(one -> isOpen(one.state()))
                .toList();
    }

    @Override
    public int fill(SignedIn by, RoundId round, Map<NodeId, Filling> fillings, String from) {
        int filled = 0;
        for (Return one : owed(by, round)) {
            boolean any = false;
            for (ReturnItem item : items.findByOfReturn(one.id())) {
                Filling filling = fillings.get(item.node());
                ItemWords words = filling == null ? item.words() : with(item.words(), filling);
                if (!words.equals(item.words())) {
                    String was = said(item.words());
                    item.write(words, by.post(), clock.instant());
                    history.record(
                            by,
                            new Subject("node", item.node().nodeId()),
                            "Update taken from a file",
                            was.isEmpty() ? null : was,
                            said(words),
                            from);
                    any = true;
                    filled++;
                }
            }
            if (any) {
                one.saved(by.post(), clock.instant());
            }
        }
        return filled;
    }

    private static ItemWords with(ItemWords words, Filling filling) {
        return new ItemWords(
                Choice.UPDATE,
                filling.figure() == null ? words.figure() : filling.figure(),
                filling.figure() == null ? words.numerator() : null,
                filling.figure() == null ? words.denominator() : null,
                words.betterOff(),
                words.otherGroup(),
                words.provisional(),
                words.reportedStatus(),
                words.doneOn(),
                words.disagreement(),
                filling.narrative() == null ? words.narrative() : filling.narrative(),
                words.expected(),
                words.noUpdateReason(),
                words.fixWhat(),
                words.fixWho(),
                words.fixWhen());
    }

    private static String said(ItemWords words) {
        String figure = words.figure() == null ? "" : words.figure();
        String narrative = words.narrative() == null ? "" : words.narrative();
        return (figure + "\n" + narrative).strip();
    }
}
