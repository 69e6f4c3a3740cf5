package org.dueregard.indicator.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dueregard.indicator.Basis;
import org.dueregard.indicator.ChangeUnit;
import org.dueregard.indicator.GapGroups;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.Polarity;
import org.dueregard.indicator.Relation;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.TargetKind;
import org.dueregard.indicator.ValueKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a target prints is read back as that target. Each case is made from a seed, so that a failure can be repeated. */
class RoundTripTests {

    private static final List<String> COMPARATORS = List.of(
            "England",
            "London",
            "national",
            "Outer London",
            "South East",
            "statistical neighbours",
            "ICB average",
            "sector median",
            "resident population",
            "national average for acute trusts");

    private static final List<String> NAMES = List.of(
            "Attainment at key stage 2",
            "Number of first-time entrants",
            "Reduction in absence",
            "Pupil premium gap",
            "Increase in take-up");

    static Stream<Long> seeds() {
        return IntStream.range(0, 3_000).mapToObj(seed -> (long) seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isReadBackFromItsOwnWords(long seed) {
        Random random = new Random(seed);
        Measure measure = measure(random);
        Target target = target(random, measure);
        TargetReading reading = TargetReader.read(target.words(measure), About.of(measure));
        assertThat(reading.target()).as("%s: %s", measure, reading).isEqualTo(target);
        assertThat(reading.sureness()).as(reading.toString()).isEqualTo(Sureness.STATED);
        assertThat(reading.parts()).isEmpty();
        Target again = Objects.requireNonNull(reading.target());
        assertThat(again.words(measure)).isEqualTo(target.words(measure));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isReadTheSameInOtherDress(long seed) {
        Random random = new Random(seed);
        Measure measure = measure(random);
        Target target = target(random, measure);
        String dressed = dressed(target.words(measure), random);
        TargetReading reading = TargetReader.read(dressed, About.of(measure));
        Target read = Objects.requireNonNull(reading.target(), dressed);
        assertThat(read.words(measure)).as("%s: %s", measure, reading).isEqualToIgnoringCase(target.words(measure));
        assertThat(reading.words()).isEqualTo(dressed);
    }

    @ParameterizedTest
    @EnumSource(TargetKind.class)
    void coversEveryKind(TargetKind kind) {
        assertThat(seeds().limit(400).map(seed -> {
                    Random random = new Random(seed);
                    return target(random, measure(random)).kind();
                }))
                .contains(kind);
    }

    /** Capitals, spaces, full stops and the plain half of typography are accidents. */
    private static String dressed(String words, Random random) {
        String dressed = switch (random.nextInt(5)) {
            case 0 -> words.toUpperCase(Locale.UK);
            case 1 -> words.toLowerCase(Locale.UK);
            case 2 -> words.replace(' ', '\u00a0');
            case 3 -> words.replace(" ", "  ") + ".";
            default -> "Target: " + words;
        };
        return random.nextBoolean() ? dressed : "  " + dressed + "\n";
    }

    private static Measure measure(Random random) {
        ValueKind kind = any(random, ValueKind.values());
        boolean gap = kind == ValueKind.PERCENTAGE && random.nextInt(4) == 0;
        return new Measure(
                NAMES.get(random.nextInt(NAMES.size())),
                random.nextBoolean()
                        ? null
                        : kind == ValueKind.DURATION ? "days" : kind == ValueKind.RATE ? "per 100,000" : "pupils",
                random.nextInt(4),
                any(random, Polarity.values()),
                kind,
                any(random, Basis.values()),
                null,
                random.nextBoolean(),
                random.nextBoolean() ? null : COMPARATORS.get(random.nextInt(COMPARATORS.size())),
                gap ? new GapGroups("others", "looked after") : null,
                null);
    }

    private static Target target(Random random, Measure measure) {
        List<TargetKind> kinds = new ArrayList<>(List.of(TargetKind.values()));
        if (measure.valueKind() == ValueKind.YES_NO || measure.valueKind() == ValueKind.WORDS) {
            kinds.removeIf(TargetKind::isJudgedByFigure);
        }
        if (measure.valueKind() == ValueKind.YES_NO) {
            kinds.add(TargetKind.EXACTLY);
        }
        TargetKind kind = kinds.get(random.nextInt(kinds.size()));
        BigDecimal value = amount(random, measure);
        boolean yearOnYear = random.nextInt(3) == 0;
        return switch (kind) {
            case AT_LEAST -> new Target.AtLeast(value);
            case AT_MOST -> new Target.AtMost(value);
            case MORE_THAN -> new Target.MoreThan(value);
            case FEWER_THAN -> new Target.FewerThan(value);
            case BETWEEN ->
                new Target.Between(
                        value, Numerals.bare(value.add(amount(random, measure).abs())));
            case EXACTLY ->
                new Target.Exactly(
                        measure.valueKind() == ValueKind.YES_NO ? BigDecimal.valueOf(random.nextInt(2)) : value);
            case AGAINST_COMPARATOR -> against(random, measure, value);
            case INCREASE -> new Target.Increase(change(random, measure), yearOnYear);
            case REDUCE -> new Target.Reduce(change(random, measure), yearOnYear);
            case MAINTAIN -> new Target.Maintain();
            case MILESTONE -> new Target.Milestone();
            case SET_BASELINE -> new Target.SetBaseline();
            case TRACK -> new Target.Track();
            case TO_BE_CONFIRMED -> new Target.ToBeConfirmed();
            case NOT_STATED -> new Target.NotStated();
            case NARRATIVE -> new Target.Narrative();
        };
    }

    /** In the usual form: the measure's own comparator is not named again. */
    private static Target against(Random random, Measure measure, BigDecimal value) {
        String name = random.nextBoolean() ? null : COMPARATORS.get(random.nextInt(COMPARATORS.size()));
        boolean own = name == null || name.equals(measure.comparatorName());
        return new Target.AgainstComparator(
                any(random, Relation.values()), own ? null : name, random.nextBoolean() ? null : value);
    }

    /** In the usual form: a percentage changes by points, everything else by an amount. */
    private static Target.@Nullable Change change(Random random, Measure measure) {
        boolean percentage = measure.valueKind() == ValueKind.PERCENTAGE;
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 ->
                new Target.Change(amount(random, measure).abs(), percentage ? ChangeUnit.POINTS : ChangeUnit.AMOUNT);
            case 2 -> new Target.Change(amount(random, measure).abs(), ChangeUnit.POINTS);
            default -> new Target.Change(amount(random, measure).abs(), ChangeUnit.PERCENT);
        };
    }

    /** Often nought or one, at times negative, in thousands or looking like a year; no more decimals than are printed. */
    private static BigDecimal amount(Random random, Measure measure) {
        int decimals = random.nextInt(measure.decimals() + 3);
        BigDecimal amount = switch (random.nextInt(6)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> BigDecimal.ONE;
            case 2 -> BigDecimal.valueOf(random.nextInt(200) - 100);
            case 3 -> BigDecimal.valueOf(1990 + random.nextInt(60));
            case 4 -> BigDecimal.valueOf(random.nextInt(5_000_000));
            default -> BigDecimal.valueOf(random.nextInt(200_000) - 50_000, decimals);
        };
        return Numerals.bare(amount);
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
