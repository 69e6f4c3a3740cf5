package org.dueregard.plan;

import java.time.LocalDate;
import java.util.List;
import org.dueregard.calendar.Deadline;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.jspecify.annotations.Nullable;

/** What a policy officer does to a plan. Everything is refused, as not there, for plans of other councils. */
public interface PlanKeeping {

    /** Adds a whole plan. {@code by} is null when the product loads it by itself. */
    PlanId add(OrganisationId organisation, @Nullable SignedIn by, PlanDraft draft);

    /**
     * Changes by whom: the words as written, the units they mean, and the one that reports.
     *
     * @param reports null when whoever reports for the node above does
     */
    void answeredFor(SignedIn by, NodeId node, @Nullable String words, List<UnitId> leads, @Nullable UnitId reports);

    void dueBy(SignedIn by, NodeId node, Deadline deadline);

    void reword(SignedIn by, NodeId node, String title, @Nullable String intendedOutcome);

    /**
     * Takes a node out of the plan, with a reason, a day, and what took its place, if anything did.
     *
     * @throws org.dueregard.site.AlreadyDone when it is out already
     */
    void retire(SignedIn by, NodeId node, LocalDate on, String because, @Nullable NodeId replacedBy);
}
