package org.dueregard.review;

import java.time.LocalDate;
import org.dueregard.indicator.Status;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What the chair does in a meeting. Meetings of other councils are not there; a meeting that is closed refuses every
 * change.
 */
public interface MeetingKeeping {

    void open(SignedIn by, MeetingId id);

    /**
     * Settles the status of one item. Settling it again replaces what was settled.
     *
     * @param agreed another status than the proposed one needs a reason
     * @throws IllegalArgumentException when it has none
     */
    void settle(
            SignedIn by, MeetingId id, NodeId node, Status agreed, @Nullable String reason, @Nullable String decision);

    /** Agrees every item that is not settled yet and need not be talked about, as proposed. */
    void agreeTheRest(SignedIn by, MeetingId id);

    void addAction(
            SignedIn by,
            MeetingId id,
            @Nullable NodeId node,
            String what,
            @Nullable UnitId unit,
            String owner,
            LocalDate due);

    void close(SignedIn by, MeetingId id);
}
