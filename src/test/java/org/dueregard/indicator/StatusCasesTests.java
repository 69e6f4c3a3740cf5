package org.dueregard.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.dueregard.calendar.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples of the status rule: one row a case. More rows of the same columns only need to be added. */
class StatusCasesTests {

    /** The sort in a row's words beside the one in ours. */
    private static final Map<String, Caveat.Kind> CAVEATS =
            Arrays.stream(Caveat.Kind.values()).collect(Collectors.toMap(Caveat.Kind::words, kind -> kind));

    static Stream<Case> cases() {
        return Case.read("/status-cases.csv").stream();
    }

    @Test
    void readsEveryRow() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(101);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void judgesAsWorkedOut(Case row) {
        Assessment assessment = row.assess();

        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(assessment.status().words()).as("status").isEqualTo(row.cell("expected_status"));
        softly.assertThat(
                        assessment.notRatedReason() == null
                                ? ""
                                : assessment.notRatedReason().words())
                .as("reason")
                .isEqualTo(row.cell("expected_reason"));
        softly.assertThat(level(assessment.level())).as("level").isEqualTo(row.cell("expected_level"));
        softly.assertThat(number(assessment.distance())).as("distance").isEqualTo(row.cell("expected_distance"));
        softly.assertThat(number(assessment.tolerance())).as("tolerance").isEqualTo(row.cell("expected_tolerance"));
        softly.assertThat(direction(assessment.directionBefore()))
                .as("direction since the period before")
                .isEqualTo(row.cell("expected_direction_before"));
        softly.assertThat(direction(assessment.directionYear()))
                .as("direction since a year earlier")
                .isEqualTo(row.cell("expected_direction_year"));
        softly.assertThat(
                        assessment.interval() == null
                                ? ""
                                : assessment.interval().words())
                .as("interval")
                .isEqualTo(row.cell("expected_interval"));
        softly.assertThat(trigger(assessment)).as("trigger").isEqualTo(row.cell("expected_trigger"));
        softly.assertThat(limits(assessment)).as("limits").isEqualTo(row.cell("expected_limits"));
        softly.assertThat(assessment.caveats().stream().map(Caveat::kind).toList())
                .as("caveats")
                .containsExactlyInAnyOrderElementsOf(row.list("expected_caveats").stream()
                        .map(StatusCasesTests::caveat)
                        .toList());
        for (String mention : row.list("must_mention")) {
            softly.assertThat(mentions(assessment.sentence(), mention))
                    .as("mentions “%s”: %s", mention, assessment.sentence())
                    .isTrue();
        }
        softly.assertThat(assessment.spoken()).startsWith(assessment.status().words() + ": ");
        softly.assertThat(assessment.sentence()).doesNotContain("{", "}", "  ").endsWith(".");
        softly.assertAll();
    }

    private static Caveat.Kind caveat(String words) {
        return Objects.requireNonNull(CAVEATS.get(words), () -> "No caveat is called " + words);
    }

