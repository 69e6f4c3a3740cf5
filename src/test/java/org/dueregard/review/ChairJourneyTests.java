package org.dueregard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Year;
import java.util.List;
import java.util.UUID;
import org.dueregard.BrowserTest;
import org.dueregard.access.Role;
import org.dueregard.browser.Browser;
import org.dueregard.browser.Steps;
import org.dueregard.exchange.CouncilCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A meeting of the group, from opening it to closing it, on the chair's screen. */
@BrowserTest
class ChairJourneyTests {

    @Autowired
    ApplicationContext product;

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void takesTheGroupThroughItsMeeting(boolean scripts, Browser browser) {
        CouncilCopy council = CouncilCopy.in(product);
        UUID meeting = council.meeting("OPEN");
        String name = scripts ? "chair" : "chair-no-js";
        Steps steps = new Steps(scripts ? browser : browser.withoutJavaScript());
        steps.signIn(council.email(Role.CHAIR));
        assertThat(steps.path()).isEqualTo("/meetings");
        steps.leaveBy(browser.find("a[href='/meetings/" + meeting + "']"));
        assertThat(steps.main()).contains("items need talking about", "None is settled so far.");
        if (scripts) {
            browser.picture("agenda");
        }
        steps.look(name + "-1-agenda").press("Open the meeting");

        // The first item: agreed as proposed, with a decision and an action.
        String first = steps.path();
        assertThat(steps.main()).contains("Item 1 of ", "Proposed status");
        if (scripts) {
            browser.picture("meeting");
        }
        steps.look(name + "-2-item").unfold("Add an action").press("Record the action");
        assertThat(steps.problemOf("what")).isEqualTo("Say what will be done");
        assertThat(steps.problemOf("owner")).isEqualTo("Say who will do it");
        assertThat(steps.problemOf("due")).isEqualTo("Enter a date or a term, like 18 March 2027");
        steps.lookAtRefusal(name + "-2-item-action-refused");
        String due = "18 March " + (Year.now().getValue() + 1);
        steps.type("what", "Visit both heads")
                .type("owner", CouncilCopy.UNIT)
                .type("due", due)
                .press("Record the action");
        assertThat(steps.path()).isEqualTo(first);
        assertThat(browser.find("#actions").getText()).contains("Visit both heads", CouncilCopy.UNIT + ", due " + due);
        steps.type("decision", "Report again in spring.").leaveBy(browser.find("button[value=agree]"));

        // The second: the group says otherwise, which takes a reason.
        String second = steps.path();
        assertThat(second).startsWith("/meetings/" + meeting + "/items/").isNotEqualTo(first);
        assertThat(steps.main()).contains("Item 2 of ");
        steps.unfold("Agree something else").choose("status", "NOT_RATED").press("Agree this status");
        assertThat(steps.problemOf("reason")).contains("Say why the group agrees another status");
        assertThat(browser.find("input[name=status][value=NOT_RATED]").isSelected())
                .isTrue();
        steps.lookAtRefusal(name + "-2-item-refused");
        steps.type("reason", "The figures are of another year.").press("Agree this status");
        assertThat(council.text("select agreed from agreement where meeting_id = ? and reason is not null", meeting))
                .isEqualTo("NOT_RATED");

        // And so on, one after the other, to the last of them.
        int left = 0;
        while (!browser.all("button[value=agree]").isEmpty()) {
            String here = steps.path();
            steps.leaveBy(browser.find("button[value=agree]"));
            assertThat(steps.path()).isNotEqualTo(here);
            if (++left > 100) {
                throw new AssertionError("The meeting does not end");
            }
        }
        browser.open("/meetings/" + meeting);
        assertThat(steps.main()).contains("The figures are of another year.", "Visit both heads");
        steps.leaveBy(browser.driver().findElement(By.cssSelector("form[action$='/agree-the-rest'] button")));
        assertThat(steps.main()).contains("All agreed").doesNotContain("not settled yet");
        steps.look(name + "-3-agreed").press("Close the meeting");
        assertThat(steps.main()).contains("The meeting is closed: 89 of 89 items were settled.");
        steps.look(name + "-4-closed");
        browser.open(first);
        assertThat(steps.main()).contains("Agreed:", "Report again in spring.");
        assertThat(browser.all("button[value=agree]")).isEmpty();
    }

