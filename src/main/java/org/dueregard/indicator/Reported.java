package org.dueregard.indicator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says about an activity, a milestone or an area without indicators.
 *
 * @param status as reported
 * @param doneOn the day it was done; null when not done, or not said
 */
public record Reported(Status status, @Nullable LocalDate doneOn) {

    public static Reported as(Status status) {
        return new Reported(status, null);
    }

    /** Done, on the day. */
    public static Reported doneOn(LocalDate day) {
        return new Reported(Status.COMPLETE, day);
    }
}
