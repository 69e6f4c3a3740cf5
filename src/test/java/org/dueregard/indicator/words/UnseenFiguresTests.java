package org.dueregard.indicator.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures beyond the seed plans. To add one, add a row. */
class UnseenFiguresTests {

    static List<Rows> figures() {
        return Rows.of("unseen-figures.csv");
    }

    @ParameterizedTest
    @MethodSource("figures")
    void isReadAsTheTableSays(Rows row) {
        FigureReading reading = FigureReader.read(row.text("words"), About.named(row.text("name")));
        assertThat(reading.kind()).as(reading.toString()).isEqualTo(FigureReading.Kind.valueOf(row.text("kind")));
        assertThat(reading.sureness()).as(reading.toString()).isEqualTo(Sureness.valueOf(row.text("sureness")));
        assertThat(Rows.isSame(reading.value(), row.number("value")))
                .as(reading.toString())
                .isTrue();
        assertThat(Rows.isSame(reading.numerator(), row.number("numerator"))).isTrue();
        assertThat(Rows.isSame(reading.denominator(), row.number("denominator")))
                .isTrue();
        assertThat(reading.unit() == null ? "" : reading.unit()).isEqualTo(row.text("unit"));
        assertThat(reading.period() == null ? "" : reading.period().label()).isEqualTo(row.text("period"));
        assertThat(reading.comparators().stream()
                        .map(said -> (said.name() == null ? "?" : said.name()) + " "
                                + said.value().toPlainString())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(row.text("comparators"));
        assertThat(reading.others().stream()
                        .map(said -> said.value().toPlainString())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(row.text("others"));
        assertThat(!reading.contradictions().isEmpty()).isEqualTo(row.has("contradiction"));
    }
}
