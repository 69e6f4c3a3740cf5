package org.dueregard.reporting;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dueregard.calendar.Period;

/** How often in a year owners are asked. The last round of a year is about the whole of it. */
public enum Rhythm {
    HALF_YEARLY,
    QUARTERLY;

    /**
     * The periods that the year's rounds cover.
     *
     * @param year in which the financial year begins
     */
    public List<Period> periods(int year) {
        IntStream quarters = this == QUARTERLY ? IntStream.rangeClosed(1, 3) : IntStream.of(2);
        return Stream.concat(
                        quarters.mapToObj(quarter -> Period.quarter(quarter, year)),
                        Stream.of(Period.financialYear(year)))
                .toList();
    }
}
