package org.dueregard.indicator.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.TargetKind;
import org.dueregard.indicator.TargetTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar beyond the seed plans. To add a phrase, add a row. */
class UnseenTargetsTests {

    static List<Rows> phrases() {
        return Rows.of("unseen-targets.csv");
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void isReadAsTheTableSays(Rows row) {
        TargetReading reading = TargetReader.read(row.text("words"), About.named(row.text("name")));
        assertThat(reading.sureness()).as(reading.toString()).isEqualTo(Sureness.valueOf(row.text("sureness")));
        Target target = reading.target();
        if (target == null) {
            assertThat(row.text("kind")).isEmpty();
        } else {
            assertThat(target.kind()).as(reading.toString()).isEqualTo(TargetKind.valueOf(row.text("kind")));
            TargetTerms terms = TargetTerms.of(target);
            same(terms.value(), row, "value");
            same(terms.high(), row, "high");
            same(terms.changeAmount(), row, "change");
            same(terms.comparatorValue(), row, "comparatorValue");
            said(terms.changeUnit(), row, "changeUnit");
            said(terms.relation(), row, "relation");
            said(terms.comparator(), row, "comparator");
            assertThat(terms.yearOnYear()).isEqualTo(row.has("yearOnYear"));
        }
        same(reading.baselineInWords(), row, "baseline");
        said(reading.deadline(), row, "deadline");
        said(reading.period(), row, "period");
        assertThat(String.join(" // ", reading.parts())).isEqualTo(row.text("parts"));
    }

    private static void same(@Nullable BigDecimal actual, Rows row, String column) {
        assertThat(Rows.isSame(actual, row.number(column)))
                .as("%s of %s: %s", column, row, actual)
                .isTrue();
    }

    private static void said(@Nullable Object actual, Rows row, String column) {
        assertThat(actual == null ? "" : actual.toString())
                .as("%s of %s", column, row)
                .isEqualTo(row.text(column));
    }
}
