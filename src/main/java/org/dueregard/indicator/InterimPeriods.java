package org.dueregard.indicator;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.PeriodKind;
import org.dueregard.calendar.Term;
import org.jspecify.annotations.Nullable;

/** The parts of a target's period that can have a target of their own, by how often the indicator has a figure. */
public final class InterimPeriods {

    private static final int HALF_A_YEAR = 6;
    private static final int A_YEAR = 12;

    private InterimPeriods() {}

    /**
     * Quarters, the quarter in which the first half ends, or terms; the earliest first. The last of them is left out
     * where it ends with the target's period, because the target itself is for that, unless results are of each part.
     */
    public static List<Period> of(Measure measure, @Nullable Period whole) {
        Frequency frequency = measure.frequency();
        boolean levels = measure.valueKind() != ValueKind.YES_NO && measure.valueKind() != ValueKind.WORDS;
        if (whole == null || frequency == null || !levels) {
            return List.of();
        }
        if (whole.months() > A_YEAR || frequency.months() >= whole.months()) {
            return List.of();
        }
        return around(frequency, whole).stream()
                .filter(part -> part.months() < whole.months())
                .filter(part -> !part.firstDay().isBefore(whole.firstDay())
                        && !part.lastDay().isAfter(whole.lastDay()))
                .filter(part -> measure.basis() == Basis.WHOLE_PERIOD || !endsWith(part, whole))
                .sorted(Comparator.comparing((Period part) -> part.lastDay()))
                .toList();
    }

    private static boolean endsWith(Period part, Period whole) {
        boolean lastTerm = part.kind() == PeriodKind.TERM && part.number().orElse(0) == Term.values().length;
        return lastTerm || part.lastDay().equals(whole.lastDay());
    }

    private static List<Period> around(Frequency frequency, Period whole) {
        List<Period> parts = new ArrayList<>();
        for (int year = whole.firstDay().getYear() - 1; year <= whole.lastDay().getYear(); year++) {
            if (frequency == Frequency.TERMLY) {
                for (Term term : Term.values()) {
                    parts.add(Period.term(term, year + 1));
                }
            } else {
                for (int number = 1; number <= 4; number++) {
                    Period quarter = Period.quarter(number, year);
                    if (frequency != Frequency.HALF_YEARLY || endsAHalf(quarter, whole)) {
                        parts.add(quarter);
                    }
                }
            }
        }
        return parts;
    }

    private static boolean endsAHalf(Period quarter, Period whole) {
        long months = ChronoUnit.MONTHS.between(
                YearMonth.from(whole.firstDay()),
                YearMonth.from(quarter.lastDay()).plusMonths(1));
        return months > 0 && months % HALF_A_YEAR == 0;
    }
}
