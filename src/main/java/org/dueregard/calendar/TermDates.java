package org.dueregard.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A council's school terms and half-term holidays: where terms begin and end, and which days are school holidays (the
 * group does not meet in them).
 *
 * <p>For terms that the council has not entered, a nationwide default stands in, so that a deadline in a term always
 * has a last day: autumn 1 September to 20 December, spring 4 January to 31 March, summer 15 April to 22 July, with
 * half-term in the weeks of the last Monday in October, the third Monday in February and the last Monday in May. Easter
 * moves; the default does not follow it.
 */
public final class TermDates {

    private static final TermDates NATIONWIDE = new TermDates(List.of());

    private final List<Entry> entries;
    private final Map<String, Entry> byTerm;

    /**
     * One term of a council's calendar.
     *
     * @param term which of the three
     * @param year the calendar year in which the term lies: autumn term 2014, summer term 2015
     * @param firstDay first school day
     * @param lastDay last school day
     * @param halfTermFirstDay first day of the half-term holiday, null when none is known
     * @param halfTermLastDay last day of the half-term holiday, null when none is known
     */
    public record Entry(
            Term term,
            int year,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable LocalDate halfTermFirstDay,
            @Nullable LocalDate halfTermLastDay) {

        public Entry {
            if (lastDay.isBefore(firstDay)) {
                throw new IllegalArgumentException("A term must not end before it begins: " + firstDay);
            }
            if ((halfTermFirstDay == null) != (halfTermLastDay == null)) {
                throw new IllegalArgumentException("A half-term holiday needs its first and its last day");
            }
            if (halfTermFirstDay != null && halfTermLastDay != null && halfTermLastDay.isBefore(halfTermFirstDay)) {
                throw new IllegalArgumentException("A half-term holiday must not end before it begins");
            }
        }

        boolean isSchoolTime(LocalDate day) {
            return !day.isBefore(firstDay) && !day.isAfter(lastDay) && !isHalfTerm(day);
        }

        private boolean isHalfTerm(LocalDate day) {
            return halfTermFirstDay != null
                    && halfTermLastDay != null
                    && !day.isBefore(halfTermFirstDay)
                    && !day.isAfter(halfTermLastDay);
        }
    }

    private TermDates(Collection<Entry> entries) {
        this.entries =
                entries.stream().sorted(Comparator.comparing(Entry::firstDay)).toList();
        this.byTerm = this.entries.stream()
                .collect(Collectors.toUnmodifiableMap(entry -> key(entry.term(), entry.year()), entry -> entry));
    }

    /** The documented default, for councils that have entered no terms. */
    public static TermDates nationwide() {
        return NATIONWIDE;
    }

    /**
     * A council's own terms; the default stands in for the ones that are missing.
     *
     * @throws IllegalArgumentException when a term is there twice
     */
    public static TermDates of(Collection<Entry> entries) {
        try {
            return new TermDates(entries);
        } catch (IllegalStateException twice) {
            throw new IllegalArgumentException("A term must not be there twice", twice);
        }
    }

    /** The terms that the council entered, earliest first; empty for the nationwide default. */
    public List<Entry> entries() {
        return entries;
    }

    /** The days of one term, the council's own where entered. */
    public Entry term(Term term, int year) {
        Entry own = byTerm.get(key(term, year));
        return own != null ? own : nationwide(term, year);
    }

    /** Whether the day lies outside all terms or in a half-term holiday. A weekend in term is no school holiday. */
    public boolean isSchoolHoliday(LocalDate day) {
        int year = day.getYear();
        for (Term term : Term.values()) {
            // a council's term may begin or end in the neighbouring calendar year
            for (int near = year - 1; near <= year + 1; near++) {
                if (term(term, near).isSchoolTime(day)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String key(Term term, int year) {
        return term + " " + year;
    }

    private static Entry nationwide(Term term, int year) {
        return switch (term) {
            case AUTUMN -> entry(term, year, Month.SEPTEMBER, 1, Month.DECEMBER, 20, lastMonday(year, Month.OCTOBER));
            case SPRING -> entry(term, year, Month.JANUARY, 4, Month.MARCH, 31, thirdMonday(year, Month.FEBRUARY));
            case SUMMER -> entry(term, year, Month.APRIL, 15, Month.JULY, 22, lastMonday(year, Month.MAY));
        };
    }

    private static Entry entry(Term term, int year, Month from, int first, Month to, int last, LocalDate monday) {
        return new Entry(
                term, year, LocalDate.of(year, from, first), LocalDate.of(year, to, last), monday, monday.plusDays(6));
    }

    private static LocalDate lastMonday(int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
    }

    private static LocalDate thirdMonday(int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.MONDAY));
    }
}
