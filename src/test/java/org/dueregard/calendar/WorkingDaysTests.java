package org.dueregard.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkingDaysTests {

    /** Days that the government has announced for England and Wales. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-29, Good Friday",
        "2025-04-21, Easter Monday",
        "2025-05-05, Early May Bank Holiday",
        "2026-08-31, Summer Bank Holiday",
        "2027-12-27, Christmas",
        "2027-12-28, Boxing Day"
    })
    void bankHolidaysInEnglandAreKnownByName(LocalDate day, String name) {
        assertThat(WorkingDays.bankHoliday(day))
                .hasValueSatisfying(known -> assertThat(known).containsIgnoringCase(name));
        assertThat(WorkingDays.isWorkingDay(day)).isFalse();
    }

    @Test
    void holidaysOfScotlandAloneAreWorkingDays() {
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 11, 30))).isTrue();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2024, 1, 2))).isTrue();
    }

    @Test
    void overChristmasTheNextWorkingDayIsAfterAllOfIt() {
        assertThat(WorkingDays.onOrAfter(LocalDate.of(2027, 12, 25))).isEqualTo(LocalDate.of(2027, 12, 29));
    }

    @ParameterizedTest
    @MethodSource("days")
    void theNextWorkingDayIsOneAndNothingBetweenIs(LocalDate day) {
        LocalDate next = WorkingDays.onOrAfter(day);
        assertThat(WorkingDays.isWorkingDay(next)).isTrue();
        assertThat(day.datesUntil(next)).noneMatch(WorkingDays::isWorkingDay);
        assertThat(next).isBeforeOrEqualTo(day.plusDays(5));
    }

    static Stream<LocalDate> days() {
        return LocalDate.of(2024, 1, 1).datesUntil(LocalDate.of(2027, 1, 1), java.time.Period.ofDays(3));
    }
}
