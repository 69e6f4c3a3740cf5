package org.dueregard.reporting;

import java.util.Map;
import org.dueregard.plan.PlanId;

/** Takes rounds with their returns out of the product and puts them back, just as they were. */
public interface RoundArchive {

    RoundId restore(PlanId plan, RoundRecord round);

    /** The plan's rounds, the earliest first. */
    Map<RoundId, RoundRecord> of(PlanId plan);
}
