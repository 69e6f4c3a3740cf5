package org.dueregard.indicator.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            75          | 75
            75%         | 75
            75 %        | 75
            1,234.5     | 1234.5
            £1,200      | 1200
            -£1,200     | -1200
            £-5         | -5
            −6.8        | -6.8
            '  80 '     | 80
            75.0        | 75.0
            123456789012345 | 123456789012345
            """)
    void readsAnAmountAsPeopleTypeIt(String words, BigDecimal value) {
        assertThat(Numerals.typed(words)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "%",
                "£",
                "5%%",
                "5 5",
                "12,34",
                "1,2345",
                "twelve",
                "80ish",
                "about 5",
                "5k",
                "5-10",
                "--5",
                "££5",
                "1e5",
                "1.2.3",
                "5 days",
                "0.12345678901",
                "123456789012345678901234567890"
            })
    void readsNothingElse(String words) {
        assertThat(Numerals.typed(words)).isEmpty();
    }
}
