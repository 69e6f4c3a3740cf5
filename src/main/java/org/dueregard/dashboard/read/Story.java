package org.dueregard.dashboard.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Status;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundState;
import org.jspecify.annotations.Nullable;

/**
 * What became of one node of a plan: what was promised, what happened, and who said what.
 *
 * @param owes whether anybody reports on it; else its status is that of what stands under it
 * @param restated figures and targets that were corrected, the latest correction first
 * @param familyTitle what the parts are parts of, when this is one of them; null when they are parts of this
 * @param family the parts that this indicator has, or is one of; itself left out
 * @param definition what an indicator counts; null for activities and areas
 */
public record Story(
        NodeId node,
        NodeKind kind,
        PlanId plan,
        String planTitle,
        @Nullable String objective,
        @Nullable String area,
        @Nullable String reference,
        String title,
        @Nullable String intendedOutcome,
        @Nullable String narrativeOnlyReason,
        @Nullable String owners,
        @Nullable String reporting,
        @Nullable String definition,
        @Nullable String source,
        @Nullable String ownTolerance,
        List<String> tags,
        @Nullable LocalDate retiredOn,
        @Nullable String retiredBecause,
        @Nullable NodeId replacedBy,
        @Nullable String replacedByTitle,
        boolean owes,
        boolean editable,
        Dossier dossier,
        List<Told> told,
        List<Promised> promises,
        List<Restated> restated,
        @Nullable String familyTitle,
        List<Part> family) {

    /**
     * What was reported in one round, and what the group made of it.
     *
     * @param agreed null while it is not settled
     */
    public record Told(
            String round,
            String period,
            RoundState state,
            ReturnState owed,
            @Nullable Choice choice,
            @Nullable String narrative,
            @Nullable String noUpdateReason,
            @Nullable String expected,
            @Nullable String disagreement,
            @Nullable Status reported,
            @Nullable String fixWhat,
            @Nullable String fixWho,
            @Nullable String fixWhen,
            @Nullable Instant submittedAt,
            @Nullable String submittedBy,
            boolean onBehalf,
            @Nullable Status worked,
            @Nullable NotRatedReason why,
            @Nullable String sentence,
            @Nullable String figure,
            @Nullable String figurePeriod,
            @Nullable Status agreed,
            @Nullable String agreedReason,
            @Nullable String decision,
            @Nullable String group,
            @Nullable LocalDate metOn) {

        public boolean isHandedIn() {
            return owed == ReturnState.SUBMITTED || owed == ReturnState.ACCEPTED;
        }
    }

    /**
     * What stood there before it was corrected.
     *
     * @param target whether it was a target; else a figure
     * @param was as it was shown
     */
    public record Restated(
            boolean target, String period, String was, String enteredBy, Instant replacedAt, String why) {}

    /** A part of an indicator, such as reading of a pupil premium gap. */
    public record Part(
            NodeId node,
            String title,
            @Nullable String figure,
            @Nullable String period,
            @Nullable String target,
            @Nullable Status status,
            @Nullable NotRatedReason why) {}

    /** A target of one plan year, as written. */
    public record Promised(String planYear, String period, String words) {}
}
