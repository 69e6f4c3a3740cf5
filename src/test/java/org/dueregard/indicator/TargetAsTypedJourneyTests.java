package org.dueregard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.dueregard.BrowserTest;
import org.dueregard.access.Role;
import org.dueregard.browser.Browser;
import org.dueregard.browser.Steps;
import org.dueregard.exchange.CouncilCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A policy officer types a target, sees how it is understood, and says that a guess is meant. */
@BrowserTest
class TargetAsTypedJourneyTests {

    private static final String INDICATOR = "Two-year-olds who took up a funded place in the year";

    @Autowired
    ApplicationContext product;

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void seesHowTheWordsAreUnderstoodAndConfirmsAGuess(boolean scripts, Browser browser) {
        CouncilCopy council = CouncilCopy.in(product);
        UUID node = node(council);
        Steps steps = new Steps(scripts ? browser : browser.withoutJavaScript());
        steps.signIn(council.email(Role.POLICY_OFFICER));
        browser.open("/items/" + node + "/target");

        steps.type("words", "About 800");
        if (scripts) {
            awaitReading(browser, "Understood as: At least 800");
        } else {
            steps.press("Show how it is judged");
        }

        assertThat(browser.find("#judged").getText())
                .contains(
                        "Understood as: At least 800", "A guess, to be checked.", "Off track", "Nothing is saved yet.");
        steps.look(scripts ? "target-guess" : "target-guess-no-js");
        browser.find("#confirmed").click();
        steps.type("reason", "The group agreed").press("Save target");

        assertThat(steps.path()).isEqualTo("/items/" + node);
        assertThat(steps.main()).contains("About 800");
        assertThat(council.text("select kind from target where node_id = ? and words = 'About 800'", node))
                .isEqualTo("AT_LEAST");
    }

    @Test
    void typesOnWhileTheReadingComesAndUnfoldsTheFieldsOnLeaving(Browser browser) {
        CouncilCopy council = CouncilCopy.in(product);
        Steps steps = new Steps(browser);
        steps.signIn(council.email(Role.POLICY_OFFICER));
        browser.open("/items/" + node(council) + "/target");

        steps.type("words", "Reduce by 20%");
        awaitReading(browser, "Understood as: Reduce by 20%,");
        browser.find("#words").sendKeys(" year on year; 25 attend");
        awaitReading(browser, "Not understood.");
        assertThat(browser.find("#words").getDomProperty("value")).isEqualTo("Reduce by 20% year on year; 25 attend");
        assertThat(browser.find("#exact").getDomAttribute("open")).isNull();

        browser.find("#words").sendKeys(Keys.TAB);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(browser.find("#exact").getDomAttribute("open"))
                        .isNotNull());
    }

    @Test
    void triesAFigureWithoutLeavingThePage(Browser browser) {
        CouncilCopy council = CouncilCopy.in(product);
        Steps steps = new Steps(browser);
        steps.signIn(council.email(Role.DMT));
        browser.open("/items/" + node(council));
        steps.press("Try another figure, target or tolerance");

        steps.type("value", "5");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(browser.find("#tried").getText()).contains("Off track"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(browser.driver().getCurrentUrl()).contains("value=5"));
        steps.look("what-if");
    }

    private static void awaitReading(Browser browser, String words) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(browser.find("#judged").getText()).contains(words));
    }

    private static UUID node(CouncilCopy council) {
        return council.ids(
                        "select node_id from plan_node join plan_indicator using (node_id) join indicator using (indicator_id)"
                                + " where plan_id = ? and name = '" + INDICATOR + "'",
                        council.plan())
                .get(0);
    }
}
