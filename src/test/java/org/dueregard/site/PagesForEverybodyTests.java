package org.dueregard.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.dueregard.BrowserTest;
import org.dueregard.browser.Browser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that need no signing in. */
@BrowserTest
class PagesForEverybodyTests {

    @ParameterizedTest
    @CsvSource({
        "help, Help, Who does what",
        "accessibility, Accessibility statement, It has not been tested with screen readers",
        "privacy, Privacy, No tracking",
        "cookies, Cookies, strictly necessary"
    })
    void canBeReadByAnybody(String page, String title, String words, Browser browser) {
        for (boolean scripts : new boolean[] {true, false}) {
            if (!scripts) {
                browser.withoutJavaScript();
            }
            for (int width : new int[] {Browser.DESK, Browser.PHONE}) {
                browser.at(width).open("/" + page).assertFit().keep("site-" + page + "-" + width);
            }
        }

        assertThat(browser.find("h1").getText()).isEqualTo(title);
        assertThat(browser.find("main").getText()).contains(words).doesNotContain("??");
        assertThat(browser.all("main a[href^='#']"))
                .allSatisfy(link ->
                        assertThat(browser.all(link.getDomAttribute("href"))).hasSize(1));
    }
}
