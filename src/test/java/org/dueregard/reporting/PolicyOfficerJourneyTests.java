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

/** A policy officer's round: who has and who has not, what they say, and the end of it. */
@BrowserTest
class PolicyOfficerJourneyTests {

    private static final String REASON = "Say which two schools, and \"when\" the <other> two join.";

    @Autowired
    ApplicationContext product;

    private CouncilCopy council;

    @BeforeEach
    void load() {
        council = CouncilCopy.in(product);
    }

    @Test
    void readsWhatIsInAcceptsItAndClosesTheRound(Browser browser) {
        Steps steps = new Steps(browser).signIn(council.email(Role.POLICY_OFFICER));
        UUID round = council.round("OPEN");
        assertThat(steps.path()).isEqualTo("/rounds/" + round);
        assertThat(steps.main()).contains("items are in", "School Organisation", "Sent back", "Not yet:");
        browser.picture("round-board");
        steps.look("policy-officer-1-board").press("School Organisation");

        UUID owed = council.owed("OPEN", "School Organisation");
        assertThat(steps.path()).isEqualTo("/returns/" + owed + "/review");
        steps.look("policy-officer-2-review");
        browser.picture("review");
        int toAccept =
                browser.all("form[action$='/accept'] button.dr-button--small").size();
        steps.leaveBy(browser.find("form[action$='/accept'] button.dr-button--small"));
        assertThat(browser.all("form[action$='/accept'] button.dr-button--small"))
                .hasSize(toAccept - 1);
        assertThat(browser.all("section.dr-item .dr-mark")).hasSize(1);
        steps.press("Accept all 5 items");
        assertThat(steps.path()).isEqualTo("/rounds/" + round);
        assertThat(steps.main()).contains("Accepted. The owner sees it on their page.");
        assertThat(state(owed)).isEqualTo("ACCEPTED");

        steps.press("Close the round").look("policy-officer-3-close").press("Close the round");
        assertThat(steps.main()).contains("Locked", "Nothing in it changes any more");
        steps.look("policy-officer-4-closed");
        browser.open("/returns/" + owed + "/review");
        assertThat(steps.main()).contains("Locked").doesNotContain("Send back to the owner");
        browser.open("/returns/" + council.owed("CLOSED", CouncilCopy.UNIT));
        assertThat(steps.main()).contains("Locked", "The round is closed. What was reported stays as it was.");
        assertThat(browser.all("textarea")).isNotEmpty().noneMatch(box -> box.isEnabled());
    }

    @Test
    void findsTheTargetOfAnIndicatorFromThePlan(Browser browser) {
        Steps steps = new Steps(browser).signIn(council.email(Role.POLICY_OFFICER));
        browser.open("/plans").picture("plan");
        browser.open("/indicators?words=Bangladeshi");
        steps.leaveBy(browser.find("main tbody a"));
        steps.press("Change the target");
        assertThat(steps.path()).endsWith("/target");
        browser.picture("target");
    }

    @Test
    void sendsAnUpdateBackWithAReasonThatItsOwnerReadsOnTop(Browser browser) {
        UUID owed = council.owed("OPEN", CouncilCopy.UNIT);
        council.change(
                "update return set state = 'SUBMITTED', submitted_at = now(), submitted_by = 'Its manager'"
                        + " where return_id = ?",
                owed);
        Steps steps = new Steps(browser).signIn(council.email(Role.POLICY_OFFICER));
        steps.press(CouncilCopy.UNIT).press("Send back to the owner");
        assertThat(steps.problemOf("reason")).isEqualTo("Say what has to change");
        assertThat(state(owed)).isEqualTo("SUBMITTED");
        steps.lookAtRefusal("policy-officer-send-back-refused");

        steps.type("reason", REASON).press("Send back to the owner");
        assertThat(steps.main()).contains("Sent back. The owner sees your reason", REASON);
        steps.signOut().signIn(council.email(Role.SERVICE_MANAGER));
        assertThat(steps.main()).contains(REASON);
        steps.press("Put it right");
        assertThat(browser.find(".dr-notice--off").getText()).contains("Sent back by Policy Officer", REASON);
        assertThat(browser.find("textarea").isEnabled()).isTrue();
        steps.look("service-manager-6-sent-back");
    }

    private String state(UUID owed) {
        return council.text("select state from return where return_id = ?", owed);
    }
}
