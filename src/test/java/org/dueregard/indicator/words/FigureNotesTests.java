package org.dueregard.indicator.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.dueregard.calendar.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureNotesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            c. 30%                | approximate
            approx. 45            | approximate
            ~30%                  | approximate
            30% approx            | approximate
            c. 30% (provisional)  | approximate; provisional
            30% (provisional)     | provisional
            30%                   |
            """)
    void saysThatANumberIsRough(String words, String note) {
        assertThat(FigureReader.read(words, About.nothing()).note()).isEqualTo(note);
    }

    @Test
    void tellsOfWhenAnEarlierFigureInBracketsIs() {
        FigureReading reading = FigureReader.read("68.2% (2022/23: 66.1%)", About.nothing());
        assertThat(reading.period()).isNull();
        assertThat(reading.others())
                .containsExactly(new Said(
                        null, new BigDecimal("66.1"), Period.read("2022/23").orElseThrow()));
    }
}
