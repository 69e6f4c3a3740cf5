package org.dueregard.plan;

import java.time.LocalDate;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * What stands about a plan as a whole.
 *
 * @param unit the department whose plan it is; null for the whole council's
 * @param version to tell a stale change by
 */
public record PlanDetails(
        PlanId id,
        String title,
        Period period,
        @Nullable String unit,
        String defaultTolerance,
        PlanState state,
        @Nullable LocalDate agreedOn,
        @Nullable String agreedBy,
        long version) {

    /** Whether it can still be edited. */
    public boolean isOpen() {
        return state != PlanState.CLOSED;
    }
}
