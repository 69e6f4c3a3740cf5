package org.dueregard.reporting;

import java.time.LocalDate;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * A round that is to be added.
 *
 * @param period that it covers: a quarter, or the year
 * @param meetingOn when the group meets about it; null while that is not fixed
 */
public record RoundDraft(
        String name,
        Period period,
        Asks asks,
        LocalDate opensOn,
        LocalDate dueOn,
        LocalDate closesOn,
        @Nullable LocalDate meetingOn) {}
