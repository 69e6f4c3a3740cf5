package org.dueregard.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.PeriodKind;
import org.dueregard.calendar.TermDates;
import org.jspecify.annotations.Nullable;

/** What is known of an indicator on a day, and which of it counts for a target. */
final class Known {

    private final Measure measure;
    private final TargetSetting setting;
    private final TermDates terms;
    private final Map<Period, Figure> outturns = new HashMap<>();
    private final List<ComparatorFigure> comparators;

    Known(Measure measure, TargetSetting setting, Series series, LocalDate asOf, TermDates terms) {
        this.measure = measure;
        this.setting = setting;
        this.terms = terms;
        series.outturns().stream()
                .filter(figure -> !figure.isEmpty() && isKnown(figure.enteredOn(), asOf))
                .forEach(figure -> outturns.merge(figure.period(), figure, Known::better));
        this.comparators = series.comparators().stream()
                .filter(figure -> isKnown(figure.enteredOn(), asOf))
                .toList();
    }

    LocalDate lastDay(Period period) {
        return period.lastDay(terms);
    }

    /** Whether the figure's last day falls in the period of the target. */
    boolean counts(Figure figure) {
        Period period = setting.period();
        return period != null && period.contains(lastDay(figure.period()), terms);
    }

    /**
     * The figure that the target is judged by: one for the whole of its period before one for a part, then the latest;
     * of results for parts, one that can be judged.
     */
    Optional<Figure> forTarget() {
        return latest(this::counts);
    }

    /** The first number, by the day on which it was entered, that sets a baseline. */
    Optional<Figure> settingBaseline() {
        return outturns.values().stream()
                .filter(figure -> (setting.period() == null || counts(figure))
                        && figure.valueIn(measure).isPresent())
                .min(Comparator.comparing(Figure::enteredOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Figure::period));
    }

    private Optional<Figure> latest(Predicate<Figure> which) {
        Comparator<Figure> order = Comparator.comparing((Figure figure) -> !isPart(figure))
                .thenComparing(figure -> measure.basis() != Basis.WHOLE_PERIOD || interimFor(figure) != null)
                .thenComparing(figure -> lastDay(figure.period()))
                .thenComparing(figure -> figure.period().months())
                .thenComparing(Figure::period);
        return outturns.values().stream().filter(which).max(order);
    }

    /** The outturn of a period; the baseline belongs to the series too. */
    Optional<Figure> outturn(@Nullable Period period) {
        if (period == null) {
            return Optional.empty();
        }
        Figure baseline = setting.baseline();
        return allOutturns()
                .filter(figure -> isSame(figure.period(), period))
                .min(Comparator.comparing((Figure figure) -> figure == baseline));
    }

    /** Earlier figures of the same kind whose periods lie in the months before the figure's, the earliest first. */
    double[] earlier(Figure figure, int months) {
        LocalDate end = figure.period().firstDay(terms);
        LocalDate start = end.minusMonths(months);
        return allOutturns()
                .filter(other -> other.period().kind() == figure.period().kind()
                        && !other.period().firstDay(terms).isBefore(start)
                        && lastDay(other.period()).isBefore(end))
                .sorted(Comparator.comparing(Figure::period))
                .flatMap(other -> other.valueIn(measure).stream())
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
    }

    boolean goesBelowNought() {
        return allOutturns()
                .anyMatch(figure -> figure.valueIn(measure)
                        .filter(value -> value.signum() < 0)
                        .isPresent());
    }

    private Stream<Figure> allOutturns() {
        Figure baseline = setting.baseline();
        return baseline == null || outturns.containsKey(baseline.period())
                ? outturns.values().stream()
                : Stream.concat(outturns.values().stream(), Stream.of(baseline));
    }

    /** The name under which comparators are looked up; null when neither target nor measure names one. */
    static @Nullable String comparatorName(Measure measure, @Nullable String named) {
        return named != null && !named.isBlank() ? named : measure.comparatorName();
    }

