package org.dueregard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.UUID;
import org.dueregard.BrowserTest;
import org.dueregard.access.Role;
import org.dueregard.browser.Browser;
import org.dueregard.browser.Steps;
import org.dueregard.exchange.CouncilCopy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
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
}
