package org.dueregard.indicator;

import java.util.Collection;
import org.dueregard.calendar.Period;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** Indicators, where they stand in plans, their targets and their figures. */
public interface IndicatorKeeping {

    /** Adds an indicator and places it at a node of a plan. */
    IndicatorId add(OrganisationId organisation, NodeId node, IndicatorDraft draft);

    /**
     * Adds an indicator under a node of a plan, as the last one there. Whoever reports for the node reports on it, and an
     * open round asks for it at once.
     *
     * @param reference as the council writes it; null when it has none
     * @throws org.dueregard.site.NotHere for another council's node, and for one of a closed plan
     * @throws org.dueregard.site.AlreadyDone when the place was retired, or is told in words only on purpose
     */
    NodeId addUnder(SignedIn by, NodeId above, @Nullable String reference, IndicatorDraft draft);

    /**
     * Changes what an indicator is, for all plans that it stands in. Whatever is open is judged anew, closed rounds stay as
     * reported. Where a plan calls it by its name, the plan calls it by the new one.
     *
     * @param seen the version of the {@link org.dueregard.indicator.model.DefinitionSheet} that the person saw
     * @param why null where only its name, what it counts or its source changes
     * @throws org.springframework.dao.OptimisticLockingFailureException when it was changed meanwhile, or something came
     *     about that stands against the change
     * @throws org.dueregard.site.NotHere for anything but an indicator in a plan of the council that is not closed
     * @throws org.dueregard.site.AlreadyDone when the indicator was retired
     */
    void redefine(SignedIn by, NodeId node, long seen, IndicatorDraft draft, @Nullable String why);

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

    /**
     * Takes a figure of the council's own out again, as if it had not been entered; it stays readable as what was known, with
     * the reason. Whatever is open is judged anew.
     *
     * @throws org.dueregard.site.NotHere for another council's node
     */
    void withdraw(SignedIn by, NodeId node, Period period, String why);

    /**
     * Takes the target of a plan year out again, as if it had not been set; it stays readable as what was promised, with the
     * reason. Whatever is open is judged anew.
     *
     * @throws org.dueregard.site.NotHere for another council's node
     */
    void withdrawTarget(SignedIn by, NodeId node, Period planYear, String why);

    /**
     * Takes away what hangs on a plan that is taken back: targets, statuses, and those indicators, with their figures, that
     * stand in no other plan.
     *
     * @param alongWith comparators that came with the plan; those that nothing else is compared with go as well
     */
    void discard(SignedIn by, PlanId plan, Collection<ComparatorId> alongWith);
}
