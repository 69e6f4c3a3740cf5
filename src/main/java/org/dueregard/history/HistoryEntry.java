package org.dueregard.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event, as people read it.
 *
 * @param post who did it
 * @param onBehalfOf for whom they did it; null when for themselves
 * @param was what stood there before; null when there was nothing
 * @param why the reason given; null when none was asked for
 */
public record HistoryEntry(
        Instant at,
        String post,
        @Nullable String onBehalfOf,
        String what,
        @Nullable String was,
        @Nullable String became,
        @Nullable String why) {}
