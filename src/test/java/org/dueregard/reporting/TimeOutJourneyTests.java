package org.dueregard.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.dueregard.BrowserTest;
import org.dueregard.access.Role;
import org.dueregard.browser.Browser;
import org.dueregard.browser.Steps;
import org.dueregard.exchange.CouncilCopy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A session that ends while its person is in mid-sentence. */
@BrowserTest
class TimeOutJourneyTests {

    private static final String SENTENCE = "\"Two of four\" schools & <b>not</b> the others — 50%";

    @Autowired
    ApplicationContext product;

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void findsTheSentenceAfterSigningInAgainAndSavesIt(boolean scripts, Browser browser) {
        CouncilCopy council = CouncilCopy.in(product);
        UUID owed = council.owed("OPEN", CouncilCopy.UNIT);
        UUID item = council.item(owed, "Key stage 4 expected progress in English – Bangladeshi pupils");
        String said = council.text("select narrative from return_item where item_id = ?", item);
        Steps steps = new Steps(scripts ? browser : browser.withoutJavaScript());
        steps.signIn(council.email(Role.SERVICE_MANAGER)).press("Carry on");

        council.change(
                "delete from spring_session where session_id = convert_from(decode(?, 'base64'), 'UTF8')",
                Objects.requireNonNull(browser.driver().manage().getCookieNamed("session"))
                        .getValue());
        steps.type("narrative-" + item, SENTENCE).press("Save and come back later");

        assertThat(steps.path()).isEqualTo("/sign-in");
        assertThat(steps.main()).contains("What you typed is kept");
        // Saves while typing were refused, and the console says so.
        steps.lookAtRefusal(scripts ? "time-out-sign-in" : "time-out-sign-in-no-js");
        steps.signIn(council.email(Role.SERVICE_MANAGER));
        assertThat(steps.path()).isEqualTo("/returns/" + owed);
        assertThat(typed(browser, item)).isEqualTo(SENTENCE);
        assertThat(stored(council, item)).isEqualTo(said);
        steps.look(scripts ? "time-out-words-back" : "time-out-words-back-no-js");

        steps.press("Save and come back later");
        assertThat(stored(council, item)).isEqualTo(SENTENCE);
        browser.open("/returns/" + owed);
        assertThat(steps.main()).doesNotContain("What you typed is back");
        assertThat(typed(browser, item)).isEqualTo(SENTENCE);
    }

    private static String typed(Browser browser, UUID item) {
        return Objects.requireNonNull(
                browser.find("[id='narrative-" + item + "']").getDomProperty("value"));
    }

    private static String stored(CouncilCopy council, UUID item) {
        return council.text("select narrative from return_item where item_id = ?", item);
    }
}
