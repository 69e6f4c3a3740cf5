package org.dueregard.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * One figure as somebody published it for one period, such as 89 for the academic year 2013/14.
 *
 * @param note may be null
 * @param enteredOn the day it became known here; null for today
 */
public record Release(
        Period period,
        BigDecimal value,
        FigureState state,
        @Nullable String note,
        @Nullable LocalDate enteredOn) {

    public static Release of(Period period, BigDecimal value) {
        return new Release(period, value, FigureState.FINAL, null, null);
    }
}
