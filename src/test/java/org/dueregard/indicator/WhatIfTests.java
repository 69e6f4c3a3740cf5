package org.dueregard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/** Anybody tries another figure, tolerance or target, and nothing is saved. */
@ProductTest
@Transactional
class WhatIfTests {

    /** At least 705. */
    private static final String TWO_YEAR_OLDS = "Two-year-olds who took up a funded place in the year";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsHowItStandsAndWhereTheLinesAreBeforeAnythingIsTyped() throws Exception {
        Document page = page(node(), Map.of());

        assertThat(page.select(".dr-card").first().text()).contains("As it stands now", sentence(node()));
        assertThat(page.select("#tried").text()).startsWith("Type a figure");
        assertThat(page.select("#period").val()).startsWith("Quarter ");
        assertThat(page.select("#lines tbody tr").eachText()).hasSize(3);
        assertThat(page(node(), Map.of("period", year()))
                        .select("#lines tbody tr")
                        .eachText())
                .containsExactly("On track 705 or more", "At risk 670 to 704", "Off track 669 or less");
    }

    @Test
    void aFigureIsJudgedByTheTargetAsItStands() throws Exception {
        assertThat(page(node(), Map.of("value", "700", "period", year()))
                        .select("#tried")
                        .text())
                .contains("At risk", "700", "705", "5 short");
        assertThat(page(node(), Map.of("value", "1,200", "period", year()))
                        .select("#tried")
                        .text())
                .doesNotContain("At risk", "Off track")
                .contains("495 on the good side");
    }

    @Test
    void aTargetInCouncilEnglishAndAToleranceAreTried() throws Exception {
        Document page =
                page(node(), Map.of("value", "770", "target", "At least 800", "tolerance", "10", "period", year()));

        assertThat(page.select("#tried").text()).contains("Understood as: At least 800", "Off track", "30 short");
        assertThat(page.select("#lines").text()).contains("800 or more", "790 to 799", "789 or less");
        assertThat(page(node(), Map.of("target", "About 800")).select("#tried").text())
                .contains("Understood as: At least 800", "A guess, to be checked.");
    }

    @Test
    void soManyOfSoManyCarryTheirIntervalAndWhatIsToBeKnown() throws Exception {
        UUID node = one("value_kind = 'PERCENTAGE' and better_off_group is null");

        Document page = page(node, Map.of("numerator", "4", "denominator", "7", "target", "60%"));

        assertThat(page.select("#tried").text())
                .contains("57", "95% interval", "25.0 to 84.2 per cent")
                .contains("too");
    }

    @Test
    void bothGroupsOfAGapAreTried() throws Exception {
        UUID node = one("better_off_group is not null");

        Document page = page(node, Map.of("betterOff", "80", "other", "70", "target", "No more than 12"));

        assertThat(page.select("#tried").text()).contains("10", "2 percentage points on the good side");
        assertThat(page(node, Map.of("betterOff", "80"))
                        .getElementById("other-error")
                        .text())
                .contains("Enter the figures of both groups");
    }

    @Test
    void aYesOrANoIsTriedAndHasNoLines() throws Exception {
        jdbc.sql("update indicator set value_kind = 'YES_NO' where indicator_id ="
                        + " (select indicator_id from plan_indicator where node_id = ?)")
                .param(node())
                .update();

        Document page = page(node(), Map.of("value", "no", "target", "Yes", "period", year()));

        assertThat(page.select("#tried").text()).contains("Off track");
        assertThat(page.select("#lines").text()).contains("has no lines between");
    }

