package org.dueregard.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** The policy officer changes what the plan says, by whom and by when, and retires what is over. */
@ProductTest
@Transactional
class EditingThePlanTests {

    private static final String OFFICER = "Policy Officer";
    private static final String INDICATOR = "Millbrook estate families who work with the Stronger Families programme";
    private static final String SUCCESSOR = "Families who work with the Stronger Families programme, year 2";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theWordingOfAnIndicatorChangesInThePlanAndInItsName() throws Exception {
        UUID node = indicator();

        assertThat(send(node, "wording", "title", " Millbrook families in the programme ")
                        .getRedirectedUrl())
                .isEqualTo("/items/" + node);

        assertThat(stored(node, "title")).isEqualTo("Millbrook families in the programme");
        assertThat(page("/items/" + node)).contains("<h1", "Millbrook families in the programme");
        assertThat(newest(node))
                .containsEntry("what", "Wording changed")
                .containsEntry("was", INDICATOR)
                .containsEntry("became", "Millbrook families in the programme")
                .containsEntry("post", OFFICER);
    }

    @Test
    void anIndicatorWithALongerNameOfItsOwnKeepsIt() throws Exception {
        String fullName = "Young women who are first-time entrants to the youth justice system";
        UUID node = demonstration.indicatorNode(fullName);

        send(node, "wording", "title", "Young women among first-time entrants");

        assertThat(stored(node, "title")).isEqualTo("Young women among first-time entrants");
        assertThat(page("/items/" + node)).contains(fullName);
    }

    @Test
    void anAreaChangesItsWordingAndItsIntendedOutcome() throws Exception {
        UUID area = area();
        String outcome = stored(area, "intended_outcome");

        MockHttpServletResponse answer = send(
                area, "wording", "title", "Close gaps in achievement", "intendedOutcome", "Gaps are\r\nhalf as wide");

        // an area with indicators owes no update and so has no story: it is read in the plan
        assertThat(answer.getRedirectedUrl()).isEqualTo("/plans/" + demonstration.plan());
        assertThat(stored(area, "title")).isEqualTo("Close gaps in achievement");
        assertThat(stored(area, "intended_outcome")).isEqualTo("Gaps are\nhalf as wide");
        assertThat(newest(area))
                .containsEntry("what", "Intended outcome changed")
                .containsEntry("was", outcome)
                .containsEntry("became", "Gaps are\nhalf as wide");
        assertThat(page("/plans/" + demonstration.plan())).contains("Close gaps in achievement");
    }

    @Test
    void anAreaThatOwesNoUpdateGetsNoStatusFromBeingEdited() throws Exception {
        UUID area = area();

        send(area, "wording", "title", "Close gaps in achievement");
        send(area, "owner", "ownerWords", "Education", "reports", unit("Education"));

        assertThat(count("select count(*) from standing where node_id = ?", area))
                .isZero();
        assertThat(count("select count(*) from assessment where node_id = ?", area))
                .isZero();
    }

    @Test
    void nothingIsWrittenDownWhenNothingChanged() throws Exception {
        UUID node = indicator();

        send(node, "wording", "title", INDICATOR);
        send(node, "deadline", "deadline", stored(node, "deadline"));

        assertThat(events(node)).isZero();
    }

