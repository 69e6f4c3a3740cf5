package org.dueregard.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.Desk;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.Standings;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.PlanDraft.NodeDraft;
import org.dueregard.site.When;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** The policy officer leads a plan from draft to closed on a page of its own. */
@ProductTest
@Transactional
class LifeOfAPlanTests {

    private static final String OFFICER = "Policy Officer";
    private static final List<String> PAGES = List.of("details", "title", "state", "close");
    private static final List<String> FORMS = List.of("title", "state", "close");
    private static final Map<String, String> MEETING =
            Map.of("agreedOn", "12 June 2026", "agreedBy", "ECCA group, 12 June 2026");

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlanKeeping plans;

    @Autowired
    PlanCatalogue catalogue;

    @Autowired
    Standings standings;

    @Autowired
    When when;

    private Desk officer;
    private UUID plan;
    private UUID inForce;
    private UUID openRound;
    private NodeId activity;

    @BeforeEach
    void draft() {
        officer = demonstration.desk(OFFICER);
        inForce = demonstration.plan();
        openRound = demonstration.round("OPEN");
        activity = NodeId.random();
        plan = plans.add(
                        demonstration.organisation(),
                        (SignedIn) demonstration.as(OFFICER).getPrincipal(),
                        new PlanDraft(
                                "Action plan for next year",
                                null,
                                Period.financialYear(2040),
                                PlanState.DRAFT,
                                null,
                                null,
                                "5%",
                                List.of(node(
                                        NodeId.random(),
                                        NodeKind.OBJECTIVE,
                                        "Fair access",
                                        List.of(node(activity, NodeKind.ACTIVITY, "Visit all schools", List.of()))))))
                .planId();
    }

    private static NodeDraft node(NodeId id, NodeKind kind, String title, List<NodeDraft> children) {
        return new NodeDraft(
                id,
                kind,
                null,
                title,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                Deadline.of("31 March 2001"),
                List.of(),
                null,
                children);
    }

    @Test
    void thePageOfThePlanLeadsToItsDetails() throws Exception {
        assertThat(officer.page("/plans/" + plan).select("main a[href='/plans/" + plan + "/details']"))
                .hasSize(1);

        Document page = details();

        assertThat(page.select("h1").text()).contains("Plan details", "Action plan for next year");
        assertThat(fact(page, "State")).isEqualTo("Draft");
        assertThat(fact(page, "Years")).isEqualTo("2040/41");
        assertThat(fact(page, "Whose plan it is")).isEqualTo("The whole council’s");
        assertThat(fact(page, "Usual tolerance")).startsWith("5%: a figure that misses its target");
        assertThat(fact(page, "Made from")).isEmpty();
        assertThat(page.select("main a[href='/plans/" + plan + "']")).hasSize(1);
    }

    @Test
    void theDetailsOfADepartmentsPlanSayWhoseItIsAndWhoAgreedIt() throws Exception {
        Document page = officer.page("/plans/" + inForce + "/details");

        assertThat(fact(page, "State")).isEqualTo("Active");
        assertThat(fact(page, "Whose plan it is")).isEqualTo("Children, Schools and Families");
        assertThat(fact(page, "Agreed")).matches("\\d+ \\w+ \\d{4}, by .+");
    }

