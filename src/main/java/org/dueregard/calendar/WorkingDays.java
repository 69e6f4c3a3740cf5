package org.dueregard.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;

/** Days on which council offices in England are open: neither a weekend nor a bank holiday. */
public final class WorkingDays {

    private static final String ENGLAND = "eng";

    /** Made when first asked for: reading the holidays takes a moment that a start need not wait for. */
    private static final class England {

        static final HolidayManager HOLIDAYS =
                HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    }

    private WorkingDays() {}

    /** The name of the bank holiday in England on that day. */
    public static Optional<String> bankHoliday(LocalDate day) {
        return England.HOLIDAYS.getHolidays(Year.of(day.getYear()), ENGLAND).stream()
                .filter(holiday -> holiday.getDate().equals(day))
                .map((Holiday holiday) -> holiday.getDescription(Locale.UK))
                .findFirst();
    }

    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    public static boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && bankHoliday(day).isEmpty();
    }

    /** The day itself or the first working day after it. */
    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
