package org.dueregard.indicator;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The 95% interval of the difference of two independent percentages: R. G. Newcombe, "Interval estimation for the
 * difference between independent proportions: comparison of eleven methods", Statistics in Medicine 17 (1998), 873-890,
 * method 10. It joins the two {@link Wilson} intervals (l, u): d − √((p₁−l₁)² + (u₂−p₂)²) to d + √((u₁−p₁)² +
 * (p₂−l₂)²).
 *
 * @param low lower end in percentage points
 * @param high upper end in percentage points
 */
record Newcombe(double low, double high) {

    static Newcombe ofChange(BigDecimal nowOf, BigDecimal nowIn, BigDecimal thenOf, BigDecimal thenIn) {
        Wilson now = Wilson.of(nowOf, nowIn);
        Wilson then = Wilson.of(thenOf, thenIn);
        double nowAt = 100 * nowOf.divide(nowIn, MathContext.DECIMAL64).doubleValue();
        double thenAt = 100 * thenOf.divide(thenIn, MathContext.DECIMAL64).doubleValue();
        double difference = nowAt - thenAt;
        double below = Math.hypot(nowAt - now.low(), then.high() - thenAt);
        double above = Math.hypot(now.high() - nowAt, thenAt - then.low());
        return new Newcombe(difference - below, difference + above);
    }

    boolean holdsNought() {
        return low <= 0 && high >= 0;
    }
}
