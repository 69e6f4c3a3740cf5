package org.dueregard.indicator.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dueregard.indicator.TargetTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the readers whatever comes in. Each case is made from a seed, so that a failure can be repeated. */
class ReadingPropertyTests {

    private static final List<String> WORDS = List.of(
            "at least",
            "no more than",
            "increase",
            "reduce",
            "by",
            "to",
            "from",
            "between",
            "and",
            "or",
            "national",
            "in line with",
            "above",
            "below",
            "year on year",
            "per",
            "1,000",
            "5%",
            "12",
            "7.5",
            "£3k",
            "2014/15",
            "March 2015",
            "minimum",
            "maintain",
            "tbc",
            "baseline",
            "(",
            ")",
            "/",
            ";",
            ",",
            "-",
            "–",
            "%",
            "+",
            "half",
            "a third",
            "dozen",
            "not",
            "schools",
            "gap",
            "pp",
            "than",
            "last year",
            "all",
            "none",
            "twenty",
            "five",
            "1 in 4",
            "9/12",
            "improve",
            "key stage 2",
            "aged 11-16",
            "up to",
            "within",
            "days",
            "<",
            "≥",
            "=",
            ":",
            ".",
            "\n",
            "\u00a0",
            "’",
            "é",
            "𝟗",
            "double");

    /** Words that stand for a number or change one. */
    private static final Pattern WORDED = Pattern.compile(
            "(?i)(?<![a-z])all(?![a-z])|every|none|nil|(?<![a-z])no(?![a-z])|zero|one|two|three|four|five|six|seven|eight"
                    + "|nine|ten|eleven|twelve|teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozen|half"
                    + "|halv|third|quarter|fifth|tenth|doubl|trebl|tripl|thousand|million|\\d\\s*(k|m|bn)(?![a-z])|\\d\\s*in(?![a-z])|out of|yes");

    static Stream<Long> seeds() {
        return IntStream.range(0, 3_000).mapToObj(seed -> (long) seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverThrowsAndNeverInventsANumber(long seed) {
        String words = words(new Random(seed));
        TargetReading target = TargetReader.read(words, About.named("Number of pupils"));
        FigureReading figure = FigureReader.read(words, About.named("Number of pupils"));

        assertThat(target.words()).isEqualTo(words);
        assertThat(figure.words()).isEqualTo(words);
        assertThat(target.because()).isNotBlank().doesNotContain("{0}", "null");
        assertThat(figure.because()).isNotBlank().doesNotContain("{0}", "null");
        assertThat(target.target() == null).isEqualTo(target.sureness() == Sureness.NOT_UNDERSTOOD);
        if (!WORDED.matcher(words).find()) {
            for (BigDecimal number : numbers(target, figure)) {
                assertThat(occurs(number, words)).as("%s in %s", number, words).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsNoNumberWhereThereIsNone(long seed) {
        Random random = new Random(seed);
        String words = words(random).replaceAll("\\d", "x");
        if (WORDED.matcher(words).find()) {
            return;
        }
        assertThat(numbers(TargetReader.read(words, About.nothing()), FigureReader.read(words, About.nothing())))
                .as(words)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsWhatItStatesWhenALetterIsLost(long seed) {
        Random random = new Random(seed);
        List<Rows> targets = SeedTargetsTests.targets();
        String words = targets.get(random.nextInt(targets.size())).text("words");
        if (words.isEmpty()) {
            return;
        }
        int at = random.nextInt(words.length());
        String lost = words.substring(0, at) + words.substring(at + 1);
        TargetReading reading = TargetReader.read(lost, About.nothing());
        if (!WORDED.matcher(lost).find()) {
            for (BigDecimal number : numbers(reading, FigureReader.read(lost, About.nothing()))) {
                assertThat(occurs(number, lost)).as("%s in %s", number, lost).isTrue();
            }
        }
    }

    @Test
    void isQuickWhateverComesIn() {
        List<String> units = List.of(
                "1",
                "1 ",
                "- ",
                "2014/",
                "2014-15 ",
                "increase ",
                "from 5 to ",
                "by ",
                "at least ",
                "(",
                "not ",
                "1,000",
                "of ",
                "national ",
                "and 5% ",
                "£",
                "1 in ",
                "March ",
                "é",
                "aged 1-",
                " \n");
        units.forEach(unit -> TargetReader.read(unit.repeat(900 / unit.length()), About.nothing()));
        for (String unit : units) {
            for (int length : List.of(990, 10_000)) {
                String words = unit.repeat(length / unit.length());
                long start = System.nanoTime();
                TargetReader.read(words, About.nothing());
                FigureReader.read(words, About.nothing());
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as("%s times \"%s\"", length / unit.length(), unit)
                        .isLessThan(Duration.ofMillis(250));
            }
        }
    }

    /** Words and characters in any order; at times only a little spoiled. */
    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            words.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(4) == 0 ? "" : " ");
        }
        for (int i = random.nextInt(3); i > 0 && !words.isEmpty(); i--) {
            int at = random.nextInt(words.length());
            switch (random.nextInt(3)) {
                case 0 -> words.deleteCharAt(at);
                case 1 -> words.insert(at, (char) (32 + random.nextInt(400)));
                default -> words.setCharAt(at, (char) random.nextInt(0xffff));
            }
        }
        return words.toString();
    }

    private static List<BigDecimal> numbers(TargetReading target, FigureReading figure) {
        List<BigDecimal> numbers = new ArrayList<>();
        if (target.target() != null) {
            TargetTerms terms = TargetTerms.of(target.target());
            add(numbers, terms.value());
            add(numbers, terms.high());
            add(numbers, terms.changeAmount());
            add(numbers, terms.comparatorValue());
        }
        add(numbers, target.baselineInWords());
        add(numbers, figure.value());
        add(numbers, figure.numerator());
        add(numbers, figure.denominator());
        figure.others().forEach(said -> add(numbers, said.value()));
        figure.comparators().forEach(said -> add(numbers, said.value()));
        return numbers;
    }

    private static void add(List<BigDecimal> numbers, @Nullable BigDecimal number) {
        if (number != null) {
            numbers.add(number);
        }
    }

    private static boolean occurs(BigDecimal number, String words) {
        String plain = words.replace(",", "").toLowerCase(Locale.UK);
        String digits = number.abs().toPlainString();
        return plain.contains(digits) || (digits.startsWith("0.") && plain.contains(digits.substring(1)));
    }
}
