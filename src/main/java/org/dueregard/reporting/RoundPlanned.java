package org.dueregard.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A round was put into the plan's year, changed, or taken out again.
 *
 * @param meetingOn when the group is to meet about it; null when it is not
 */
public record RoundPlanned(RoundId round, @Nullable LocalDate meetingOn) {}
