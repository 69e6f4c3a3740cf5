package org.dueregard.reporting;

import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** The life of a round. */
public interface RoundKeeping {

    RoundId add(@Nullable SignedIn by, PlanId plan, RoundDraft draft);

    /**
     * Changes a round that is not closed. Once it is open only its name and the days to come can be changed; a later day
     * when it is due holds for every return that was due with the round.
     *
     * @param version that the person had before them
     */
    void change(SignedIn by, RoundId round, long version, RoundDraft draft);

    /** Takes out a round that was never opened. */
    void remove(SignedIn by, RoundId round);

    /**
     * Opens the round: every unit that reports for the plan owes a return from now on.
     *
     * @throws org.dueregard.site.AlreadyDone when it is not planned any more, or its plan is not in force
     */
    void open(@Nullable SignedIn by, RoundId round);

    /**
     * Closes the round: nothing in it changes any more.
     *
     * @throws org.dueregard.site.NotHere for another council's
     */
    void close(SignedIn by, RoundId round);

    /**
     * Opens a closed round again, to correct it: what was returned stays, and can be changed until it is closed.
     *
     * @throws org.dueregard.site.AlreadyDone when it is not closed, or its plan is not in force
     */
    void reopen(SignedIn by, RoundId round, String reason);
}
