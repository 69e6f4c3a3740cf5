package org.dueregard.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the status rule came to, and why, in the words a manager would say aloud.
 *
 * @param status where it stands
 * @param notRatedReason why it is not rated; null when it is rated
 * @param sentence the explanation without the status word, starting with a capital: {@code 87% is 2 percentage points
 *     below the England figure of 89% for 2012/13; …}
 * @param spoken the same with the status word before it: {@code At risk: 87% is …}
 * @param figurePeriod the period of the figure that was looked at; null when there was none
 * @param value what that figure comes to as shown; null when there was none, or words
 * @param level what it was judged against; null when it was not judged, or is yes or no
 * @param distance positive on the good side of the level, negative when short of it, in the indicator's unit or
 *     percentage points, nought inside a band; null when not judged, or yes or no
 * @param tolerance how much may be missed and count as at risk, in the same unit; null when not judged, and inside a
 *     band where no edge was missed and the tolerance is relative
 * @param directionBefore since the adjoining period of the same kind; null where there is no such figure
 * @param directionYear since the same period a year earlier; null where there is no such figure
 * @param interval the 95% interval of the figure; null where numerator and denominator are not known
 * @param trigger the exception rule; null when the measure has none, or too few earlier figures
 * @param xmr the XmR limits beside it; null with it
 * @param exception what is said when the trigger fires, whatever the status; null when it does not
 * @param caveats what to know beside the status, in a fixed order
 * @param late whether the figure is late, the deadline past, or it was done late
 * @param wideTolerance whether an absolute tolerance is above a quarter of the level
 */
public record Assessment(
        Status status,
        @Nullable NotRatedReason notRatedReason,
        String sentence,
        String spoken,
        @Nullable Period figurePeriod,
        @Nullable BigDecimal value,
        @Nullable Level level,
        @Nullable BigDecimal distance,
        @Nullable BigDecimal tolerance,
        @Nullable DirectionOfTravel directionBefore,
        @Nullable DirectionOfTravel directionYear,
        @Nullable Wilson interval,
        @Nullable ExceptionTrigger trigger,
        @Nullable Xmr xmr,
        @Nullable String exception,
        List<Caveat> caveats,
        boolean late,
        boolean wideTolerance) {

    public Assessment {
        caveats = List.copyOf(caveats);
    }

    public boolean has(Caveat.Kind kind) {
        return caveats.stream().anyMatch(caveat -> caveat.kind() == kind);
    }

    /** Whether the exception trigger fires, whatever the status. */
    public boolean fires() {
        return trigger != null && trigger.fires();
    }

    /** The explanation after an organisation's own word for the status. */
    public String spokenAs(String statusWord) {
        return statusWord + spoken.substring(spoken.indexOf(": "));
    }
}