    @Test
    void runsAMeetingByKeyboardOnASharedScreen(Browser browser) {
        CouncilCopy council = CouncilCopy.in(product);
        UUID meeting = council.meeting("OPEN");
        Steps steps = new Steps(browser);
        steps.signIn(council.email(Role.CHAIR));
        steps.leaveBy(browser.find("a[href='/meetings/" + meeting + "']"));
        steps.press("Open the meeting");
        String first = steps.path();

        // The whole item stands on the screen, from its title to what can be done about it.
        browser.screen(1280, 720);
        for (int item = 0; item < 3; item++) {
            for (String part : List.of("h1", ".dr-decide", ".dr-room__told")) {
                assertThat(browser.driver()
                                .executeScript(
                                        "return document.querySelector(arguments[0]).getBoundingClientRect().bottom <="
                                                + " document.querySelector('.dr-room__foot').getBoundingClientRect().top",
                                        part))
                        .as(part + " of " + browser.driver().getTitle())
                        .isEqualTo(true);
            }
            leave(steps, browser, "n");
        }
        for (int back = 0; back < 3; back++) {
            leave(steps, browser, "p");
        }
        assertThat(steps.path()).isEqualTo(first);

        // An action, then a decision, which is recorded with what is agreed; letters typed are letters.
        press(browser, "c");
        press(browser, "Visit both heads and cap it");
        press(browser, Keys.TAB, CouncilCopy.UNIT);
        press(browser, Keys.TAB, "18 March " + (Year.now().getValue() + 1));
        steps.leaveByControlAnd(Keys.ENTER);
        assertThat(steps.path()).isEqualTo(first);
        assertThat(browser.find("#actions").getText()).contains("Visit both heads and cap it");
        press(browser, "d");
        press(browser, "Report again in spring.");
        steps.leaveByControlAnd(Keys.ENTER);
        String second = steps.path();
        assertThat(second).isNotEqualTo(first);
        assertThat(council.text("select decision from agreement where meeting_id = ?", meeting))
                .isEqualTo("Report again in spring.");

        // Something else, with a reason; return among the choices leads on and agrees nothing.
        press(browser, "e");
        press(browser, Keys.ARROW_DOWN, Keys.ENTER);
        press(browser, "The figures are of another year.");
        assertThat(steps.path()).isEqualTo(second);
        steps.leaveByControlAnd(Keys.ENTER);
        assertThat(council.text("select reason from agreement where meeting_id = ? and agreed <> proposed", meeting))
                .isEqualTo("The figures are of another year.");

        // One key agrees as proposed; and none does anything once they are turned off.
        String third = steps.path();
        leave(steps, browser, "a");
        assertThat(council.ids("select node_id from agreement where meeting_id = ?", meeting))
                .hasSize(3);
        assertThat(steps.path()).isNotEqualTo(third);
        browser.find(".dr-keys button").click();
        press(browser, "n", "a");
        assertThat(browser.find(".dr-keys button").getText()).isEqualTo("Turn keys on");
        assertThat(council.ids("select node_id from agreement where meeting_id = ?", meeting))
                .hasSize(3);
        browser.find(".dr-keys button").click();
        steps.look("chair-keys");
    }

    /** Keys do nothing before the page's script is there. */
    private static void ready(Browser browser) {
        await().until(() -> "complete".equals(browser.driver().executeScript("return document.readyState")));
    }

    private static void leave(Steps steps, Browser browser, CharSequence key) {
        ready(browser);
        steps.leaveByKey(key);
    }

    private static void press(Browser browser, CharSequence... keys) {
        ready(browser);
        new org.openqa.selenium.interactions.Actions(browser.driver())
                .sendKeys(keys)
                .perform();
    }
}
