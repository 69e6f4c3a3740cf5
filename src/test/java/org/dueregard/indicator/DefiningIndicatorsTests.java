package org.dueregard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.persistence.EntityManager;
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
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundKeeping;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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

/** The policy officer adds an indicator to the plan, and changes what one is. */
@ProductTest
@Transactional
class DefiningIndicatorsTests {

    private static final String OFFICER = "Policy Officer";

    /** A number, higher is better, at least 705. */
    private static final String TWO_YEAR_OLDS = "Two-year-olds who took up a funded place in the year";

    private static final String GAP = "Pupil premium gap, key stage 1 to 2 – maths";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    RoundKeeping rounds;

    @Autowired
    EntityManager entities;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void thePageOfAnIndicatorLeadsThePolicyOfficerToItsDefinition() throws Exception {
        String story = "/items/" + node();

        assertThat(open(story, OFFICER)
                        .select("a[href=" + definition(node()) + "]")
                        .text())
                .isEqualTo("Change the definition");
        assertThat(open(story, "Director, Children, Schools and Families").select("a[href$=/definition]"))
                .isEmpty();
    }

    @Test
    void savingTheFormAsItOpensChangesNothing() throws Exception {
        for (String name : List.of(TWO_YEAR_OLDS, GAP)) {
            UUID node = demonstration.indicatorNode(name);
            Map<String, Object> before = indicator(node);

            assertThat(send(node, Map.of()).getRedirectedUrl()).isEqualTo("/items/" + node);

            assertThat(indicator(node)).isEqualTo(before);
            assertThat(events(node)).isZero();
        }
    }