    @Test
    void aFigureThatIsNotTheOneThatCountsIsSaidToChangeNothing() throws Exception {
        Document page = page(node(), Map.of("value", "1", "period", "2009/10"));

        assertThat(page.select("#tried").text()).contains("A figure for 2009/10 would change nothing");
        assertThat(page.select("#lines").text()).contains("no lines to show");
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndWhatWasTypedIsKept() throws Exception {
        Map<Map<String, String>, String> wrong = new LinkedHashMap<>();
        wrong.put(Map.of("value", "lots"), "value");
        wrong.put(Map.of("period", "next year", "value", "5"), "period");
        wrong.put(Map.of("tolerance", "some"), "tolerance");
        wrong.put(Map.of("target", "40 on roll; 25 regularly attend"), "target");
        wrong.put(Map.of("target", "x".repeat(501)), "target");
        for (Map.Entry<Map<String, String>, String> each : wrong.entrySet()) {
            MockHttpServletResponse answer = get(node(), each.getKey(), demonstration.as("Policy Officer"));
            Document page = Jsoup.parse(answer.getContentAsString());

            assertThat(answer.getStatus()).as(each.toString()).isEqualTo(400);
            assertThat(page.title()).startsWith("Error: ");
            assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                    .as(each.toString())
                    .containsExactly("#" + each.getValue());
            assertThat(page.getElementById(each.getValue() + "-error")).isNotNull();
            each.getKey()
                    .forEach((name, typed) ->
                            assertThat(page.getElementById(name).val()).isEqualTo(typed));
        }
    }

    @Test
    void onlyWhatChangesComesWhileSomebodyTypes() throws Exception {
        Document piece = page(node(), Map.of("value", "700", "period", year(), "then", "live"));

        assertThat(piece.select("form, h1")).isEmpty();
        assertThat(piece.select("[data-part=tried]").text()).contains("At risk");
        assertThat(piece.select("[data-part=lines]").text()).contains("705 or more");
        assertThat(page(node(), Map.of("value", "lots", "then", "live"))
                        .select("[data-part=tried]")
                        .text())
                .contains("Before it can be judged", "“lots” is no number");
    }

    @Test
    void everybodyOfTheCouncilMayTryAndNobodyElse() throws Exception {
        for (String post : demonstration.posts()) {
            assertThat(get(node(), Map.of(), demonstration.as(post)).getStatus())
                    .as(post)
                    .isEqualTo(200);
        }
        SignedIn elsewhere =
                new SignedIn(PersonId.random(), OrganisationId.random(), "Elsewhere", "Director", Set.of(Role.DMT));
        assertThat(get(
                                node(),
                                Map.of(),
                                UsernamePasswordAuthenticationToken.authenticated(
                                        elsewhere, null, List.of(new SimpleGrantedAuthority(Role.DMT.authority()))))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void theRetiredIsSaidToBeSo() throws Exception {
        UUID node = node();
        jdbc.sql("update plan_node set retired_on = current_date, retired_because = 'It ended' where node_id = ?")
                .param(node)
                .update();

        MockHttpServletResponse answer = get(node, Map.of(), demonstration.as("Policy Officer"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("This was retired");
        assertThat(story(node).select("a[href$=what-if]")).isEmpty();
    }

    @Test
    void theStoryLeadsToIt() throws Exception {
        assertThat(story(node()).select("a[href$=what-if]").text())
                .isEqualTo("Try another figure, target or tolerance");
    }

    private UUID node() {
        return demonstration.indicatorNode(TWO_YEAR_OLDS);
    }

    /** What the target is for. */
    private String year() {
        return jdbc.sql("select period from target where node_id = ? and replaced_at is null"
                        + " order by plan_year_first desc limit 1")
                .param(node())
                .query(String.class)
                .single();
    }

    private UUID one(String which) {
        return jdbc.sql("select node_id from plan_node join plan_indicator using (node_id)"
                        + " join indicator using (indicator_id) where plan_id = ? and retired_on is null and " + which
                        + " order by reading_order limit 1")
                .param(demonstration.plan())
                .query(UUID.class)
                .single();
    }

    private String sentence(UUID node) {
        return jdbc.sql("select sentence from standing join assessment using (assessment_id)"
                        + " where standing.node_id = ?")
                .param(node)
                .query(String.class)
                .single();
    }

    private Document story(UUID node) throws Exception {
        return Jsoup.parse(mvc.perform(MockMvcRequestBuilders.get("/items/" + node)
                        .with(authentication(demonstration.as("Policy Officer"))))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document page(UUID node, Map<String, String> typed) throws Exception {
        return Jsoup.parse(get(node, typed, demonstration.as("Policy Officer")).getContentAsString());
    }

    private MockHttpServletResponse get(UUID node, Map<String, String> typed, Authentication who) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.get("/items/" + node + "/what-if").with(authentication(who));
        typed.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }
}
