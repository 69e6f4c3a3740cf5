package org.dueregard.review.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dueregard.review.MeetingId;
import org.jspecify.annotations.Nullable;

/**
 * Minutes that are kept.
 *
 * @param version to tell a stale form by; the first is 1, so that 0 means a draft
 * @param approvedOn the day of the meeting that approved them; null while none has
 */
public record MinutesSheet(
        MeetingId meeting,
        long version,
        String words,
        Instant writtenAt,
        String writtenBy,
        @Nullable LocalDate approvedOn,
        @Nullable String approvedBy,
        List<Correction> corrections) {

    /** @param before what they said until then */
    public record Correction(String reason, String before, Instant at, String by) {}

    public boolean isApproved() {
        return approvedOn != null;
    }
}
