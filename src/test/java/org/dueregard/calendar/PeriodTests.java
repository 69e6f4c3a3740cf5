package org.dueregard.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {

    static Period any(Random random) {
        int year = 1950 + random.nextInt(200);
        return switch (random.nextInt(10)) {
            case 0 -> Period.financialYear(year);
            case 1 -> Period.academicYear(year);
            case 2 -> Period.calendarYear(year);
            case 3 -> Period.quarter(1 + random.nextInt(4), year);
            case 4 -> Period.month(YearMonth.of(year, 1 + random.nextInt(12)));
            case 5 -> Period.term(Term.values()[random.nextInt(3)], year);
            case 6 -> Period.asAt(LocalDate.ofYearDay(year, 1 + random.nextInt(365)));
            case 7 -> Period.pooledCalendarYears(year, year + 1 + random.nextInt(6));
            case 8 -> Period.pooledFinancialYears(year, year + 1 + random.nextInt(6));
            default -> Period.pooledAcademicYears(year, year + 1 + random.nextInt(6));
        };
    }

    static Stream<Period> anyPeriods() {
        Random random = new Random(20140401);
        return IntStream.range(0, 400).mapToObj(i -> any(random));
    }

    static Stream<List<Period>> threePeriods() {
        Random random = new Random(20150331);
        return IntStream.range(0, 200).mapToObj(i -> List.of(any(random), any(random), any(random)));
    }

    @ParameterizedTest
    @MethodSource("anyPeriods")
    void isReadBackFromItsLabel(Period period) {
        assertThat(Period.read(period.label())).contains(period);
        assertThat(Period.parse(period.toString())).hasSameHashCodeAs(period);
    }

    @ParameterizedTest
    @MethodSource("anyPeriods")
    void adjoinsTheOneBeforeUnlessItIsADay(Period period) {
        if (period.kind() != PeriodKind.DATE && period.kind() != PeriodKind.TERM) {
            assertThat(period.previous().lastDay()).isEqualTo(period.firstDay().minusDays(1));
        }
        assertThat(period.previous()).isLessThan(period);
        assertThat(period.yearBefore().plusYears(1).kind()).isEqualTo(period.kind());
        assertThat(period.contains(period.firstDay())).isTrue();
        assertThat(period.contains(period.lastDay())).isTrue();
        assertThat(period.contains(period.lastDay().plusDays(1))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("threePeriods")
    void areInATotalOrder(List<Period> three) {
        for (Period one : three) {
            for (Period other : three) {
                assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
                assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
            }
        }
        List<Period> sorted = three.stream().sorted().toList();
        assertThat(sorted.get(0)).isLessThanOrEqualTo(sorted.get(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2012/13 academic year        | 2012/13 academic year
            2013/14 academic             | 2013/14 academic year
            academic year 2013/14        | 2013/14 academic year
            2013/14                      | 2013/14
            13/14                        | 2013/14
            17/18                        | 2017/18
            2014-15                      | 2014/15
            2014 – 15                    | 2014/15
            2014/2015                    | 2014/15
            1999/00                      | 1999/00
            2002/3                       | 2002/03
            Q2 2008/9                    | Quarter 2 2008/09
            2014 to 2015                 | 2014/15
            2018-19 Q2                   | Quarter 2 2018/19
            Q3 2014/15                   | Quarter 3 2014/15
            2018/19 Q3                   | Quarter 3 2018/19
            Quarter 3 2017/18            | Quarter 3 2017/18
            3rd quarter of 2017/18       | Quarter 3 2017/18
            Nov 2014                     | November 2014
            November 2014                | November 2014
            December 2018.               | December 2018
            Sept 2014                    | September 2014
            31 Mar 2015                  | 31 March 2015
            31st March 2015              | 31 March 2015
            as at 31 March 2015          | 31 March 2015
            January 16th 2009            | 16 January 2009
            31/03/2015                   | 31 March 2015
            2015-03-31                   | 31 March 2015
            2015-17                      | 2015-17
            2011/13                      | 2011-13
            2008-10                      | 2008-10
            2012/13-2014/15              | 2012/13-2014/15
            2015/16 – 2017/18            | 2015/16-2017/18
            2012/13 –14/15               | 2012/13-2014/15
            2016/17 – 18/19              | 2016/17-2018/19
            Oct 16 - Dec 16              | Quarter 3 2016/17
            October to December 2016     | Quarter 3 2016/17
            Jan 2017 - Mar 2017          | Quarter 4 2016/17
            April 2014 to March 2015     | 2014/15
            April 2012 – March 2016      | 2012/13-2015/16
            January 2014 school census   | January 2014
            Summer term 2015             | Summer term 2015
            Autumn term 2014/15          | Autumn term 2014
            Summer term 2014/15          | Summer term 2015
            2014                         | 2014
            """)
    void isReadInTheWordingsOfRealPlans(String words, String label) {
        assertThat(Period.read(words)).map(Period::label).contains(label);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "Q3",
                "3rd Quarter",
                "Year 2",
                "Nov 14",
                "11/12",
                "9/12",
                "17-18",
                "2014/16/18",
                "2015/14",
                "2018-19 (three quarters)",
                "YTD in Dec 18",
                "Q5 2014/15",
                "Q3 2014",
                "31 February 2015",
                "30/02/2015",
                "March",
                "Term 3 2014/15",
                "2,014",
                "61/100%",
                "185 = 100%",
                "Oct 16 - Nov 16",
                "2013/14 or 2014/15",
                "January 2014 and March 2014",
                "1044",
                "2014-2012"
            })
    void isNotGuessed(String words) {
        assertThat(Period.read(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2014/15                         | 2014-04-01 | 2015-03-31 | 2013/14           | 2013/14
            2013/14 academic year           | 2013-09-01 | 2014-08-31 | 2012/13 academic  | 2012/13 academic
            2014                            | 2014-01-01 | 2014-12-31 | 2013              | 2013
            Quarter 1 2014/15               | 2014-04-01 | 2014-06-30 | Q4 2013/14        | Q1 2013/14
            Quarter 4 2014/15               | 2015-01-01 | 2015-03-31 | Q3 2014/15        | Q4 2013/14
            February 2016                   | 2016-02-01 | 2016-02-29 | January 2016      | February 2015
            29 February 2016                | 2016-02-29 | 2016-02-29 | 28 February 2015  | 28 February 2015
            2015-17                         | 2015-01-01 | 2017-12-31 | 2012-14           | 2014-16
            2014 and 2015                   | 2014-01-01 | 2015-12-31 | 2012 and 2013     | 2013 and 2014
            2012/13-2014/15                 | 2012-04-01 | 2015-03-31 | 2009/10-2011/12   | 2011/12-2013/14
            2012/13-2014/15 academic years | 2012-09-01 | 2015-08-31 | 2009/10-2011/12 academic|2011/12-2013/14 academic
            Summer term 2015                | 2015-04-15 | 2015-07-22 | Spring term 2015  | Summer term 2014
            Autumn term 2014                | 2014-09-01 | 2014-12-20 | Summer term 2014  | Autumn term 2013
            """)
    void knowsItsDaysAndItsNeighbours(String words, LocalDate first, LocalDate last, String before, String yearBefore) {
        Period period = Period.parse(words);
        assertThat(period.label()).isEqualTo(words);
        assertThat(period.firstDay()).isEqualTo(first);
        assertThat(period.lastDay()).isEqualTo(last);
        assertThat(period.previous()).isEqualTo(Period.parse(before));
        assertThat(period.yearBefore()).isEqualTo(Period.parse(yearBefore));
    }

    @Test
    void isWrittenOutInRunningText() {
        assertThat(Period.financialYear(2014).prose()).isEqualTo("2014 to 2015");
        assertThat(Period.academicYear(2013).prose()).isEqualTo("the 2013 to 2014 academic year");
        assertThat(Period.quarter(3, 2014).prose()).isEqualTo("quarter 3 of 2014 to 2015");
    }

    @Test
    void takesTheDaysOfATermFromTheCouncil() {
        TermDates terms = TermDates.of(List.of(new TermDates.Entry(
                Term.SUMMER, 2015, LocalDate.of(2015, 4, 20), LocalDate.of(2015, 7, 17), null, null)));
        Period term = Period.term(Term.SUMMER, 2015);
        assertThat(term.firstDay(terms)).isEqualTo("2015-04-20");
        assertThat(term.lastDay(terms)).isEqualTo("2015-07-17");
        assertThat(term.contains(LocalDate.of(2015, 7, 18), terms)).isFalse();
        assertThat(Period.term(Term.SUMMER, 2014).lastDay(terms)).isEqualTo("2014-07-22");
    }

    @Test
    void refusesWhatIsNoPeriod() {
        assertThatIllegalArgumentException().isThrownBy(() -> Period.quarter(5, 2014));
        assertThatIllegalArgumentException().isThrownBy(() -> Period.financialYear(14));
        assertThatIllegalArgumentException().isThrownBy(() -> Period.pooledCalendarYears(2014, 2014));
        assertThatIllegalArgumentException().isThrownBy(() -> Period.parse("Year 2"));
    }
}
