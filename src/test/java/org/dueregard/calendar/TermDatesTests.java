package org.dueregard.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermDatesTests {

    private static final TermDates.Entry OWN = new TermDates.Entry(
            Term.AUTUMN,
            2014,
            LocalDate.of(2014, 9, 3),
            LocalDate.of(2014, 12, 19),
            LocalDate.of(2014, 10, 20),
            LocalDate.of(2014, 10, 24));

    @ParameterizedTest
    @CsvSource({
        "2014-09-02, true", "2014-09-03, false", "2014-10-19, false", "2014-10-20, true", "2014-10-24, true",
        "2014-10-27, false", "2014-12-19, false", "2014-12-20, true", "2015-01-04, false", "2015-08-10, true"
    })
    void knowsTheCouncilsSchoolHolidays(LocalDate day, boolean holiday) {
        assertThat(TermDates.of(List.of(OWN)).isSchoolHoliday(day)).isEqualTo(holiday);
    }

    @ParameterizedTest
    @CsvSource({
        "2014-12-20, false", "2014-12-21, true", "2015-01-03, true", "2015-01-04, false", "2015-02-16, true",
        "2015-02-23, false", "2015-04-10, true", "2015-05-25, true", "2015-07-22, false", "2015-07-23, true",
        "2014-10-27, true", "2014-11-03, false"
    })
    void fallsBackOnNationwideTerms(LocalDate day, boolean holiday) {
        assertThat(TermDates.nationwide().isSchoolHoliday(day)).isEqualTo(holiday);
    }

    @Test
    void refusesATermTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> TermDates.of(List.of(OWN, OWN)));
    }

    @Test
    void refusesATermThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TermDates.Entry(
                        Term.SPRING, 2015, LocalDate.of(2015, 3, 1), LocalDate.of(2015, 2, 1), null, null));
    }
}
