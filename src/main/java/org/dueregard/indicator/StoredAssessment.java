package org.dueregard.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as it was stored: never worked out again.
 *
 * @param caveatKinds in the order of the caveats; empty for one from before kinds were stored, or from a document
 * @param figure as shown; null when there was none
 * @param level what it was judged against; null when it was not judged
 * @param exception what was said because its trigger fired; null when it did not
 * @param madeFrom what the rule looked at, as JSON
 */
public record StoredAssessment(
        LocalDate asOf,
        Instant madeAt,
        Status status,
        @Nullable NotRatedReason notRatedReason,
        boolean late,
        String sentence,
        List<String> caveats,
        List<String> caveatKinds,
        String targetWords,
        String tolerance,
        @Nullable String figurePeriod,
        @Nullable String figure,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal level,
        @Nullable BigDecimal distance,
        @Nullable String directionBefore,
        @Nullable String directionYear,
        @Nullable String directionWords,
        @Nullable BigDecimal intervalLow,
        @Nullable BigDecimal intervalHigh,
        @Nullable String exception,
        String madeFrom) {}
