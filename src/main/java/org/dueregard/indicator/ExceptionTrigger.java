package org.dueregard.indicator;

/**
 * The exception rule of real frameworks: a figure fires when it lies strictly more than two standard deviations from
 * the mean of the figures of the preceding 12 or 36 months. The point itself is left out, the divisor is n − 1, and
 * there have to be at least twelve earlier figures.
 *
 * <p>It cries wolf: of steady figures about one in twenty is beyond two standard deviations by chance (W. A. Shewhart,
 * "Economic Control of Quality of Manufactured Product", 1931, chose three for that reason). So {@link Xmr} stands
 * beside.
 *
 * @param low mean minus two standard deviations, in the indicator's unit
 * @param high mean plus two standard deviations
 * @param fires whether the figure lies beyond them
 */
public record ExceptionTrigger(double low, double high, boolean fires) {

    static final int EARLIER_FIGURES_NEEDED = 12;
    static final double STANDARD_DEVIATIONS = 2;

    static ExceptionTrigger of(double[] earlier, double value) {
        double mean = mean(earlier);
        double squares = 0;
        for (double figure : earlier) {
            squares += (figure - mean) * (figure - mean);
        }
        double reach = STANDARD_DEVIATIONS * Math.sqrt(squares / (earlier.length - 1));
        return new ExceptionTrigger(mean - reach, mean + reach, value < mean - reach || value > mean + reach);
    }

    static double mean(double[] figures) {
        double sum = 0;
        for (double figure : figures) {
            sum += figure;
        }
        return sum / figures.length;
    }
}
