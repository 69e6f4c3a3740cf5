package org.dueregard.plan;

import java.time.LocalDate;
import java.util.List;
import org.dueregard.calendar.Deadline;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.PlanDraft.NodeDraft;
import org.jspecify.annotations.Nullable;

/**
 * What a policy officer does to a plan. Everything is refused, as not there, for plans of other councils, and nodes of
 * closed ones are not there either. A plan or a node is changed from what somebody saw: when it was changed since, the
 * change is refused with an {@link org.springframework.dao.OptimisticLockingFailureException}. A node that was retired is
 * changed no more.
 */
public interface PlanKeeping {

    /** Adds a whole plan. {@code by} is null when the product loads it by itself. */
    PlanId add(OrganisationId organisation, @Nullable SignedIn by, PlanDraft draft);

    /**
     * Adds a node as the last one under another.
     *
     * @param whole adds what else belongs to it, once the node is there and before anybody is told of it
     * @throws IllegalArgumentException when a node of its kind may not stand there
     * @throws org.dueregard.site.AlreadyDone when the place was retired, or is told in words only on purpose
     */
    void addUnder(SignedIn by, NodeId above, NodeDraft draft, Runnable whole);

    /**
     * Adds an objective as the last one of a plan.
     *
     * @throws org.dueregard.site.NotHere for another council's plan, and for a closed one
     */
    void addObjective(SignedIn by, PlanId plan, NodeDraft draft);

    /**
     * Changes by whom: the words as written, the units they mean, and the one that reports.
     *
     * @param seen the version that was on screen
     * @param reports null when whoever reports for the node above does
     * @throws org.dueregard.site.NotHere when a unit is not the council's
     */
    void answeredFor(
            SignedIn by, NodeId node, long seen, @Nullable String words, List<UnitId> leads, @Nullable UnitId reports);

    /** @param seen the version that was on screen */
    void dueBy(SignedIn by, NodeId node, long seen, Deadline deadline);

    /** @param seen the version that was on screen */
    void reword(SignedIn by, NodeId node, long seen, String title, @Nullable String intendedOutcome);

    /**
     * Takes a node, and with it all that stands under it, out of the plan, with a reason, a day, and what took its
     * place, if anything did.
     *
     * @param seen the version that was on screen
     * @param replacedBy of the same plan and kind, and neither retired nor under the node
     * @throws org.dueregard.site.AlreadyDone when it is out already
     */
    void retire(SignedIn by, NodeId node, long seen, LocalDate on, String because, @Nullable NodeId replacedBy);

    /**
     * Calls the plan something else.
     *
     * @param seen the version of the plan that was on screen
     * @throws org.dueregard.site.AlreadyDone when it is closed
     */
    void retitle(SignedIn by, PlanId plan, long seen, String title);

    /**
     * The group agreed the draft, at a meeting.
     *
     * @param seen the version of the plan that was on screen
     * @param on no later than today
     * @throws org.dueregard.site.AlreadyDone when it is no draft
     */
    void agree(SignedIn by, PlanId plan, long seen, LocalDate on, String agreedBy);

    /**
     * Puts a plan in force that was agreed.
     *
     * @param seen the version of the plan that was on screen
     * @throws org.dueregard.site.AlreadyDone when it is anything else
     */
    void putInForce(SignedIn by, PlanId plan, long seen);

    /**
     * Puts a draft in force, with when it was agreed and by whom as far as the council knows.
     *
     * @param seen the version of the plan that was on screen
     * @param agreedOn no later than today
     * @throws org.dueregard.site.AlreadyDone when it is no draft
     */
    void putInForce(SignedIn by, PlanId plan, long seen, @Nullable LocalDate agreedOn, @Nullable String agreedBy);

    /**
     * Ends the plan: nothing in it changes any more.
     *
     * @param seen the version of the plan that was on screen
     * @throws org.dueregard.site.AlreadyDone when it is not in force, or has {@link UnfinishedBusiness}
     */
    void close(SignedIn by, PlanId plan, long seen, String because);

    /**
     * Takes a whole plan away, as if it had never been added. Whatever hangs on its nodes has to be gone before.
     *
     * @throws org.dueregard.site.NotHere for another council's plan
     */
    void discard(SignedIn by, PlanId plan);
}
