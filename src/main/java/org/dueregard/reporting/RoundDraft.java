package org.dueregard.reporting;

import java.time.LocalDate;
import org.dueregard.calendar.Period;

/**
 * A round that is to be added.
 *
 * @param period that it covers: a quarter, or the year
 */
public record RoundDraft(String name, Period period, LocalDate opensOn, LocalDate dueOn, LocalDate closesOn) {}
