package org.dueregard.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By when something is to be done, in the council's own words, with a last day wherever one can be told, so that
 * overdue is a fact and not an opinion.
 *
 * <p>A last day is told from a date, a month, a quarter, a term, a year, a season (which ends with its last month:
 * spring in May, summer in August, autumn in November, winter in February), and from an event that carries a month or a
 * date ({@code Standards report January 2015}). It is not told from what recurs ({@code each October}), from what lies
 * some time ahead of an event ({@code ahead of the council elections in May 2018}), nor from words that name several
 * days, unless those are of phases, stand one below the other, or are the ends of the time that it takes: then it
 * is the last of them.
 */
public final class Deadline {

    private static final Deadline NOT_STATED = new Deadline("");

    private static final Pattern RECURRING = Pattern.compile("\\b(?:each|every|per)\\b");
    private static final Pattern AHEAD_OF_AN_EVENT =
            Pattern.compile("\\b(?:ahead of|before|prior to|in advance of|in time for)\\b");
    private static final Pattern LEADING_BEFORE = Pattern.compile("^(?:before|ahead of|prior to) (?:the )?");
    /** {@code From September 2025 to July 2026}. */
    private static final Pattern SPAN =
            Pattern.compile("(?:from (.{3,40}) (?:to|until) |between (.{3,40}) and )(.{3,40})");

    /** With spaces around its dash: without them it may be one date. */
    private static final Pattern RANGE = Pattern.compile("(.{3,30}?)\\s+(?:[-–—]|to|until)\\s+(.{3,30})");

    private static final Pattern PHASE = Pattern.compile("\\b(?:phase|stage|part) ?[1-9]\\b[\\s:–-]*");

    private static final Pattern LEADING_BY = Pattern.compile(
            "^(?:(?:deadline|due|to be|delivered|achieved|complete[d]?|conclude[ds]?|by|until|from|in|during|within|no(?:t)? later than)[: ]+)*"
                    + "(?:the )?(?:year[- ]end |(?:end|close) (?:of )?)?(?:the )?");
    private static final Pattern SEASON = Pattern.compile(
            "(spring|summer|autumn|winter)(?: of)? " + PeriodReader.YEAR + "(?:[/-](\\d\\d(?:\\d\\d)?))?");

    /** What begins then, and never ends. */
    private static final Pattern WITHOUT_END = Pattern.compile(
            "\\bonwards?\\b|(?:-|\\bto |\\band |\\bthen )(?:on-?going|continuous(?:ly)?|continuing)\\b");

    /** {@code 2021 to 2022 financial year}. */
    private static final Pattern YEARS_IN_WORDS =
            Pattern.compile("\\b((?:19|20)\\d\\d) to (?:19|20)(\\d\\d)(?= (?:financial|academic|school) year)");

    private static final Pattern SHORTENED = Pattern.compile("\\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.");
    /** {@code 31-Mar-2026}, as spreadsheets write it. */
    private static final Pattern DASHED =
            Pattern.compile("(?<![\\w-])([0-3]?\\d)[-/]" + PeriodReader.MONTH + "[-/]((?:20)?\\d\\d)(?![\\w-])");

    private static final Pattern DATE_IN_FIGURES =
            Pattern.compile("(?<![\\d./-])([0-3]?\\d)([./-])([01]?\\d)\\2((?:20)?\\d\\d)(?![\\d./-]?\\d)");
    /** Several, one below the other, for what is done again each time. */
    private static final Pattern DATES =
            Pattern.compile("(?:\\d{1,2}/\\d{1,2}/\\d{4}\\s+){1,20}\\d{1,2}/\\d{1,2}/\\d{4}|(?:" + PeriodReader.MONTH
                    + " \\d{4}\\s+){1,20}" + PeriodReader.MONTH + " \\d{4}");

    private static final Pattern BEHIND_YEAR = Pattern.compile("(?<=\\d{4})\\s+");

