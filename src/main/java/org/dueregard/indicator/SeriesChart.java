package org.dueregard.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.PeriodKind;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an indicator laid out as a line chart: where each point, line and label stands, in the chart's own units.
 * A template turns it into SVG. The axis begins at nought unless figures are negative; percentages below 100 keep room to
 * show what moved.
 *
 * @param finding what the chart shows, as its title
 * @param limits of what is usual, where the indicator has an exception trigger
 * @param interval bars of the 95% intervals, where the groups are small
 * @param comparator name of whoever it is compared with; null when nobody
 * @param target the level that was promised, as a dashed line; null when it is no single level
 */
public record SeriesChart(
        int width,
        int height,
        String finding,
        List<Tick> ticks,
        List<Label> periods,
        Line outturn,
        Line others,
        @Nullable String comparator,
        @Nullable Target target,
        List<Bar> interval,
        List<Limit> limits) {

    private static final int MOST_POINTS = 8;

    /** Three years of months on a desk, and one and the same month a year earlier on a phone. */
    private static final int MOST_MONTHS = 36;

    private static final int MOST_MONTHS_NARROW = 13;

    private static final int NARROW = 500;

    /** A line of the axis with its value. */
    public record Tick(double y, String words) {}

    public record Label(double x, String words) {}

    /**
     * @param words the value, as shown beside the point
     * @param wordsY where they stand: on the side away from the other line
     */
    public record Point(double x, double y, String words, double wordsY) {}

    /** @param xmr whether it is of the XmR chart; else of the trigger */
    public record Limit(double y, String words, double wordsY, boolean xmr) {}

    public record Bar(double x, double top, double bottom) {}

    /** @param wordsY where the words stand: on the side away from the first point */
    public record Target(double y, String words, double wordsY) {}

    /** The points of one line, in order of time. */
    public record Line(List<Point> points) {

        /** For the {@code points} attribute of a polyline. */
        public String path() {
            StringBuilder path = new StringBuilder();
            points.forEach(point ->
                    path.append(point.x()).append(',').append(point.y()).append(' '));
            return path.toString().strip();
        }

        public Optional<Point> last() {
            return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
        }
    }

    /** Wide enough for a desk; empty with fewer than two figures. */
    public static Optional<SeriesChart> wide(Dossier dossier, @Nullable Assessment assessment) {
        return of(dossier, assessment, 720, 280);
    }

    /** Narrow enough for a phone. */
    public static Optional<SeriesChart> narrow(Dossier dossier, @Nullable Assessment assessment) {
        return of(dossier, assessment, 340, 250);
    }

    private static Optional<SeriesChart> of(Dossier dossier, @Nullable Assessment assessment, int width, int height) {
        Measure measure = dossier.measure();
        List<Figure> figures = dossier.series().outturns().stream()
                .filter(figure -> figure.valueIn(measure).isPresent())
                .sorted(java.util.Comparator.comparing(Figure::period))
                .toList();
        if (figures.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(new Layout(dossier, assessment, tail(figures, most(figures, width)), width, height).chart());
    }

    private static int most(List<Figure> figures, int width) {
        boolean monthly = figures.get(figures.size() - 1).period().kind() == PeriodKind.MONTH;
        return !monthly ? MOST_POINTS : width < NARROW ? MOST_MONTHS_NARROW : MOST_MONTHS;
    }

    private static <T> List<T> tail(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private static final class Layout {

        private static final double LEFT = 46;
        private static final double TOP = 14;
        private static final double BOTTOM = 30;

        /** About what a character of the labels takes, and what stays free between two of them. */
        private static final double CHARACTER = 7.5;

        private static final double GAP = 8;

        /** Of more than this the interval is too narrow to see. */
        private static final BigDecimal SMALL = BigDecimal.valueOf(100);

        private final Dossier dossier;
        private final Measure measure;
        private final @Nullable Assessment assessment;
        private final List<Figure> figures;
        private final List<ComparatorFigure> compared;
        private final List<Period> periods;
        private final int width;
        private final int height;
        private final double right;
        private final double low;
        private final double high;
        private final double step;

        Layout(Dossier dossier, @Nullable Assessment assessment, List<Figure> figures, int width, int height) {
            this.dossier = dossier;
            this.measure = dossier.measure();
            this.assessment = assessment;
            this.figures = figures;
            this.width = width;
            this.height = height;
            this.right = width < NARROW ? 104 : 128;
            Period first = figures.get(0).period();
            this.compared = tail(
                    dossier.compared().stream()
                            .filter(figure -> figure.period().compareTo(first) >= 0)
                            .sorted(java.util.Comparator.comparing(ComparatorFigure::period))
                            .toList(),
                    most(figures, width));
            TreeSet<Period> all = new TreeSet<>();
            figures.forEach(figure -> all.add(figure.period()));
            compared.forEach(figure -> all.add(figure.period()));
            this.periods = List.copyOf(all);
            double least = 0;
            double most = 0;
            for (double value : values()) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            this.step = niceStep((most - least) / 4);
            this.low = Math.floor(least / step) * step;
            this.high = Math.max(Math.ceil(most / step) * step, low + step);
        }

        private List<Double> values() {
            List<Double> values = new ArrayList<>();
            figures.forEach(figure -> values.add(value(figure).doubleValue()));
            compared.forEach(figure -> values.add(figure.value().doubleValue()));
            if (level() != null) {
                values.add(level().value().doubleValue());
            }
            intervals().forEach(bar -> values.add(bar.high()));
            if (assessment != null && assessment.trigger() != null && assessment.xmr() != null) {
                values.add(assessment.trigger().low());
                values.add(assessment.trigger().high());
                values.add(assessment.xmr().high());
            }
            return values;
        }

        private @Nullable Level level() {
            Level level = assessment == null ? null : assessment.level();
            return level == null || level.high() != null ? null : level;
        }

        private BigDecimal value(Figure figure) {
            return figure.valueIn(measure).orElse(BigDecimal.ZERO);
        }

        private record Interval(Period period, double low, double high) {}

        private List<Interval> intervals() {
            List<Interval> intervals = new ArrayList<>();
            // side by side, the bars of three years of months would hide the line
            if (figures.size() > MOST_MONTHS_NARROW) {
                return intervals;
            }
            for (Figure figure : figures) {
                BigDecimal of = figure.numerator();
                BigDecimal in = figure.denominator();
                if (measure.valueKind() == ValueKind.PERCENTAGE
                        && of != null
                        && in != null
                        && in.signum() > 0
                        && of.signum() >= 0
                        && of.compareTo(in) <= 0
                        && in.compareTo(SMALL) < 0) {
                    Wilson wilson = Wilson.of(of, in);
                    intervals.add(new Interval(figure.period(), wilson.low(), wilson.high()));
                }
            }
            return intervals;
        }

        private static double niceStep(double raw) {
            if (raw <= 0) {
                return 1;
            }
            double power = Math.pow(10, Math.floor(Math.log10(raw)));
            for (double nice : new double[] {1, 2, 2.5, 5, 10}) {
                if (raw <= nice * power) {
                    return nice * power;
                }
            }
            return 10 * power;
        }

        private double x(Period period) {
            int place = periods.indexOf(period);
            double inner = width - LEFT - right;
            return periods.size() == 1
                    ? LEFT + inner / 2
                    : round(LEFT + 16 + (inner - 16) * place / (periods.size() - 1));
        }

        private double y(double value) {
            return round(TOP + (high - value) / (high - low) * (height - TOP - BOTTOM));
        }

        private static double round(double coordinate) {
            return BigDecimal.valueOf(coordinate)
                    .setScale(1, RoundingMode.HALF_UP)
                    .doubleValue();
        }

        SeriesChart chart() {
            List<Tick> ticks = new ArrayList<>();
            for (double value = low; value <= high + step / 1000; value += step) {
                BigDecimal shown = BigDecimal.valueOf(value)
                        .setScale(6, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
                boolean perCent = measure.valueKind() == ValueKind.PERCENTAGE && !measure.isGap();
                ticks.add(new Tick(y(value), shown.toPlainString() + (perCent ? "%" : "")));
            }
            List<Label> labels = new ArrayList<>();
            int every = everyHowManieth(periods.stream().map(Layout::shortLabel).toList());
            for (int i = periods.size() - 1; i >= 0; i -= every) {
                Period period = periods.get(i);
                labels.add(new Label(x(period), shortLabel(period)));
            }
            Level level = level();
            return new SeriesChart(
                    width,
                    height,
                    finding(),
                    ticks,
                    labels,
                    new Line(points()),
                    new Line(compared.stream()
                            .map(figure -> new Point(
                                    x(figure.period()),
                                    y(figure.value().doubleValue()),
                                    measure.shown(figure.value()),
                                    0))
                            .toList()),
                    compared.isEmpty() ? null : compared.get(0).name(),
                    level == null ? null : target(level),
                    intervals().stream()
                            .map(bar -> new Bar(x(bar.period()), y(bar.high()), y(bar.low())))
                            .toList(),
                    limits());
        }

        /** What is usual: the trigger's two lines, and those of the XmR chart where they are on the page. */
        private List<Limit> limits() {
            if (assessment == null || assessment.trigger() == null || assessment.xmr() == null) {
                return List.of();
            }
            List<Limit> limits = new ArrayList<>();
            limits.add(limit(assessment.trigger().high(), "chart.trigger", false, true));
            limits.add(limit(assessment.trigger().low(), "chart.trigger", false, false));
            limits.add(limit(assessment.xmr().high(), "chart.xmr", true, true));
            if (assessment.xmr().low() >= low) {
                limits.add(limit(assessment.xmr().low(), "chart.xmr", true, false));
            }
            return limits;
        }

        private Limit limit(double value, String key, boolean xmr, boolean above) {
            double y = y(value);
            return new Limit(y, Phrases.english().say(key), round(above ? y - 5 : y + 14), xmr);
        }

        private Target target(Level level) {
            double y = y(level.value().doubleValue());
            boolean pointBelow = y(value(figures.get(0)).doubleValue()) >= y;
            boolean above = pointBelow && y > TOP + 20;
            return new Target(
                    y, Phrases.english().say("chart.level", "level", level.words()), round(above ? y - 6 : y + 16));
        }

        private List<Point> points() {
            int every = everyHowManieth(figures.stream().map(this::words).toList());
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < figures.size(); i++) {
                boolean said = (figures.size() - 1 - i) % every == 0;
                points.add(point(figures.get(i), said ? words(figures.get(i)) : ""));
            }
            return points;
        }

        /** Counted from the newest, so many apart that texts beside each other do not touch. */
        private int everyHowManieth(List<String> texts) {
            double apart = (width - LEFT - right - 16) / Math.max(1, periods.size() - 1);
            int longest = texts.stream().mapToInt(String::length).max().orElse(1);
            return (int) Math.max(1, Math.ceil((longest * CHARACTER + GAP) / apart));
        }

        /** The axis of a gap is in points: beside each one it need not be said again. */
        private String words(Figure figure) {
            return measure.isGap()
                    ? value(figure)
                            .setScale(measure.decimals(), RoundingMode.HALF_UP)
                            .toPlainString()
                    : String.valueOf(dossier.shown(figure));
        }

        private Point point(Figure figure, String words) {
            double y = y(value(figure).doubleValue());
            boolean above = compared.stream()
                    .anyMatch(other -> other.period().equals(figure.period())
                            && other.value().compareTo(value(figure)) < 0);
            double wordsY = above && y > TOP + 16 ? y - 10 : y + 20;
            return new Point(x(figure.period()), y, words, round(wordsY));
        }

        private static String shortLabel(Period period) {
            return period.label().replace(" academic year", "");
        }

        /** From the first figure shown to the last, in the words of the measure. */
        private String finding() {
            Figure first = figures.get(0);
            Figure last = figures.get(figures.size() - 1);
            int way = value(last).compareTo(value(first));
            String key = way == 0 ? "chart.same" : way > 0 ? "chart.up" : "chart.down";
            return Phrases.english()
                    .say(
                            key,
                            "first",
                            String.valueOf(dossier.shown(first)),
                            "last",
                            String.valueOf(dossier.shown(last)),
                            "since",
                            shortLabel(first.period()),
                            "until",
                            shortLabel(last.period()));
        }
    }
}
