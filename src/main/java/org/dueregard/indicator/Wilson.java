package org.dueregard.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The 95% interval of a percentage that stands on so many of so many, both ends in per cent: with 4 of 7 pupils, 57%
 * may as well be 25% or 84%.
 *
 * <p>Score interval without continuity correction: E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", Journal of the American Statistical Association 22 (1927), 209-212. With p the share, n the
 * denominator and z = 1.959964: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 *
 * @param low lower end in per cent
 * @param high upper end in per cent
 */
public record Wilson(double low, double high) {

    static final double Z = 1.959963984540054;

    /**
     * The interval of so many of so many.
     *
     * @throws IllegalArgumentException when the numerator is negative or above the denominator, or that is not above
     * zero
     */
    public static Wilson of(BigDecimal numerator, BigDecimal denominator) {
        if (denominator.signum() <= 0 || numerator.signum() < 0 || numerator.compareTo(denominator) > 0) {
            throw new IllegalArgumentException("No share has an interval: " + numerator + " of " + denominator);
        }
        double n = denominator.doubleValue();
        double p = numerator.doubleValue() / n;
        double zz = Z * Z;
        double middle = p + zz / (2 * n);
        double half = Z * Math.sqrt(p * (1 - p) / n + zz / (4 * n * n));
        double scale = 1 + zz / n;
        // at the very ends rounding would leave a trace of a percentage below 0 or above 100
        double low = numerator.signum() == 0 ? 0 : 100 * (middle - half) / scale;
        double high = numerator.compareTo(denominator) == 0 ? 100 : 100 * (middle + half) / scale;
        return new Wilson(low, high);
    }

    /** Whether a percentage lies within, the ends included. */
    public boolean holds(BigDecimal percentage) {
        double value = percentage.doubleValue();
        return low <= value && value <= high;
    }

    /** The interval to one decimal, such as {@code 25.0 to 84.2}. */
    public String words() {
        return oneDecimal(low) + " to " + oneDecimal(high);
    }

    private static BigDecimal oneDecimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }
}
