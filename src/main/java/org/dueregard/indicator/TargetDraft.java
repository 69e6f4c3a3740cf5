package org.dueregard.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * A target as it is set for one plan year.
 *
 * @param planYear the financial year in which it is promised
 * @param period that its figure is for; a school year's serves the financial year in which it is reported
 * @param words as written, never lost
 * @param baselinePeriod of the figure that it points back to
 * @param baselineWords the baseline as written
 * @param expectedFrom the day from which the figure can be expected
 */
public record TargetDraft(
        Period planYear,
        Period period,
        String words,
        TargetTerms terms,
        Map<Period, BigDecimal> interim,
        @Nullable Period baselinePeriod,
        @Nullable String baselineWords,
        @Nullable LocalDate expectedFrom) {}
