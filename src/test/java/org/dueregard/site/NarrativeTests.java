package org.dueregard.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarrativeTests {

    private final Narrative narrative = new Narrative();

    @Test
    void keepsListsAndTables() {
        assertThat(narrative.html("- one\n- two")).contains("<li>one</li>", "<li>two</li>");
        assertThat(narrative.html("| a | b |\n|---|---|\n| 1 | 2 |"))
                .contains("<table class=\"dr-table\">", "<td>1</td>");
    }

    @Test
    void keepsLineEndsAsTyped() {
        assertThat(narrative.html("one\ntwo")).contains("one<br>\ntwo");
    }

    @Test
    void makesHeadingsBoldSinceThePageHasItsOwn() {
        assertThat(narrative.html("# Loud")).isEqualToIgnoringWhitespace("<p><b>Loud</b></p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[here](javascript:alert(1))",
                "![there](javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "<a href=\"javascript:alert(1)\">x</a>"
            })
    void letsNothingRun(String hostile) {
        assertThat(narrative.html(hostile)).doesNotContain("<script", "<img", "=\"javascript:", "=\"data:");
    }

    @Test
    void saysNothingForNothing() {
        assertThat(narrative.html(null)).isEmpty();
    }
}
