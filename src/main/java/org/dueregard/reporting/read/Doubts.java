package org.dueregard.reporting.read;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.indicator.Caveat;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Status;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.reporting.Challenge;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundId;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Works out what is doubtful in a round from what is stored of it: two statements, however many items. What owners wrote
 * is looked at once it is handed in.
 */
@Component
public class Doubts {

    private static final String ITEMS = """
            select node.node_id, node.kind, node.reading_order, coalesce(indicator.name, node.title) as title,
                node.owes_update and node.reporting_unit_id is null as unowned, item.return_id, item.choice, item.reported_status, item.disagreement, item.narrative, item.fix_what,
                owed.state, unit.name as unit_name,
                worked.status, worked.not_rated_reason, worked.sentence, worked.exception, worked.caveats,
                worked.caveat_kinds,
                before.narrative as narrative_before, before.status as status_before, before.name as round_before
            from round
            join plan_node node using (plan_id)
            left join (return_item item join return owed on owed.return_id = item.return_id and owed.round_id = :round)
                on item.node_id = node.node_id
            left join unit on unit.unit_id = owed.unit_id
            left join plan_indicator on plan_indicator.node_id = node.node_id
            left join indicator using (indicator_id)
            left join assessment worked on worked.assessment_id = item.assessment_id
            left join lateral (
                select earlier.narrative, closed.name, coalesce(earlier.agreed_status, told.status) as status
                from return_item earlier
                join return of_then on of_then.return_id = earlier.return_id
                join round closed on closed.round_id = of_then.round_id
                left join assessment told on told.assessment_id = earlier.assessment_id
                where earlier.node_id = item.node_id and closed.state = 'CLOSED' and closed.round_id <> :round
                    and closed.period_last <= round.period_last
                order by closed.period_last desc limit 1) before on true
            where round.round_id = :round
                and (item.item_id is not null or node.owes_update and node.reporting_unit_id is null)
            order by node.reading_order""";

    private final JdbcClient jdbc;
    private final Sentences sentences;

    Doubts(JdbcClient jdbc, Sentences sentences) {
        this.jdbc = jdbc;
        this.sentences = sentences;
    }

    /** What is doubtful in the round, the gravest first. Whose round it is, is for the caller to have looked up. */
    public List<Doubt> of(RoundId round) {
        Map<Key, Answer> answers = new HashMap<>();
        jdbc.sql("""
                        select answered.*, remark.answer from challenge_answer answered
                        left join remark using (remark_id) where answered.round_id = :round""").param("round", round.roundId()).query(row -> {
            answers.put(
                    new Key(new NodeId(row.getObject("node_id", UUID.class)), Challenge.valueOf(row.getString("kind"))),
                    Answer.of(row));
        });
        return jdbc.sql(ITEMS).param("round", round.roundId()).query((row, number) -> Item.of(row)).list().stream()
                .flatMap(item -> found(item).entrySet().stream()
                        .map(found -> item.doubted(
                                found.getKey(), found.getValue(), answers.get(new Key(item.node(), found.getKey())))))
                .sorted(Comparator.comparing(Doubt::challenge))
                .toList();
    }

    private Map<Challenge, String> found(Item item) {
        Map<Challenge, String> found = new EnumMap<>(Challenge.class);
        Status status = item.status();
        Status before = item.before();
        if (item.isUnowned()) {
            found.put(Challenge.NO_OWNER, say(Challenge.NO_OWNER));
        }
        if (item.updated()) {
            if (item.saysBetter()) {
                found.put(
                        Challenge.SAYS_ANOTHER,
                        say(Challenge.SAYS_ANOTHER, words(item.reported()), words(status), item.sentence()));
            }
            if (status == Status.OFF_TRACK && isEmpty(item.fixWhat())) {
                found.put(Challenge.NO_NEXT_STEP, say(Challenge.NO_NEXT_STEP));
            }
            if (before != null && isEmpty(item.narrative()) && status.isAnotherThan(before)) {
                found.put(
                        Challenge.CHANGED_WITHOUT_WORDS,
                        say(Challenge.CHANGED_WITHOUT_WORDS, words(before), words(status)));
            }
            if (!isEmpty(item.narrative())
                    && item.narrative().strip().equals(item.narrativeBefore().strip())) {
                found.put(Challenge.SAME_WORDS, say(Challenge.SAME_WORDS, item.roundBefore()));
            }
        }
        if (item.notRated() == NotRatedReason.TO_BE_CONFIRMED) {
            found.put(Challenge.NO_TARGET, say(Challenge.NO_TARGET));
        }
        if (item.exception() != null) {
            found.put(Challenge.BEYOND_TRIGGER, item.exception());
        }
        for (Caveat caveat : item.caveats()) {
            Challenge challenge = ofCaveat(caveat.kind());
            if (challenge != null) {
                found.put(challenge, caveat.sentence());
            }
        }
        return found;
    }

