package org.dueregard.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dueregard.BrowserTest;
import org.dueregard.access.Role;
import org.dueregard.browser.Browser;
import org.dueregard.browser.Steps;
import org.dueregard.exchange.CouncilCopy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Around a round: its year is planned in one step, what is doubtful is asked and answered, and who is late is reminded. */
@BrowserTest
class RoundsJourneyTests {

    @Autowired
    ApplicationContext product;

    private CouncilCopy council;

    @BeforeEach
    void load() {
        council = CouncilCopy.in(product);
    }

    @Test
    void aDoubtIsAskedAnsweredAndSettled(Browser browser) {
        council.change(
                "insert into role_held (role_held_id, person_id, role, given_at)"
                        + " select gen_random_uuid(), person_id, 'SERVICE_MANAGER', now() from person where email = ?",
                council.email(Role.REVIEWER));
        Steps steps = new Steps(browser).signIn(council.email(Role.POLICY_OFFICER));
        int doubts = browser.all("#doubts > ul > li").size();
        String item = browser.find("#doubts li:has(form[action$='/ask']) h3").getText();
        steps.leaveBy(browser.find("#doubts form[action$='/ask'] button"));
        assertThat(steps.main()).contains("The question is on the item.");
        assertThat(browser.all("#doubts > ul > li")).hasSize(doubts - 1);
        steps.look("rounds-1-asked").unfold("1 put to its owner");
        assertThat(browser.find("#doubts details[open]").getText()).contains(item, "No answer yet");

        steps.signOut().signIn(council.email(Role.REVIEWER));
        String owed = council.text(
                "select return_id::text from return_item join remark using (node_id) join return using (return_id)"
                        + " where remark.question and return.round_id = ?",
                council.round("OPEN"));
        browser.open("/returns/" + owed);
        steps.leaveBy(browser.find("a[href$='/remarks']"));
        String box = browser.find("textarea[name=answer]").getDomAttribute("id");
        steps.press("Answer");
        assertThat(steps.problemOf(String.valueOf(box))).isNotBlank();
        steps.lookAtRefusal("rounds-2-answer-missing");
        steps.type(String.valueOf(box), "Two schools closed in the summer.").press("Answer");
        assertThat(steps.main()).contains("Your answer is there.", "Two schools closed in the summer.");
        steps.look("rounds-3-answered");

        steps.signOut().signIn(council.email(Role.POLICY_OFFICER));
        steps.unfold("1 put to its owner");
        assertThat(browser.find("#doubts details[open]").getText()).contains("Two schools closed in the summer.");
        browser.find("#doubts > ul > li details summary").click();
        String because = String.valueOf(browser.find("#doubts > ul > li details[open] input[name=because]")
                .getDomAttribute("id"));
        steps.type(because, "It was agreed last year");
        steps.leaveBy(browser.find("#doubts > ul > li details[open] button"));
        steps.unfold("1 let be, with a reason");
        assertThat(browser.find("#doubts details[open]").getText()).contains("It was agreed last year");
    }

    @Test
    void whoHasNotHandedInIsRemindedFromTheBoard(Browser browser) {
        Steps steps = new Steps(browser).signIn(council.email(Role.POLICY_OFFICER));
        steps.press("Remind those ticked");
        assertThat(steps.problemOf("remind")).contains("Tick at least one unit");
        steps.lookAtRefusal("rounds-4-remind-refused");

        browser.find("input[name=owed]").click();
        steps.press("Remind those ticked");
        assertThat(steps.main()).contains("The reminders are on their way.", "Reminded today");
        assertThat(reminded()).isEqualTo("1");
        steps.look("rounds-5-reminded");
        steps.leaveBy(browser.find("#remind button[value=all]"));
        assertThat(reminded())
                .isEqualTo(String.valueOf(browser.all("input[name=owed]").size()));
    }

    private String reminded() {
        return council.text(
                "select count(*)::text from return where reminded_at is not null and round_id = ?",
                council.round("OPEN"));
    }

    @Test
    void theRoundsOfAYearArePlannedInOneStep(Browser browser) {
        UUID plan = council.plan();
        Steps steps = new Steps(browser).signIn(council.email(Role.POLICY_OFFICER));
        steps.press("All rounds");
        steps.leaveBy(browser.find("main a[href$='/plans/" + plan + "/rounds']"));
        steps.choose("rhythm", "QUARTERLY").press("Propose days").look("rounds-6-proposed");
        int proposed = browser.all(".dr-roundcard input[id^=wanted]:checked").size();
        assertThat(proposed).isPositive();

        String due = String.valueOf(browser.find(".dr-roundcard:has(input[id^=wanted]:checked) input[id^=due]")
                .getDomAttribute("id"));
        steps.type(due, "when the leaves fall").press("Add these rounds");
        assertThat(steps.problemOf(due)).isNotBlank();
        assertThat(browser.find("[id='" + due + "']").getDomProperty("value")).isEqualTo("when the leaves fall");
        steps.lookAtRefusal("rounds-7-refused");

        browser.open("/plans/" + plan + "/rounds?rhythm=QUARTERLY");
        steps.press("Add these rounds");
        assertThat(council.text("select count(*)::text from round where plan_id = ? and state = 'PLANNED'", plan))
                .isEqualTo(String.valueOf(proposed));
        steps.look("rounds-8-planned");
    }
}