    /** The comparator's latest figure that is no later than the outturn's own period. */
    Optional<ComparatorFigure> comparator(@Nullable String named, Period figurePeriod) {
        String name = comparatorName(measure, named);
        if (name == null
                && comparators.stream().map(ComparatorFigure::name).distinct().count() > 1) {
            return Optional.empty();
        }
        return comparators.stream()
                .filter(figure -> name == null || figure.name().trim().equalsIgnoreCase(name.trim()))
                .filter(figure -> !lastDay(figure.period()).isAfter(lastDay(figurePeriod)))
                .max(Comparator.comparing((ComparatorFigure figure) -> isSamePeriod(figure.period(), figurePeriod))
                        .thenComparing(figure -> lastDay(figure.period()))
                        .thenComparing(figure -> figure.period().kind() == figurePeriod.kind())
                        .thenComparing(figure -> figure.period().months())
                        .thenComparing(ComparatorFigure::enteredOn, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    /**
     * Whether a comparator is for the figure's own period. A year of another kind never is; a day or part that ends
     * with it is, unless results of whole periods are compared.
     */
    boolean isSamePeriod(Period comparator, Period figure) {
        if (comparator.equals(figure)) {
            return true;
        }
        boolean twoSpans = comparator.months() >= 12 && figure.months() >= 12;
        return !twoSpans
                && measure.basis() != Basis.WHOLE_PERIOD
                && lastDay(comparator).equals(lastDay(figure));
    }

    @Nullable
    BigDecimal interimFor(Figure figure) {
        BigDecimal exact = setting.interimTargets().get(figure.period());
        if (exact != null || measure.basis() == Basis.WHOLE_PERIOD) {
            return exact;
        }
        return setting.interimTargets().entrySet().stream()
                .filter(interim -> lastDay(interim.getKey()).equals(lastDay(figure.period())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Whether the figure is for a part of the target's period only. */
    boolean isPart(Figure figure) {
        Period whole = setting.period();
        Period part = figure.period();
        if (whole == null || part.equals(whole) || part.months() >= whole.months()) {
            return false;
        }
        if (isYearly(figure) && whole.months() <= 12) {
            return false;
        }
        boolean endsWithIt = lastDay(part).equals(lastDay(whole)) || isLastTermOf(part, whole);
        return !endsWithIt || (measure.basis() == Basis.WHOLE_PERIOD && part.kind() != PeriodKind.DATE);
    }

    /** Which part of the target's period is over at the end of the figure's: three quarters, or 9 of 12 months. */
    Share shareOver(Period part, Period whole) {
        if (part.kind() == PeriodKind.TERM && whole.kind() == PeriodKind.ACADEMIC_YEAR) {
            return new Share(BigDecimal.valueOf(part.number().orElse(3)), BigDecimal.valueOf(3));
        }
        LocalDate start = whole.firstDay(terms);
        LocalDate end = lastDay(part).plusDays(1);
        if (whole.kind() == PeriodKind.TERM) {
            return new Share(
                    BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end)),
                    BigDecimal.valueOf(ChronoUnit.DAYS.between(start, lastDay(whole)) + 1));
        }
        long months = ChronoUnit.MONTHS.between(start, end);
        LocalDate rest = start.plusMonths(months);
        long days = ChronoUnit.DAYS.between(rest, end);
        long length = rest.lengthOfMonth();
        return new Share(
                BigDecimal.valueOf(months * length + days), BigDecimal.valueOf(Math.max(1, whole.months()) * length));
    }

    /** A share of a period: so much of so much. */
    record Share(BigDecimal of, BigDecimal in) {

        BigDecimal times(BigDecimal amount) {
            return amount.multiply(of).divide(in, MathContext.DECIMAL64);
        }
    }

    /** The period before the figure's; of a day, as far back as its indicator has figures. */
    @Nullable
    Period before(Figure figure) {
        Period period = figure.period();
        Frequency frequency = measure.frequency();
        if (period.kind() != PeriodKind.DATE || frequency == null || frequency == Frequency.YEARLY) {
            return period.previous();
        }
        LocalDate day = period.lastDay();
        return frequency == Frequency.TERMLY ? null : Period.asAt(monthsBefore(day, frequency.months()));
    }

    private boolean isYearly(Figure figure) {
        if (measure.frequency() != null) {
            return measure.frequency() == Frequency.YEARLY;
        }
        // nobody said how often: one count in the year, as at a day, is the year's
        return figure.period().kind() == PeriodKind.DATE
                && setting.interimTargets().isEmpty()
                && outturns.values().stream().filter(this::counts).count() <= 1;
    }

    private static boolean isLastTermOf(Period part, Period whole) {
        return part.kind() == PeriodKind.TERM
                && whole.kind() == PeriodKind.ACADEMIC_YEAR
                && part.number().filter(number -> number == 3).isPresent();
    }

    private static boolean isSame(Period one, Period other) {
        if (one.equals(other)) {
            return true;
        }
        // the end of February is not the same date every year
        return one.kind() == PeriodKind.DATE
                && other.kind() == PeriodKind.DATE
                && isEndOfMonth(one.lastDay())
                && isEndOfMonth(other.lastDay())
                && YearMonth.from(one.lastDay()).equals(YearMonth.from(other.lastDay()));
    }

    private static LocalDate monthsBefore(LocalDate day, int months) {
        LocalDate earlier = day.minusMonths(months);
        return isEndOfMonth(day) ? YearMonth.from(earlier).atEndOfMonth() : earlier;
    }

    private static boolean isEndOfMonth(LocalDate day) {
        return day.getDayOfMonth() >= 28 && day.plusDays(1).getDayOfMonth() == 1;
    }

    private static boolean isKnown(@Nullable LocalDate enteredOn, LocalDate asOf) {
        return enteredOn == null || !enteredOn.isAfter(asOf);
    }

    private static Figure better(Figure one, Figure other) {
        int byDay =
                Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()).compare(one.enteredOn(), other.enteredOn());
        int order = byDay != 0 ? byDay : one.state().compareTo(other.state());
        return order > 0 ? one : other;
    }
}
