package org.dueregard.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.BrowserTest;
import org.dueregard.access.Role;
import org.dueregard.browser.Browser;
import org.dueregard.browser.Steps;
import org.dueregard.exchange.CouncilCopy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A service manager's update, from the first look to the receipt, with all that goes wrong on the way. */
@BrowserTest
class ServiceManagerJourneyTests {

    private static final int NEXT_YEAR = Year.now().getValue() + 1;

    @Autowired
    ApplicationContext product;

    private CouncilCopy council;
    private UUID owed;

    @BeforeEach
    void load() {
        council = CouncilCopy.in(product);
        owed = council.owed("OPEN", CouncilCopy.UNIT);
    }

    @Test
    void reportsWhatIsDueAndSubmitsIt(Browser browser) {
        browser.open("/sign-in").picture("sign-in");
        Steps steps = new Steps(browser).signIn(council.email(Role.SERVICE_MANAGER));
        assertThat(steps.path()).isEqualTo("/updates");
        assertThat(steps.main()).contains("Mid-year", "of 10 items begun", "Your 10 items");
        browser.picture("your-updates");
        steps.look("service-manager-1-updates").press("Carry on");

        assertThat(steps.path()).isEqualTo("/returns/" + owed);
        UUID share = council.item(owed, "Key stage 4 expected progress in English – Bangladeshi pupils");
        assertThat(browser.find("#item-" + share).getText()).contains("Target", "England", "Last time");
        browser.picture("return", "#item-" + share);

        // A figure that is off track: the status and its sentence come while typing, and a corrective action is asked.
        UUID figure = council.item(owed, "Key stage 4 expected progress in English – other Asian pupils");
        steps.choose("choice-" + figure, "UPDATE").type("figure-" + figure, "20");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(browser.find("#live-" + figure).getText()).contains("Off track", "20%"));
        assertThat(browser.find("#fixWhat-" + figure).isDisplayed()).isTrue();
        steps.look("service-manager-2-return");

        // What cannot be right is kept as typed, and explained when asked for.
        UUID cin = council.item(owed, "Five or more GCSEs at grade 4 and above – children in need");
        steps.type("narrative-" + figure, "Three points down.");
        reportEverythingElse(steps, figure);
        steps.type("figure-" + figure, "ninety");
        steps.press("Check and submit");
        assertThat(steps.problemOf("figure-" + figure)).contains("enter the figure as a number, like 87 or 87.5");
        assertThat(value(browser, "figure-" + figure)).isEqualTo("ninety");
        steps.lookAtRefusal("service-manager-2-return-problems");
        steps.type("figure-" + figure, "140").press("Check and submit");
        assertThat(steps.problemOf("figure-" + figure)).contains("enter a figure of no more than 100%");
        assertThat(value(browser, "figure-" + figure)).isEqualTo("140");
        steps.type("numerator-" + share, "60").type("figure-" + figure, "20").press("Check and submit");
        assertThat(steps.problemOf("numerator-" + share)).contains("60 is more than the 51 there are in all");
        assertThat(steps.problemOf("fixWhat-" + figure)).contains("say what will be done to put it right");
        assertThat(steps.problemOf("fixWho-" + figure)).contains("say who will do it");
        assertThat(steps.problemOf("fixWhen-" + figure)).contains("enter a date or a term");
        steps.type("numerator-" + share, "31")
                .type("fixWhat-" + figure, "Tutors in two more schools")
                .type("fixWho-" + figure, "Wandle School Improvement")
                .type("fixWhen-" + figure, "31 February " + NEXT_YEAR)
                .press("Check and submit");
        assertThat(steps.problemOf("fixWhen-" + figure)).contains("enter a date or a term");
        steps.type("fixWhen-" + figure, "spring term " + NEXT_YEAR);
        steps.choose("choice-" + cin, "NOT_DUE")
                .type("expected-" + cin, "31 November " + NEXT_YEAR)
                .press("Check and submit");
        assertThat(steps.problemOf("expected-" + cin)).contains("enter a date, month or term");
        steps.type("expected-" + cin, "January " + NEXT_YEAR).press("Save and come back later");

