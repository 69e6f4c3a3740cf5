package org.dueregard.review.read;

import java.util.List;
import java.util.UUID;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Notes;
import org.dueregard.indicator.Status;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.Evidence;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.ReturnState;
import org.jspecify.annotations.Nullable;

/**
 * One item of the plan as a meeting sees it.
 *
 * @param objective reference and title of the one that it stands under
 * @param evidence what the update rests on; none until it is handed in
 * @param proposed what the group is asked to agree
 * @param why why it is not rated; null when it is
 * @param exception what was said because its trigger fired; null when it did not
 * @param before where it stood after the round before; null when there was none
 * @param reasons why it needs talking about; none when it can be agreed with the rest
 * @param agreed null while it is not settled
 */
public record AgendaItem(
        UUID item,
        NodeId node,
        @Nullable String reference,
        String objective,
        @Nullable String area,
        String title,
        String unit,
        ReturnState returned,
        ItemWords words,
        List<Evidence> evidence,
        Status proposed,
        @Nullable NotRatedReason why,
        String sentence,
        List<String> caveats,
        @Nullable String exception,
        @Nullable String target,
        @Nullable String figure,
        @Nullable String figurePeriod,
        @Nullable String share,
        @Nullable String direction,
        @Nullable String directionFrom,
        @Nullable Status before,
        @Nullable String beforeFigure,
        List<Reason> reasons,
        @Nullable Status agreed,
        @Nullable String agreedReason,
        @Nullable String decision,
        boolean together) {

    /** Why an item needs talking about. */
    public enum Reason {
        OFF_TRACK,
        WORSE,
        REPORTED_OTHERWISE,
        NO_UPDATE,
        LATE,
        EXCEPTION,
        NOT_RETURNED
    }

    /** What to know beside the status that is proposed. */
    public Notes notes() {
        return new Notes(direction, directionFrom, exception, caveats);
    }

    public boolean isToTalkAbout() {
        return !reasons.isEmpty();
    }

    /** Whether it is off track, beyond what is usual, or seen differently by its owner. */
    public boolean isException() {
        return reasons.contains(Reason.OFF_TRACK)
                || reasons.contains(Reason.EXCEPTION)
                || reasons.contains(Reason.REPORTED_OTHERWISE);
    }

    /** Whether no update or no figure came for it. */
    public boolean isMissing() {
        return reasons.contains(Reason.NO_UPDATE)
                || reasons.contains(Reason.NOT_RETURNED)
                || reasons.contains(Reason.LATE);
    }

    /** Whether nothing was handed in for it. */
    public boolean isUpdateMissing() {
        return reasons.contains(Reason.NO_UPDATE) || reasons.contains(Reason.NOT_RETURNED);
    }

    /** As the group agreed, else as proposed. */
    public Status status() {
        return agreed == null ? proposed : agreed;
    }

    public boolean isWorse() {
        return before != null && status().lostGroundSince(before);
    }

    public boolean isBetter() {
        return before != null && before.lostGroundSince(status());
    }

    public boolean isSettled() {
        return agreed != null;
    }

    /** Whether the group settled another status than was proposed. */
    public boolean isOverridden() {
        return agreed != null && agreed != proposed;
    }
}
