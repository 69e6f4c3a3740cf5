package org.dueregard.reporting.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /**
     * What one unit owes.
     *
     * @param department that the unit belongs to, or the unit itself where it belongs to none
     * @param done items that a choice was made for
     * @param remindedAt when its owner was last asked for it by hand; null when never
     */
    public record Owner(
            ReturnId id,
            String unit,
            @Nullable String above,
            String department,
            ReturnState state,
            LocalDate dueOn,
            int items,
            int done,
            @Nullable Instant savedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant sentBackAt,
            @Nullable String sentBackReason,
            @Nullable Instant remindedAt,
            boolean late) {

        public boolean isIn() {
            return state == ReturnState.SUBMITTED || state == ReturnState.ACCEPTED;
        }
    }

    /**
     * How complete the returns of one part of the council are.
     *
     * @param in items of returns that are handed in
     */
    public record Part(String name, int items, int in, int late) {}

    /** Whether several departments owe something, so that {@link #parts} are these. */
    public boolean isOfSeveralDepartments() {
        return owners.stream().map(Owner::department).distinct().count() > 1;
    }

    /** The departments that owe something, or the parts of the only one; those that miss most first. */
    public List<Part> parts() {
        Function<Owner, String> part = isOfSeveralDepartments()
                ? Owner::department
                : owner -> owner.above() == null ? owner.unit() : owner.above();
        Map<String, List<Owner>> byName = owners.stream().collect(Collectors.groupingBy(part));
        return byName.entrySet().stream()
                .map(entry -> new Part(
                        entry.getKey(),
                        items(entry.getValue(), owner -> true),
                        items(entry.getValue(), Owner::isIn),
                        items(entry.getValue(), Owner::late)))
                .sorted(Comparator.comparingInt((Part one) -> one.in() - one.items())
                        .thenComparing(Part::name))
                .toList();
    }

    private static int items(List<Owner> owners, Predicate<Owner> which) {
        return owners.stream().filter(which).mapToInt(Owner::items).sum();
    }

    /** Owners who still can hand something in, so that there is something to remind them of. */
    public List<Owner> awaited() {
        return state == RoundState.OPEN
                ? owners.stream().filter(owner -> !owner.isIn()).toList()
                : List.of();
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
