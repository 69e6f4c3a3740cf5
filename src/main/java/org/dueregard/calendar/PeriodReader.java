package org.dueregard.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads periods in the wordings of real plans. Whatever fits no wording, or fits it badly, is not a period. */
final class PeriodReader {

    static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    static final String DAY = "([0-3]?\\d)(?:st|nd|rd|th)?";
    static final String YEAR = "((?:19|20|21)\\d\\d)";
    private static final String YEAR_ALSO_SHORT = "((?:19|20|21)\\d\\d|'?\\d\\d)";

    /** A year that begins in one calendar year and ends in the next. */
    static final String STRADDLING = "((?:(?:19|20|21)\\d\\d[/-](?:\\d{4}|\\d\\d))|(?:\\d\\d/\\d\\d))";

    static final String TERM = "(autumn|spring|summer) term";

    private static final String QUARTER = "(?:q|qtr |quarter )([1-4])";
    private static final String NTH_QUARTER = "(1st|2nd|3rd|4th|first|second|third|fourth) (?:quarter|qtr)";
    private static final String ACADEMIC = "(?:academic(?: year)?|school year|ay)";
    private static final String FINANCIAL = "(?:financial year|fy)";

    private static final Map<String, Integer> NTH =
            Map.of("1st", 1, "first", 1, "2nd", 2, "second", 2, "3rd", 3, "third", 3, "4th", 4, "fourth", 4);

    private record Wording(Pattern pattern, Function<MatchResult, Optional<Period>> reading) {}

    private static final List<Wording> WORDINGS = List.of(
            wording(YEAR, m -> Optional.of(Period.calendarYear(number(m, 1)))),
            wording("calendar year " + YEAR, m -> Optional.of(Period.calendarYear(number(m, 1)))),
            wording(YEAR + " calendar year", m -> Optional.of(Period.calendarYear(number(m, 1)))),
            wording(STRADDLING, m -> yearOrYears(m.group(1))),
            wording(YEAR + " to " + YEAR, m -> yearOrYears(m.group(1) + "-" + m.group(2))),
            wording(FINANCIAL + " ?" + STRADDLING, m -> straddling(m.group(1)).map(Period::financialYear)),
            wording(STRADDLING + " " + FINANCIAL, m -> straddling(m.group(1)).map(Period::financialYear)),
            wording(ACADEMIC + " ?" + STRADDLING, m -> straddling(m.group(1)).map(Period::academicYear)),
            wording(STRADDLING + " " + ACADEMIC, m -> straddling(m.group(1)).map(Period::academicYear)),
            wording(QUARTER + "(?:,| of)? (?:fy ?)?" + STRADDLING, m -> quarter(number(m, 1), m.group(2))),
            wording("(?:fy ?)?" + STRADDLING + " " + QUARTER, m -> quarter(number(m, 2), m.group(1))),
            wording(NTH_QUARTER + "(?: of)? (?:fy ?)?" + STRADDLING, m -> quarter(nth(m.group(1)), m.group(2))),
            wording(STRADDLING + " " + NTH_QUARTER, m -> quarter(nth(m.group(2)), m.group(1))),
            wording(MONTH + "(?:,| of)? " + YEAR, m -> Optional.of(Period.month(month(m.group(1), m.group(2))))),
            wording(MONTH + " '(\\d\\d)", m -> Optional.of(Period.month(month(m.group(1), m.group(2))))),
            wording(
                    MONTH + "(?: " + YEAR_ALSO_SHORT + ")?(?:-| to )" + MONTH + " " + YEAR_ALSO_SHORT,
                    PeriodReader::months),
            wording(TERM + " " + YEAR, m -> Optional.of(Period.term(term(m.group(1)), number(m, 2)))),
            wording(TERM + " " + STRADDLING, m -> term(m.group(1), m.group(2))),
            wording(STRADDLING + "(?: academic year)? " + TERM, m -> term(m.group(2), m.group(1))),
            wording(DAY + " " + MONTH + " " + YEAR, m -> day(m.group(1), m.group(2), m.group(3))),
            wording(DAY + " " + MONTH + " '?(\\d\\d)", m -> day(m.group(1), m.group(2), m.group(3))),
            wording(MONTH + " " + DAY + ",? " + YEAR, m -> day(m.group(2), m.group(1), m.group(3))),
            wording("([0-3]?\\d)/([01]?\\d)/" + YEAR, m -> date(number(m, 3), number(m, 2), number(m, 1))),
            wording(YEAR + "-(\\d\\d)-(\\d\\d)", m -> date(number(m, 1), number(m, 2), number(m, 3))),
            wording(YEAR + " and " + YEAR, m -> twoYears(number(m, 1), number(m, 2))),
            wording(
                    STRADDLING + "(?:-| to )" + STRADDLING + "(?: (?:financial|fy) years)?",
                    m -> pooled(m, Period::pooledFinancialYears)),
            wording(
                    STRADDLING + "(?:-| to )" + STRADDLING + " academic(?: years)?",
                    m -> pooled(m, Period::pooledAcademicYears)));

