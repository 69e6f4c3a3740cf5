package org.dueregard.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** Anybody of the council reads what was changed about an item; nobody else learns anything. */
@ProductTest
@Transactional
class HistoryPageTests {

    private static final String INDICATOR = "First-time entrants to the youth justice system";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    History history;

    @Autowired
    MockMvc mvc;

    @Test
    void saysWhoChangedWhatFromWhatToWhatAndWhyTheNewestFirst() throws Exception {
        UUID node = demonstration.indicatorNode(INDICATOR);
        history.record(officer(), subject(node), "Target set", null, "80", null);
        history.record(officer(), subject(node), "Target changed", "80", "Fewer than <85>", "The group agreed");
        history.recordOnBehalf(officer(), "Virtual School", subject(node), "Update submitted", null, "no");

        Document page = page(node, "Director, Children, Schools and Families");

        assertThat(page.select(".dr-timeline h2").eachText())
                .containsExactly("Update submitted", "Target changed", "Target set");
        assertThat(page.select(".dr-timeline li").get(1).text())
                .contains("Policy Officer", "today at")
                .contains("From 80 To Fewer than <85> Why The group agreed");
        assertThat(page.select(".dr-timeline li").get(0).text())
                .contains("Policy Officer, for Virtual School")
                .endsWith("What it says no");
        assertThat(page.select(".dr-timeline li").get(2).select("dt").eachText())
                .containsExactly("What it says");
    }

    @Test
    void anybodyOfTheCouncilReadsIt() throws Exception {
        UUID node = demonstration.indicatorNode(INDICATOR);
        history.record(officer(), subject(node), "Target changed", "80", "81", "The group agreed");

        for (String post : List.of(
                "Policy Officer",
                "Secondary Standards and Inclusion Manager",
                "Director, Children, Schools and Families",
                "Chair, ECCA group",
                "Administrator")) {
            assertThat(page(node, post).text()).as(post).contains("The group agreed");
        }
    }

    @Test
    void saysWhatWillBeHereWhereNothingWasChanged() throws Exception {
        Document page = page(demonstration.indicatorNode(INDICATOR), "Policy Officer");

        assertThat(page.select(".dr-empty").text()).contains("Nothing has been changed", "it appears here");
        assertThat(page.select(".dr-timeline")).isEmpty();
    }

    @Test
    void anotherCouncilLearnsNothing() throws Exception {
        UUID node = demonstration.indicatorNode(INDICATOR);
        history.record(officer(), subject(node), "Target changed", "80", "81", "The group agreed");

        Document page = page(node, elsewhere());

        assertThat(page.text()).doesNotContain("The group agreed").contains("Nothing has been changed");
    }

    @Test
    void showsTheNewestTwoHundredAndSaysSo() throws Exception {
        UUID node = demonstration.indicatorNode(INDICATOR);
        for (int number = 1; number <= 201; number++) {
            history.record(officer(), subject(node), "Change " + number, null, null, null);
        }

        Document page = page(node, "Policy Officer");

        assertThat(page.select(".dr-timeline li")).hasSize(200);
        assertThat(page.select(".dr-timeline h2").eachText().get(0)).isEqualTo("Change 201");
        assertThat(page.text()).contains("Only the newest 200 changes are shown.");
    }

    private static Subject subject(UUID node) {
        return new Subject("node", node);
    }

    private SignedIn officer() {
        return (SignedIn) demonstration.as("Policy Officer").getPrincipal();
    }

    private static Authentication elsewhere() {
        SignedIn somebody = new SignedIn(
                PersonId.random(),
                OrganisationId.random(),
                "Elsewhere Council",
                "Policy Officer",
                Set.of(Role.POLICY_OFFICER));
        return UsernamePasswordAuthenticationToken.authenticated(
                somebody, null, List.of(new SimpleGrantedAuthority(Role.POLICY_OFFICER.authority())));
    }

    private Document page(UUID node, String post) throws Exception {
        return page(node, demonstration.as(post));
    }

    private Document page(UUID node, Authentication who) throws Exception {
        MockHttpServletResponse answer = mvc.perform(
                        get("/items/" + node + "/history").with(authentication(who)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }
}
