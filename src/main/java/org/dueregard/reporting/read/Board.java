package org.dueregard.reporting.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Notes;
import org.dueregard.indicator.Status;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundDraft;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundState;
import org.jspecify.annotations.Nullable;

/** A round as the policy officer sees it: who has and who has not. */
public record Board(
        RoundId id,
        String name,
        String plan,
        RoundState state,
        long version,
        RoundDraft draft,
        LocalDate dueOn,
        @Nullable LocalDate meetingOn,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        int unowned,
        List<Owner> owners,
        List<Unusual> unusual) {

    /** An item whose figure is beyond what is usual for it, whatever its status. */
    public record Unusual(
            NodeId node,
            String title,
            String unit,
            ReturnId owed,
            Status status,
            @Nullable NotRatedReason why,
            Notes notes) {}

    /** @param done items that a choice was made for */
    public record Owner(
            ReturnId id,
            String unit,
            @Nullable String above,
            ReturnState state,
            LocalDate dueOn,
            int items,
            int done,
            @Nullable Instant savedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant sentBackAt,
            @Nullable String sentBackReason,
            boolean late) {

        public boolean isIn() {
            return state == ReturnState.SUBMITTED || state == ReturnState.ACCEPTED;
        }
    }

    public int items() {
        return owners.stream().mapToInt(Owner::items).sum();
    }

    /** Items of returns that are handed in. */
    public int in() {
        return owners.stream().filter(Owner::isIn).mapToInt(Owner::items).sum();
    }

    public int itemsOf(ReturnState state) {
        return owners.stream()
                .filter(owner -> owner.state() == state)
                .mapToInt(Owner::items)
                .sum();
    }

    public int lateItems() {
        return owners.stream().filter(Owner::late).mapToInt(Owner::items).sum();
    }

    public long lateOwners() {
        return owners.stream().filter(Owner::late).count();
    }

    public long ownersIn(ReturnState state) {
        return owners.stream().filter(owner -> owner.state() == state).count();
    }

    /** Items not handed in though there is still time. */
    public int awaitedItems() {
        return owners.stream()
                .filter(owner -> !owner.isIn() && !owner.late() && owner.state() != ReturnState.SENT_BACK)
                .mapToInt(Owner::items)
                .sum();
    }

    public boolean isReady() {
        return owners.stream().allMatch(owner -> owner.state() == ReturnState.ACCEPTED);
    }
}
