package org.dueregard.indicator;

/**
 * The natural limits of an XmR chart: mean ± 2.66 × mean moving range of the earlier figures.
 *
 * <p>D. J. Wheeler and D. S. Chambers, "Understanding Statistical Process Control", 2nd edition 1992: 2.66 is 3 /
 * 1.128, three standard deviations estimated from the differences of neighbouring figures.
 *
 * @param low lower limit, in the indicator's unit
 * @param high upper limit
 * @param inside whether the figure lies within them, the limits included
 */
public record Xmr(double low, double high, boolean inside) {

    static final double FACTOR = 2.66;

    static Xmr of(double[] earlier, double value) {
        double mean = ExceptionTrigger.mean(earlier);
        double ranges = 0;
        for (int i = 1; i < earlier.length; i++) {
            ranges += Math.abs(earlier[i] - earlier[i - 1]);
        }
        double reach = FACTOR * ranges / (earlier.length - 1);
        return new Xmr(mean - reach, mean + reach, value >= mean - reach && value <= mean + reach);
    }
}