    @Test
    void anEmptyWordingIsRefusedBesideTheFieldAndWhatWasTypedIsKept() throws Exception {
        UUID area = area();

        MockHttpServletResponse answer =
                send(area, "wording", "title", "  ", "intendedOutcome", "Typed and <not> saved");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString())
                .contains("<title>Error: ", "href=\"#title\"", "id=\"title-error\"", "Enter what the plan says")
                .contains("Typed and &lt;not&gt; saved");
        assertThat(stored(area, "title")).isEqualTo("Help schools to close gaps in achievement");
    }

    @Test
    void whatIsTooLongIsRefused() throws Exception {
        UUID node = indicator();

        assertThat(send(node, "wording", "title", "x".repeat(501)).getContentAsString())
                .contains("Use 500 characters or fewer for what the plan says");
        assertThat(send(node, "owner", "ownerWords", "x".repeat(301)).getContentAsString())
                .contains("Use 300 characters or fewer for by whom");
        assertThat(send(node, "deadline", "deadline", "x".repeat(201)).getContentAsString())
                .contains("Use 200 characters or fewer for by when", "x".repeat(201));
        assertThat(events(node)).isZero();
    }

    @Test
    void anItemMovesToTheReturnOfWhoeverReportsFromNowOn() throws Exception {
        UUID node = indicator();
        assertThat(askedInTheOpenRound(node)).containsExactly("Family and Adolescent Services");

        send(
                node,
                "owner",
                "ownerWords",
                "Virtual behaviour",
                "reports",
                unit("Virtual Behaviour Service"),
                "involved",
                unit("Education"),
                "involved",
                unit("HR for CSF"));

        assertThat(askedInTheOpenRound(node)).containsExactly("Virtual Behaviour Service");
        assertThat(jdbc.sql("select unit.name from node_lead join unit using (unit_id) where node_id = ?"
                                + " order by position")
                        .param(node)
                        .query(String.class)
                        .list())
                .containsExactly("Virtual Behaviour Service", "Education", "HR for CSF");
        assertThat(newest(node))
                .containsEntry("what", "By whom changed")
                .containsEntry(
                        "became",
                        "Virtual behaviour. Reports: Virtual Behaviour Service. Involved: Education, HR for CSF");
        assertThat((String) newest(node).get("was")).contains("Reports: Family and Adolescent Services");
    }

    @Test
    void whatInheritsWhoReportsMovesWithTheAreaAboveIt() throws Exception {
        UUID area = area();
        UUID activity = jdbc.sql("select node_id from plan_node where parent_id = ? and kind = 'ACTIVITY'"
                        + " and own_unit_id is not null order by position limit 1")
                .param(area)
                .query(UUID.class)
                .single();
        send(activity, "owner", "ownerWords", "As above", "reports", "");
        assertThat(askedInTheOpenRound(activity)).containsExactly("Primary Standards");

        send(area, "owner", "ownerWords", "Census team", "reports", unit("School Organisation"));

        assertThat(askedInTheOpenRound(activity)).containsExactly("School Organisation");
    }

    @Test
    void somebodyHasToReportForWhatOwesAnUpdate() throws Exception {
        UUID node = indicator();
        jdbc.sql("update plan_node set reporting_unit_id = null where node_id ="
                        + " (select parent_id from plan_node where node_id = ?)")
                .param(node)
                .update();

        MockHttpServletResponse answer = send(node, "owner", "ownerWords", "Nobody", "reports", "");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString())
                .contains("id=\"reports-error\"", "Choose the unit that reports", "value=\"Nobody\"");
    }

    @Test
    void aUnitOfAnotherCouncilIsNotThere() throws Exception {
        UUID node = indicator();
        UUID elsewhere = UUID.randomUUID();
        jdbc.sql("insert into organisation (organisation_id, name, created_at) values (?, 'Elsewhere', now())")
                .param(elsewhere)
                .update();
        UUID foreign = UUID.randomUUID();
        jdbc.sql("insert into unit (unit_id, organisation_id, kind, name, ancestors) values (?, ?, 'TEAM', 'Theirs',"
                        + " array[cast(? as uuid)])")
                .params(foreign, elsewhere, foreign)
                .update();

        assertThat(send(node, "owner", "ownerWords", "WSI", "reports", foreign.toString())
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(node, "owner", "ownerWords", "WSI", "reports", "", "involved", foreign.toString())
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(node, "owner", "ownerWords", "WSI", "reports", "no unit")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aDeadlineSaysTheLastDayThatItsWordsComeTo() throws Exception {
        UUID node = indicator();
        String was = stored(node, "deadline");

        assertThat(send(node, "deadline", "deadline", "Standards report January 2027")
                        .getRedirectedUrl())
                .isEqualTo("/items/" + node + "/edit?deadline");

        assertThat(page("/items/" + node + "/edit?deadline"))
                .contains("By when is saved.", "Last day 31 January 2027.");
        assertThat(stored(node, "deadline_day")).isEqualTo("2027-01-31");
        assertThat(newest(node))
                .containsEntry("what", "By when changed")
                .containsEntry("was", was)
                .containsEntry("became", "Standards report January 2027");
    }

    @Test
    void aDeadlineOfWhichNoLastDayCanBeToldSaysSo() throws Exception {
        UUID node = indicator();

        send(node, "deadline", "deadline", "each October");
        assertThat(page("/items/" + node + "/edit?deadline")).contains("No last day can be told from these words");

        send(node, "deadline", "deadline", " ");
        assertThat(page("/items/" + node + "/edit?deadline")).contains("No deadline is stated");
        assertThat(stored(node, "deadline_day")).isNull();
        assertThat(newest(node)).containsEntry("was", "each October").containsEntry("became", null);
    }

    @Test
    void aMilestoneIsJudgedByItsNewDeadline() throws Exception {
        UUID activity = jdbc.sql("select node.node_id from plan_node node join standing using (node_id)"
                        + " where node.plan_id = ? and node.kind = 'ACTIVITY' and node.owes_update"
                        + " order by reading_order limit 1")
                .param(demonstration.plan())
                .query(UUID.class)
                .single();
        jdbc.sql("update standing set reported_status = null, done_on = null where node_id = ?")
                .param(activity)
                .update();

        send(activity, "deadline", "deadline", "31 March 2001");
        assertThat(standing(activity)).isEqualTo("OFF_TRACK");

        send(activity, "deadline", "deadline", "31 March 2190");
        assertThat(standing(activity)).isEqualTo("NOT_RATED");
    }

    @Test
    void theRetiredIsAskedForNoLongerAndItsPageLeadsToWhatReplacedIt() throws Exception {
        UUID node = indicator();
        UUID successor = demonstration.indicatorNode(SUCCESSOR);
        assertThat(page("/items/" + node + "/retire"))
                .contains("What retiring means", "Nobody is asked for it any more", SUCCESSOR);
        jdbc.sql("update return_item set saved_at = null where node_id = ?")
                .param(node)
                .update();

        MockHttpServletResponse answer =
                send(node, "retire", "reason", "No longer a sensible measure", "successor", successor.toString());

        assertThat(answer.getRedirectedUrl()).isEqualTo("/items/" + node);
        assertThat(page("/items/" + node))
                .contains("Retired", "No longer a sensible measure", "/items/" + successor, SUCCESSOR);
        assertThat(askedInTheOpenRound(node)).isEmpty();
        assertThat(newest(node))
                .containsEntry("what", "Retired")
                .containsEntry("was", INDICATOR)
                .containsEntry("became", "Replaced by: " + SUCCESSOR)
                .containsEntry("why", "No longer a sensible measure");
        assertThat(page("/items/" + node + "/history")).contains("No longer a sensible measure");
    }

    @Test
    void whatIsUnderTheRetiredIsAskedForNoLongerEither() throws Exception {
        UUID area = area();
        jdbc.sql("update return_item set saved_at = null where node_id in (select node_id from plan_node where area_id"
                        + " = ?)")
                .param(area)
                .update();
        assertThat(page("/items/" + area + "/retire")).contains("The 26 items under it are not asked for any more");

        send(area, "retire", "reason", "The strategy ended");

        assertThat(count("select count(*) from plan_node where area_id = ? and owes_update", area))
                .isZero();
        assertThat(count(
                        "select count(*) from return_item item join return using (return_id) join round using (round_id)"
                                + " join plan_node node on node.node_id = item.node_id"
                                + " where round.state = 'OPEN' and node.area_id = ?",
                        area))
                .isZero();
    }

    @Test
    void whatWasWrittenAboutTheRetiredInTheOpenRoundStays() throws Exception {
        UUID node = indicator();
        jdbc.sql("update return_item set saved_at = now(), saved_by = 'Its manager', narrative = 'Ten families more'"
                        + " from return join round using (round_id)"
                        + " where return.return_id = return_item.return_id and round.state = 'OPEN' and node_id = ?")
                .param(node)
                .update();

        send(node, "retire", "reason", "It ended");

        assertThat(jdbc.sql(
                                "select narrative from return_item join return using (return_id) join round using (round_id)"
                                        + " where round.state = 'OPEN' and node_id = ?")
                        .param(node)
                        .query(String.class)
                        .list())
                .containsExactly("Ten families more");
    }

    @Test
    void theRetiredIsChangedNoMore() throws Exception {
        UUID node = indicator();
        send(node, "retire", "reason", "It ended");

        for (String form : List.of("wording", "owner", "deadline", "retire")) {
            assertThat(send(node, form, "title", "New", "reason", "Again").getStatus())
                    .as(form)
                    .isEqualTo(409);
        }
        assertThat(page("/items/" + node + "/edit"))
                .contains("This was retired on")
                .doesNotContain("<textarea");
        assertThat(mvc.perform(get("/items/" + node + "/retire").with(authentication(demonstration.as(OFFICER))))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/items/" + node);
    }

    @Test
    void retiringNeedsAReasonAndKeepsTheChosenSuccessor() throws Exception {
        UUID node = indicator();
        UUID successor = demonstration.indicatorNode(SUCCESSOR);

        MockHttpServletResponse answer = send(node, "retire", "reason", " ", "successor", successor.toString());

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString())
                .contains("id=\"reason-error\"", "Enter why it is retired")
                .containsPattern("<option value=\"" + successor + "\" selected");
        assertThat(stored(node, "retired_on")).isNull();
    }

    @Test
    void onlyWhatIsOfTheSameKindAndStillInThePlanTakesAPlace() throws Exception {
        UUID node = indicator();
        UUID retired = demonstration.indicatorNode(SUCCESSOR);
        send(retired, "retire", "reason", "It ended");

        for (UUID wrong : List.of(area(), node, retired, UUID.randomUUID())) {
            assertThat(send(node, "retire", "reason", "It ended", "successor", wrong.toString())
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(page("/items/" + node + "/retire")).doesNotContain(SUCCESSOR);
    }

    @Test
    void whatStandsUnderTheRetiredCannotTakeItsPlace() throws Exception {
        UUID activity = jdbc.sql("select parent.node_id from plan_node parent join plan_node part"
                        + " on part.parent_id = parent.node_id and part.kind = parent.kind"
                        + " where parent.plan_id = ? and parent.kind = 'ACTIVITY' limit 1")
                .param(demonstration.plan())
                .query(UUID.class)
                .single();
        UUID part = jdbc.sql("select node_id from plan_node where parent_id = ? and kind = 'ACTIVITY' limit 1")
                .param(activity)
                .query(UUID.class)
                .single();

        assertThat(send(activity, "retire", "reason", "It ended", "successor", part.toString())
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefused() throws Exception {
        UUID node = indicator();
        String seen = stored(node, "version");
        send(node, "wording", "title", "Theirs");

        for (String form : List.of("wording", "owner", "deadline", "retire")) {
            MockHttpServletResponse answer = mvc.perform(request(node, form, OFFICER)
                            .param("version", seen)
                            .param("title", "Mine")
                            .param("deadline", "March 2030")
                            .param("reason", "Mine"))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(form).isEqualTo(409);
            assertThat(answer.getContentAsString()).contains("Somebody else changed this after you opened it");
        }
        assertThat(stored(node, "title")).isEqualTo("Theirs");
        assertThat(events(node)).isEqualTo(1);
    }

    @Test
    void ofTwoPeopleWhoSaveAtOnceOneIsRefused() throws Exception {
        UUID node = indicator();
        send(node, "wording", "title", "Mine");
        String seen = stored(node, "version");
        jdbc.sql("update plan_node set version = version + 1 where node_id = ?")
                .param(node)
                .update();

        assertThat(mvc.perform(request(node, "wording", OFFICER)
                                .param("version", seen)
                                .param("title", "Mine again"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void theSameFormSentTwiceMakesOneChange() throws Exception {
        UUID node = indicator();
        String seen = stored(node, "version");
        String key = UUID.randomUUID().toString();

        for (int time = 0; time < 2; time++) {
            assertThat(mvc.perform(request(node, "wording", OFFICER)
                                    .param("version", seen)
                                    .param("title", "Once")
                                    .param("_once", key))
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl())
                    .isEqualTo("/items/" + node);
        }
        assertThat(events(node)).isEqualTo(1);

        String version = stored(node, "version");
        for (int time = 0; time < 2; time++) {
            assertThat(mvc.perform(request(node, "retire", OFFICER)
                                    .param("version", version)
                                    .param("reason", "It ended")
                                    .param("_once", key))
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl())
                    .isEqualTo("/items/" + node);
        }
        assertThat(events(node)).isEqualTo(2);
    }

    @Test
    void onlyThePolicyOfficerEdits() throws Exception {
        UUID node = indicator();
        for (String post : List.of(
                "Family and Adolescent Services Manager",
                "Director, Children, Schools and Families",
                "Administrator",
                "Chair, ECCA group",
                "Member, ECCA group")) {
            for (String page : List.of("edit", "retire")) {
                assertThat(mvc.perform(get("/items/" + node + "/" + page).with(authentication(demonstration.as(post))))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                        .as(post + " " + page)
                        .isEqualTo(403);
            }
            for (String form : List.of("wording", "owner", "deadline", "retire")) {
                assertThat(mvc.perform(request(node, form, post)
                                        .param("version", stored(node, "version"))
                                        .param("title", "Not mine")
                                        .param("reason", "Not mine"))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                        .as(post + " " + form)
                        .isEqualTo(403);
            }
        }
        assertThat(events(node)).isZero();
    }

    @Test
    void anotherCouncilsPolicyOfficerFindsNothing() throws Exception {
        refusedAsNotThere(indicator(), elsewhere());
        assertThat(events(indicator())).isZero();
    }

    @Test
    void aClosedPlanIsNotEdited() throws Exception {
        UUID node = indicator();
        jdbc.sql("update plan set state = 'CLOSED' where plan_id = ?")
                .param(demonstration.plan())
                .update();

        refusedAsNotThere(node, demonstration.as(OFFICER));
        assertThat(events(node)).isZero();
    }

    private void refusedAsNotThere(UUID node, Authentication who) throws Exception {
        for (String page : List.of("edit", "retire")) {
            assertThat(mvc.perform(get("/items/" + node + "/" + page).with(authentication(who)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(page)
                    .isEqualTo(404);
        }
        for (String form : List.of("wording", "owner", "deadline", "retire")) {
            assertThat(mvc.perform(post("/items/" + node + "/" + form)
                                    .with(csrf())
                                    .with(authentication(who))
                                    .param("version", stored(node, "version"))
                                    .param("title", "Theirs")
                                    .param("reason", "Theirs"))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(form)
                    .isEqualTo(404);
        }
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

    private UUID indicator() {
        return demonstration.indicatorNode(INDICATOR);
    }

    private UUID area() {
        return jdbc.sql("select node_id from plan_node where plan_id = ?"
                        + " and title = 'Help schools to close gaps in achievement'")
                .param(demonstration.plan())
                .query(UUID.class)
                .single();
    }

    private String unit(String name) {
        return jdbc.sql("select unit_id from unit where organisation_id = ? and name = ?")
                .params(demonstration.organisation().organisationId(), name)
                .query(UUID.class)
                .single()
                .toString();
    }

    private MockHttpServletRequestBuilder request(UUID node, String form, String post) {
        return post("/items/" + node + "/" + form).with(csrf()).with(authentication(demonstration.as(post)));
    }

    /** Sends one of the forms as somebody who sees what is stored; names and values take turns. */
    private MockHttpServletResponse send(UUID node, String form, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = request(node, form, OFFICER).param("version", stored(node, "version"));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private String page(String address) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(address).with(authentication(demonstration.as(OFFICER))))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString();
    }

    private String stored(UUID node, String column) {
        return jdbc.sql("select " + column + "::text from plan_node where node_id = ?")
                .param(node)
                .query((row, number) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private List<String> askedInTheOpenRound(UUID node) {
        return jdbc.sql("select unit.name from return_item join return using (return_id) join round using (round_id)"
                        + " join unit using (unit_id) where round.state = 'OPEN' and node_id = ?")
                .param(node)
                .query(String.class)
                .list();
    }

    private String standing(UUID node) {
        return jdbc.sql("select status from standing join assessment using (assessment_id)"
                        + " where standing.node_id = ?")
                .param(node)
                .query(String.class)
                .single();
    }

    private Map<String, Object> newest(UUID node) {
        return jdbc.sql("select what, was, became, why, post from history_event where subject_id = ?"
                        + " order by sequence desc limit 1")
                .param(node)
                .query()
                .singleRow();
    }

    private long events(UUID node) {
        return count("select count(*) from history_event where subject_id = ?", node);
    }

    private long count(String sql, UUID parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }
}
