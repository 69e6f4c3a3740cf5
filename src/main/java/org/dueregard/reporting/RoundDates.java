package org.dueregard.reporting;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.TermDates;
import org.dueregard.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/** Which days suit a round: working days, and for meetings days in term, since the group does not meet in the holidays. */
public final class RoundDates {

    private static final int DAYS_TO_REPORT = 24;
    private static final int DAYS_TO_CHECK = 14;
    private static final int DAYS_TO_PREPARE = 7;

    private final TermDates terms;

    public RoundDates(TermDates terms) {
        this.terms = terms;
    }

    /** Why a day does not suit. */
    public enum Unsuited {
        WEEKEND,
        BANK_HOLIDAY,
        SCHOOL_HOLIDAY
    }

    /**
     * A day that does not suit.
     *
     * @param holiday name of the bank holiday; null when it is none
     * @param better the first day after it that does
     */
    public record Doubt(
            LocalDate day, Unsuited why, @Nullable String holiday, LocalDate better) {}

    /** A round that opens when its period is over and leaves owners a little over three weeks. */
    public RoundDraft propose(String name, Period period) {
        LocalDate opens = WorkingDays.onOrAfter(period.lastDay().plusDays(1));
        LocalDate due = WorkingDays.onOrAfter(opens.plusDays(DAYS_TO_REPORT));
        LocalDate closes = WorkingDays.onOrAfter(due.plusDays(DAYS_TO_CHECK));
        LocalDate meeting = next(closes.plusDays(DAYS_TO_PREPARE), this::suitsMeeting);
        return new RoundDraft(name, period, Asks.BOTH, opens, due, closes, meeting);
    }

    /** What speaks against opening, being due or closing on that day; null when nothing does. */
    public @Nullable Doubt doubt(LocalDate day) {
        return WorkingDays.isWorkingDay(day) ? null : doubt(day, WorkingDays::isWorkingDay);
    }

    /** What speaks against meeting on that day; null when nothing does. */
    public @Nullable Doubt doubtAboutMeeting(LocalDate day) {
        return suitsMeeting(day) ? null : doubt(day, this::suitsMeeting);
    }

    private Doubt doubt(LocalDate day, Predicate<LocalDate> suits) {
        String holiday = WorkingDays.bankHoliday(day).orElse(null);
        Unsuited why = holiday != null
                ? Unsuited.BANK_HOLIDAY
                : WorkingDays.isWeekend(day) ? Unsuited.WEEKEND : Unsuited.SCHOOL_HOLIDAY;
        return new Doubt(day, why, holiday, next(day, suits));
    }

    private boolean suitsMeeting(LocalDate day) {
        return WorkingDays.isWorkingDay(day) && !terms.isSchoolHoliday(day);
    }

    private static LocalDate next(LocalDate from, Predicate<LocalDate> suits) {
        LocalDate day = from;
        while (!suits.test(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
