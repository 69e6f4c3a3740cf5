package org.dueregard.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a figure was judged against, after comparator, change, interim target or share.
 *
 * @param value the level, or the lower edge of a band
 * @param high the upper edge of a band; null when it is no band
 * @param words the level as shown, such as {@code 75%} or {@code 20% to 40%}
 */
public record Level(BigDecimal value, @Nullable BigDecimal high, String words) {}