    private static final Pattern AROUND = Pattern.compile("^(?:as )?at (?:the )?|^the | (?:school )?census$");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u202f]+");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern QUOTES = Pattern.compile("[\\u2018\\u2019]");
    private static final Pattern JOINED = Pattern.compile(" ?([-/]) ?");
    private static final Pattern END = Pattern.compile("[ .;,]+$");

    /** {@code 2002/3} is {@code 2002/03}. */
    private static final Pattern ONE_DIGIT = Pattern.compile("(?<![\\d/])((?:19|20|21)\\d[0-8])/(\\d)(?![\\d/])");

    private PeriodReader() {}

    static Optional<Period> read(@Nullable String words) {
        // every period has its year
        if (words == null || words.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        String plain = AROUND.matcher(normalised(words)).replaceAll("");
        for (Wording wording : WORDINGS) {
            Matcher matcher = wording.pattern().matcher(plain);
            if (matcher.matches()) {
                try {
                    return wording.reading().apply(matcher);
                } catch (DateTimeException | IllegalArgumentException noSuchPeriod) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Lower case, with plain spaces, dashes and apostrophes, and without the full stop that ends a table cell. */
    static String normalised(String words) {
        String spaced = SPACES.matcher(words.toLowerCase(Locale.UK)).replaceAll(" ");
        String signs = QUOTES.matcher(DASHES.matcher(spaced).replaceAll("-")).replaceAll("'");
        return inFull(END.matcher(JOINED.matcher(signs).replaceAll("$1"))
                .replaceAll("")
                .trim());
    }

    private static String inFull(String plain) {
        return ONE_DIGIT
                .matcher(plain)
                .replaceAll(years -> isNext(years.group(1), years.group(2))
                        ? years.group(1) + "/" + years.group(1).charAt(2) + years.group(2)
                        : years.group());
    }

    /** Whether a digit is the last of the year after. */
    static boolean isNext(String year, String digit) {
        return year.charAt(3) + 1 == digit.charAt(0);
    }

    static YearMonth month(String name, String year) {
        return YearMonth.of(fullYear(year), monthNamed(name));
    }

    static LocalDate dayOf(String day, String month, String year) {
        return LocalDate.of(fullYear(year), monthNamed(month), Integer.parseInt(day));
    }

    static Term term(String name) {
        return Term.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The year in which a year such as {@code 2014/15}, {@code 2014-15} or {@code 13/14} begins. */
    static Optional<Integer> straddling(String words) {
        String[] parts = words.split("[/-]");
        boolean shortForm = parts[0].length() == 2;
        int first = fullYear(parts[0]);
        int last = lastYear(first, parts[1]);
        // "11/12" may as well be a day and month, or 11 of 12
        boolean doubtful = shortForm && Integer.parseInt(parts[1]) <= 12;
        return last == first + 1 && !doubtful ? Optional.of(first) : Optional.empty();
    }

    private static Optional<Period> yearOrYears(String words) {
        Optional<Integer> straddling = straddling(words);
        if (straddling.isPresent()) {
            return straddling.map(Period::financialYear);
        }
        String[] parts = words.split("[/-]");
        if (parts[0].length() == 2) {
            return Optional.empty();
        }
        int first = Integer.parseInt(parts[0]);
        int last = parts[1].length() == 4 ? Integer.parseInt(parts[1]) : first / 100 * 100 + Integer.parseInt(parts[1]);
        return last >= first + 2 ? Optional.of(Period.pooledCalendarYears(first, last)) : Optional.empty();
    }

    private static Optional<Period> quarter(int number, String year) {
        return straddling(year).map(start -> Period.quarter(number, start));
    }

    private static Optional<Period> term(String name, String academicYear) {
        Term term = term(name);
        return straddling(academicYear).map(start -> Period.term(term, term == Term.AUTUMN ? start : start + 1));
    }

    private static Optional<Period> months(MatchResult m) {
        YearMonth last = month(m.group(3), m.group(4));
        YearMonth first = m.group(2) != null
                ? month(m.group(1), m.group(2))
                : last.withMonth(monthNamed(m.group(1)).getValue());
        if (m.group(2) == null && first.isAfter(last)) {
            return Optional.empty();
        }
        return Period.spanning(first, last);
    }

    private static Optional<Period> twoYears(int first, int second) {
        return second == first + 1 ? Optional.of(Period.pooledCalendarYears(first, second)) : Optional.empty();
    }

    private static Optional<Period> pooled(MatchResult m, BiFunction<Integer, Integer, Period> reading) {
        String second = m.group(2);
        Optional<Integer> first = straddling(m.group(1));
        // "2012/13-14/15": the second may be short, for the first says which years are meant
        Optional<Integer> last = straddling(second.length() == 5 ? "20" + second : second);
        return first.flatMap(from -> last.map(to -> reading.apply(from, to)));
    }

    private static Optional<Period> day(String day, String month, String year) {
        return Optional.of(Period.asAt(dayOf(day, month, year)));
    }

    private static Optional<Period> date(int year, int month, int day) {
        return Optional.of(Period.asAt(LocalDate.of(year, month, day)));
    }

    static Month monthNamed(String name) {
        for (Month month : Month.values()) {
            if (month.name().startsWith(name.substring(0, 3).toUpperCase(Locale.ROOT))) {
                return month;
            }
        }
        throw new IllegalArgumentException("Not a month: " + name);
    }

    static int fullYear(String year) {
        String digits = year.replace("'", "");
        int number = Integer.parseInt(digits);
        return digits.length() == 2 ? 2000 + number : number;
    }

    /** The year that two digits mean when they follow another year: after 1999 in {@code 1999/00} comes 2000. */
    private static int lastYear(int first, String digits) {
        if (digits.length() == 4) {
            return Integer.parseInt(digits);
        }
        int sameCentury = first / 100 * 100 + Integer.parseInt(digits);
        return sameCentury < first && first % 100 == 99 ? sameCentury + 100 : sameCentury;
    }

    private static int nth(String word) {
        return NTH.getOrDefault(word, 0);
    }

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static Wording wording(String pattern, Function<MatchResult, Optional<Period>> reading) {
        return new Wording(Pattern.compile(pattern), reading);
    }
}
