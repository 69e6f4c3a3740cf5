package org.dueregard.dashboard.read;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.dueregard.indicator.Status;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.RoundId;
import org.jspecify.annotations.Nullable;

/**
 * How each item of a plan stood in each round, as it was reported then.
 *
 * @param rounds the earliest first
 * @param rows in plan order
 */
public record HeatMap(List<Column> rounds, List<Row> rows) {

    public record Column(RoundId id, String name) {}

    /**
     * An item through the rounds.
     *
     * @param unit who reported it in the latest of them
     * @param tags of the item and everything above it
     * @param statuses by round; a round that did not ask for it has none
     */
    public record Row(
            NodeId node,
            String title,
            NodeId objective,
            String objectiveTitle,
            String unit,
            String division,
            List<String> tags,
            @Nullable String strategy,
            Map<RoundId, Status> statuses) {

        public @Nullable Status in(RoundId round) {
            return statuses.get(round);
        }
    }

    /** How many rows lost ground from the round before the last to the last. */
    public long worse() {
        return moved((before, now) -> now.lostGroundSince(before));
    }

    public long better() {
        return moved((before, now) -> before.lostGroundSince(now));
    }

    private long moved(BiPredicate<Status, Status> way) {
        if (rounds.size() < 2) {
            return 0;
        }
        RoundId before = rounds.get(rounds.size() - 2).id();
        RoundId last = rounds.get(rounds.size() - 1).id();
        return rows.stream()
                .filter(row -> {
                    Status then = row.in(before);
                    Status now = row.in(last);
                    return then != null && now != null && way.test(then, now);
                })
                .count();
    }

    public long offTrack() {
        return in(Status.OFF_TRACK);
    }

    public long atRisk() {
        return in(Status.AT_RISK);
    }

    /** How many rows stand so in the last round. */
    private long in(Status status) {
        return rounds.isEmpty()
                ? 0
                : rows.stream()
                        .filter(row -> row.in(rounds.get(rounds.size() - 1).id()) == status)
                        .count();
    }
}
