package org.dueregard.indicator.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dueregard.indicator.ChangeUnit;
import org.dueregard.indicator.TargetTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every target of five real plans, held to what a careful officer would record. */
class SeedTargetsTests {

    /** The truth cannot be had from the words, and why. */
    static final Map<String, String> EXCEPTIONS =
            Map.of("csf-036", "says two things (61/100%), and is offered for splitting instead of being guessed at");

    static List<Rows> targets() {
        return Rows.of("seed-targets.csv");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void isReadAsTheOfficerReadsIt(Rows row) {
        TargetReading reading = TargetReader.read(row.text("words"), row.about());
        if (EXCEPTIONS.containsKey(row.text("key"))) {
            assertThat(reading.sureness()).isEqualTo(Sureness.NOT_UNDERSTOOD);
            assertThat(reading.parts()).isNotEmpty();
            return;
        }
        assertThat(isAsTheTruth(row, reading)).as("%s: %s", row, reading).isTrue();
        switch (row.text("basis")) {
            case "STATED" -> assertThat(reading.sureness()).isEqualTo(Sureness.STATED);
            case "NAME" -> assertThat(reading.sureness()).isEqualTo(Sureness.FROM_NAME);
            case "SENSE" -> assertThat(reading.sureness()).isEqualTo(Sureness.GUESS);
            default -> assertThat(reading.sureness()).isEqualTo(Sureness.STATED);
        }
        assertThat(reading.words()).isEqualTo(row.text("words"));
        assertThat(reading.because()).isNotBlank().endsWith(".");
    }

    static boolean isAsTheTruth(Rows row, TargetReading reading) {
        if (reading.target() == null || !reading.target().kind().name().equals(row.text("kind"))) {
            return false;
        }
        TargetTerms terms = TargetTerms.of(reading.target());
        boolean change = terms.changeAmount() != null;
        @Nullable BigDecimal value = change ? terms.changeAmount() : terms.value();
        return Rows.isSame(value, row.number("value"))
                && Rows.isSame(terms.high(), row.number("high"))
                && Rows.isSame(terms.comparatorValue(), row.number("comparatorValue"))
                && (!row.has("relation") || row.text("relation").equals(String.valueOf(terms.relation())))
                && (!change || terms.changeUnit() == ChangeUnit.PERCENT)
                && (!row.has("yearOnYear") || terms.yearOnYear());
    }
}
