package org.dueregard.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a figure or target is about in time: a financial, academic or calendar year, a quarter, month or term, one day,
 * or several years taken together.
 *
 * <p>{@link #label()} names a period shortly and without doubt, and {@link #read(String)} gives it back: this is the
 * form in which periods are stored. Periods are ordered by their last day, then their first, then their kind. A term is
 * the same period whatever its dates; ask for its days with the council's {@link TermDates}, else the nationwide
 * default is used.
 */
public final class Period implements Comparable<Period> {

    /** Years outside these are taken for something else (a count, a reference), not for a period. */
    static final int EARLIEST_YEAR = 1900;

    static final int LATEST_YEAR = 2199;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private static final Comparator<Period> ORDER = Comparator.comparing((Period period) -> period.lastDay())
            .thenComparing(period -> period.firstDay())
            .thenComparing(Period::kind);

    private final PeriodKind kind;
    private final LocalDate start;
    private final int years;

    private Period(PeriodKind kind, LocalDate start, int years) {
        this.kind = kind;
        this.start = start;
        this.years = years;
    }

    /** April of the year to the March that follows. */
    public static Period financialYear(int year) {
        return new Period(PeriodKind.FINANCIAL_YEAR, LocalDate.of(checked(year), Month.APRIL, 1), 1);
    }

    /** September of the year to the August that follows. */
    public static Period academicYear(int year) {
        return new Period(PeriodKind.ACADEMIC_YEAR, LocalDate.of(checked(year), Month.SEPTEMBER, 1), 1);
    }

    /** January to December. */
    public static Period calendarYear(int year) {
        return new Period(PeriodKind.CALENDAR_YEAR, LocalDate.of(checked(year), Month.JANUARY, 1), 1);
    }

    /**
     * A quarter of a financial year.
     *
     * @param number 1 (April to June) to 4 (January to March)
     * @param year the year in which the financial year begins
     */
    public static Period quarter(int number, int year) {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("A quarter is 1, 2, 3 or 4, not " + number);
        }
        LocalDate start = LocalDate.of(checked(year), Month.APRIL, 1).plusMonths(3L * (number - 1));
        return new Period(PeriodKind.QUARTER, start, 1);
    }

    /** A calendar month. */
    public static Period month(YearMonth month) {
        checked(month.getYear());
        return new Period(PeriodKind.MONTH, month.atDay(1), 1);
    }

    /**
     * A school term.
     *
     * @param year the calendar year in which the term lies: autumn term 2014, summer term 2015
     */
    public static Period term(Term term, int year) {
        Month begins = switch (term) {
            case AUTUMN -> Month.SEPTEMBER;
            case SPRING -> Month.JANUARY;
            case SUMMER -> Month.MAY;
        };
        return new Period(PeriodKind.TERM, LocalDate.of(checked(year), begins, 1), 1);
    }

    /** As at one day. */
    public static Period asAt(LocalDate day) {
        checked(day.getYear());
        return new Period(PeriodKind.DATE, day, 1);
    }

    /** Calendar years taken together, the first and last of them included. */
    public static Period pooledCalendarYears(int first, int last) {
        return new Period(PeriodKind.POOLED_CALENDAR_YEARS, calendarYear(first).start, pooled(first, last));
    }

    /** Financial years taken together, each named by the year in which it begins, first and last included. */
    public static Period pooledFinancialYears(int first, int last) {
        return new Period(PeriodKind.POOLED_FINANCIAL_YEARS, financialYear(first).start, pooled(first, last));
    }

    /** Academic years taken together, each named by the year in which it begins, first and last included. */
    public static Period pooledAcademicYears(int first, int last) {
        return new Period(PeriodKind.POOLED_ACADEMIC_YEARS, academicYear(first).start, pooled(first, last));
    }

    /**
     * The period that the words name, by its {@link #label()} or in the wordings of real plans. Empty when they name
     * none, more than one, or one that cannot be told for certain ({@code Q3} without a year, {@code Nov 14}): nothing
     * is guessed.
     */
    public static Optional<Period> read(@Nullable String words) {
        return PeriodReader.read(words);
    }

    /**
     * The period that the words name.
     *
     * @throws IllegalArgumentException when {@link #read(String)} finds none
     */
    public static Period parse(String words) {
        return read(words).orElseThrow(() -> new IllegalArgumentException("No period can be read from: " + words));
    }

    public PeriodKind kind() {
        return kind;
    }

    /** First day; of a term, by the nationwide default. */
    public LocalDate firstDay() {
        return firstDay(TermDates.nationwide());
    }

    /** First day; of a term, by the council's term dates. */
    public LocalDate firstDay(TermDates terms) {
        return kind == PeriodKind.TERM ? terms.term(term(), termYear()).firstDay() : start;
    }

    /** Last day; of a term, by the nationwide default. */
    public LocalDate lastDay() {
        return lastDay(TermDates.nationwide());
    }

    /** Last day; of a term, by the council's term dates. */
    public LocalDate lastDay(TermDates terms) {
        return switch (kind) {
            case DATE -> start;
            case TERM -> terms.term(term(), termYear()).lastDay();
            default -> start.plusMonths(months()).minusDays(1);
        };
    }

    public boolean contains(LocalDate day) {
        return contains(day, TermDates.nationwide());
    }

    public boolean contains(LocalDate day, TermDates terms) {
        return !day.isBefore(firstDay(terms)) && !day.isAfter(lastDay(terms));
    }

    /** How long the period is, in months: 12 for a year, 4 for a term, 0 for a day. */
    public int months() {
        return switch (kind) {
            case DATE -> 0;
            case MONTH -> 1;
            case QUARTER -> 3;
            case TERM -> 4;
            default -> 12 * years;
        };
    }

    /**
     * Which quarter of the financial year, or which term of the academic year, counted from 1; empty for other kinds.
     */
    public Optional<Integer> number() {
        return switch (kind) {
            case QUARTER -> Optional.of((start.getMonthValue() + 8) % 12 / 3 + 1);
            case TERM -> Optional.of(term().number());
            default -> Optional.empty();
        };
    }

    /**
     * The adjoining period of the same kind, with no day in common: before {@code 2015-17} comes {@code 2012-14}. A day
     * has no length, so the one before it is the same day a year earlier.
     */
    public Period previous() {
        return kind == PeriodKind.DATE ? yearBefore() : new Period(kind, start.minusMonths(months()), years);
    }

    /** The same period a year earlier: before {@code 2015-17}, {@code 2014-16}. */
    public Period yearBefore() {
        return plusYears(-1);
    }

    /** The same period some years later, or earlier when negative. */
    public Period plusYears(int number) {
        return new Period(kind, start.plusYears(number), years);
    }

    /** The canonical short words, used in tables and storage: {@code 2014/15}, {@code Quarter 3 2014/15}. */
    public String label() {
        int year = start.getYear();
        return switch (kind) {
            case DATE -> DAY.format(start);
            case MONTH -> MONTH.format(start);
            case QUARTER -> "Quarter " + number().orElseThrow() + " " + slashed(quarterYear());
            case TERM -> term().words() + " term " + termYear();
            case CALENDAR_YEAR -> String.valueOf(year);
            case FINANCIAL_YEAR -> slashed(year);
            case ACADEMIC_YEAR -> slashed(year) + " academic year";
            case POOLED_CALENDAR_YEARS -> pooledCalendarLabel(year);
            case POOLED_FINANCIAL_YEARS -> slashed(year) + "-" + slashed(year + years - 1);
            case POOLED_ACADEMIC_YEARS -> slashed(year) + "-" + slashed(year + years - 1) + " academic years";
        };
    }

    /** The words for running text: {@code 2014 to 2015}, {@code the 2013 to 2014 academic year}. */
    public String prose() {
        int year = start.getYear();
        int last = year + years - 1;
        return switch (kind) {
            case DATE, MONTH -> label();
            case QUARTER -> "quarter " + number().orElseThrow() + " of " + quarterYear() + " to " + (quarterYear() + 1);
            case TERM -> "the " + term().words().toLowerCase(Locale.UK) + " term " + termYear();
            case CALENDAR_YEAR -> label();
            case FINANCIAL_YEAR -> year + " to " + (year + 1);
            case ACADEMIC_YEAR -> "the " + year + " to " + (year + 1) + " academic year";
            case POOLED_CALENDAR_YEARS -> "the years " + year + " to " + last;
            case POOLED_FINANCIAL_YEARS -> "the financial years " + slashed(year) + " to " + slashed(last);
            case POOLED_ACADEMIC_YEARS -> "the academic years " + slashed(year) + " to " + slashed(last);
        };
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Period that && kind == that.kind && years == that.years && start.equals(that.start);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, start, years);
    }

    /** The {@link #label()}. */
    @Override
    public String toString() {
        return label();
    }

    private Term term() {
        return switch (start.getMonth()) {
            case SEPTEMBER -> Term.AUTUMN;
            case JANUARY -> Term.SPRING;
            default -> Term.SUMMER;
        };
    }

    private int termYear() {
        return start.getYear();
    }

    private int quarterYear() {
        return start.getMonthValue() < 4 ? start.getYear() - 1 : start.getYear();
    }

    private String pooledCalendarLabel(int year) {
        int last = year + years - 1;
        // "2014-15" is how plans write a financial year, and a century is not to be read back from two digits
        if (years == 2) {
            return year + " and " + last;
        }
        return year / 100 == last / 100 ? year + "-" + twoDigits(last) : year + "-" + last;
    }

    private static String slashed(int year) {
        return year + "/" + twoDigits(year + 1);
    }

    private static String twoDigits(int year) {
        return String.format(Locale.ROOT, "%02d", Math.floorMod(year, 100));
    }

    private static int pooled(int first, int last) {
        checked(last);
        if (last <= first) {
            throw new IllegalArgumentException("Pooled years need a last year after the first: " + first + ", " + last);
        }
        return last - first + 1;
    }

    private static int checked(int year) {
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw new IllegalArgumentException("A period lies between 1900 and 2199, not in " + year);
        }
        return year;
    }

    /** The whole period that runs from the first day of one month to the last day of another, if there is one. */
    static Optional<Period> spanning(YearMonth first, YearMonth last) {
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        if (months == 1) {
            return Optional.of(month(first));
        }
        if (months == 3 && first.getMonthValue() % 3 == 1) {
            return Optional.of(new Period(PeriodKind.QUARTER, first.atDay(1), 1));
        }
        if (months < 12 || months % 12 != 0) {
            return Optional.empty();
        }
        int year = first.getYear();
        int lastYear = year + (int) months / 12 - 1;
        boolean one = months == 12;
        return switch (first.getMonth()) {
            case JANUARY -> Optional.of(one ? calendarYear(year) : pooledCalendarYears(year, lastYear));
            case APRIL -> Optional.of(one ? financialYear(year) : pooledFinancialYears(year, lastYear));
            case SEPTEMBER -> Optional.of(one ? academicYear(year) : pooledAcademicYears(year, lastYear));
            default -> Optional.empty();
        };
    }
}
