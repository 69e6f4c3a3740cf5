package org.dueregard.reporting;

import java.util.Collection;
import java.util.Map;
import org.dueregard.plan.PlanId;

/** Takes rounds with their returns out of the product and puts them back, just as they were. */
public interface RoundArchive {

    RoundId restore(PlanId plan, RoundRecord round);

    /** The plan's rounds, the earliest first. */
    Map<RoundId, RoundRecord> of(PlanId plan);

    /**
     * Throws away rounds of the plan that were restored, as if they had never been.
     *
     * @return whether the plan has no round after that; a round that was opened again since stays
     * @throws org.springframework.dao.DataIntegrityViolationException when something hangs on one: a meeting, a question
     */
    boolean discard(PlanId plan, Collection<RoundId> restored);
}
