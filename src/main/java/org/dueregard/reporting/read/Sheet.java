package org.dueregard.reporting.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.Status;
import org.dueregard.indicator.TargetKind;
import org.dueregard.indicator.ValueKind;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.reporting.Asks;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.Evidence;
import org.dueregard.reporting.Fault;
import org.dueregard.reporting.ItemReading;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.ReturnKeeping;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundState;
import org.jspecify.annotations.Nullable;

/**
 * A return as its pages show it.
 *
 * @param plan its title
 * @param owner whether the reader is the unit's own service manager, rather than a policy officer
 * @param judge whether the reader may accept it and send it back
 */
public record Sheet(
        ReturnId id,
        RoundId round,
        String plan,
        String roundName,
        RoundState roundState,
        Period period,
        Asks asks,
        String unit,
        ReturnState state,
        LocalDate dueOn,
        @Nullable LocalDate meetingOn,
        @Nullable Instant savedAt,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,
        boolean onBehalf,
        @Nullable Instant sentBackAt,
        @Nullable String sentBackBy,
        @Nullable String sentBackReason,
        @Nullable Instant acceptedAt,
        @Nullable String acceptedBy,
        boolean owner,
        boolean judge,
        List<Item> items) {

    Sheet with(List<Item> newItems) {
        return new Sheet(
                id,
                round,
                plan,
                roundName,
                roundState,
                period,
                asks,
                unit,
                state,
                dueOn,
                meetingOn,
                savedAt,
                submittedAt,
                submittedBy,
                onBehalf,
                sentBackAt,
                sentBackBy,
                sentBackReason,
                acceptedAt,
                acceptedBy,
                owner,
                judge,
                newItems);
    }

    /**
     * One item.
     *
     * @param reference of the area it stands in
     * @param title in full
     * @param words as they are stored, or as they were typed and could not be
     * @param stamp of what the person had seen before they wrote the words
     * @param questions that wait for an answer, each with who asked
     * @param reading of the words
     * @param lastTime null when there was none
     */
    public record Item(
            UUID id,
            NodeId node,
            NodeKind kind,
            @Nullable String reference,
            String title,
            @Nullable String narrativeOnlyReason,
            ItemWords words,
            String stamp,
            long version,
            boolean accepted,
            List<String> questions,
            List<Evidence> evidence,
            Dossier dossier,
            Period figurePeriod,
            ItemReading reading,
            @Nullable LastTime lastTime) {

        private static final List<Status> SAID = List.of(Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK);
        private static final List<Status> SAID_OR_DONE =
                List.of(Status.COMPLETE, Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK);

        /** The stamp of somebody else's words, which the reader has now seen. */
        public String stampOf(ItemWords theirs) {
            return ReturnKeeping.stamp(version, theirs);
        }

        public List<Choice> choices() {
            return List.of(Choice.values());
        }

        /** Whether it is something to be done by a deadline, rather than measured or only told about. */
        public boolean isToBeDone() {
            return dossier.setting().target().kind() == TargetKind.MILESTONE;
        }

        /** Whether a figure is asked for. */
        public boolean asksForFigure() {
            return dossier.isIndicator() && !isToBeDone();
        }

        /** The fields that its figure is typed into, from left to right; none where no figure is asked for. */
        public List<String> figureFields() {
            if (!asksForFigure()) {
                return List.of();
            }
            if (asksForGap()) {
                return List.of("otherGroup", "betterOff");
            }
            return asksForShare() ? List.of("numerator", "denominator") : List.of("figure");
        }

        /** What is wrong with the figure as it is typed; null when nothing is typed, or nothing is wrong. */
        public @Nullable Fault figureFault() {
            if (words.figures().equals(ItemWords.NONE)) {
                return null;
            }
            return reading.faults().stream()
                    .filter(fault -> figureFields().contains(fault.field()))
                    .findFirst()
                    .orElse(null);
        }

        /** Marks the figures, so that a later form can tell whether they were changed in it. */
        public String figuresStamp() {
            return ReturnKeeping.fingerprint(words.figures());
        }

        public boolean asksForShare() {
            return ItemReading.asksForShare(dossier);
        }

        public boolean asksForGap() {
            return dossier.measure().isGap();
        }

        public boolean asksForYesOrNo() {
            return dossier.measure().valueKind() == ValueKind.YES_NO;
        }

        public boolean asksForWords() {
            return dossier.measure().valueKind() == ValueKind.WORDS;
        }

        /** What stands behind the box for the figure; null when nothing. */
        public @Nullable String suffix() {
            return dossier.measure().valueKind() == ValueKind.PERCENTAGE
                    ? "%"
                    : dossier.measure().unit();
        }

        public List<Status> statusesToSay() {
            return isToBeDone() || dossier.isIndicator() ? SAID_OR_DONE : SAID;
        }

        public boolean isOffTrack() {
            return reading.assessment() != null && reading.assessment().status() == Status.OFF_TRACK;
        }

        public boolean isDone() {
            return reading.faults().isEmpty();
        }

        public boolean isStarted() {
            return !words.equals(ItemWords.NONE);
        }
    }

    /** What was reported in the round before. */
    public record LastTime(
            String round,
            @Nullable String status,
            @Nullable String reason,
            @Nullable String figure,
            @Nullable String figurePeriod,
            @Nullable String narrative,
            @Nullable Instant submittedAt) {

        public String statusKey() {
            return status == null
                    ? Status.NOT_RATED.key()
                    : Status.valueOf(status).key();
        }

        /** Why it was not rated; null when it was. */
        public @Nullable String whyNotRated() {
            return Status.NOT_RATED.name().equals(status) ? reason : null;
        }
    }

    /** Whether the owner can still type into it. */
    public boolean isOpenToOwner() {
        return roundState == RoundState.OPEN
                && (state == ReturnState.NOT_STARTED || state == ReturnState.DRAFT || state == ReturnState.SENT_BACK);
    }

    public long done() {
        return items.stream().filter(Item::isDone).count();
    }
}
