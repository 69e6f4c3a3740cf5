package org.dueregard.review.read;

import java.time.Instant;
import java.util.Map;
import org.dueregard.review.ReportKeeping.Added;
import org.dueregard.review.ReportSection;
import org.jspecify.annotations.Nullable;

/**
 * What people added to a report.
 *
 * @param version to tell a stale form by; 0 while nobody added anything
 */
public record ReportWords(
        long version, @Nullable Instant writtenAt, @Nullable String writtenBy, Map<ReportSection, Added> words) {

    public Added of(ReportSection section) {
        return words.getOrDefault(section, Added.NOTHING);
    }
}
