package org.dueregard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTests {

    @ParameterizedTest
    @CsvSource({"4, 7, 25, 84", "1, 8, 2, 47", "0, 10, 0, 28", "10, 10, 72, 100", "3, 7, 16, 75"})
    void givesTheWilsonInterval(BigDecimal numerator, BigDecimal denominator, double low, double high) {
        Wilson interval = Wilson.of(numerator, denominator);
        assertThat(interval.low()).isCloseTo(low, within(0.5));
        assertThat(interval.high()).isCloseTo(high, within(0.5));
        assertThat(interval.holds(BigDecimal.valueOf(interval.low()))).isTrue();
    }

    @Test
    void endsAtNoughtAndAHundred() {
        assertThat(Wilson.of(BigDecimal.ZERO, BigDecimal.TEN).holds(BigDecimal.ZERO))
                .isTrue();
        assertThat(Wilson.of(BigDecimal.TEN, BigDecimal.TEN).holds(BigDecimal.valueOf(100)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 0", "-1, 5", "6, 5"})
    void refusesWhatIsNoShare(BigDecimal numerator, BigDecimal denominator) {
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.of(numerator, denominator));
    }

    /** The worked example of Newcombe 1998, table II: 56/70 and 48/80 give 0.0524 to 0.3339 by method 10. */
    @Test
    void givesNewcombesIntervalOfAChange() {
        Newcombe change = Newcombe.ofChange(
                BigDecimal.valueOf(56), BigDecimal.valueOf(70), BigDecimal.valueOf(48), BigDecimal.valueOf(80));
        assertThat(change.low()).isCloseTo(5.24, within(0.01));
        assertThat(change.high()).isCloseTo(33.39, within(0.01));
        assertThat(change.holdsNought()).isFalse();
    }

    @Test
    void firesOnlyStrictlyBeyondTwoStandardDeviations() {
        // mean 10, sum of squares 44, n - 1 = 11: a standard deviation of exactly 2
        double root = Math.sqrt(22);
        double[] earlier = {10 - root, 10 + root, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10};
        ExceptionTrigger trigger = ExceptionTrigger.of(earlier, 13);
        assertThat(trigger.low()).isCloseTo(6, within(1e-9));
        assertThat(trigger.high()).isCloseTo(14, within(1e-9));
        assertThat(ExceptionTrigger.of(earlier, trigger.high()).fires()).isFalse();
        assertThat(ExceptionTrigger.of(earlier, 14.001).fires()).isTrue();
        assertThat(ExceptionTrigger.of(earlier, 5.999).fires()).isTrue();
    }

    @Test
    void ordersStatusesTheWorstFirst() {
        assertThat(Arrays.stream(Status.values())
                        .sorted(Comparator.comparing(Status::rank))
                        .map(Status::key))
                .containsExactly("off", "risk", "none", "on", "complete");
        assertThat(Status.OFF_TRACK.isWorseThan(Status.AT_RISK)).isTrue();
        assertThat(Status.COMPLETE.isWorseThan(Status.COMPLETE)).isFalse();
    }
}
