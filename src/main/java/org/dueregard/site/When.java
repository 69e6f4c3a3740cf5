package org.dueregard.site;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says days and moments in plain English, for pages: {@code 31 March 2015}, {@code 4pm}. */
@Component("when")
public class When {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter WEEKDAY_AND_YEAR =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("ha", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private final Clock clock;

    When(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** {@code 31 March 2015}. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** {@code 27 Nov}. */
    public String shortDay(LocalDate day) {
        return SHORT.format(day);
    }

    /** {@code Friday 27 November}. */
    public String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** {@code Thursday 10 December 2026}. */
    public String weekdayAndYear(LocalDate day) {
        return WEEKDAY_AND_YEAR.format(day);
    }

    /** {@code 4pm}, {@code 2:14pm}. */
    public String time(java.time.LocalTime time) {
        return (time.getMinute() == 0 ? HOUR : MINUTE)
                .format(time)
                .toLowerCase(Locale.UK)
                .replace(" ", "");
    }

    /** {@code today at 2:14pm}, else {@code 24 November 2026 at 2:31pm}. */
    public String moment(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        ZoneId zone = clock.getZone();
        LocalDate day = at.atZone(zone).toLocalDate();
        String time = time(at.atZone(zone).toLocalTime());
        return (day.equals(today()) ? "today" : DAY.format(day)) + " at " + time;
    }

    /** The day of a moment, {@code 24 November 2026}. */
    public String dayOf(@Nullable Instant at) {
        return at == null ? "" : DAY.format(at.atZone(clock.getZone()).toLocalDate());
    }

    /** How many days from today; negative when it is past. */
    public long daysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(today(), day);
    }
}
