package org.dueregard.indicator.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every baseline and outturn of five real plans, held to what a careful officer would record. */
class SeedFiguresTests {

    /** Figures that are not in the words at all; the reading must not pretend otherwise. */
    static final Map<String, String> EXCEPTIONS = Map.of(
            "cumbria-014", "worked out by hand from the figures of boys and girls in other sentences",
            "cumbria-015", "the comparator is said to be equal, and its figure is not given",
            "cumbria-018", "worked out by hand from a row of counts",
            "strategy-015", "2 of 2 is given as such; the percentage is worked out from it",
            "strategy-018", "a total worked out by hand from five counts",
            "year2-028", "worked out by hand from a fall and the figure after it",
            "year2-030", "a total worked out by hand from two counts",
            "year2-048", "a percentage worked out by hand from two counts in a sentence");

    static List<Rows> figures() {
        return Rows.of("seed-figures.csv");
    }

    @ParameterizedTest
    @MethodSource("figures")
    void isReadAsTheOfficerReadsIt(Rows row) {
        FigureReading reading = FigureReader.read(row.text("words"), row.about());
        if (EXCEPTIONS.containsKey(row.text("key"))) {
            assertThat(reading.sureness()).isNotEqualTo(Sureness.STATED);
            return;
        }
        assertThat(isAsTheTruth(row, reading) || isSaidBeside(row, reading))
                .as("%s: %s", row, reading)
                .isTrue();
        if (!isAsTheTruth(row, reading)) {
            assertThat(reading.sureness()).isEqualTo(Sureness.GUESS);
        }
        assertThat(reading.because()).isNotBlank().endsWith(".");
    }

    static boolean isAsTheTruth(Rows row, FigureReading reading) {
        @Nullable BigDecimal comparator = row.number("comparator");
        // some comparators come from elsewhere in the plan than the words of the figure
        boolean said = comparator == null || !row.text("words").contains(row.text("comparator") + "%");
        return Rows.isSame(reading.value(), row.number("value"))
                && (!row.has("denominator") || Rows.isSame(reading.denominator(), row.number("denominator")))
                && (!row.has("numerator") || Rows.isSame(reading.numerator(), row.number("numerator")))
                && (said || reading.comparators().stream().anyMatch(other -> Rows.isSame(other.value(), comparator)));
    }

    /** One cell can hold several periods' figures; then all but one stand beside it. */
    static boolean isSaidBeside(Rows row, FigureReading reading) {
        return row.has("value")
                && reading.others().stream().anyMatch(other -> Rows.isSame(other.value(), row.number("value")));
    }
}
