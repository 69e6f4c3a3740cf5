package org.dueregard.reporting.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.AssessmentId;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.Asks;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundArchive;
import org.dueregard.reporting.RoundDraft;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundRecord;
import org.dueregard.reporting.RoundRecord.ItemRecord;
import org.dueregard.reporting.RoundRecord.ReturnRecord;
import org.dueregard.reporting.RoundState;
import org.dueregard.reporting.StoredWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RoundArchivist implements RoundArchive {

    private final OwedItems owedItems;
    private final JdbcClient jdbc;

    RoundArchivist(OwedItems owedItems, JdbcClient jdbc) {
        this.owedItems = owedItems;
        this.jdbc = jdbc;
    }

    @Override
    public RoundId restore(PlanId plan, RoundRecord round) {
        RoundId id = RoundId.random();
        RoundDraft draft = round.draft();
        jdbc.sql("""
                        insert into round (round_id, plan_id, name, period, period_first, period_last, asks, opens_on, due_on,
                            closes_on, meeting_on, state, opened_at, closed_at, closed_by)
                        values (:id, :plan, :name, :period, :first, :last, :asks, :opens, :due, :closes, :meeting, :state,
                            :openedAt, :closedAt, :closedBy)""")
                .param("id", id.roundId())
                .param("plan", plan.planId())
                .param("name", draft.name())
                .param("period", draft.period().label())
                .param("first", draft.period().firstDay())
                .param("last", draft.period().lastDay())
                .param("asks", draft.asks().name())
                .param("opens", draft.opensOn())
                .param("due", draft.dueOn())
                .param("closes", draft.closesOn())
                .param("meeting", draft.meetingOn(), Types.DATE)
                .param("state", round.state().name())
                .param("openedAt", at(round.openedAt()), Types.TIMESTAMP)
                .param("closedAt", at(round.closedAt()), Types.TIMESTAMP)
                .param("closedBy", round.closedBy(), Types.VARCHAR)
                .update();
        round.returns().forEach(owed -> restore(id, owed));
        if (round.state() == RoundState.OPEN) {
            owedItems.askForWhatIsMissing(id);
        }
        return id;
    }

    @Override
    public boolean discard(PlanId plan, Collection<RoundId> restored) {
        UUID[] rounds = restored.stream().map(RoundId::roundId).toArray(UUID[]::new);
        String theirs = """
                (select round_id from round where plan_id = :plan and round_id = any(:rounds) and state = 'CLOSED'
                    and reopened_at is null)""";
        for (String part : List.of(
                "delete from return_item where return_id in (select return_id from return where round_id in " + theirs
                        + ")",
                "delete from return where round_id in " + theirs,
                "delete from round where round_id in " + theirs)) {
            jdbc.sql(part).param("plan", plan.planId()).param("rounds", rounds).update();
        }
        return jdbc.sql("select not exists (select 1 from round where plan_id = :plan)")
                .param("plan", plan.planId())
                .query(Boolean.class)
                .single();
    }

    private void restore(RoundId round, ReturnRecord owed) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into return (return_id, round_id, unit_id, state, due_on, saved_at, saved_by, submitted_at,
                            submitted_by, on_behalf, sent_back_at, sent_back_by, sent_back_reason, accepted_at,
                            accepted_by)
                        values (:id, :round, :unit, :state, :due, :savedAt, :savedBy, :submittedAt, :submittedBy,
                            :onBehalf, :sentBackAt, :sentBackBy, :sentBackReason, :acceptedAt, :acceptedBy)""")
                .param("id", id)
                .param("round", round.roundId())
                .param("unit", owed.unit().unitId())
                .param("state", owed.state().name())
                .param("due", owed.dueOn())
                .param("savedAt", at(owed.savedAt()), Types.TIMESTAMP)
                .param("savedBy", owed.savedBy(), Types.VARCHAR)
                .param("submittedAt", at(owed.submittedAt()), Types.TIMESTAMP)
                .param("submittedBy", owed.submittedBy(), Types.VARCHAR)
                .param("onBehalf", owed.onBehalf())
                .param("sentBackAt", at(owed.sentBackAt()), Types.TIMESTAMP)
                .param("sentBackBy", owed.sentBackBy(), Types.VARCHAR)
                .param("sentBackReason", owed.sentBackReason(), Types.VARCHAR)
                .param("acceptedAt", at(owed.acceptedAt()), Types.TIMESTAMP)
                .param("acceptedBy", owed.acceptedBy(), Types.VARCHAR)
                .update();
        owed.items().forEach(item -> restore(id, item));
    }

    private void restore(UUID owed, ItemRecord item) {
        StatementSpec statement = jdbc.sql("""
                        insert into return_item (item_id, return_id, node_id, choice, figure, numerator, denominator,
                            better_off, other_group, provisional, reported_status, done_on, disagreement, narrative,
                            expected, no_update_reason, fix_what, fix_who, fix_when, saved_at, saved_by, accepted_at,
                            accepted_by, assessment_id, agreed_status)
                        values (gen_random_uuid(), :return, :node, :choice, :figure, :numerator, :denominator, :betterOff,
                            :otherGroup, :provisional, :reportedStatus, :doneOn, :disagreement, :narrative, :expected,
                            :noUpdateReason, :fixWhat, :fixWho, :fixWhen, :savedAt, :savedBy, :acceptedAt, :acceptedBy,
                            :assessment, :agreed)""")
                .param("return", owed)
                .param("node", item.node().nodeId())
                .param("provisional", item.words().provisional())
                .param("savedAt", at(item.savedAt()), Types.TIMESTAMP)
                .param("savedBy", item.savedBy(), Types.VARCHAR)
                .param("acceptedAt", at(item.acceptedAt()), Types.TIMESTAMP)
                .param("acceptedBy", item.acceptedBy(), Types.VARCHAR)
                .param(
                        "assessment",
                        item.assessment() == null ? null : item.assessment().assessmentId(),
                        Types.OTHER)
                .param("agreed", item.agreed() == null ? null : item.agreed().name(), Types.VARCHAR);
        texts(item.words()).forEach((name, text) -> statement.param(name, text, Types.VARCHAR));
        statement.update();
    }

    private static Map<String, @Nullable String> texts(ItemWords words) {
        Map<String, @Nullable String> texts = new HashMap<>();
        texts.put("choice", words.choice() == null ? null : words.choice().name());
        texts.put("figure", words.figure());
        texts.put("numerator", words.numerator());
        texts.put("denominator", words.denominator());
        texts.put("betterOff", words.betterOff());
        texts.put("otherGroup", words.otherGroup());
        texts.put("reportedStatus", words.reportedStatus());
        texts.put("doneOn", words.doneOn());
        texts.put("disagreement", words.disagreement());
        texts.put("narrative", words.narrative());
        texts.put("expected", words.expected());
        texts.put("noUpdateReason", words.noUpdateReason());
        texts.put("fixWhat", words.fixWhat());
        texts.put("fixWho", words.fixWho());
        texts.put("fixWhen", words.fixWhen());
        return texts;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<RoundId, RoundRecord> of(PlanId plan) {
        Map<UUID, List<ItemRecord>> items = new HashMap<>();
        jdbc.sql("""
                        select item.* from return_item item join return using (return_id) join round using (round_id)
                        join plan_node node using (node_id)
                        where round.plan_id = :plan order by node.reading_order""")
                .param("plan", plan.planId())
                .query((row, number) -> items.computeIfAbsent(
                                row.getObject("return_id", UUID.class), any -> new ArrayList<>())
                        .add(item(row)))
                .list();
        Map<UUID, List<ReturnRecord>> returns = new HashMap<>();
        jdbc.sql("""
                        select owed.* from return owed join round using (round_id) join unit using (unit_id)
                        where round.plan_id = :plan order by unit.name""")
                .param("plan", plan.planId())
                .query((row, number) -> returns.computeIfAbsent(
                                row.getObject("round_id", UUID.class), any -> new ArrayList<>())
                        .add(owed(row, items.getOrDefault(row.getObject("return_id", UUID.class), List.of()))))
                .list();
        Map<RoundId, RoundRecord> rounds = new LinkedHashMap<>();
        jdbc.sql("select * from round where plan_id = :plan order by period_last, name")
                .param("plan", plan.planId())
                .query((row, number) -> rounds.put(
                        new RoundId(row.getObject("round_id", UUID.class)),
                        round(row, returns.getOrDefault(row.getObject("round_id", UUID.class), List.of()))))
                .list();
        return rounds;
    }

    private static RoundRecord round(ResultSet row, List<ReturnRecord> returns) throws SQLException {
        return new RoundRecord(
                new RoundDraft(
                        row.getString("name"),
                        Period.parse(row.getString("period")),
                        Asks.valueOf(row.getString("asks")),
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class),
                        row.getObject("meeting_on", LocalDate.class)),
                RoundState.valueOf(row.getString("state")),
                instant(row, "opened_at"),
                instant(row, "closed_at"),
                row.getString("closed_by"),
                returns);
    }

    private static ReturnRecord owed(ResultSet row, List<ItemRecord> items) throws SQLException {
        return new ReturnRecord(
                new UnitId(row.getObject("unit_id", UUID.class)),
                ReturnState.valueOf(row.getString("state")),
                row.getObject("due_on", LocalDate.class),
                instant(row, "saved_at"),
                row.getString("saved_by"),
                instant(row, "submitted_at"),
                row.getString("submitted_by"),
                row.getBoolean("on_behalf"),
                instant(row, "sent_back_at"),
                row.getString("sent_back_by"),
                row.getString("sent_back_reason"),
                instant(row, "accepted_at"),
                row.getString("accepted_by"),
                items);
    }

    private static ItemRecord item(ResultSet row) throws SQLException {
        UUID assessment = row.getObject("assessment_id", UUID.class);
        String agreed = row.getString("agreed_status");
        return new ItemRecord(
                new NodeId(row.getObject("node_id", UUID.class)),
                StoredWords.of(row),
                instant(row, "saved_at"),
                row.getString("saved_by"),
                instant(row, "accepted_at"),
                row.getString("accepted_by"),
                assessment == null ? null : new AssessmentId(assessment),
                agreed == null ? null : Status.valueOf(agreed));
    }

    private static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
