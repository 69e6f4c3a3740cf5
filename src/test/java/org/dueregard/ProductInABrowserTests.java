package org.dueregard;

import static org.assertj.core.api.Assertions.assertThat;

import org.dueregard.browser.Browser;
import org.junit.jupiter.api.Test;

@BrowserTest
class ProductInABrowserTests {

    @Test
    void answersABrowser(Browser browser) {
        assertThat(browser.open("/actuator/health/readiness").find("body").getText())
                .contains("UP");
    }
}