    /** In any case, and a number only as a whole one: 1 is not mentioned by 15 or 1.5. */
    private static boolean mentions(String sentence, String mention) {
        String before = Character.isLetterOrDigit(mention.charAt(0)) ? "(?<![\\d.,-])" : "";
        boolean endsInDigit = Character.isDigit(mention.charAt(mention.length() - 1));
        String after = endsInDigit ? "(?!\\d|[.,]\\d)" : "";
        boolean numeric = Character.isDigit(mention.charAt(0)) || endsInDigit;
        return Pattern.compile(
                        (numeric ? before : "") + Pattern.quote(mention) + after,
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(sentence)
                .find();
    }

    private static String level(@Nullable Level level) {
        if (level == null) {
            return "";
        }
        return level.high() == null ? number(level.value()) : number(level.value()) + " to " + number(level.high());
    }

    private static String number(@Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String direction(@Nullable DirectionOfTravel direction) {
        return direction == null ? "" : direction.words();
    }

    private static String trigger(Assessment assessment) {
        if (assessment.trigger() == null || assessment.xmr() == null) {
            return "";
        }
        return (assessment.trigger().fires() ? "fires" : "quiet") + ", "
                + (assessment.xmr().inside() ? "inside" : "outside") + " XmR";
    }

    private static String limits(Assessment assessment) {
        ExceptionTrigger trigger = assessment.trigger();
        Xmr xmr = assessment.xmr();
        return trigger == null || xmr == null
                ? ""
                : "2 SD %s to %s; XmR %s to %s"
                        .formatted(
                                hundredths(trigger.low()),
                                hundredths(trigger.high()),
                                hundredths(xmr.low()),
                                hundredths(xmr.high()));
    }

    private static BigDecimal hundredths(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }

    /** One row, its cells by column name; a missing cell or column is empty. */
    record Case(Map<String, String> cells) {

        static List<Case> read(String resource) {
            try (InputStream in = Objects.requireNonNull(StatusCasesTests.class.getResourceAsStream(resource))) {
                List<List<String>> rows = rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                List<String> names = rows.get(0);
                return rows.stream()
                        .skip(1)
                        .map(row -> new Case(IntStream.range(0, Math.min(row.size(), names.size()))
                                .boxed()
                                .collect(Collectors.toMap(
                                        names::get, row::get, (one, other) -> one, LinkedHashMap::new))))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<List<String>> rows(String text) {
            List<List<String>> rows = new ArrayList<>();
            List<String> row = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"') {
                    boolean escaped = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                    if (escaped) {
                        cell.append('"');
                        i++;
                    } else {
                        quoted = !quoted;
                    }
                } else if (!quoted && (c == ',' || c == '\n')) {
                    row.add(cell.toString().trim());
                    cell.setLength(0);
                    if (c == '\n') {
                        rows.add(row);
                        row = new ArrayList<>();
                    }
                } else if (c != '\r' && c != '\uFEFF') {
                    cell.append(c);
                }
            }
            if (cell.length() > 0 || !row.isEmpty()) {
                row.add(cell.toString().trim());
                rows.add(row);
            }
            return rows.stream()
                    .filter(cells -> cells.stream().anyMatch(text2 -> !text2.isEmpty()))
                    .toList();
        }

        String cell(String name) {
            return cells.getOrDefault(name, "");
        }

        List<String> list(String name) {
            return cell(name).isEmpty()
                    ? List.of()
                    : Arrays.stream(cell(name).split(";")).map(String::trim).toList();
        }

        Assessment assess() {
            Tolerance tolerance = optional("tolerance", Tolerance::parse);
            return StatusRule.assess(
                    measure(),
                    setting(),
                    series(),
                    reported(),
                    tolerance == null ? Tolerance.PLAN_DEFAULT : tolerance,
                    LocalDate.parse(cell("as_of")));
        }

        private Measure measure() {
            return new Measure(
                    cell("shows"),
                    text("unit"),
                    cell("decimals").isEmpty() ? 0 : Integer.parseInt(cell("decimals")),
                    cell("polarity").isEmpty() ? Polarity.NEITHER : named(Polarity.class, cell("polarity")),
                    cell("value_kind").isEmpty() ? ValueKind.NUMBER : named(ValueKind.class, cell("value_kind")),
                    cell("basis").isEmpty() ? Basis.WHOLE_PERIOD : named(Basis.class, cell("basis")),
                    optional("frequency", words -> named(Frequency.class, words)),
                    cell("seasonal").equals("yes"),
                    text("comparator"),
                    gapGroups(),
                    optional("trigger_months", Integer::valueOf));
        }

        private @Nullable GapGroups gapGroups() {
            List<String> groups = list("gap_groups");
            return groups.isEmpty() ? null : new GapGroups(before(groups.get(0)), before(groups.get(1)));
        }

        private TargetSetting setting() {
            Map<Period, BigDecimal> interim = new TreeMap<>();
            list("interim_targets").forEach(words -> interim.put(Period.parse(before(words)), amount(after(words))));
            return new TargetSetting(
                    cell("target_words"),
                    target().toTarget(),
                    optional("target_period", Period::parse),
                    baseline(),
                    interim,
                    optional("deadline", LocalDate::parse),
                    optional("expected_from", LocalDate::parse));
        }

        private TargetTerms target() {
            Target.@Nullable Change change = optional("target_change", Case::change);
            String kind = cell("target_kind");
            return new TargetTerms(
                    kind.equals("comparator") ? TargetKind.AGAINST_COMPARATOR : named(TargetKind.class, kind),
                    optional("target_value", Case::amount),
                    optional("target_high", Case::amount),
                    change == null ? null : change.amount(),
                    change == null ? null : change.unit(),
                    optional("target_relation", words -> named(Relation.class, words)),
                    null,
                    optional("comparator_in_words", Case::amount),
                    cell("target_change").contains("year on year"));
        }

        private static Target.Change change(String words) {
            Tolerance size = Tolerance.parse(words.replace("year on year", "").trim());
            return new Target.Change(size.size(), size.unit());
        }

        private @Nullable Figure baseline() {
            if (cell("baseline").isEmpty()) {
                return null;
            }
            Figure baseline = figure(Period.parse(cell("baseline_period")), cell("baseline"));
            List<String> groups = list("gap_groups");
            if (groups.isEmpty()) {
                return baseline;
            }
            BigDecimal better = new BigDecimal(then(groups.get(0)));
            BigDecimal other = new BigDecimal(then(groups.get(1)));
            return Figure.gap(baseline.period(), better, other);
        }

        private Series series() {
            List<Figure> outturns = new ArrayList<>();
            list("earlier_figures").forEach(words -> outturns.add(figure(Period.parse(before(words)), after(words))));
            if (!cell("figure_period").isEmpty()) {
                outturns.add(current(Period.parse(cell("figure_period"))));
            }
            List<ComparatorFigure> comparators = list("comparator_figures").stream()
                    .map(words ->
                            ComparatorFigure.of(cell("comparator"), Period.parse(before(words)), amount(after(words))))
                    .toList();
            return new Series(outturns, comparators);
        }

        private Figure current(Period period) {
            String value = cell("value");
            boolean number = value.matches("-?[\\d.]+%?");
            boolean yesNo = cell("value_kind").equals("yes/no") && value.matches("yes|no");
            List<String> groups = list("gap_groups");
            return new Figure(
                    period,
                    number || yesNo ? amount(value) : null,
                    number || yesNo || value.isEmpty() ? null : value,
                    optional("numerator", BigDecimal::new),
                    optional("denominator", BigDecimal::new),
                    groups.isEmpty() ? null : new BigDecimal(now(groups.get(0))),
                    groups.isEmpty() ? null : new BigDecimal(now(groups.get(1))),
                    cell("figure_state").isEmpty() ? FigureState.FINAL : named(FigureState.class, cell("figure_state")),
                    optional("entered_on", LocalDate::parse));
        }

        private @Nullable Reported reported() {
            return cell("reported_status").isEmpty()
                    ? null
                    : new Reported(named(Status.class, cell("reported_status")), optional("done_on", LocalDate::parse));
        }

        /** A figure such as {@code 12.5 (1/8)}. */
        private static Figure figure(Period period, String words) {
            String[] parts = words.replace(")", "").split("[(/]");
            Figure figure = Figure.of(period, amount(parts[0].trim()));
            return parts.length < 3
                    ? figure
                    : Figure.share(period, Long.parseLong(parts[1].trim()), Long.parseLong(parts[2].trim()))
                            .withValue(amount(parts[0].trim()));
        }

        private static BigDecimal amount(String words) {
            return switch (words.toLowerCase(Locale.UK)) {
                case "yes" -> BigDecimal.ONE;
                case "no" -> BigDecimal.ZERO;
                default -> new BigDecimal(words.replace("%", "").trim());
            };
        }

        private static String before(String words) {
            return words.substring(0, words.indexOf(':')).trim();
        }

        private static String after(String words) {
            return words.substring(words.indexOf(':') + 1).trim();
        }

        private static String then(String words) {
            return after(words).split("->")[0].trim();
        }

        private static String now(String words) {
            return after(words).split("->")[1].trim();
        }

        private static <E extends Enum<E>> E named(Class<E> type, String words) {
            return Enum.valueOf(type, words.toUpperCase(Locale.ROOT).replaceAll("[ /-]", "_"));
        }

        private @Nullable String text(String name) {
            return optional(name, words -> words);
        }

        private <T> @Nullable T optional(String name, Function<String, T> reading) {
            return cell(name).isEmpty() ? null : reading.apply(cell(name));
        }

        @Override
        public String toString() {
            return cell("id") + ": " + cell("shows");
        }
    }
}