        // Away and back: the draft is there.
        browser.open("/dashboard");
        browser.open("/updates");
        assertThat(steps.main()).contains("10 of 10 items begun");
        steps.press("Carry on");
        assertThat(value(browser, "fixWhat-" + figure)).isEqualTo("Tutors in two more schools");
        assertThat(value(browser, "expected-" + cin)).isEqualTo("January " + NEXT_YEAR);

        steps.press("Check and submit");
        assertThat(steps.path()).isEqualTo("/returns/" + owed + "/check");
        assertThat(steps.main()).contains("Of your 10 items", "1 is not due yet", "spring term " + NEXT_YEAR);
        steps.look("service-manager-3-check").press("Submit update");

        assertThat(steps.path()).isEqualTo("/returns/" + owed + "/receipt");
        assertThat(steps.main()).contains("Update submitted", CouncilCopy.UNIT + " Manager");
        steps.look("service-manager-4-receipt").press("Read what was sent");
        assertThat(steps.main()).contains("Submitted ", "The policy officer reads it next");
        assertThat(browser.find("#narrative-" + figure).isEnabled()).isFalse();
        steps.look("service-manager-5-submitted").press("Take it back and change it");
        assertThat(browser.find("#narrative-" + figure).isEnabled()).isTrue();
    }

    private void reportEverythingElse(Steps steps, UUID figure) {
        council.ids("select item_id from return_item where return_id = ? and choice is null", owed).stream()
                .filter(item -> !item.equals(figure))
                .forEach(item -> steps.choose("choice-" + item, "NO_UPDATE")
                        .type("noUpdateReason-" + item, "The results come in January."));
    }

    @Test
    void reportsAnItemWithoutJavaScript(Browser browser) {
        Steps steps = new Steps(browser.withoutJavaScript());
        steps.signIn(council.email(Role.SERVICE_MANAGER)).press("Carry on");
        UUID item = council.item(owed, "Key stage 4 expected progress in English – other Asian pupils");
        steps.choose("choice-" + item, "UPDATE").type("figure-" + item, "99");
        steps.leaveBy(browser.find("#item-" + item + " button[value='item-" + item + "']"));

        assertThat(browser.find("#live-" + item).getText()).contains("On track", "99%");
        assertThat(value(browser, "figure-" + item)).isEqualTo("99");
        steps.look("service-manager-no-js");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void seesOneItemAtATimeOnAPhone(boolean scripts, Browser browser) {
        Steps steps = new Steps(scripts ? browser : browser.withoutJavaScript());
        steps.signIn(council.email(Role.SERVICE_MANAGER)).press("Carry on");
        assertThat(itemsShown(browser)).hasSize(10);
        browser.at(Browser.PHONE);
        assertThat(itemsShown(browser)).singleElement().asString().contains("Item 1 of 10");
        WebElement next = browser.find(".dr-turn__next");
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", next);
        next.click();
        assertThat(itemsShown(browser)).singleElement().asString().contains("Item 2 of 10");

        steps.leaveBy(browser.find(".dr-bottombar button"));
        assertThat(itemsShown(browser)).hasSize(1);
        WebElement fault = browser.find(".govuk-error-summary a");
        String words = fault.getText();
        fault.click();
        assertThat(itemsShown(browser)).singleElement().asString().contains(words);
        browser.driver().manage().logs().get("browser");
        browser.assertFit();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void seesWhatSomebodyElseWroteMeanwhileBesideTheirOwnAndChooses(boolean scripts, Browser browser) {
        UUID item = council.item(owed, "Key stage 4 expected progress in English – Bangladeshi pupils");
        Steps steps = new Steps(scripts ? browser : browser.withoutJavaScript());
        steps.signIn(council.email(Role.SERVICE_MANAGER)).press("Carry on");
        council.change(
                "update return_item set narrative = 'Written by the officer.', saved_by = 'Policy Officer',"
                        + " saved_at = now(), version = version + 1 where item_id = ?",
                item);

        steps.type("narrative-" + item, "My own words.").press("Save and come back later");

        assertThat(browser.find("#item-" + item).getText()).contains("Policy Officer", "Written by the officer.");
        assertThat(value(browser, "narrative-" + item)).isEqualTo("My own words.");
        assertThat(stored(item)).isEqualTo("Written by the officer.");
        steps.lookAtRefusal(scripts ? "service-manager-conflict" : "service-manager-conflict-no-js");

        steps.type("narrative-" + item, "Both of our words.").press("Save and come back later");
        assertThat(stored(item)).isEqualTo("Both of our words.");
        assertThat(browser.all("#item-" + item + " .dr-notice--off")).isEmpty();
    }

    private String stored(UUID item) {
        return council.text("select narrative from return_item where item_id = ?", item);
    }

    private static List<String> itemsShown(Browser browser) {
        return browser.all("section.dr-item").stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    /** Where the keyboard is, and how that is seen. */
    private static final String STOP = """
            const stop = document.activeElement;
            if (stop === document.body) { return null; }
            const ring = element => {
                const style = getComputedStyle(element);
                return [style.outlineStyle === 'none' ? '' : style.outline, style.boxShadow, style.backgroundColor].join();
            };
            const places = [stop, stop.parentElement, ...(stop.labels || [])];
            const focused = places.map(ring).join();
            const top = stop.getBoundingClientRect();
            stop.blur();
            const seen = focused !== places.map(ring).join() && top.width > 0 && top.height > 0;
            stop.focus({ preventScroll: true });
            const all = [...document.querySelectorAll('*')];
            return [all.indexOf(stop), seen, stop.tagName + ' ' + (stop.textContent.trim() || stop.name)];
            """;

    @Test
    void reportsAnItemByKeyboardAlone(Browser browser) {
        Steps steps = new Steps(browser).signIn(council.email(Role.SERVICE_MANAGER));
        UUID item = council.item(owed, "Key stage 4 expected progress in English – other Asian pupils");
        browser.open("/returns/" + owed);
        List<String> stops = new ArrayList<>();
        long before = -1;
        for (List<?> stop = tab(browser); stop != null; stop = tab(browser)) {
            assertThat((boolean) stop.get(1))
                    .as("focus is seen on %s", stop.get(2))
                    .isTrue();
            assertThat((long) stop.get(0)).as("place of %s", stop.get(2)).isGreaterThan(before);
            before = (long) stop.get(0);
            stops.add((String) stop.get(2));
        }
        assertThat(stops).hasSizeGreaterThan(60).startsWith("A Skip to main content");
        assertThat(stops)
                .contains(
                        "BUTTON Sign out",
                        "A Your updates",
                        "INPUT choice-" + item,
                        "BUTTON Check and submit",
                        "A Help");

        browser.open("/returns/" + owed);
        tab(browser);
        press(browser, Keys.ENTER);
        assertThat(browser.driver().getCurrentUrl()).endsWith("#main");
        tabTo(browser, "INPUT choice-" + item);
        press(browser, Keys.SPACE);
        tabTo(browser, "INPUT figure-" + item);
        press(browser, "99");
        steps.leaveByKey(Keys.ENTER);
        assertThat(browser.driver().getCurrentUrl()).contains("?saved");
        assertThat(value(browser, "figure-" + item)).isEqualTo("99");
        tabTo(browser, "BUTTON Check and submit");
        steps.leaveByKey(Keys.ENTER);
        assertThat(browser.driver().getCurrentUrl()).endsWith("?check");
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("class"))
                .contains("govuk-error-summary");
    }

    private static void tabTo(Browser browser, String what) {
        for (List<?> stop = tab(browser); stop != null; stop = tab(browser)) {
            if (what.equals(stop.get(2))) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + what);
    }

    private static @Nullable List<?> tab(Browser browser) {
        press(browser, Keys.TAB);
        return (List<?>) browser.driver().executeScript(STOP);
    }

    private static void press(Browser browser, CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private static String value(Browser browser, String id) {
        return Objects.requireNonNull(browser.find("[id='" + id + "']").getDomProperty("value"));
    }
}
