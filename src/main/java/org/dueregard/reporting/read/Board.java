package org.dueregard.reporting.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
        List<Doubt> doubts) {

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

    /** What nobody has asked about or let be yet. */
    public List<Doubt> openDoubts() {
        return doubts.stream().filter(Doubt::isOpen).toList();
    }

    /** What was put to owners. */
    public List<Doubt> asked() {
        return doubts.stream().filter(Doubt::isAsked).toList();
    }

    public List<Doubt> dismissed() {
        return doubts.stream().filter(doubt -> doubt.because() != null).toList();
    }

    /** Ready for the meeting: everything is accepted, and nothing doubtful is left without an answer. */
    public boolean isReady() {
        return openDoubts().isEmpty() && asked().stream().allMatch(doubt -> doubt.answer() != null) && isAccepted();
    }

    public boolean isAccepted() {
        return owners.stream().allMatch(owner -> owner.state() == ReturnState.ACCEPTED);
    }
}
