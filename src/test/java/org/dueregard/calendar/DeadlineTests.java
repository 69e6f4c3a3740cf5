package org.dueregard.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTests {

    static Stream<String> anyWords() {
        Random random = new Random(2018);
        List<String> before = List.of("", "by ", "  by ", "Standards report ", "end of ", "each ", "“soon”, ");
        List<String> after = List.of("", ".", " School Census.", " at the latest\t");
        return IntStream.range(0, 200)
                .mapToObj(i -> before.get(random.nextInt(before.size()))
                        + PeriodTests.any(random).label()
                        + after.get(random.nextInt(after.size())));
    }

    @ParameterizedTest
    @MethodSource("anyWords")
    void keepsItsWordsAndMovesThereAndBack(String words) {
        Deadline deadline = Deadline.of(words);
        assertThat(deadline.words()).isEqualTo(words);
        assertThat(Deadline.of(deadline.toString())).isEqualTo(deadline);
        if (!words.contains("29 February")) {
            assertThat(deadline.plusYears(4).plusYears(-4)).isEqualTo(deadline);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31 March 2018                        | 2018-03-31
            by 31 March 2018                     | 2018-03-31
            31/03/2018                           | 2018-03-31
            March 2015                           | 2015-03-31
            March 2015.                          | 2015-03-31
            by July 2014                         | 2014-07-31
            by September 2017                    | 2017-09-30
            end of February 2016                 | 2016-02-29
            Quarter 3 2017/18                    | 2017-12-31
            2017/18                              | 2018-03-31
            2012-13                              | 2013-03-31
            end of 2014/15                       | 2015-03-31
            2013/14 academic year                | 2014-08-31
            Autumn 2017                          | 2017-11-30
            Spring 2018                          | 2018-05-31
            Winter 2017                          | 2018-02-28
            Winter 2017/18                       | 2018-02-28
            Summer term 2015                     | 2015-07-22
            Summer term 2015.                    | 2015-07-22
            Standards report January 2015        | 2015-01-31
            January 2015 School Census.          | 2015-01-31
            Cabinet, 12 May 2015                 | 2015-05-12
            Report to DMT in summer term 2015    | 2015-07-22
            before April 2018                    | 2018-03-31
            31.3.26                              | 2026-03-31
            31.03.2026                           | 2026-03-31
            30/06/25                             | 2025-06-30
            1-9-2025                             | 2025-09-01
            31 Mar 26                            | 2026-03-31
            Sept 25                              | 2025-09-30
            Mar-26                               | 2026-03-31
            Mar'26                               | 2026-03-31
            Sep-08                               | 2008-09-30
            Sept 07                              | 2007-09-30
            by April 08                          | 2008-04-30
            April 08, 2024                       | 2024-04-08
            March 2008 June 2008 April 2009      | 2009-04-30
            01/07/2011 02/08/2012                | 2012-08-02
            2023-2024 Year 1                     | 2024-03-31
            Year 2 (2024/25)                     | 2025-03-31
            Q3/4 Oct 2024 - Mar 2025             | 2025-03-31
            01/07/11 01/07/12 01/07/13           | 2013-07-01
            Dec '09                              | 2009-12-31
            by Dec 2025                          | 2025-12-31
            By end Q2 25/26                      | 2025-09-30
            Q2 25-26                             | 2025-09-30
            End March 2026                       | 2026-03-31
            year end 2025/26                     | 2026-03-31
            Summer term 26                       | 2026-07-22
            Autumn '25                           | 2025-11-30
            in March 2026                        | 2026-03-31
            during 2025/26                       | 2026-03-31
            no later than 1 May 2026             | 2026-05-01
            By end of Q1 FY26/27                 | 2026-06-30
            FY25/26                              | 2026-03-31
            Q4 2025-26                           | 2026-03-31
            Q4, 2025/26                          | 2026-03-31
            Oct 2025 – Nov 2025                  | 2025-11-30
            January 2026 to July 2026            | 2026-07-31
            Nov. 2027                            | 2027-11-30
            Year 2 (2025/26)                     | 2026-03-31
            Report to Cabinet, Sept 25           | 2025-09-30
            31-Mar-2026                          | 2026-03-31
            by 1-Apr-26                          | 2026-04-01
            From September 2025 to July 2026     | 2026-07-31
            between May and July 2026            | 2026-07-31
            Short term (by March 2026)           | 2026-03-31
            """)
    void hasALastDayWhereverOneCanBeTold(String words, LocalDate lastDay) {
        assertThat(Deadline.of(words).lastDay()).contains(lastDay);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "each October",
                "every March 2015",
                "quarterly",
                "ongoing",
                "TBC",
                "",
                "in the new year",
                "Autumn",
                "ahead of the council elections in May 2018",
                "January 2015 and June 2015",
                "(June 2024) or (July 2025)",
                "01/07/2011 45/13/2012",
                "June 2024 July 2025 ongoing",
                "Draft March 2026 - cabinet July 2026",
                "July 2026 – October 2025",
                "31 February 2015",
                "31.2.26",
                "40.3.26",
                "March 31",
                "Annually in March",
                "April 2025 onwards",
                "April 2025 - ongoing",
                "from 2025/26 onwards",
                "1.2.3",
                "12-13 people"
            })
    void hasNoneWhereNoneCanBeTold(String words) {
        assertThat(Deadline.of(words).lastDay()).isEmpty();
        assertThat(Deadline.of(words).isPast(LocalDate.of(2199, 1, 1), TermDates.nationwide()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Standards report January 2015              | 12 | Standards report January 2027
            January 2015 School Census.                | 1  | January 2016 School Census.
            2017/18                                    | 1  | 2018/19
            2017-18                                    | 2  | 2019-20
            13/14                                      | 1  | 14/15
            Quarter 3 2017/18                          | 1  | Quarter 3 2018/19
            1999/00                                    | 1  | 2000/01
            2002/3                                     | 1  | 2003/4
            2008/9                                     | 1  | 2009/10
            2002/4                                     | 1  | 2003/4
            2015-03-31                                 | 1  | 2016-03-31
            by 31 March 2018                           | -1 | by 31 March 2017
            Dec 18                                     | 1  | Dec 19
            31.3.26                                    | 1  | 31.3.27
            30/06/25                                   | 2  | 30/06/27
            Mar-26                                     | 1  | Mar-27
            Summer term 26                             | 1  | Summer term 27
            Q2 25-26                                   | 1  | Q2 26-27
            29 February 2016                           | 1  | 28 February 2017
            29 February 2016                           | 4  | 29 February 2020
            each October                               | 3  | each October
            item 12, page 2400                         | 3  | item 12, page 2400
            """)
    void movesTheYearsInsideItsWords(String words, int years, String moved) {
        assertThat(Deadline.of(words).plusYears(years).words()).isEqualTo(moved);
    }

    @Test
    void isPastFromTheDayAfterItsLast() {
        Deadline deadline = Deadline.of("March 2015");
        assertThat(deadline.isPast(LocalDate.of(2015, 3, 31), TermDates.nationwide()))
                .isFalse();
        assertThat(deadline.isPast(LocalDate.of(2015, 4, 1), TermDates.nationwide()))
                .isTrue();
    }

    @Test
    void isNotStatedWithoutWords() {
        assertThat(Deadline.of(null)).isEqualTo(Deadline.notStated());
        assertThat(Deadline.of("  ")).isEqualTo(Deadline.notStated());
        assertThat(Deadline.notStated().isStated()).isFalse();
    }
}
