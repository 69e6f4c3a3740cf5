package org.dueregard.dashboard.read;

import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Notes;
import org.dueregard.indicator.Status;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ReturnState;
import org.jspecify.annotations.Nullable;

/**
 * How one item of the plan came out of one round.
 *
 * @param status as agreed, else as it was worked out
 * @param before how it came out of the round that this one is held against; null when that did not ask for it
 * @param notes what is to be known beside the status that was worked out
 * @param owed what the return it belongs to is in
 */
public record Result(
        Item item,
        Status status,
        @Nullable NotRatedReason why,
        boolean agreed,
        @Nullable Status before,
        @Nullable String figure,
        @Nullable String figureBefore,
        @Nullable String promised,
        Notes notes,
        @Nullable Choice choice,
        ReturnState owed,
        @Nullable String fixWhat,
        @Nullable String fixWho,
        @Nullable String fixWhen) {

    public NodeId node() {
        return item.node();
    }

    public String title() {
        return item.title();
    }

    public @Nullable String unit() {
        return item.unit();
    }

    /** Whether it lost ground since the round that it is held against. */
    public boolean isWorse() {
        return before != null && status.lostGroundSince(before);
    }

    public boolean isBetter() {
        return before != null && before.lostGroundSince(status);
    }

    /** Whether nothing was handed in for it. */
    public boolean isMissing() {
        return choice == Choice.NO_UPDATE || (owed != ReturnState.SUBMITTED && owed != ReturnState.ACCEPTED);
    }

    /** Whether its figure is beyond what is usual for it, whatever its status. */
    public boolean isExceptional() {
        return notes.exception() != null;
    }

    public boolean isOffTrack() {
        return status == Status.OFF_TRACK;
    }

    /** Whether it is off track and nothing is planned about it. */
    public boolean isUnplanned() {
        return isOffTrack() && fixWhat == null;
    }
}