    @Test
    void theGroupAgreesADraftAndThenItIsPutInForceAndClosed() throws Exception {
        assertThat(step("AGREED", MEETING).getRedirectedUrl()).isEqualTo("/plans/" + plan + "/details?agreed");

        assertThat(stored("concat_ws(' ', state, agreed_on, agreed_by)"))
                .isEqualTo("AGREED 2026-06-12 ECCA group, 12 June 2026");
        assertThat(newest())
                .containsEntry("what", "Plan agreed")
                .containsEntry("was", "Draft")
                .containsEntry("became", "Agreed")
                .containsEntry("why", "Agreed on 12 June 2026 by ECCA group, 12 June 2026")
                .containsEntry("post", OFFICER);
        Document agreed = officer.page("/plans/" + plan + "/details?agreed");
        assertThat(agreed.select("[role=status]").text()).contains("The plan is agreed.");
        assertThat(fact(agreed, "Agreed")).isEqualTo("12 June 2026, by ECCA group, 12 June 2026");
        assertThat(agreed.select("#agreedOn")).isEmpty();
        assertThat(agreed.select("button:containsOwn(Put it in force)")).hasSize(1);

        assertThat(step("ACTIVE", Map.of()).getRedirectedUrl()).isEqualTo("/plans/" + plan + "/details?in-force");

        assertThat(stored("concat_ws(' ', state, agreed_on, agreed_by)"))
                .isEqualTo("ACTIVE 2026-06-12 ECCA group, 12 June 2026");
        assertThat(newest())
                .containsEntry("what", "Plan put in force")
                .containsEntry("was", "Agreed")
                .containsEntry("became", "Active")
                .containsEntry("why", "Agreed on 12 June 2026 by ECCA group, 12 June 2026");
        Document inForce = officer.page("/plans/" + plan + "/details?in-force");
        assertThat(inForce.select("[role=status]").text()).contains("The plan is in force.");
        assertThat(inForce.select("[role=status] a[href='/plans/" + plan + "/rounds']"))
                .hasSize(1);
        assertThat(inForce.select("main a[href='/plans/" + plan + "/close']")).hasSize(1);

        assertThat(officer.page("/plans/" + plan + "/close").select("main").text())
                .contains(
                        "What closing means",
                        "Nothing in the plan changes any more",
                        "It stays readable",
                        "It cannot be undone");
        assertThat(close("Its years are\r\nover").getRedirectedUrl()).isEqualTo("/plans/" + plan + "/details?closed");

        assertThat(stored("state")).isEqualTo("CLOSED");
        assertThat(newest())
                .containsEntry("what", "Plan closed")
                .containsEntry("was", "Active")
                .containsEntry("became", "Closed")
                .containsEntry("why", "Its years are\nover");
    }

    @Test
    void aDraftIsPutInForceAtOnceWithTheDayOnWhichItWasAgreed() throws Exception {
        assertThat(step("ACTIVE", MEETING).getStatus()).isEqualTo(302);

        assertThat(stored("concat_ws(' ', state, agreed_on, agreed_by)"))
                .isEqualTo("ACTIVE 2026-06-12 ECCA group, 12 June 2026");
        assertThat(newest())
                .containsEntry("was", "Draft")
                .containsEntry("became", "Active")
                .containsEntry("why", "Agreed on 12 June 2026 by ECCA group, 12 June 2026");
    }

    @Test
    void aDraftIsPutInForceWithoutADayThatTheCouncilDidNotRecord() throws Exception {
        assertThat(step("ACTIVE", Map.of("agreedOn", " ", "agreedBy", "")).getStatus())
                .isEqualTo(302);

        assertThat(stored("concat_ws(' ', state, agreed_on, agreed_by)")).isEqualTo("ACTIVE");
        assertThat(newest()).containsEntry("why", "The council has no record of when it was agreed");
        assertThat(fact(details(), "Agreed")).isEqualTo("Not recorded");
    }

    @Test
    void thePlanSaysItsStateUntilItIsInForce() throws Exception {
        assertThat(officer.page("/plans/" + plan).select("h1 .dr-mark").text()).isEqualTo("Draft");
        step("AGREED", Map.of("agreedOn", "12 June 2026", "agreedBy", "the group"));
        Document agreed = officer.page("/plans/" + plan);
        assertThat(agreed.select("h1 .dr-mark").text()).isEqualTo("Agreed");
        assertThat(agreed.select("h1 .dr-caption").text()).isEqualTo("Agreed by the group on 12 June 2026");

        step("ACTIVE", Map.of());

        assertThat(officer.page("/plans/" + plan).select("h1 .dr-mark")).isEmpty();
    }

