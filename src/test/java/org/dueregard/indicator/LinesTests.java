package org.dueregard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.TermDates;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From which figure on the status changes. */
class LinesTests {

    private static final Period YEAR = Period.financialYear(2014);
    private static final LocalDate IN_THE_YEAR = LocalDate.of(2015, 1, 15);

    static Stream<Long> seeds() {
        return IntStream.range(0, 400).mapToObj(seed -> (long) seed);
    }

    @Test
    void areSaidInWordsTheBestFirst() {
        Measure percentage = Measure.of("Take-up", ValueKind.PERCENTAGE, Polarity.HIGHER);
        Measure count = Measure.of("Entrants", ValueKind.NUMBER, Polarity.LOWER);

        assertThat(words(percentage, new Target.AtLeast(new BigDecimal(80)), "5%"))
                .containsExactly("ON_TRACK 80% or more", "AT_RISK 76% to 79%", "OFF_TRACK 75% or less");
        assertThat(words(count, new Target.AtMost(new BigDecimal(80)), "3"))
                .containsExactly("ON_TRACK 80 or less", "AT_RISK 81 to 83", "OFF_TRACK 84 or more");
        assertThat(words(count, new Target.FewerThan(new BigDecimal(80)), "0"))
                .containsExactly("ON_TRACK 79 or less", "AT_RISK 80", "OFF_TRACK 81 or more");
        assertThat(words(percentage, new Target.Between(new BigDecimal(20), new BigDecimal(40)), "5%"))
                .containsExactly(
                        "OFF_TRACK 18% or less",
                        "AT_RISK 19%", "ON_TRACK 20% to 40%", "AT_RISK 41% to 42%", "OFF_TRACK 43% or more");
    }

    @Test
    void areLeftOutWhereNoLevelIsJudgedAgainst() {
        Measure count = Measure.of("Entrants", ValueKind.NUMBER, Polarity.LOWER);
        for (Target none : List.of(
                new Target.Track(), new Target.NotStated(), new Target.Milestone(), new Target.Reduce(null, false))) {
            assertThat(Lines.of(dossier(count, none, Tolerance.PLAN_DEFAULT, Series.empty()), YEAR, IN_THE_YEAR))
                    .as(none.toString())
                    .isEmpty();
        }
        Measure yesNo = Measure.of("Agreed", ValueKind.YES_NO, Polarity.HIGHER);
        assertThat(Lines.of(
                        dossier(yesNo, new Target.Exactly(BigDecimal.ONE), Tolerance.PLAN_DEFAULT, Series.empty()),
                        YEAR,
                        IN_THE_YEAR))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreeWithTheRuleForWhateverFigureAndOnBothSidesOfEachLine(long seed) {
        Random random = new Random(seed);
        boolean gap = random.nextInt(4) == 0;
        Measure measure = new Measure(
                "Indicator",
                null,
                random.nextInt(3),
                any(random, Polarity.values()),
                any(random, ValueKind.NUMBER, ValueKind.PERCENTAGE, ValueKind.MONEY, ValueKind.RATE),
                any(random, Basis.values()),
                null,
                false,
                "England",
                gap ? new GapGroups("others", "these") : null,
                null);
        Tolerance tolerance = new Tolerance(amount(random), any(random, ChangeUnit.values()));
        Series series = Series.of(Figure.of(Period.financialYear(2013), amount(random)))
                .with(ComparatorFigure.of("England", YEAR, amount(random)));
        Dossier dossier = dossier(measure, target(random), tolerance, series);
        Period period = any(random, YEAR, Period.quarter(2, 2014), Period.parse("31 March 2015"));
        LocalDate asOf = any(random, IN_THE_YEAR, LocalDate.of(2015, 4, 1));

        Lines lines = Lines.of(dossier, period, asOf).orElse(null);

        if (lines == null) {
            assertThat(assess(dossier, period, BigDecimal.ONE, asOf).level()).isNull();
            return;
        }
        int places = assess(dossier, period, BigDecimal.ONE, asOf).value().scale();
        BigDecimal step = BigDecimal.ONE.movePointLeft(places);
        for (Lines.Stretch stretch : lines.stretches()) {
            for (BigDecimal edge : Stream.of(stretch.from(), stretch.to())
                    .filter(one -> one != null)
                    .toList()) {
                for (BigDecimal figure : List.of(edge.subtract(step), edge, edge.add(step))) {
                    assertAgrees(lines, dossier, period, figure, asOf);
                }
            }
        }
        for (int i = 0; i < 20; i++) {
            BigDecimal figure = amount(random).setScale(places, RoundingMode.HALF_UP);
            assertAgrees(lines, dossier, period, figure, asOf);
        }
    }

    private static void assertAgrees(Lines lines, Dossier dossier, Period period, BigDecimal figure, LocalDate asOf) {
        List<Lines.Stretch> holding =
                lines.stretches().stream().filter(one -> one.holds(figure)).toList();
        Assessment assessment = assess(dossier, period, figure, asOf);
        assertThat(holding).as("%s in %s", figure, lines).hasSize(1);
        assertThat(assessment.status())
                .as("%s in %s: %s", figure, lines, assessment.spoken())
                .isEqualTo(holding.get(0).status());
    }

    private static List<String> words(Measure measure, Target target, String tolerance) {
        return Lines.of(dossier(measure, target, Tolerance.parse(tolerance), Series.empty()), YEAR, IN_THE_YEAR)
                .orElseThrow()
                .stretches()
                .stream()
                .map(stretch -> stretch.status() + " " + stretch.words())
                .toList();
    }

    private static Assessment assess(Dossier dossier, Period period, BigDecimal figure, LocalDate asOf) {
        return dossier.with(Figure.of(period, figure)).assess(asOf);
    }

    private static Dossier dossier(Measure measure, Target target, Tolerance tolerance, Series series) {
        @Nullable
        Figure baseline = series.outturns().isEmpty() ? null : series.outturns().get(0);
        return new Dossier(
                new NodeId(UUID.randomUUID()),
                NodeKind.INDICATOR,
                measure.name(),
                Deadline.of(""),
                new IndicatorId(UUID.randomUUID()),
                null,
                measure,
                TargetSetting.of("Words", target, YEAR).withBaseline(baseline),
                series,
                tolerance,
                null,
                null,
                TermDates.nationwide());
    }

    private static Target target(Random random) {
        BigDecimal value = amount(random);
        Target.@Nullable Change change =
                random.nextBoolean() ? new Target.Change(amount(random), any(random, ChangeUnit.values())) : null;
        return switch (random.nextInt(10)) {
            case 0 -> new Target.AtLeast(value);
            case 1 -> new Target.AtMost(value);
            case 2 -> new Target.MoreThan(value);
            case 3 -> new Target.FewerThan(value);
            case 4 -> new Target.Exactly(value);
            case 5 -> new Target.Between(value, value.add(amount(random)));
            case 6 -> new Target.AgainstComparator(any(random, Relation.values()), null, null);
            case 7 -> new Target.Increase(change, random.nextBoolean());
            case 8 -> new Target.Reduce(change, random.nextBoolean());
            default -> new Target.Maintain();
        };
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(10_000), 2 + random.nextInt(2));
    }

    @SafeVarargs
    private static <E> E any(Random random, E... from) {
        return from[random.nextInt(from.length)];
    }
}