    private static @Nullable Challenge ofCaveat(Caveat.Kind kind) {
        return switch (kind) {
            case NUMERATOR_ABOVE_DENOMINATOR -> Challenge.MORE_THAN_ALL;
            case STATED_PERCENTAGE_DIFFERS -> Challenge.PERCENTAGE_DIFFERS;
            case OLDER_COMPARATOR -> Challenge.OLDER_COMPARATOR;
            case OVERDUE -> Challenge.OVERDUE;
            default -> null;
        };
    }

    private static boolean isEmpty(String words) {
        return words.isBlank();
    }

    private String say(Challenge challenge, Object... details) {
        return sentences.of("reporting.doubt-about." + challenge, details);
    }

    private String words(@Nullable Status status) {
        return status == null ? "" : sentences.of("reporting.doubt-status." + status);
    }

    private record Key(NodeId node, Challenge challenge) {}

    /** What somebody made of a doubt, and of which doubt: it holds as long as the doubt says the same. */
    private record Answer(
            String about,
            @Nullable UUID question,
            @Nullable String answer,
            @Nullable String because,
            String by,
            Instant at) {

        static Answer of(ResultSet row) throws SQLException {
            return new Answer(
                    row.getString("about"),
                    row.getObject("remark_id", UUID.class),
                    row.getString("answer"),
                    row.getString("because"),
                    row.getString("answered_by"),
                    row.getTimestamp("answered_at").toInstant());
        }
    }

    private record Item(
            NodeId node,
            NodeKind kind,
            String title,
            @Nullable ReturnId owed,
            @Nullable String unit,
            boolean isUnowned,
            boolean updated,
            @Nullable Status reported,
            boolean disagrees,
            String narrative,
            String fixWhat,
            Status status,
            @Nullable NotRatedReason notRated,
            String sentence,
            @Nullable String exception,
            List<Caveat> caveats,
            @Nullable Status before,
            String narrativeBefore,
            String roundBefore) {

        static Item of(ResultSet row) throws SQLException {
            UUID owed = row.getObject("return_id", UUID.class);
            String state = row.getString("state");
            boolean in = state != null
                    && (ReturnState.valueOf(state) == ReturnState.SUBMITTED
                            || ReturnState.valueOf(state) == ReturnState.ACCEPTED);
            Status worked = status(row, "status");
            String reason = row.getString("not_rated_reason");
            return new Item(
                    new NodeId(row.getObject("node_id", UUID.class)),
                    NodeKind.valueOf(row.getString("kind")),
                    row.getString("title"),
                    owed == null ? null : new ReturnId(owed),
                    row.getString("unit_name"),
                    row.getBoolean("unowned"),
                    in && Choice.UPDATE.name().equals(row.getString("choice")),
                    status(row, "reported_status"),
                    row.getString("disagreement") != null,
                    words(row, "narrative"),
                    words(row, "fix_what"),
                    worked == null ? Status.NOT_RATED : worked,
                    reason == null ? null : NotRatedReason.valueOf(reason),
                    words(row, "sentence"),
                    row.getString("exception"),
                    caveats(row),
                    status(row, "status_before"),
                    words(row, "narrative_before"),
                    words(row, "round_before"));
        }

        /** Whether the owner calls it better than its figure does. */
        boolean saysBetter() {
            return kind == NodeKind.INDICATOR && disagrees && reported != null && status.lostGroundSince(reported);
        }

        Doubt doubted(Challenge challenge, String about, @Nullable Answer answer) {
            Answer holds = answer != null && answer.about().equals(about) ? answer : null;
            return new Doubt(
                    node,
                    title,
                    unit,
                    owed,
                    challenge,
                    about,
                    holds == null ? null : holds.question(),
                    holds == null ? null : holds.answer(),
                    holds == null ? null : holds.because(),
                    holds == null ? null : holds.by(),
                    holds == null ? null : holds.at());
        }

        private static String words(ResultSet row, String column) throws SQLException {
            String words = row.getString(column);
            return words == null ? "" : words;
        }

        private static @Nullable Status status(ResultSet row, String column) throws SQLException {
            String status = row.getString(column);
            return status == null || status.isEmpty() ? null : Status.valueOf(status);
        }

        private static List<Caveat> caveats(ResultSet row) throws SQLException {
            Array kinds = row.getArray("caveat_kinds");
            Array told = row.getArray("caveats");
            if (kinds == null || told == null) {
                return List.of();
            }
            String[] sorts = (String[]) kinds.getArray();
            String[] sentences = (String[]) told.getArray();
            List<Caveat> caveats = new ArrayList<>();
            for (int i = 0; i < Math.min(sorts.length, sentences.length); i++) {
                caveats.add(new Caveat(Caveat.Kind.valueOf(sorts[i]), sentences[i]));
            }
            return caveats;
        }
    }
}
