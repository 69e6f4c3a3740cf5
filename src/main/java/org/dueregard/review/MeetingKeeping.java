package org.dueregard.review;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
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

    /** Closes the meeting; its minutes are drafted from what was recorded. */
    void close(SignedIn by, MeetingId id);

    /**
     * Notes who came, until the meeting is closed.
     *
     * @param version of the meeting on the form; another by now means that somebody else noted something
     * @param presence of each member whom something is known of
     * @param others who else was there, one a line
     * @param quorum how many members have to be here; null for as at the meeting before, else a third of the members
     */
    void noteAttendance(
            SignedIn by,
            MeetingId id,
            long version,
            Map<UUID, Presence> presence,
            @Nullable String others,
            @Nullable Integer quorum);
}
