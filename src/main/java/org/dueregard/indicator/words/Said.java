package org.dueregard.indicator.words;

import java.math.BigDecimal;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * A number said beside a figure.
 *
 * @param name whose it is, or what it counts; null when the words do not say
 * @param period what it is about; null when the words do not say
 */
public record Said(
        @Nullable String name, BigDecimal value, @Nullable Period period) {}
