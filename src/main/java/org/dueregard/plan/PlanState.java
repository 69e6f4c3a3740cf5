package org.dueregard.plan;

import java.util.Set;
import org.dueregard.site.AlreadyDone;

/** Where a plan is in its life. */
public enum PlanState {
    DRAFT,

    /** By the equalities group, at a meeting, on a date. */
    AGREED,

    ACTIVE,
    CLOSED;

    /**
     * Lets a step be taken from some states only.
     *
     * @throws AlreadyDone in any other, with the sentence that says what the plan is
     */
    public void require(PlanState... from) {
        if (!Set.of(from).contains(this)) {
            throw new AlreadyDone("plan.is." + name());
        }
    }
}
