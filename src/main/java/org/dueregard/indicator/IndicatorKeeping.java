package org.dueregard.indicator;

import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;

/** Indicators, where they stand in plans, their targets and their figures. */
public interface IndicatorKeeping {

    /** Adds an indicator and places it at a node of a plan. */
    IndicatorId add(OrganisationId organisation, NodeId node, IndicatorDraft draft);

    /**
     * Sets a target; one that stood for the same plan year is kept beside it, with why it was replaced. Publishes
     * {@link ToJudgeAnew} when somebody does it, so that what stands today is worked out anew.
     *
     * @param by null when the product loads it by itself
     * @param why null when it is the first
     * @throws org.dueregard.site.NotHere for another council's node
     */
    void setTarget(@Nullable SignedIn by, NodeId node, TargetDraft target, @Nullable String why);

    /**
     * Changes what a policy officer sees on one page: the target, and how far it may be missed. What is the same as before
     * is not touched. An indicator that stands in several plans has one tolerance for all of them.
     *
     * @param seen what stood there when the page was opened; when it does not stand there any more, the change is refused
     *     with an {@link org.springframework.dao.OptimisticLockingFailureException}
     * @param own the indicator's own tolerance; null for the plan's
     * @param why null when it is the first target
     * @throws org.dueregard.site.NotHere for anything but an indicator in a plan of the council that is not closed
     * @throws org.dueregard.site.AlreadyDone when the indicator was retired
     */
    void changeTarget(
            SignedIn by,
            NodeId node,
            TargetSeen seen,
            TargetDraft target,
            @Nullable Tolerance own,
            @Nullable String why);

    /**
     * Records a figure of the council's own. One for the same period is kept as what was known before.
     *
     * @param enteredBy the post of whoever entered it
     * @param note may be null
     */
    void record(IndicatorId indicator, Figure figure, String enteredBy, @Nullable String note, @Nullable String why);

    /**
     * Enters a figure of the council's own outside a return, or corrects one. What was known for its period is kept with
     * the reason; whatever is open is judged anew, closed rounds stay as reported.
     *
     * @param version of the {@link org.dueregard.indicator.model.FigureSheet} that the person saw
     * @param note may be null
     * @param why null when there was none for the period
     * @throws org.springframework.dao.OptimisticLockingFailureException when another figure was entered meanwhile
     * @throws org.dueregard.site.NotHere for anything but an indicator in a plan of the council that is not closed
     */
    void enter(SignedIn by, NodeId node, long version, Figure figure, @Nullable String note, @Nullable String why);
}
