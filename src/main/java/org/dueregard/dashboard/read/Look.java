package org.dueregard.dashboard.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks at: a round, the earlier one that it is held against, and which of its items.
 *
 * @param earlier the rounds of the same plan that it can be held against, the latest first
 * @param compared null when it is held against none
 */
public record Look(Results.Round round, List<Results.Round> earlier, Results.@Nullable Round compared, Filter filter) {

    /** What {@code compared} says in an address when nothing is to be compared. */
    public static final String NOTHING = "none";

    /** Looks at a round as an address asks for it; held against the round before where that says nothing of use. */
    public static Look at(Results.Round round, List<Results.Round> rounds, String compared, Filter filter) {
        List<Results.Round> earlier = rounds.stream()
                .filter(one -> one.plan().equals(round.plan()) && one.last().isBefore(round.last()))
                .toList();
        Results.Round before = earlier.stream()
                .filter(one -> one.id().toString().equals(compared))
                .findFirst()
                .orElse(earlier.isEmpty() ? null : earlier.get(0));
        return new Look(round, earlier, compared.equals(NOTHING) ? null : before, filter);
    }

    /** Whether there is no earlier round of the plan. */
    public boolean isFirst() {
        return earlier.isEmpty();
    }

    public Look with(Filter other) {
        return new Look(round, earlier, compared, other);
    }

    /** The address's own words for all of this, so that whoever is sent it sees the same. */
    public String query() {
        return "round=" + round.id()
                + (isFirst() ? "" : "&compared=" + (compared == null ? NOTHING : compared.id()))
                + filter.query();
    }
}
