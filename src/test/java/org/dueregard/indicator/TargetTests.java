package org.dueregard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.dueregard.indicator.Cases.number;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTests {

    private static final Measure PERCENTAGE = Measure.of("Attainment", ValueKind.PERCENTAGE, Polarity.HIGHER);
    private static final Measure COUNT = Measure.of("Entrants", ValueKind.NUMBER, Polarity.LOWER);

    @Test
    void isPrintedInPlainEnglish() {
        Target.Change twentyPercent = new Target.Change(number("20"), ChangeUnit.PERCENT);
        Target.Change fivePoints = new Target.Change(number("5"), ChangeUnit.POINTS);
        assertThat(new Target.AtLeast(number("75")).words(PERCENTAGE)).isEqualTo("At least 75%");
        assertThat(new Target.AtMost(number("1200")).words(COUNT)).isEqualTo("No more than 1,200");
        assertThat(new Target.FewerThan(number("85")).words(COUNT)).isEqualTo("Fewer than 85");
        assertThat(new Target.FewerThan(number("8.5")).words(PERCENTAGE)).isEqualTo("Less than 8.5%");
        assertThat(new Target.Between(number("20"), number("40")).words(PERCENTAGE))
                .isEqualTo("Between 20% and 40%");
        assertThat(new Target.AgainstComparator(Relation.AT_OR_ABOVE, "England", null).words(PERCENTAGE))
                .isEqualTo("In line with or above England");
        assertThat(new Target.AgainstComparator(Relation.BELOW, "national", number("1.04")).words(PERCENTAGE))
                .isEqualTo("Below national (1.04%)");
        assertThat(new Target.Reduce(twentyPercent, true).words(COUNT)).isEqualTo("Reduce by 20% year on year");
        assertThat(new Target.Increase(fivePoints, false).words(PERCENTAGE))
                .isEqualTo("Increase by 5 percentage points");
        assertThat(new Target.Exactly(BigDecimal.ONE).words(Measure.of("Published", ValueKind.YES_NO, Polarity.HIGHER)))
                .isEqualTo("Yes");
        assertThat(new Target.NotStated().words(COUNT)).isEqualTo("Not stated");
    }

    @Test
    void refusesTermsWithAPieceMissing() {
        TargetTerms terms = TargetTerms.of(TargetKind.AT_LEAST);
        assertThat(terms.isWhole()).isFalse();
        assertThatIllegalStateException().isThrownBy(terms::toTarget);
    }

    @Test
    void refusesABandFromHighToLow() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Target.Between(number("40"), number("20")));
    }

    @ParameterizedTest
    @CsvSource({
        "5%, 5, PERCENT",
        "2.5 %, 2.5, PERCENT",
        "5 per cent, 5, PERCENT",
        "5 points, 5, POINTS",
        "1 point, 1, POINTS",
        "5 percentage points, 5, POINTS",
        "2, 2, AMOUNT",
        "0.5, 0.5, AMOUNT"
    })
    void readsATolerance(String words, BigDecimal size, ChangeUnit unit) {
        assertThat(Tolerance.read(words)).contains(new Tolerance(size, unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5%", "some", "5 apples", "5%%"})
    void readsNoToleranceFromOtherWords(String words) {
        assertThat(Tolerance.read(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5%, -10, 0.50", "5%, 0, 0", "5 points, 0, 5", "2, 80, 2"})
    void isAShareOfTheLevelOrAbsolute(String words, BigDecimal level, BigDecimal amount) {
        assertThat(Tolerance.parse(words).amountFor(level)).isEqualByComparingTo(amount);
    }
}
