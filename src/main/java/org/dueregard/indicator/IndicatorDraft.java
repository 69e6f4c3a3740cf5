package org.dueregard.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An indicator that is to be added.
 *
 * @param maximum the largest value there can be, 100 for most percentages; null where there is none
 * @param tolerance its own, instead of the plan's; null for the plan's
 */
public record IndicatorDraft(
        Measure measure,
        @Nullable String definition,
        @Nullable BigDecimal maximum,
        @Nullable Tolerance tolerance,
        @Nullable String dataSource) {}