    @Test
    void aPlanOfWhichOnlyTheDayIsKnownSaysThatDay() throws Exception {
        step("ACTIVE", Map.of("agreedOn", "12 June 2026"));

        assertThat(officer.page("/plans/" + plan).select("h1 .dr-caption").text())
                .isEqualTo("Agreed on 12 June 2026");
        assertThat(fact(details(), "Agreed")).isEqualTo("12 June 2026");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AGREED | '' | ECCA | agreedOn | Enter the day on which it was agreed, as in 12 June 2026, today or earlier",
                "AGREED | soon | ECCA | agreedOn | Enter the day on which it was agreed, as in 12 June 2026, today or earlier",
                "AGREED | June 2026 | ECCA | agreedOn | Enter the day on which it was agreed, as in 12 June 2026, today or earlier",
                "AGREED | 1 January 2099 | ECCA | agreedOn | Enter the day on which it was agreed, as in 12 June 2026, today or earlier",
                "AGREED | 12 June 2026 | ' ' | agreedBy | Enter who agreed the plan",
                "ACTIVE | soon | ECCA | agreedOn | 'Enter the day as in 12 June 2026, today or earlier; or leave it empty'",
                "ACTIVE | 1 January 2099 | ECCA | agreedOn | 'Enter the day as in 12 June 2026, today or earlier; or leave it empty'",
                "ACTIVE | 12 June 2026 | LONG | agreedBy | Use 200 characters or fewer for who agreed the plan",
            })
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost(
            String state, String agreedOn, String agreedBy, String field, String sentence) throws Exception {
        String by = agreedBy.equals("LONG") ? "x".repeat(201) : agreedBy;

        MockHttpServletResponse answer = step(state, Map.of("agreedOn", agreedOn, "agreedBy", by));

        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(page.title()).startsWith("Error:");
        assertThat(page.select("#" + field + "-error").text()).isEqualTo("Error: " + sentence);
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).containsExactly("#" + field);
        assertThat(page.select("#agreedOn").attr("value")).isEqualTo(agreedOn);
        assertThat(page.select("#agreedBy").attr("value")).isEqualTo(by);
        assertThat(page.select("input[name=state][checked]").eachAttr("value")).containsExactly(state);
        assertThat(stored("state")).isEqualTo("DRAFT");
    }

    @Test
    void todayIsNoDayToCome() throws Exception {
        assertThat(step("AGREED", Map.of("agreedOn", when.day(when.today()), "agreedBy", "ECCA"))
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void aPlanGetsAnotherTitleWhileItIsOpen() throws Exception {
        assertThat(retitle("  Equality  plan\r\n2040 ").getRedirectedUrl())
                .isEqualTo("/plans/" + plan + "/details?retitled");

        assertThat(stored("title")).isEqualTo("Equality plan 2040");
        assertThat(newest())
                .containsEntry("what", "Title changed")
                .containsEntry("was", "Action plan for next year")
                .containsEntry("became", "Equality plan 2040");
        assertThat(officer.page("/plans/" + plan + "/details?retitled")
                        .select("[role=status]")
                        .text())
                .isEqualTo("The title is saved.");
        assertThat(officer.page("/plans").select("main").text()).contains("Equality plan 2040");
        long events = events();

        retitle("Equality plan 2040");

        assertThat(events()).isEqualTo(events);
    }

    @Test
    void aTitleIsNeitherEmptyNorLongerThanTwoHundredCharacters() throws Exception {
        refusedTitle(" ", "Enter what the plan is called");
        refusedTitle("x".repeat(201), "Use 200 characters or fewer for the title of the plan");
        assertThat(stored("title")).isEqualTo("Action plan for next year");

        assertThat(retitle("x".repeat(200)).getStatus()).isEqualTo(302);
    }

    private void refusedTitle(String title, String sentence) throws Exception {
        MockHttpServletResponse answer = retitle(title);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(page.select("#title-error").text()).isEqualTo("Error: " + sentence);
        assertThat(page.select("#title").first().wholeText()).endsWith(title);
    }

    @Test
    void closingNeedsAReason() throws Exception {
        step("ACTIVE", Map.of());

        for (String reason : List.of(" ", "x".repeat(2_001))) {
            MockHttpServletResponse answer = close(reason);
            Document page = Jsoup.parse(answer.getContentAsString());
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(page.select("#reason-error").text())
                    .isEqualTo(
                            reason.isBlank()
                                    ? "Error: Enter why the plan is closed"
                                    : "Error: Use 2000 characters or fewer for the reason".replace("2000", "2,000"));
            assertThat(page.select("#reason").first().wholeText()).endsWith(reason);
        }
        assertThat(stored("state")).isEqualTo("ACTIVE");
    }

    @Test
    void aPlanWithAnOpenRoundIsNotClosed() throws Exception {
        plan = inForce;

        Document page = officer.page("/plans/" + plan + "/close");
        assertThat(page.select("main").text())
                .contains("The plan cannot be closed yet", "A round of it is open. Close it first:");
        assertThat(page.select("main a[href='/rounds/" + openRound + "']")).hasSize(1);
        assertThat(page.select("main form")).isEmpty();

        MockHttpServletResponse answer = close("Its years are over");

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString())
                .contains("A round of the plan is open. Close that first.", "Its years are over");
        assertThat(stored("state")).isEqualTo("ACTIVE");
    }

    @Test
    void onlyWhatIsInForceIsClosed() throws Exception {
        assertThat(officer.page("/plans/" + plan + "/close").select("main").text())
                .contains("The plan is still a draft.");
        refusedAs(close("By mistake"), "The plan is still a draft.");
        refusedAs(close(""), "The plan is still a draft.");

        step("AGREED", MEETING);
        refusedAs(close("By mistake"), "The plan is agreed, and not in force yet.");
        refusedAs(step("AGREED", MEETING), "The plan is agreed, and not in force yet.");

        step("ACTIVE", Map.of());
        refusedAs(step("ACTIVE", MEETING), "The plan is in force already.");
        refusedAs(step("AGREED", MEETING), "The plan is in force already.");
        refusedAs(step("AGREED", Map.of()), "The plan is in force already.");
        assertThat(stored("state")).isEqualTo("ACTIVE");
    }

    @Test
    void aClosedPlanStaysReadableAndChangesNoMore() throws Exception {
        step("ACTIVE", MEETING);
        close("Its years are over");
        long events = events();

        Document page = officer.page("/plans/" + plan + "/details?closed");
        assertThat(page.select("[role=status]").text()).isEqualTo("The plan is closed. It stays readable.");
        assertThat(fact(page, "State")).isEqualTo("Closed");
        assertThat(page.select("main form")).isEmpty();
        assertThat(officer.open("/plans/" + plan + "/close").getRedirectedUrl())
                .isEqualTo("/plans/" + plan + "/details");
        Document whole = officer.page("/plans/" + plan);
        assertThat(whole.select("main").text()).contains("Visit all schools", "Closed");
        assertThat(whole.select("main a[href='/plans/" + plan + "/details']")).hasSize(1);
        assertThat(whole.select("main a[href='/items/" + activity + "/edit']")).isEmpty();
        assertThat(officer.open("/items/" + activity + "/edit").getStatus()).isEqualTo(404);
        String closed = "The plan is closed. It stays readable and cannot be changed any more.";
        refusedAs(retitle("Another"), closed);
        refusedAs(retitle(""), closed);
        refusedAs(step("ACTIVE", Map.of()), closed);
        refusedAs(close("Again"), closed);
        assertThat(events()).isEqualTo(events);
    }

    private void refusedAs(MockHttpServletResponse answer, String sentence) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.getContentAsString()).select(".dr-lead").text())
                .isEqualTo(sentence);
    }

    @Test
    void aPlanInForceComesBeforeThoseThatAreNot() throws Exception {
        assertThat(catalogue.of(demonstration.organisation()))
                .last()
                .extracting(PlanEntry::id)
                .isEqualTo(new PlanId(plan));

        step("ACTIVE", Map.of());

        assertThat(catalogue.of(demonstration.organisation()))
                .first()
                .extracting(PlanEntry::id)
                .isEqualTo(new PlanId(plan));
    }

    @Test
    void putInForceItsStatusesAreWorkedOutAsOfToday() throws Exception {
        assertThat(count("select count(*) from standing where node_id = ?", activity.nodeId()))
                .isZero();

        step("ACTIVE", Map.of());

        assertThat(jdbc.sql("select assessment.status from standing join assessment using (assessment_id)"
                                + " where standing.node_id = ?")
                        .param(activity.nodeId())
                        .query(String.class)
                        .single())
                .isEqualTo("OFF_TRACK");
    }

    @Test
    void aRoundOpensOnlyWhileItsPlanIsInForce() throws Exception {
        UUID round = UUID.randomUUID();
        jdbc.sql("""
                        insert into round (round_id, plan_id, name, period, period_first, period_last, opens_on, due_on,
                            closes_on, state, version)
                        values (?, ?, 'Mid-year', '2040/41', '2040-04-01', '2041-03-31', '2040-10-01', '2040-10-10',
                            '2040-10-20', 'PLANNED', 0)""").params(round, plan).update();
        refusedAs(
                officer.send("/rounds/" + round + "/open"),
                "The plan is not in force yet, so its rounds cannot be opened. Put it in force first: its page leads to"
                        + " Plan details.");

        step("ACTIVE", Map.of());
        assertThat(officer.send("/rounds/" + round + "/open").getStatus()).isEqualTo(302);
        refusedAs(close("Too early"), "A round of the plan is open. Close that first.");
        assertThat(officer.send("/rounds/" + round + "/close").getStatus()).isEqualTo(302);
        close("Its years are over");

        refusedAs(
                officer.send("/rounds/" + round + "/reopen", Map.of("reason", "A figure was wrong")),
                "The plan is closed, so its rounds stay as they are.");
        assertThat(jdbc.sql("select state from round where round_id = ?")
                        .param(round)
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
    }

    @Test
    void everyStepStandsInTheHistoryOfThePlan() throws Exception {
        step("AGREED", MEETING);
        step("ACTIVE", Map.of());
        retitle("Equality plan");

        Document page = officer.page("/plans/" + plan + "/history");

        assertThat(page.select(".dr-timeline h2").eachText())
                .containsExactly("Title changed", "Plan put in force", "Plan agreed", "Plan added");
        assertThat(page.select("main a[href='/plans/" + plan + "']").text()).isEqualTo("Back to the plan");
        assertThat(details().select("main a[href='/plans/" + plan + "/history']"))
                .hasSize(1);
        assertThat(demonstration
                        .desk(elsewhere())
                        .page("/plans/" + plan + "/history")
                        .select(".dr-timeline"))
                .isEmpty();
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefused() throws Exception {
        String seen = stored("version");
        retitle("Theirs");

        for (String form : FORMS) {
            Map<String, String> fields = new HashMap<>(MEETING);
            fields.putAll(Map.of("version", seen, "title", "Mine", "reason", "Mine"));
            MockHttpServletResponse answer = officer.send("/plans/" + plan + "/" + form, fields);
            assertThat(answer.getStatus()).as(form).isEqualTo(409);
            assertThat(answer.getContentAsString())
                    .as(form)
                    .contains("Somebody else changed this after you opened it", form.equals("state") ? "ECCA" : "Mine");
        }
        assertThat(stored("concat_ws(' ', title, state)")).isEqualTo("Theirs DRAFT");
    }

    @Test
    void theSameFormSentTwiceTakesOneStep() throws Exception {
        String version = stored("version");
        String once = UUID.randomUUID().toString();
        Map<String, String> fields = new HashMap<>(MEETING);
        fields.putAll(Map.of("version", version, "state", "AGREED"));

        for (int time = 0; time < 2; time++) {
            var request = post("/plans/" + plan + "/state")
                    .with(csrf())
                    .with(authentication(demonstration.as(OFFICER)))
                    .param("_once", once);
            fields.forEach(request::param);
            assertThat(mvc.perform(request).andReturn().getResponse().getRedirectedUrl())
                    .isEqualTo("/plans/" + plan + "/details?agreed");
        }

        assertThat(stored("state")).isEqualTo("AGREED");
        assertThat(jdbc.sql("select count(*) from history_event where subject_id = ? and what = 'Plan agreed'")
                        .param(plan)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onlyThePolicyOfficerLeadsAPlan() throws Exception {
        for (String other : List.of(
                "Family and Adolescent Services Manager",
                "Director, Children, Schools and Families",
                "Administrator",
                "Chair, ECCA group",
                "Member, ECCA group")) {
            Desk desk = demonstration.desk(other);
            for (String page : PAGES) {
                assertThat(desk.open("/plans/" + plan + "/" + page).getStatus())
                        .as(other + " " + page)
                        .isEqualTo(403);
            }
            for (String form : FORMS) {
                assertThat(desk.send("/plans/" + plan + "/" + form, everything())
                                .getStatus())
                        .as(other + " " + form)
                        .isEqualTo(403);
            }
            assertThat(desk.page("/plans/" + plan).select("a[href='/plans/" + plan + "/details']"))
                    .as(other)
                    .isEmpty();
        }
        assertThat(stored("concat_ws(' ', title, state)")).isEqualTo("Action plan for next year DRAFT");
    }

    @Test
    void anotherCouncilsPolicyOfficerFindsNothing() throws Exception {
        Desk stranger = demonstration.desk(elsewhere());
        for (String page : PAGES) {
            assertThat(stranger.open("/plans/" + plan + "/" + page).getStatus())
                    .as(page)
                    .isEqualTo(404);
        }
        for (String form : FORMS) {
            assertThat(stranger.send("/plans/" + plan + "/" + form, everything())
                            .getStatus())
                    .as(form)
                    .isEqualTo(404);
        }
        assertThat(stored("concat_ws(' ', title, state)")).isEqualTo("Action plan for next year DRAFT");
    }

    private Map<String, String> everything() {
        Map<String, String> fields = new HashMap<>(MEETING);
        fields.putAll(Map.of("version", stored("version"), "title", "Not mine", "reason", "Not mine"));
        return fields;
    }

    private static Authentication elsewhere() {
        SignedIn somebody = new SignedIn(
                PersonId.random(), OrganisationId.random(), "Elsewhere Council", OFFICER, Set.of(Role.POLICY_OFFICER));
        return UsernamePasswordAuthenticationToken.authenticated(
                somebody, null, List.of(new SimpleGrantedAuthority(Role.POLICY_OFFICER.authority())));
    }

    private Document details() throws Exception {
        return officer.page("/plans/" + plan + "/details");
    }

    private static String fact(Document page, String name) {
        return page.select(".dr-known > div").stream()
                .filter(fact -> fact.select("dt").text().equals(name))
                .map(fact -> fact.select("dd").text())
                .findFirst()
                .orElse("");
    }

    private MockHttpServletResponse step(String state, Map<String, String> fields) throws Exception {
        Map<String, String> all = new HashMap<>(fields);
        all.put("state", state);
        return send("state", all);
    }

    private MockHttpServletResponse retitle(String title) throws Exception {
        return send("title", Map.of("title", title));
    }

    private MockHttpServletResponse close(String reason) throws Exception {
        return send("close", Map.of("reason", reason));
    }

    private MockHttpServletResponse send(String form, Map<String, String> fields) throws Exception {
        Map<String, String> all = new HashMap<>(fields);
        all.put("version", stored("version"));
        return officer.send("/plans/" + plan + "/" + form, all);
    }

    private String stored(String what) {
        return jdbc.sql("select " + what + " from plan where plan_id = ?")
                .param(plan)
                .query(String.class)
                .single();
    }

    private Map<String, Object> newest() {
        return jdbc.sql("select * from history_event where subject_id = ? order by sequence desc limit 1")
                .param(plan)
                .query()
                .singleRow();
    }

    private long events() {
        return count("select count(*) from history_event where subject_id = ?", plan);
    }

    private long count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Long.class).single();
    }
}
