package org.dueregard.reporting.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

/** Reads returns for the people who may see them: five statements, however many items. */
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
        return jdbc.sql("""
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
                        where owed.return_id = :id
                        group by owed.return_id, round.round_id, plan.plan_id, unit.unit_id""")
                .param("person", by.person().personId())
                .param("id", id.returnId())
                .query((row, number) -> sheet(row, typed))
                .optional();
    }

    private Sheet sheet(ResultSet row, Map<UUID, Typed> typed) throws SQLException {
        Period period = Period.parse(row.getString("period"));
        Asks asks = Asks.valueOf(row.getString("asks"));
        ReturnId id = new ReturnId(row.getObject("return_id", UUID.class));
        return new Sheet(
                id,
                new RoundId(row.getObject("round_id", UUID.class)),
                row.getString("plan_title"),
                row.getString("round_name"),
                RoundState.valueOf(row.getString("round_state")),
                period,
                asks,
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
                items(id, period, asks, instant(row, "reopened_at"), typed));
    }

    private List<Sheet.Item> items(
            ReturnId id, Period period, Asks asks, @Nullable Instant reopened, Map<UUID, Typed> typed) {
        List<Stored> stored = jdbc.sql("""
                        select item.*, (select array_agg(remark.post || ': ' || remark.words order by written_at) from remark
                                where remark.node_id = item.node_id and question and answer is null and resolved_at is null) as questions,
                            %s,
                            node.kind, coalesce(indicator.name, node.title) as full_title,
                            coalesce(node.reference, area.reference) as place, node.narrative_only_reason,
                            last_time.*
                        from return_item item
                        join plan_node node using (node_id)
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
                                and earlier_round.period_last < :last
                            order by earlier_round.period_last desc limit 1) last_time on true
                        where item.return_id = :id
                        order by node.reading_order""".formatted(StoredEvidence.COLUMN))
                .param("id", id.returnId())
                .param("last", period.lastDay())
                .query((row, number) -> Stored.of(row))
                .list();
        Map<NodeId, Dossier> known =
                dossiers.of(stored.stream().map(Stored::node).toList(), period.lastDay());
        LocalDate today = LocalDate.now(clock);
        return stored.stream()
                .map(item -> item.with(
                        Objects.requireNonNull(known.get(item.node())),
                        typed.getOrDefault(
                                item.id(), new Typed(item.words(), ReturnKeeping.stamp(item.version(), item.words()))),
                        period,
                        asks,
                        reopened,
                        today))
                .toList();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private record Stored(
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

        Sheet.Item with(
                Dossier dossier, Typed shown, Period period, Asks asks, @Nullable Instant reopened, LocalDate today) {
            ItemReading reading = ItemReading.of(shown.words(), dossier, period, asks, today);
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
