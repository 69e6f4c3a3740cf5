package org.dueregard.reporting.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Dossiers;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.reporting.Asks;
import org.dueregard.reporting.Evidence;
import org.dueregard.reporting.ItemReading;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.ReturnKeeping;
import org.dueregard.reporting.ReturnKeeping.Typed;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundState;
import org.dueregard.reporting.StoredEvidence;
import org.dueregard.reporting.StoredWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads returns for the people who may see them: five statements, however many items, and returns of the same period. */
@Component
public class Sheets {

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Clock clock;

    Sheets(JdbcClient jdbc, Dossiers dossiers, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** The return with its items in plan order; empty when it is none of the person's. */
    public Optional<Sheet> find(SignedIn by, ReturnId id) {
        return find(by, id, Map.of());
    }

    /** The same, with what was typed for some items in place of what is stored. */
    public Optional<Sheet> find(SignedIn by, ReturnId id, Map<UUID, Typed> typed) {
        return of(by, List.of(id), typed).stream().findFirst();
    }

    /** Several returns, in the order asked for; those that are none of the person's are left out. */
    public List<Sheet> of(SignedIn by, List<ReturnId> ids) {
        return of(by, ids, Map.of());
    }

    private List<Sheet> of(SignedIn by, List<ReturnId> ids, Map<UUID, Typed> typed) {
        Map<ReturnId, Head> heads = heads(by, ids);
        Map<ReturnId, List<Sheet.Item>> items = items(heads, typed);
        return ids.stream()
                .filter(heads::containsKey)
                .map(id -> Objects.requireNonNull(heads.get(id)).sheet().with(items.getOrDefault(id, List.of())))
                .toList();
    }

    /** A return without its items, and when its round was opened again. */
    private record Head(Sheet sheet, @Nullable Instant reopened) {

        LocalDate lastDay() {
            return sheet.period().lastDay();
        }
    }

    private Map<ReturnId, Head> heads(SignedIn by, List<ReturnId> ids) {
        return jdbc
                .sql("""
                        select owed.*, round.name as round_name, round.state as round_state, round.period, round.asks, round.reopened_at,
                            plan.title as plan_title, unit.name as unit_name, meeting_on,
                            bool_or(covers.role = 'SERVICE_MANAGER') as owner,
                            bool_or(covers.role = 'POLICY_OFFICER') as judge
                        from return owed
                        join round using (round_id)
                        join unit using (unit_id)
                        join plan on plan.plan_id = round.plan_id
                        join role_covers covers on covers.unit_id = owed.unit_id and covers.person_id = :person
                            and covers.role in ('SERVICE_MANAGER', 'POLICY_OFFICER')
                        where owed.return_id = any(:ids)
                        group by owed.return_id, round.round_id, plan.plan_id, unit.unit_id""")
                .param("person", by.person().personId())
                .param("ids", ids.stream().map(ReturnId::returnId).toArray(UUID[]::new))
                .query((row, number) -> head(row))
                .list()
                .stream()
                .collect(Collectors.toMap(head -> head.sheet().id(), Function.identity()));
    }

    private static Head head(ResultSet row) throws SQLException {
        Sheet sheet = new Sheet(
                new ReturnId(row.getObject("return_id", UUID.class)),
                new RoundId(row.getObject("round_id", UUID.class)),
                row.getString("plan_title"),
                row.getString("round_name"),
                RoundState.valueOf(row.getString("round_state")),
                Period.parse(row.getString("period")),
                Asks.valueOf(row.getString("asks")),
                row.getString("unit_name"),
                ReturnState.valueOf(row.getString("state")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("meeting_on", LocalDate.class),
                instant(row, "saved_at"),
                instant(row, "submitted_at"),
                row.getString("submitted_by"),
                row.getBoolean("on_behalf"),
                instant(row, "sent_back_at"),
                row.getString("sent_back_by"),
                row.getString("sent_back_reason"),
                instant(row, "accepted_at"),
                row.getString("accepted_by"),
                row.getBoolean("owner"),
                row.getBoolean("judge"),
                List.of());
        return new Head(sheet, instant(row, "reopened_at"));
    }

    private Map<ReturnId, List<Sheet.Item>> items(Map<ReturnId, Head> heads, Map<UUID, Typed> typed) {
        List<Stored> stored = jdbc.sql("""
                        select item.*, (select array_agg(remark.post || ': ' || remark.words order by written_at) from remark
                                where remark.node_id = item.node_id and question and answer is null and resolved_at is null) as questions,
                            %s,
                            node.kind, coalesce(indicator.name, node.title) as full_title,
                            coalesce(node.reference, area.reference) as place, node.narrative_only_reason,
                            last_time.*
                        from return_item item
                        join return owed on owed.return_id = item.return_id
                        join round on round.round_id = owed.round_id
                        join plan_node node on node.node_id = item.node_id
                        left join plan_node area on area.node_id = node.area_id
                        left join plan_indicator on plan_indicator.node_id = item.node_id
                        left join indicator using (indicator_id)
                        left join lateral (
                            select earlier_round.name as last_round, earlier.narrative as last_narrative,
                                coalesce(earlier.agreed_status, assessment.status) as last_status,
                                assessment.not_rated_reason as last_reason, assessment.figure as last_figure,
                                assessment.figure_period as last_period, earlier_return.submitted_at as last_submitted
                            from return_item earlier
                            join return earlier_return on earlier_return.return_id = earlier.return_id
                            join round earlier_round on earlier_round.round_id = earlier_return.round_id
                            left join assessment on assessment.assessment_id = earlier.assessment_id
                            where earlier.node_id = item.node_id and earlier_round.state = 'CLOSED'
                                and earlier_round.period_last < round.period_last
                            order by earlier_round.period_last desc limit 1) last_time on true
                        where item.return_id = any(:ids)
                        order by node.reading_order""".formatted(StoredEvidence.COLUMN))
                .param("ids", heads.keySet().stream().map(ReturnId::returnId).toArray(UUID[]::new))
                .query((row, number) -> Stored.of(row))
                .list();
        Map<UUID, Dossier> known = dossiers(stored, heads);
        LocalDate today = LocalDate.now(clock);
        return stored.stream()
                .collect(Collectors.groupingBy(
                        Stored::owed,
                        Collectors.mapping(
                                item -> {
                                    Head head = Objects.requireNonNull(heads.get(item.owed()));
                                    Typed asStored =
                                            new Typed(item.words(), ReturnKeeping.stamp(item.version(), item.words()));
                                    return item.with(
                                            Objects.requireNonNull(known.get(item.id())),
                                            typed.getOrDefault(item.id(), asStored),
                                            head,
                                            today);
                                },
                                Collectors.toList())));
    }

    /** Two statements for each day on which one of the rounds' periods ends: one such day, as a rule. */
    private Map<UUID, Dossier> dossiers(List<Stored> stored, Map<ReturnId, Head> heads) {
        Map<LocalDate, List<Stored>> byDay = stored.stream()
                .collect(Collectors.groupingBy(
                        item -> Objects.requireNonNull(heads.get(item.owed())).lastDay()));
        Map<UUID, Dossier> known = new HashMap<>();
        byDay.forEach((day, items) -> {
            Map<NodeId, Dossier> ofDay =
                    dossiers.of(items.stream().map(Stored::node).toList(), day);
            items.forEach(item -> known.put(item.id(), Objects.requireNonNull(ofDay.get(item.node()))));
        });
        return known;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private record Stored(
            ReturnId owed,
            UUID id,
            NodeId node,
            NodeKind kind,
            @Nullable String reference,
            String title,
            @Nullable String narrativeOnlyReason,
            ItemWords words,
            long version,
            boolean accepted,
            @Nullable Instant savedAt,
            List<String> questions,
            List<Evidence> evidence,
            Sheet.@Nullable LastTime lastTime) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    new ReturnId(row.getObject("return_id", UUID.class)),
                    row.getObject("item_id", UUID.class),
                    new NodeId(row.getObject("node_id", UUID.class)),
                    NodeKind.valueOf(row.getString("kind")),
                    row.getString("place"),
                    row.getString("full_title"),
                    row.getString("narrative_only_reason"),
                    StoredWords.of(row),
                    row.getLong("version"),
                    row.getTimestamp("accepted_at") != null,
                    instant(row, "saved_at"),
                    row.getArray("questions") == null
                            ? List.of()
                            : List.of((String[]) row.getArray("questions").getArray()),
                    StoredEvidence.of(row),
                    row.getString("last_round") == null
                            ? null
                            : new Sheet.LastTime(
                                    row.getString("last_round"),
                                    row.getString("last_status"),
                                    row.getString("last_reason"),
                                    row.getString("last_figure"),
                                    row.getString("last_period"),
                                    row.getString("last_narrative"),
                                    instant(row, "last_submitted")));
        }

        Sheet.Item with(Dossier dossier, Typed shown, Head head, LocalDate today) {
            Period period = head.sheet().period();
            Instant reopened = head.reopened();
            ItemReading reading =
                    ItemReading.of(shown.words(), dossier, period, head.sheet().asks(), today);
            boolean held = reopened != null
                    && savedAt != null
                    && savedAt.isBefore(reopened)
                    && shown.words().equals(words);
            return new Sheet.Item(
                    id,
                    node,
                    kind,
                    reference,
                    title,
                    narrativeOnlyReason,
                    shown.words(),
                    shown.seen(),
                    version,
                    accepted,
                    questions,
                    evidence,
                    dossier,
                    ItemReading.figurePeriod(dossier, period),
                    held ? reading.asHeld() : reading,
                    lastTime);
        }
    }
}
