package org.dueregard.reporting;

import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** The life of a round. */
public interface RoundKeeping {

    RoundId add(PlanId plan, RoundDraft draft);

    /** Opens the round: every unit that reports for the plan owes a return from now on. */
    void open(@Nullable SignedIn by, RoundId round);

    /**
     * Closes the round: nothing in it changes any more.
     *
     * @throws org.dueregard.site.NotHere for another council's
     */
    void close(SignedIn by, RoundId round);
}
