package org.dueregard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the rule whatever comes in. Each case is made from a seed, so that a failure can be repeated. */
class StatusRulePropertyTests {

    private static final List<String> PERIODS = List.of(
            "2014/15",
            "2013/14",
            "2012/13",
            "2013/14 academic",
            "2014/15 academic",
            "2014",
            "Q1 2014/15",
            "Q3 2014/15",
            "Q4 2014/15",
            "Q3 2013/14",
            "November 2014",
            "March 2015",
            "31 March 2015",
            "15 January 2015",
            "Summer term 2014",
            "Autumn term 2014",
            "2012/13-2014/15",
            "2013 and 2014");

    static Stream<Long> seeds() {
        return IntStream.range(0, 600).mapToObj(seed -> (long) seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverThrowsAndAlwaysExplains(long seed) {
        Random random = new Random(seed);
        Measure measure = measure(random);
        TargetSetting setting = setting(random);
        Series series = series(random);
        Reported reported = random.nextBoolean() ? null : new Reported(any(random, Status.values()), someDay(random));
        Tolerance tolerance = new Tolerance(amount(random).abs(), any(random, ChangeUnit.values()));
        LocalDate asOf = day(random);

        Assessment assessment = StatusRule.assess(measure, setting, series, reported, tolerance, asOf);

        assertThat(assessment.sentence()).isNotBlank().endsWith(".").doesNotContain("{", "null");
        assertThat(assessment.notRatedReason() != null).isEqualTo(assessment.status() == Status.NOT_RATED);
        assertThat(assessment.caveats()).extracting(Caveat::kind).doesNotHaveDuplicates();
        assertThat(assessment.caveats()).extracting(Caveat::sentence).noneMatch(words -> words.contains("{"));
        assertThat(setting.target().words(measure)).isNotBlank().doesNotContain("{");
        assertThat(StatusRule.assess(measure, setting, series, reported, tolerance, asOf))
                .isEqualTo(assessment);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverGetsWorseWhenAHigherIsBetterFigureRises(long seed) {
        Random random = new Random(seed);
        Measure measure = new Measure(
                "Indicator",
                null,
                random.nextInt(3),
                Polarity.HIGHER,
                any(random, new ValueKind[] {ValueKind.NUMBER, ValueKind.PERCENTAGE, ValueKind.MONEY}),
                any(random, Basis.values()),
                null,
                false,
                "England",
                null,
                null);
        TargetSetting setting = TargetSetting.of("", risingTarget(random), Period.financialYear(2014))
                .withBaseline(Figure.of(Period.financialYear(2013), amount(random)));
        ComparatorFigure england =
                ComparatorFigure.of("England", Period.financialYear(2013 + random.nextInt(2)), amount(random));
        Tolerance tolerance = new Tolerance(amount(random).abs(), any(random, ChangeUnit.values()));
        Period period = Period.parse(any(random, new String[] {"2014/15", "Q3 2014/15", "31 March 2015"}));
        LocalDate asOf = LocalDate.of(2015, 3, 30).plusDays(random.nextInt(5));
        BigDecimal low = amount(random);
        BigDecimal high = low.add(amount(random).abs());

        Assessment before = StatusRule.assess(measure, setting, series(period, low, england), null, tolerance, asOf);
        Assessment after = StatusRule.assess(measure, setting, series(period, high, england), null, tolerance, asOf);

        assertThat(after.status().isWorseThan(before.status()))
                .as("%s | %s", before.spoken(), after.spoken())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheTermsOfATarget(long seed) {
        Target target = target(new Random(seed));
        TargetTerms terms = TargetTerms.of(target);
        assertThat(terms.isWhole()).isTrue();
        assertThat(terms.kind()).isEqualTo(target.kind());
        assertThat(terms.toTarget()).isEqualTo(target);
        assertThat(TargetTerms.of(terms.toTarget())).isEqualTo(terms);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsAToleranceInItsWords(long seed) {
        Random random = new Random(seed);
        Tolerance tolerance = new Tolerance(amount(random).abs(), any(random, ChangeUnit.values()));
        assertThat(Tolerance.parse(tolerance.words())).isEqualTo(tolerance);
    }

    private static Series series(Period period, BigDecimal value, ComparatorFigure comparator) {
        return Series.of(Figure.of(period, value)).with(comparator);
    }

    private static Target risingTarget(Random random) {
        BigDecimal value = amount(random);
        return switch (random.nextInt(7)) {
            case 0 -> new Target.AtLeast(value);
            case 1 -> new Target.MoreThan(value);
            case 2 -> new Target.AgainstComparator(Relation.AT_OR_ABOVE, null, value);
            case 3 -> new Target.AgainstComparator(Relation.IN_LINE, null, null);
            case 4 -> new Target.Increase(null, false);
            case 5 -> new Target.Increase(new Target.Change(value.abs(), any(random, ChangeUnit.values())), false);
            default -> new Target.Maintain();
        };
    }

    private static Target target(Random random) {
        BigDecimal value = amount(random);
        Target.Change change =
                random.nextBoolean() ? null : new Target.Change(amount(random).abs(), any(random, ChangeUnit.values()));
        return switch (any(random, TargetKind.values())) {
            case AT_LEAST -> new Target.AtLeast(value);
            case AT_MOST -> new Target.AtMost(value);
            case MORE_THAN -> new Target.MoreThan(value);
            case FEWER_THAN -> new Target.FewerThan(value);
            case BETWEEN -> new Target.Between(value, value.add(amount(random).abs()));
            case EXACTLY -> new Target.Exactly(value);
            case AGAINST_COMPARATOR ->
                new Target.AgainstComparator(
                        any(random, Relation.values()),
                        random.nextBoolean() ? null : "London",
                        random.nextBoolean() ? null : value);
            case INCREASE -> new Target.Increase(change, random.nextBoolean());
            case REDUCE -> new Target.Reduce(change, random.nextBoolean());
            case MAINTAIN -> new Target.Maintain();
            case MILESTONE -> new Target.Milestone();
            case SET_BASELINE -> new Target.SetBaseline();
            case TRACK -> new Target.Track();
            case TO_BE_CONFIRMED -> new Target.ToBeConfirmed();
            case NOT_STATED -> new Target.NotStated();
            case NARRATIVE -> new Target.Narrative();
        };
    }

    private static Measure measure(Random random) {
        return new Measure(
                "Indicator",
                random.nextBoolean() ? null : "pupils",
                random.nextInt(4),
                any(random, Polarity.values()),
                any(random, ValueKind.values()),
                any(random, Basis.values()),
                random.nextBoolean() ? null : any(random, Frequency.values()),
                random.nextBoolean(),
                random.nextBoolean() ? null : "England",
                random.nextInt(4) == 0 ? new GapGroups("others", "looked after") : null,
                random.nextBoolean() ? null : 36);
    }

    private static TargetSetting setting(Random random) {
        Map<Period, BigDecimal> interim = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            interim.put(period(random), amount(random));
        }
        return new TargetSetting(
                "as written",
                target(random),
                random.nextInt(10) == 0 ? null : period(random),
                random.nextBoolean() ? null : figure(random),
                interim,
                someDay(random),
                someDay(random));
    }

    private static Series series(Random random) {
        List<Figure> outturns = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            outturns.add(figure(random));
        }
        List<ComparatorFigure> comparators = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            comparators.add(new ComparatorFigure(
                    random.nextBoolean() ? "England" : "London", period(random), amount(random), someDay(random)));
        }
        return new Series(outturns, comparators);
    }

    private static Figure figure(Random random) {
        return new Figure(
                period(random),
                some(random),
                random.nextInt(4) == 0 ? "2 sets trained" : null,
                some(random),
                some(random),
                some(random),
                some(random),
                any(random, FigureState.values()),
                someDay(random));
    }

    private static @Nullable BigDecimal some(Random random) {
        return random.nextBoolean() ? null : amount(random);
    }

    /** Often nought or one, at times negative: where rules break. */
    private static BigDecimal amount(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> BigDecimal.ONE;
            case 2 -> BigDecimal.valueOf(random.nextInt(200) - 100);
            case 3 -> BigDecimal.valueOf(random.nextInt(20000) - 5000, 2);
            case 4 -> BigDecimal.valueOf(random.nextInt(100));
            default -> new BigDecimal("1E+3").multiply(BigDecimal.valueOf(random.nextInt(5)));
        };
    }

    private static Period period(Random random) {
        return Period.parse(PERIODS.get(random.nextInt(PERIODS.size())));
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2014, 1, 1).plusDays(random.nextInt(800));
    }

    private static @Nullable LocalDate someDay(Random random) {
        return random.nextInt(3) == 0 ? day(random) : null;
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
