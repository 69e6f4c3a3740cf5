package org.dueregard.indicator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;

/** What the status of one node is worked out from, with the target of each plan year that has one. */
public final class DossierYears {

    private final List<Year> years;

    /** @param planYear null where the node has no target */
    record Year(@Nullable Period planYear, Dossier dossier) {}

    /** @param years at least one */
    DossierYears(List<Year> years) {
        this.years = List.copyOf(years);
    }

    /** With the target that is in force on the day. */
    public Dossier on(LocalDate day) {
        return inForce(day).dossier();
    }

    /** The plan year of the target in force on the day; null where the node has no target. */
    public @Nullable Period planYear(LocalDate day) {
        return inForce(day).planYear();
    }

    /** As {@link Dossiers} chooses: the plan year in which the day lies; else the last one before it, else the first. */
    private Year inForce(LocalDate day) {
        return years.stream()
                .min(Comparator.comparing((Year year) -> isAhead(year, day)).thenComparing(year -> away(year, day)))
                .orElseThrow();
    }

    private static boolean isAhead(Year year, LocalDate day) {
        return year.planYear() != null && year.planYear().firstDay().isAfter(day);
    }

    private static long away(Year year, LocalDate day) {
        return year.planYear() == null
                ? 0
                : Math.abs(ChronoUnit.DAYS.between(year.planYear().firstDay(), day));
    }
}
