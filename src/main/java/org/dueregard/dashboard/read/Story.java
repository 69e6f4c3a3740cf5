package org.dueregard.dashboard.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.NotRatedReason;
import org.dueregard.indicator.Notes;
import org.dueregard.indicator.Status;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.Choice;
import org.dueregard.reporting.Evidence;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundState;
import org.jspecify.annotations.Nullable;

/**
 * What became of one node of a plan: what was promised, what happened, and who said what.
 *
 * @param owes whether anybody reports on it; else its status is that of what stands under it
 * @param restated what was corrected, the latest correction first
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
     * @param restatement what a closed round would come to today; null when that is what was reported
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
            List<Evidence> evidence,
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
            @Nullable LocalDate metOn,
            @Nullable Restatement restatement) {

        /** An item that came into the plan after its return was handed in is not. */
        public boolean isHandedIn() {
            return choice != null && isReturnIn();
        }

        private boolean isReturnIn() {
            return owed == ReturnState.SUBMITTED || owed == ReturnState.ACCEPTED;
        }
    }

    /** What can be corrected after a round was judged by it. */
    public enum Corrected {
        FIGURE,
        TARGET,
        TOLERANCE,
        COMPARATOR,
        DEFINITION
    }

    /**
     * What stood there before it was corrected.
     *
     * @param about the period of a figure or target, with its name for a comparator's; empty where it is of none
     * @param planYear of a target; empty for anything else
     * @param was as it was shown; null where there was nothing of its own
     * @param by who corrected it
     * @param why null where nobody said
     */
    public record Restated(
            Corrected kind,
            String about,
            String planYear,
            @Nullable String was,
            @Nullable String by,
            Instant at,
            @Nullable String why) {

        public boolean isTarget() {
            return kind == Corrected.TARGET;
        }

        public boolean isFigure() {
            return kind == Corrected.FIGURE;
        }
    }

    /**
     * What a closed round would have come to by the figure, target, tolerance, comparator and definition that stand today.
     *
     * @param because what was corrected since the round was closed
     */
    public record Restatement(Status status, @Nullable NotRatedReason why, String sentence, List<Restated> because) {}

    /** A part of an indicator, such as reading of a pupil premium gap. */
    public record Part(
            NodeId node,
            String title,
            @Nullable String figure,
            @Nullable String period,
            @Nullable String target,
            @Nullable Status status,
            @Nullable NotRatedReason why,
            Notes notes) {}

    /** A target of one plan year, as written. */
    public record Promised(String planYear, String period, String words) {}
}