    private static final Pattern YEAR_OF_PLAN =
            Pattern.compile("\\(?\\byear [1-9]\\b\\)?|^q[1-4]/[1-4]\\s(?=" + PeriodReader.MONTH + ")");
    private static final Pattern SHORT_YEAR = Pattern.compile(
            "(?<!\\d |\\dst |\\dnd |\\drd |\\dth )\\b(" + PeriodReader.MONTH
                    + "|(?:spring|summer|autumn|winter)(?: term)?)(?: |-|)(')?(\\d\\d)(?!\\d|st|nd|rd|th|[/-]\\d|,? (?:19|20)\\d\\d)\\b");
    private static final Pattern SHORT_YEARS = Pattern.compile("(?<![\\d./-])(\\d\\d)-(\\d\\d)(?![\\d./-])");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]*)\\)");

    /** No day of a month, so that only a year can be meant; before them {@code Sept 25} is the month of that year as well. */
    private static final int LAST_DAYS_OF_A_MONTH = 30;

    private static final int FIRST_SHORT_YEAR = 10;
    private static final int LAST_SHORT_YEAR = 60;

    /** What can stand inside the name of an event, the more exact first. */
    private static final List<Pattern> INSIDE = List.of(
            Pattern.compile("\\b" + PeriodReader.DAY + " " + PeriodReader.MONTH + " " + PeriodReader.YEAR + "\\b"),
            Pattern.compile("\\b" + PeriodReader.MONTH + " " + PeriodReader.DAY + ",? " + PeriodReader.YEAR + "\\b"),
            Pattern.compile("\\b(?:[0-3]?\\d)/(?:[01]?\\d)/" + PeriodReader.YEAR + "\\b"),
            Pattern.compile("\\b" + PeriodReader.YEAR + "-\\d\\d-\\d\\d\\b"),
            Pattern.compile("\\b" + PeriodReader.TERM + " " + PeriodReader.STRADDLING + "\\b"),
            Pattern.compile("\\b" + PeriodReader.TERM + " " + PeriodReader.YEAR + "\\b"),
            Pattern.compile("\\b(?:q|qtr |quarter )[1-4](?:,| of)? " + PeriodReader.STRADDLING + "\\b"),
            Pattern.compile("\\b" + PeriodReader.MONTH + ",? " + PeriodReader.YEAR + "\\b"));

    private static final Pattern SHIFTED = Pattern.compile("(?<![\\d£.,])(?:"
            + "(?<isoyear>(?:19|20|21)\\d\\d)(?=-\\d\\d-\\d\\d(?!\\d))"
            + "|(?<from>(?:19|20|21)\\d\\d)(?<to>\\s?[/\\u2010-\\u2015-]\\s?)(?<last>\\d{4}|\\d\\d|(?<=/)\\d)(?!\\d)"
            + "|(?<shortfrom>\\d\\d)/(?<shortlast>\\d\\d)(?![\\d/])"
            + "|(?<year>(?:19|20|21)\\d\\d)(?!\\d))");

    private static final Pattern SHORT_MONTH_YEAR = Pattern.compile(
            "(?i)\\b((?:" + PeriodReader.MONTH
                    + "|(?:spring|summer|autumn|winter)(?: term)?)(?:\\s+|[-\\u2010-\\u2015])?['\\u2019]?)(\\d\\d)(?!\\d|st|nd|rd|th|\\s+(?:19|20|21)\\d\\d|,)");

    private static final Pattern LEAP_DAY =
            Pattern.compile("(?i)\\b29((?:th)?\\s+feb(?:ruary)?\\s+)(" + PeriodReader.YEAR + ")\\b");

    private final String words;

    private Deadline(String words) {
        this.words = words;
    }

    /** The deadline in the words as written; blank or null words state none. */
    public static Deadline of(@Nullable String words) {
        return words == null || words.isBlank() ? NOT_STATED : new Deadline(words);
    }

    /** No deadline was written down. */
    public static Deadline notStated() {
        return NOT_STATED;
    }

    /** The words exactly as written; empty when not stated. */
    public String words() {
        return words;
    }

    public boolean isStated() {
        return !words.isEmpty();
    }

    /** The last day on which the deadline is kept, by the nationwide term dates; empty where none can be told. */
    public Optional<LocalDate> lastDay() {
        return lastDay(TermDates.nationwide());
    }

    /** The last day on which the deadline is kept; empty where none can be told. */
    public Optional<LocalDate> lastDay(TermDates terms) {
        String plain = withoutYearOfPlan(spelledOut(PeriodReader.normalised(words)));
        if (plain.isEmpty()
                || RECURRING.matcher(plain).find()
                || WITHOUT_END.matcher(plain).find()) {
            return Optional.empty();
        }
        List<String> phases = DATES.matcher(plain).matches() ? List.of(BEHIND_YEAR.split(plain)) : phases(plain);
        if (phases.size() > 1) {
            List<LocalDate> days = phases.stream()
                    .flatMap(phase -> of(phase).lastDay(terms).stream())
                    .toList();
            return days.size() == phases.size() ? days.stream().max(LocalDate::compareTo) : Optional.empty();
        }
        Matcher before = LEADING_BEFORE.matcher(plain);
        if (before.find()) {
            return Period.read(plain.substring(before.end()))
                    .map(period -> period.firstDay(terms).minusDays(1));
        }
        Matcher span = SPAN.matcher(plain);
        Optional<LocalDate> end =
                span.matches() ? Period.read(span.group(3)).map(period -> period.lastDay(terms)) : Optional.empty();
        if (end.isPresent()) {
            return end;
        }
        Optional<LocalDate> last = endOfRange(words, terms);
        if (last.isPresent()) {
            return last;
        }
        String bare = LEADING_BY.matcher(plain).replaceFirst("");
        Optional<LocalDate> whole =
                Period.read(bare).map(period -> period.lastDay(terms)).or(() -> season(bare));
        if (whole.isPresent()) {
            return whole;
        }
        Optional<LocalDate> inBrackets = inBrackets(plain, terms);
        if (inBrackets.isPresent()) {
            return inBrackets;
        }
        return AHEAD_OF_AN_EVENT.matcher(plain).find() ? Optional.empty() : inside(plain, terms);
    }

    /** {@code 2023-2024 Year 1} and {@code Q3/4 Oct 2024 - Mar 2025}: which year or quarter of the plan that is, says nothing more. */
    private static String withoutYearOfPlan(String plain) {
        Matcher year = YEAR_OF_PLAN.matcher(plain);
        if (!year.find()) {
            return plain;
        }
        String bare = year.replaceAll(" ").strip();
        String open = bare.startsWith("(") && bare.endsWith(")") ? bare.substring(1, bare.length() - 1) : bare;
        return open.chars().anyMatch(Character::isDigit) ? open : plain;
    }

    /** {@code Oct 2025 – Nov 2025}: it is done when the time for it is over. */
    private static Optional<LocalDate> endOfRange(String words, TermDates terms) {
        Matcher range = RANGE.matcher(words);
        if (!range.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> first = endOf(range.group(1), terms);
        return endOf(range.group(2), terms).filter(last -> first.isPresent() && !last.isBefore(first.get()));
    }

    /** Of words that name a period and no more. */
    private static Optional<LocalDate> endOf(String words, TermDates terms) {
        return Period.read(withoutYearOfPlan(spelledOut(PeriodReader.normalised(words))))
                .map(period -> period.lastDay(terms));
    }

    /** {@code Phase 1: June 2026, phase 2: April 2027}: it is done when all are. */
    private static List<String> phases(String plain) {
        Matcher phase = PHASE.matcher(plain);
        List<String> phases = new ArrayList<>();
        int from = -1;
        while (phase.find()) {
            if (from < 0 && phase.start() > 0) {
                return List.of();
            }
            if (from >= 0) {
                phases.add(plain.substring(from, phase.start()).replaceAll("[\\s;,&]+(and)?\\s*$", ""));
            }
            from = phase.end();
        }
        if (from >= 0) {
            phases.add(plain.substring(from));
        }
        return phases;
    }

    /** With the whole year and in one way of writing days: {@code 31.3.26}, {@code Sept 25}, {@code Q2 25-26}. */
    private static String spelledOut(String plain) {
        String years = YEARS_IN_WORDS.matcher(plain).replaceAll("$1/$2");
        String named = replaced(
                DASHED,
                SHORTENED.matcher(years).replaceAll("$1"),
                match -> match.group(1) + " " + match.group(2) + " " + whole(match.group(3)));
        String days = replaced(
                DATE_IN_FIGURES,
                named,
                match -> isDay(match.group(1), match.group(3))
                        ? match.group(1) + "/" + match.group(3) + "/" + whole(match.group(4))
                        : match.group());
        String months = replaced(SHORT_YEAR, days, match -> {
            int year = Integer.parseInt(match.group(4));
            boolean day = match.group(3) == null && (year == LAST_DAYS_OF_A_MONTH || year == LAST_DAYS_OF_A_MONTH + 1);
            return year > LAST_SHORT_YEAR || day ? match.group() : match.group(1) + " " + whole(match.group(4));
        });
        return replaced(SHORT_YEARS, months, match -> {
            int first = Integer.parseInt(match.group(1));
            return first >= FIRST_SHORT_YEAR && Integer.parseInt(match.group(2)) == first + 1
                    ? match.group(1) + "/" + match.group(2)
                    : match.group();
        });
    }

    private static boolean isDay(String day, String month) {
        return Integer.parseInt(day) >= 1
                && Integer.parseInt(day) <= LAST_DAYS_OF_A_MONTH + 1
                && Integer.parseInt(month) >= 1
                && Integer.parseInt(month) <= Month.values().length;
    }

    private static String whole(String year) {
        return year.length() == 2 ? "20" + year : year;
    }

    /** {@code Year 2 (2025/26)}: brackets that say nothing else say which is meant, where they say the same. */
    private static Optional<LocalDate> inBrackets(String plain, TermDates terms) {
        List<LocalDate> days = IN_BRACKETS
                .matcher(plain)
                .results()
                .flatMap(one ->
                        Period.read(LEADING_BY.matcher(one.group(1).strip()).replaceFirst("")).stream())
                .map(period -> period.lastDay(terms))
                .distinct()
                .toList();
        return days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
    }

    /** Whether the last day is over on the given day; never so where no last day can be told. */
    public boolean isPast(LocalDate day, TermDates terms) {
        return lastDay(terms).filter(last -> last.isBefore(day)).isPresent();
    }

    /**
     * The same deadline some years later, the years inside its words moved along: {@code Standards report January 2015}
     * twelve years on is {@code Standards report January 2027}.
     */
    public Deadline plusYears(int number) {
        if (!isStated() || number == 0) {
            return this;
        }
        String moved = replaced(SHIFTED, words, match -> shifted(match, number));
        moved = replaced(
                SHORT_MONTH_YEAR,
                moved,
                match -> match.group(1) + twoDigits(Integer.parseInt(match.group(3)) + number));
        moved = replaced(DATE_IN_FIGURES, moved, match -> shiftedDate(match, number));
        moved = replaced(SHORT_YEARS, moved, match -> {
            int first = Integer.parseInt(match.group(1));
            return Integer.parseInt(match.group(2)) == first + 1
                    ? twoDigits(first + number) + "-" + twoDigits(first + 1 + number)
                    : match.group();
        });
        // a 29 February has none to move to in most years
        return new Deadline(replaced(
                LEAP_DAY,
                moved,
                match -> Year.isLeap(Integer.parseInt(match.group(2)))
                        ? match.group()
                        : "28" + match.group(1) + match.group(2)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Deadline that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    /** The {@link #words()}. */
    @Override
    public String toString() {
        return words;
    }

    private static Optional<LocalDate> season(String plain) {
        Matcher season = SEASON.matcher(plain);
        if (!season.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(season.group(2));
        boolean winter = season.group(1).equals("winter");
        if (season.group(3) != null && (!winter || !season.group(3).endsWith(twoDigits(year + 1)))) {
            return Optional.empty();
        }
        YearMonth last = switch (season.group(1)) {
            case "spring" -> YearMonth.of(year, Month.MAY);
            case "summer" -> YearMonth.of(year, Month.AUGUST);
            case "autumn" -> YearMonth.of(year, Month.NOVEMBER);
            default -> YearMonth.of(year + 1, Month.FEBRUARY);
        };
        return Optional.of(last.atEndOfMonth());
    }

    private static Optional<LocalDate> inside(String plain, TermDates terms) {
        List<LocalDate> days = new ArrayList<>();
        String rest = plain;
        for (Pattern pattern : INSIDE) {
            Matcher matcher = pattern.matcher(rest);
            while (matcher.find()) {
                try {
                    Period.read(matcher.group()).ifPresent(period -> days.add(period.lastDay(terms)));
                } catch (DateTimeException noSuchDay) {
                    return Optional.empty();
                }
            }
            // what was read as a date must not be read again as the month in it
            rest = matcher.replaceAll("|");
        }
        return days.stream().distinct().count() == 1 ? Optional.of(days.get(0)) : Optional.empty();
    }

    private static String shifted(Matcher match, int number) {
        if (match.group("isoyear") != null) {
            return String.valueOf(Integer.parseInt(match.group("isoyear")) + number);
        }
        if (match.group("year") != null) {
            return String.valueOf(Integer.parseInt(match.group("year")) + number);
        }
        if (match.group("shortfrom") != null) {
            int first = Integer.parseInt(match.group("shortfrom"));
            int last = Integer.parseInt(match.group("shortlast"));
            return last == first + 1 ? twoDigits(first + number) + "/" + twoDigits(last + number) : match.group();
        }
        String last = match.group("last");
        if (last.length() == 1) {
            int next = Integer.parseInt(match.group("from")) + number + 1;
            return PeriodReader.isNext(match.group("from"), last)
                    ? (next - 1) + match.group("to") + (next % 10 == 0 ? twoDigits(next) : String.valueOf(next % 10))
                    : (next - 1) + match.group("to") + last;
        }
        int lastYear = Integer.parseInt(last) + number;
        return (Integer.parseInt(match.group("from")) + number)
                + match.group("to")
                + (last.length() == 4 ? String.valueOf(lastYear) : twoDigits(lastYear));
    }

    private static String shiftedDate(Matcher match, int number) {
        String year = match.group(4);
        boolean dots = match.group(2).equals(".");
        // four digits behind another sign were moved with the other years
        if (!isDay(match.group(1), match.group(3)) || year.length() == 4 && !dots) {
            return match.group();
        }
        int moved = Integer.parseInt(year) + number;
        return match.group(1)
                + match.group(2)
                + match.group(3)
                + match.group(2)
                + (year.length() == 4 ? String.valueOf(moved) : twoDigits(moved));
    }

    private static String replaced(Pattern pattern, String text, Function<Matcher, String> by) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(out, Matcher.quoteReplacement(by.apply(matcher)));
        }
        return matcher.appendTail(out).toString();
    }

    private static String twoDigits(int year) {
        return String.format(Locale.ROOT, "%02d", Math.floorMod(year, 100));
    }
}
