package org.dueregard.organisation.model;

import java.time.LocalDate;
import java.time.Period;

/** How long an API key is to work; a year is the longest. */
public enum KeyLasting {
    MONTH(Period.ofDays(30)),
    QUARTER(Period.ofDays(90)),
    YEAR(Period.ofYears(1));

    private final Period time;

    KeyLasting(Period time) {
        this.time = time;
    }

    /** The last day of a key that is made on this day. */
    public LocalDate from(LocalDate day) {
        return day.plus(time);
    }
}
