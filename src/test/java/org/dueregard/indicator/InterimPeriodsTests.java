package org.dueregard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dueregard.calendar.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which parts of a target's period can have a target of their own. */
class InterimPeriodsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QUARTERLY   | RUNNING_TOTAL | 2026/27               | Quarter 1 2026/27, Quarter 2 2026/27, Quarter 3 2026/27
            MONTHLY     | POINT_IN_TIME | 2026/27               | Quarter 1 2026/27, Quarter 2 2026/27, Quarter 3 2026/27
            QUARTERLY   | WHOLE_PERIOD  | 2026                  | Quarter 4 2025/26, Quarter 1 2026/27, Quarter 2 2026/27, Quarter 3 2026/27
            HALF_YEARLY | RUNNING_TOTAL | 2026/27               | Quarter 2 2026/27
            TERMLY      | RUNNING_TOTAL | 2026/27 academic year | Autumn term 2026, Spring term 2027
            TERMLY      | WHOLE_PERIOD  | 2026/27 academic year | Autumn term 2026, Spring term 2027, Summer term 2027
            YEARLY      | RUNNING_TOTAL | 2026/27               | ''
            QUARTERLY   | RUNNING_TOTAL | Quarter 1 2026/27     | ''
            YEARLY      | WHOLE_PERIOD  | 2024-26               | ''
            """)
    void dependOnHowOftenThereIsAFigure(Frequency frequency, Basis basis, String whole, String expected) {
        assertThat(InterimPeriods.of(measure(ValueKind.NUMBER, frequency, basis), Period.parse(whole)))
                .extracting(Period::label)
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(", ")));
        assertThat(InterimPeriods.of(measure(ValueKind.YES_NO, frequency, basis), Period.parse(whole)))
                .isEmpty();
    }

    private static Measure measure(ValueKind kind, Frequency frequency, Basis basis) {
        return new Measure("Indicator", null, 0, Polarity.HIGHER, kind, basis, frequency, false, null, null, null);
    }
}
