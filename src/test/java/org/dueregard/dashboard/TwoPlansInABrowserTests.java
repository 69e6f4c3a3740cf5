package org.dueregard.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dueregard.BrowserTest;
import org.dueregard.access.Role;
import org.dueregard.browser.Browser;
import org.dueregard.browser.Steps;
import org.dueregard.exchange.CouncilCopy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The pages of a council with two plans are fit for a desk and a phone, with names long and series of many months. */
@BrowserTest
class TwoPlansInABrowserTests {

    @Autowired
    ApplicationContext product;

    @Test
    void everyPageThatShowsBothIsFit(Browser browser) {
        CouncilCopy council = CouncilCopy.in(product);
        UUID objectives = council.addObjectives(product);
        List<String> addresses = new ArrayList<>(List.of(
                "/dashboard",
                "/dashboard?round="
                        + only(council, "select round_id from round where plan_id = ? and state = 'OPEN'", objectives),
                "/plans",
                "/plans/" + objectives + "?open=all",
                "/indicators"));
        for (String title : List.of("dropped", "monthly", "share", "small")) {
            String which = switch (title) {
                case "dropped" -> "retired_on is not null and kind = 'OBJECTIVE'";
                case "monthly" -> "reference = '9'";
                case "share" -> "reference = '5' and kind = 'INDICATOR'";
                default -> "title = 'English'";
            };
            addresses.add("/items/"
                    + only(council, "select node_id from plan_node where plan_id = ? and " + which, objectives));
        }
        new Steps(browser).signIn(council.email(Role.DMT));
        for (String address : addresses) {
            browser.at(Browser.DESK).open(address).assertFit();
            browser.at(Browser.PHONE).assertFit();
            assertThat(browser.find("main").getText()).isNotBlank().doesNotContain("??");
        }
    }

    private static UUID only(CouncilCopy council, String sql, UUID plan) {
        return council.ids(sql, plan).get(0);
    }
}