    @Test
    void whatIsCountedAndWhereItComesFromNeedNoReasonAndJudgeNothingAnew() throws Exception {
        UUID node = node();
        String assessment = standing(node, "assessment_id::text");

        MockHttpServletResponse answer =
                send(node, Map.of("definition", "Children\r\naged two", "source", "Early years census"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/items/" + node);
        assertThat(standing(node, "assessment_id::text")).isEqualTo(assessment);
        assertThat(open("/items/" + node, OFFICER)
                        .select("[aria-labelledby=definition]")
                        .text())
                .contains("Children aged two", "Early years census");
        assertThat(newest(node))
                .containsEntry("what", "Description changed")
                .containsEntry("became", "What it counts: Children\naged two\nSource: Early years census")
                .containsEntry("post", OFFICER);
    }

    @Test
    void whateverIsOpenIsJudgedAnewWhenTheGoodSideChanges() throws Exception {
        UUID node = node();
        assertThat(send(node, Map.of("polarity", "LOWER")).getStatus())
                .as("without a reason")
                .isEqualTo(400);

        assertThat(send(node, Map.of("polarity", "LOWER", "reason", "It was entered the wrong way round"))
                        .getStatus())
                .isEqualTo(302);

        assertThat(caveats(node)).contains("lower");
        assertThat(itemAssessment(node, "OPEN")).isEqualTo(standing(node, "assessment_id::text"));
        assertThat(newest(node))
                .containsEntry("was", "Better is: higher")
                .containsEntry("became", "Better is: lower")
                .containsEntry("why", "It was entered the wrong way round");
    }

    @Test
    void theDirectionOfTravelFollowsTheGoodSideThoughTheSentenceStays() throws Exception {
        UUID node = jdbc.sql("""
                        select standing.node_id from standing join assessment using (assessment_id)
                        join target on target.node_id = standing.node_id and replaced_at is null
                        where standing.plan_id = ? and direction_before in ('BETTER', 'WORSE')
                            and kind in ('AT_LEAST', 'AT_MOST', 'INCREASE', 'REDUCE') limit 1""").param(demonstration.plan()).query(UUID.class).single();
        String sentence = standing(node, "sentence");
        boolean better = "BETTER".equals(standing(node, "direction_before"));
        String way = "HIGHER".equals(indicator(node).get("polarity")) == better ? "UP" : "DOWN";

        send(node, Map.of("polarity", "NEITHER", "reason", "Neither way is better"));

        assertThat(standing(node, "sentence")).isEqualTo(sentence);
        assertThat(standing(node, "direction_before")).isEqualTo(way);
        assertThat(itemAssessment(node, "OPEN")).isEqualTo(standing(node, "assessment_id::text"));
    }

    @Test
    void aClosedRoundStaysAsReported() throws Exception {
        UUID node = node();
        rounds.close((SignedIn) demonstration.as(OFFICER).getPrincipal(), new RoundId(demonstration.round("OPEN")));
        entities.flush();
        List<String> reported = items(node);

        send(
                node,
                Map.of("polarity", "LOWER", "tolerance", "50%", "decimals", "2", "reason", "It was entered wrongly"));

        assertThat(standing(node, "tolerance")).isEqualTo("50%");
        assertThat(items(node)).isNotEmpty().isEqualTo(reported);
    }

    @Test
    void aToleranceOfItsOwnIsTheSameFromBothPages() throws Exception {
        UUID node = node();

        send(node, Map.of("tolerance", "3", "reason", "Small numbers"));

        assertThat(open("/items/" + node + "/target", OFFICER)
                        .select("#tolerance")
                        .val())
                .isEqualTo("3");
        assertThat(standing(node, "tolerance")).isEqualTo("3");
        assertThat(newest(node))
                .containsEntry("what", "Tolerance changed")
                .containsEntry("was", null)
                .containsEntry("became", "3")
                .containsEntry("why", "Small numbers");
        assertThat(open("/items/" + node + "/history", OFFICER).text()).contains("Tolerance changed", "Small numbers");
    }

    @Test
    void howItWouldBeJudgedIsShownBeforeItIsSaved() throws Exception {
        UUID node = node();

        MockHttpServletResponse answer = send(node, Map.of("polarity", "LOWER", "then", "show"));
        Document page = Jsoup.parse(answer.getContentAsString());

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(page.select("#judged").text()).contains("Nothing is saved yet", "lower");
        assertThat(page.select("input[name=polarity][checked]").val()).isEqualTo("LOWER");
        assertThat(indicator(node)).containsEntry("polarity", "HIGHER");
        assertThat(events(node)).isZero();
    }

    @Test
    void whatWouldMakeItsFiguresMeaninglessIsRefusedWithWhatToDo() throws Exception {
        UUID node = node();

        assertThat(problem(node, Map.of("kind", "PERCENTAGE", "reason", "x"), "kind"))
                .contains("of the kind “Numbers”", "retire this indicator and add another");
        assertThat(problem(node, Map.of("basis", otherBasis(node), "reason", "x"), "basis"))
                .contains("retire this indicator and add another");
        assertThat(problem(node, Map.of("betterOff", "Others", "other", "Some", "reason", "x"), "betterOff"))
                .contains("not the gap of two groups");
        assertThat(problem(
                        demonstration.indicatorNode(GAP),
                        Map.of("betterOff", "", "other", "", "reason", "x"),
                        "betterOff"))
                .contains("Enter both groups");
        assertThat(problem(node, Map.of("maximum", "3", "reason", "x"), "maximum"))
                .contains("the largest figure there is");
        assertThat(events(node)).isZero();
    }

    @Test
    void theKindOfFigureChangesWhileThereIsNoneAndTheTargetMakesSense() throws Exception {
        UUID node = node();
        jdbc.sql("delete from observation where indicator_id ="
                        + " (select indicator_id from plan_indicator where node_id = ?)")
                .param(node)
                .update();

        assertThat(problem(node, Map.of("kind", "YES_NO", "reason", "x"), "kind"))
                .contains("Its target “705” would make no sense");
        jdbc.sql("update target set kind = 'TO_BE_CONFIRMED', value = null where node_id = ?")
                .param(node)
                .update();

        assertThat(send(node, Map.of("kind", "YES_NO", "reason", "It is a yes or no"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(indicator(node)).containsEntry("value_kind", "YES_NO");
    }

    @Test
    void aTriggerIsSetAndTakenAway() throws Exception {
        UUID node = node();
        assertThat(problem(node, Map.of("trigger", "12", "frequency", "YEARLY", "reason", "x"), "trigger"))
                .contains("twelve earlier figures");

        send(node, Map.of("trigger", "36", "frequency", "QUARTERLY", "reason", "To be watched"));
        assertThat(indicator(node)).containsEntry("trigger_months", 36);
        assertThat(open("/items/" + node, OFFICER)
                        .select("[aria-labelledby=definition]")
                        .text())
                .contains("From the mean of the 36 months before");

        send(node, Map.of("trigger", "", "reason", "No longer"));
        assertThat(indicator(node)).containsEntry("trigger_months", null);
        assertThat(newest(node))
                .containsEntry("was", "Exception trigger, months: 36")
                .containsEntry("became", "Exception trigger, months: not stated");
    }

    @Test
    void aNewNameIsThePlansToo() throws Exception {
        UUID node = node();
        jdbc.sql("update plan_node set title = ? where node_id = ?")
                .params(List.of(TWO_YEAR_OLDS, node))
                .update();
        entities.clear();

        send(node, Map.of("name", "Two-year-olds in a funded place"));

        assertThat(jdbc.sql("select title from plan_node where node_id = ?")
                        .param(node)
                        .query(String.class)
                        .single())
                .isEqualTo("Two-year-olds in a funded place");
        assertThat(indicator(node)).containsEntry("name", "Two-year-olds in a funded place");
    }

    @Test
    void aShorterNameInThePlanStays() throws Exception {
        UUID node = node();
        jdbc.sql("update plan_node set title = 'Take-up' where node_id = ?")
                .param(node)
                .update();
        entities.clear();

        send(node, Map.of("name", "Two-year-olds in a funded place"));

        assertThat(jdbc.sql("select title from plan_node where node_id = ?")
                        .param(node)
                        .query(String.class)
                        .single())
                .isEqualTo("Take-up");
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndWhatWasTypedIsKept() throws Exception {
        UUID node = node();
        Map<Map<String, String>, String> wrong = new LinkedHashMap<>();
        wrong.put(Map.of("name", " "), "name");
        wrong.put(Map.of("name", "x".repeat(501)), "name");
        wrong.put(Map.of("definition", "x".repeat(4_001)), "definition");
        wrong.put(Map.of("source", "x".repeat(301)), "source");
        wrong.put(Map.of("unit", "x".repeat(301)), "unit");
        wrong.put(Map.of("kind", ""), "kind");
        wrong.put(Map.of("kind", "SOMETHING"), "kind");
        wrong.put(Map.of("decimals", "7"), "decimals");
        wrong.put(Map.of("decimals", ""), "decimals");
        wrong.put(Map.of("maximum", "many"), "maximum");
        wrong.put(Map.of("maximum", "1" + "0".repeat(15)), "maximum");
        wrong.put(Map.of("betterOff", "Others"), "other");
        wrong.put(Map.of("other", "Others"), "betterOff");
        wrong.put(Map.of("polarity", "SIDEWAYS"), "polarity");
        wrong.put(Map.of("basis", ""), "basis");
        wrong.put(Map.of("frequency", "NOW"), "frequency");
        wrong.put(Map.of("tolerance", "a little"), "tolerance");
        wrong.put(Map.of("trigger", "13"), "trigger");
        wrong.put(Map.of("comparator", "Mars"), "comparator");
        wrong.put(Map.of("decimals", "1", "reason", ""), "reason");
        wrong.put(Map.of("decimals", "1", "reason", "x".repeat(2_001)), "reason");
        for (Map.Entry<Map<String, String>, String> each : wrong.entrySet()) {
            String field = each.getValue();
            Map<String, String> typed = new LinkedHashMap<>(each.getKey());
            typed.putIfAbsent("reason", "Agreed");
            if (field.equals("comparator")) {
                jdbc.sql("update indicator set comparator = 'England' where indicator_id ="
                                + " (select indicator_id from plan_indicator where node_id = ?)")
                        .param(node)
                        .update();
            }
            MockHttpServletResponse answer = send(node, typed);
            Document page = Jsoup.parse(answer.getContentAsString());

            assertThat(answer.getStatus()).as(each.toString()).isEqualTo(400);
            assertThat(page.title()).as(each.toString()).startsWith("Error: ");
            assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                    .as(each.toString())
                    .containsExactly("#" + field);
            assertThat(page.getElementById(field + "-error"))
                    .as(each.toString())
                    .isNotNull();
            assertThat(page.getElementById(field).attr("aria-describedby")).contains(field + "-error");
            typed.forEach((name, words) -> {
                Element input = page.getElementById(name);
                if (input != null
                        && (input.tagName().equals("input") || input.tagName().equals("textarea"))) {
                    assertThat(input.val()).as(each + " " + name).isEqualTo(words.strip());
                }
            });
        }
        assertThat(events(node)).isZero();
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefused() throws Exception {
        UUID node = node();
        Map<String, String> mine = fields(definition(node));
        send(node, Map.of("source", "Theirs"));
        mine.put("source", "Mine");

        assertThat(post(definition(node), demonstration.as(OFFICER), mine).getStatus())
                .isEqualTo(409);
        assertThat(indicator(node)).containsEntry("data_source", "Theirs");

        Map<String, String> target = fields("/items/" + node + "/target");
        send(node, Map.of("tolerance", "3", "reason", "Theirs"));
        target.putAll(Map.of("tolerance", "7", "reason", "Mine"));
        assertThat(post("/items/" + node + "/target", demonstration.as(OFFICER), target)
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void theSameFormSentTwiceMakesOneChange() throws Exception {
        UUID node = node();
        Map<String, String> form = fields(definition(node));
        form.putAll(Map.of("source", "Census", "_once", UUID.randomUUID().toString()));
        for (int time = 0; time < 2; time++) {
            assertThat(post(definition(node), demonstration.as(OFFICER), form).getRedirectedUrl())
                    .isEqualTo("/items/" + node);
        }
        assertThat(events(node)).isEqualTo(1);

        Map<String, String> added = added("Sent twice");
        added.put("_once", UUID.randomUUID().toString());
        String first = post(adding(area()), demonstration.as(OFFICER), added).getRedirectedUrl();
        assertThat(post(adding(area()), demonstration.as(OFFICER), added).getRedirectedUrl())
                .isEqualTo(first);
        assertThat(named("Sent twice")).isEqualTo(1);
    }

    @Test
    void anAddedIndicatorIsInThePlanInItsReportersReturnAndHasItsOwnPage() throws Exception {
        UUID area = area();
        Map<String, String> typed = added("Governors from minority groups");
        typed.putAll(Map.of("reference", "CCS 99", "tolerance", "2 points", "maximum", "100"));

        String address = post(adding(area), demonstration.as(OFFICER), typed).getRedirectedUrl();

        assertThat(address).matches("/items/[0-9a-f-]{36}\\?added");
        Document story = open(address, OFFICER);
        assertThat(story.select("h1").text()).isEqualTo("Governors from minority groups");
        assertThat(story.select(".dr-notice a").eachAttr("href")).anyMatch(link -> link.endsWith("/target"));
        UUID node = UUID.fromString(address.substring(7, 43));
        assertThat(story.select(".dr-timeline").text()).doesNotContain("Primary Standards Manager");
        assertThat(standing(node, "status || ' ' || not_rated_reason")).isEqualTo("NOT_RATED TO_BE_CONFIRMED");
        assertThat(itemAssessment(node, "OPEN")).isEqualTo(standing(node, "assessment_id::text"));
        assertThat(items(node)).as("only the round that is open asks for it").hasSize(1);
        assertThat(open("/plans/" + demonstration.plan() + "?open=all", OFFICER)
                        .select("th a")
                        .eachText())
                .contains("CCS 99 Governors from minority groups");
        assertThat(newest(node)).containsEntry("what", "Added to the plan").containsEntry("post", OFFICER);
        assertThat(jdbc.sql("select count(*) from assessment where node_id = ?")
                        .param(node)
                        .query(Integer.class)
                        .single())
                .as("judged once, when it was whole")
                .isEqualTo(1);
        assertThat(indicator(node))
                .containsEntry("tolerance", "2 points")
                .containsEntry("frequency", "QUARTERLY")
                .containsEntry("value_kind", "PERCENTAGE");
    }

    @Test
    void anAddedIndicatorIsTheLastOfItsArea() throws Exception {
        UUID area = area();
        post(adding(area), demonstration.as(OFFICER), added("The first to be added"));
        post(adding(area), demonstration.as(OFFICER), added("The second to be added"));

        assertThat(jdbc.sql("select title from plan_node where parent_id = ? order by reading_order desc limit 2")
                        .param(area)
                        .query(String.class)
                        .list())
                .containsExactly("The second to be added", "The first to be added");
        assertThat(jdbc.sql("select count(*) - count(distinct reading_order) from plan_node where plan_id = ?")
                        .param(demonstration.plan())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anIndicatorOfAKeyActivityIsReadInThePlan() throws Exception {
        UUID activity = activity();

        String address = post(adding(activity), demonstration.as(OFFICER), added("People who came"))
                .getRedirectedUrl();

        assertThat(open("/plans/" + demonstration.plan() + "?open=all", OFFICER)
                        .select("th a")
                        .eachText())
                .anyMatch(text -> text.endsWith("People who came"));
        assertThat(open("/items/" + activity + "/edit", OFFICER).select("a").eachAttr("href"))
                .contains(adding(activity));
        assertThat(open(address, OFFICER).select("h1").text()).isEqualTo("People who came");
    }

    @Test
    void anIndicatorThatIsNotWholeIsRefusedAndNothingIsAdded() throws Exception {
        Map<String, String> typed = added("Not whole");
        typed.keySet().removeAll(Set.of("polarity", "kind", "basis", "frequency"));

        MockHttpServletResponse answer = post(adding(area()), demonstration.as(OFFICER), typed);
        Document page = Jsoup.parse(answer.getContentAsString());

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#kind", "#basis", "#frequency", "#polarity");
        assertThat(page.select("#name").val()).isEqualTo("Not whole");
        assertThat(named("Not whole")).isZero();
    }

    @Test
    void nothingIsAddedToWhatWasRetiredOrIsToldInWordsOnly() throws Exception {
        UUID area = area();
        UUID objective = jdbc.sql("select objective_id from plan_node where node_id = ?")
                .param(area)
                .query(UUID.class)
                .single();
        UUID words = jdbc.sql(
                        "select node_id from plan_node where plan_id = ? and narrative_only_reason is not null limit 1")
                .param(demonstration.plan())
                .query(UUID.class)
                .single();
        Map<String, String> typed = added("Too late");
        assertThat(post(adding(words), demonstration.as(OFFICER), typed).getStatus())
                .isEqualTo(409);

        jdbc.sql("update plan_node set retired_on = current_date, retired_because = 'Over' where node_id = ?")
                .param(objective)
                .update();

        assertThat(get(adding(area), demonstration.as(OFFICER)).getStatus()).isEqualTo(409);
        assertThat(post(adding(area), demonstration.as(OFFICER), typed).getStatus())
                .isEqualTo(409);
        assertThat(named("Too late")).isZero();
    }

    @Test
    void onlyIndicatorsHaveADefinition() throws Exception {
        for (UUID none : List.of(activity(), UUID.randomUUID())) {
            assertThat(get(definition(none), demonstration.as(OFFICER)).getStatus())
                    .isEqualTo(404);
            assertThat(post(definition(none), demonstration.as(OFFICER), Map.of("version", "0"))
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void theDefinitionOfTheRetiredStays() throws Exception {
        UUID node = node();
        Map<String, String> form = fields(definition(node));
        form.put("source", "Late");
        jdbc.sql("update plan_node set retired_on = current_date, retired_because = 'It ended' where node_id = ?")
                .param(node)
                .update();

        assertThat(get(definition(node), demonstration.as(OFFICER)).getStatus()).isEqualTo(409);
        assertThat(post(definition(node), demonstration.as(OFFICER), form).getStatus())
                .isEqualTo(409);
    }

    @Test
    void onlyThePolicyOfficerDefinesIndicators() throws Exception {
        UUID node = node();
        Map<String, String> form = fields(definition(node));
        form.put("source", "Not mine");
        for (String post : List.of(
                "Family and Adolescent Services Manager",
                "Director, Children, Schools and Families",
                "Administrator",
                "Chair, ECCA group",
                "Member, ECCA group")) {
            Authentication who = demonstration.as(post);
            assertThat(get(definition(node), who).getStatus()).as(post).isEqualTo(403);
            assertThat(post(definition(node), who, form).getStatus()).as(post).isEqualTo(403);
            assertThat(get(adding(area()), who).getStatus()).as(post).isEqualTo(403);
            assertThat(post(adding(area()), who, added("Not theirs")).getStatus())
                    .as(post)
                    .isEqualTo(403);
        }
        assertThat(events(node)).isZero();
        assertThat(named("Not theirs")).isZero();
    }

    @Test
    void anotherCouncilsPolicyOfficerFindsNothing() throws Exception {
        UUID node = node();
        Map<String, String> form = fields(definition(node));
        form.put("source", "Theirs");

        assertThat(get(definition(node), elsewhere()).getStatus()).isEqualTo(404);
        assertThat(post(definition(node), elsewhere(), form).getStatus()).isEqualTo(404);
        assertThat(get(adding(area()), elsewhere()).getStatus()).isEqualTo(404);
        assertThat(post(adding(area()), elsewhere(), added("From elsewhere")).getStatus())
                .isEqualTo(404);
        assertThat(named("From elsewhere")).isZero();
    }

    @Test
    void aClosedPlanStaysAsItIs() throws Exception {
        UUID node = node();
        Map<String, String> form = fields(definition(node));
        form.put("source", "Late");
        jdbc.sql("update plan set state = 'CLOSED' where plan_id = ?")
                .param(demonstration.plan())
                .update();

        assertThat(get(definition(node), demonstration.as(OFFICER)).getStatus()).isEqualTo(404);
        assertThat(post(definition(node), demonstration.as(OFFICER), form).getStatus())
                .isEqualTo(404);
        assertThat(post(adding(area()), demonstration.as(OFFICER), added("Late"))
                        .getStatus())
                .isEqualTo(404);
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

    private UUID node() {
        return demonstration.indicatorNode(TWO_YEAR_OLDS);
    }

    private UUID area() {
        return jdbc.sql("select area_id from plan_node where node_id = ?")
                .param(node())
                .query(UUID.class)
                .single();
    }

    private UUID activity() {
        return jdbc.sql("select node_id from plan_node where plan_id = ? and kind = 'ACTIVITY' and owes_update"
                        + " order by reading_order limit 1")
                .param(demonstration.plan())
                .query(UUID.class)
                .single();
    }

    private static String definition(UUID node) {
        return "/items/" + node + "/definition";
    }

    private static String adding(UUID above) {
        return "/items/" + above + "/indicators/new";
    }

    private static Map<String, String> added(String name) {
        return new LinkedHashMap<>(Map.of(
                "name", name,
                "kind", "PERCENTAGE",
                "decimals", "0",
                "polarity", "HIGHER",
                "basis", "POINT_IN_TIME",
                "frequency", "QUARTERLY"));
    }

    private long named(String name) {
        return jdbc.sql("select count(*) from indicator where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private String otherBasis(UUID node) {
        return "RUNNING_TOTAL".equals(indicator(node).get("basis")) ? "POINT_IN_TIME" : "RUNNING_TOTAL";
    }

    private String problem(UUID node, Map<String, String> typed, String field) throws Exception {
        MockHttpServletResponse answer = send(node, typed);
        assertThat(answer.getStatus()).isEqualTo(400);
        return Jsoup.parse(answer.getContentAsString())
                .select("#" + field + "-error")
                .text();
    }

    private MockHttpServletResponse get(String address, Authentication who) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(address).with(authentication(who)))
                .andReturn()
                .getResponse();
    }

    private Document open(String address, String post) throws Exception {
        MockHttpServletResponse answer = get(address, demonstration.as(post));
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    /** The form as a browser would send it untouched. */
    private Map<String, String> fields(String address) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        Element form = open(address, OFFICER).select("main form").first();
        form.select("input[type=hidden], input[type=text]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        form.select("input[type=checkbox][checked], input[type=radio][checked]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        form.select("textarea").forEach(area -> fields.put(area.attr("name"), area.val()));
        form.select("select")
                .forEach(select -> fields.put(
                        select.attr("name"), select.select("option[selected]").val()));
        fields.remove("_csrf");
        return fields;
    }

    private MockHttpServletResponse send(UUID node, Map<String, String> changed) throws Exception {
        Map<String, String> fields = fields(definition(node));
        fields.putAll(changed);
        return post(definition(node), demonstration.as(OFFICER), fields);
    }

    private MockHttpServletResponse post(String address, Authentication who, Map<String, String> fields)
            throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post(address).with(csrf()).with(authentication(who));
        fields.forEach(request::param);
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        entities.flush();
        return response;
    }

    private Map<String, Object> indicator(UUID node) {
        return jdbc.sql("select indicator.* from indicator join plan_indicator using (indicator_id) where node_id = ?")
                .param(node)
                .query()
                .singleRow();
    }

    private String standing(UUID node, String column) {
        return jdbc.sql("select " + column + " from standing join assessment using (assessment_id)"
                        + " where standing.node_id = ?")
                .param(node)
                .query(String.class)
                .single();
    }

    private String caveats(UUID node) {
        return standing(node, "array_to_string(caveats, ' ')");
    }

    private String itemAssessment(UUID node, String state) {
        return jdbc.sql("select item.assessment_id::text from return_item item join return using (return_id)"
                        + " join round using (round_id) where item.node_id = ? and round.state = ?")
                .params(List.of(node, state))
                .query(String.class)
                .single();
    }

    private List<String> items(UUID node) {
        return jdbc.sql("select item.assessment_id::text from return_item item join return using (return_id)"
                        + " join round using (round_id) where item.node_id = ? order by period_last")
                .param(node)
                .query(String.class)
                .list();
    }

    private Map<String, Object> newest(UUID node) {
        return jdbc.sql("select what, was, became, why, post from history_event where subject_id = ?"
                        + " order by sequence desc limit 1")
                .param(node)
                .query()
                .singleRow();
    }

    private long events(UUID node) {
        return jdbc.sql("select count(*) from history_event where subject_id = ?")
                .param(node)
                .query(Long.class)
                .single();
    }
}
