package org.dueregard.dashboard.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dueregard.calendar.Period;
import org.dueregard.dashboard.read.Story.Restated;
import org.dueregard.dashboard.read.Story.Restatement;
import org.dueregard.indicator.Assessment;
import org.dueregard.indicator.ComparatorFigure;
import org.dueregard.indicator.Dossier;
import org.dueregard.indicator.DossierYears;
import org.dueregard.indicator.Figure;
import org.dueregard.indicator.Reported;
import org.dueregard.indicator.Series;
import org.dueregard.indicator.Status;
import org.dueregard.indicator.Target;
import org.jspecify.annotations.Nullable;

/**
 * Works out what closed rounds would have come to by what was corrected after them. It looks as on the day on which they
 * were judged: what was entered later and corrects nothing stays unknown.
 *
 * @param corrections the latest first
 * @param since the day on which the first figure for a period became known, for those that were corrected
 * @param othersSince the same of others' figures, by their name and period
 */
record Restating(
        DossierYears years,
        List<Restated> corrections,
        Map<String, LocalDate> since,
        Map<String, LocalDate> othersSince) {

    /** What a closed round has. */
    record Closed(
            Period period,
            Instant closedAt,
            LocalDate asOf,
            Status status,
            String sentence,
            @Nullable String figurePeriod,
            @Nullable Status reported) {}

    /** Empty when nothing was corrected on which it depended, or when it would come to the same. */
    Optional<Restatement> of(Closed closed) {
        LocalDate day = closed.period().lastDay();
        Dossier dossier = years.on(day);
        List<Restated> because = corrections.stream()
                .filter(corrected -> corrected.at().isAfter(closed.closedAt()))
                .filter(corrected -> matters(corrected, closed, dossier, years.planYear(day)))
                .toList();
        if (because.isEmpty()) {
            return Optional.empty();
        }
        Assessment assessment = dossier.with(asKnownThen(dossier.series()))
                .with(closed.reported() == null ? null : Reported.as(closed.reported()))
                .assess(closed.asOf());
        boolean same =
                assessment.status() == closed.status() && assessment.sentence().equals(closed.sentence());
        return same
                ? Optional.empty()
                : Optional.of(new Restatement(
                        assessment.status(), assessment.notRatedReason(), assessment.sentence(), because));
    }

    private static boolean matters(Restated corrected, Closed closed, Dossier dossier, @Nullable Period planYear) {
        return switch (corrected.kind()) {
            case FIGURE -> periods(closed, dossier).contains(corrected.about());
            case TARGET -> planYear != null && planYear.label().equals(corrected.planYear());
            case COMPARATOR ->
                dossier.setting().target() instanceof Target.AgainstComparator
                        && dossier.compared().stream()
                                .anyMatch(figure -> othersKey(figure).equals(corrected.about()));
            case TOLERANCE, DEFINITION -> true;
        };
    }

    /** Of the figures that a status depends on: the one judged, the baseline, and the one a year earlier. */
    private static Set<String> periods(Closed closed, Dossier dossier) {
        Set<String> periods = new TreeSet<>();
        if (closed.figurePeriod() != null) {
            periods.add(closed.figurePeriod());
            periods.add(Period.parse(closed.figurePeriod()).yearBefore().label());
        }
        Figure baseline = dossier.setting().baseline();
        if (baseline != null) {
            periods.add(baseline.period().label());
        }
        return periods;
    }

    private Series asKnownThen(Series now) {
        return new Series(
                now.outturns().stream()
                        .map(figure -> figure.knownSince(
                                since.getOrDefault(figure.period().label(), figure.enteredOn())))
                        .toList(),
                now.comparators().stream()
                        .map(figure -> new ComparatorFigure(
                                figure.name(),
                                figure.period(),
                                figure.value(),
                                othersSince.getOrDefault(othersKey(figure), figure.enteredOn())))
                        .toList());
    }

    private static String othersKey(ComparatorFigure figure) {
        return othersKey(figure.name(), figure.period().label());
    }

    /** As {@code England, 2013/14 academic year}. */
    static String othersKey(@Nullable String whose, String period) {
        return Objects.toString(whose) + ", " + period;
    }
}
