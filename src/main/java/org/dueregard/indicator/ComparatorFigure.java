package org.dueregard.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else's value of the same indicator, with its own period: the latest national figure is often last year's.
 *
 * @param name whose it is, such as {@code England}, {@code London} or {@code statistical neighbours}
 * @param enteredOn the day it became known here; null when not known, which counts as always
 */
public record ComparatorFigure(
        String name,
        Period period,
        BigDecimal value,
        @Nullable LocalDate enteredOn) {

    public static ComparatorFigure of(String name, Period period, BigDecimal value) {
        return new ComparatorFigure(name, period, value, null);
    }
}
