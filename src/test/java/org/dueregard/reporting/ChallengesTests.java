package org.dueregard.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/** What is doubtful in a round is worked out; the policy officer asks the owner about it or lets it be, with a reason. */
@ProductTest
@Transactional
class ChallengesTests {

    private static final String OFFICER = "Policy Officer";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    EntityManager entities;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private UUID round;

    /** An indicator of a return that is handed in, and nothing doubtful about it yet. */
    private UUID node;

    @BeforeEach
    void find() {
        round = demonstration.round("OPEN");
        node = jdbc.sql("""
                        select item.node_id from return_item item join return owed using (return_id)
                        join plan_node node using (node_id)
                        where owed.round_id = ? and owed.state in ('SUBMITTED', 'ACCEPTED') and item.choice = 'UPDATE'
                            and node.kind = 'INDICATOR' order by reading_order limit 1""").param(round).query(UUID.class).single();
        change("update return_item set narrative = 'As planned', disagreement = null, reported_status = null,"
                + " fix_what = 'More sessions' where node_id = ?");
        assess("ON_TRACK", "87% is above the target.", "{}", "{}", null);
    }

    @Test
    void nothingIsDoubtfulAboutAnItemThatGoesAsPlanned() throws Exception {
        assertThat(kinds()).isEmpty();
    }

    @Test
    void anOwnerWhoSaysBetterThanTheFigureIsAsked() throws Exception {
        assess("OFF_TRACK", "40% is far below the target.", "{}", "{}", null);
        change(
                "update return_item set reported_status = 'ON_TRACK', disagreement = 'We see it coming' where node_id = ?");
        assertThat(kinds()).containsExactly("SAYS_ANOTHER");
        assertThat(doubt("SAYS_ANOTHER").text())
                .contains("Reported On track while the figure is Off track", "40% is far below the target.");

        change("update return_item set reported_status = 'OFF_TRACK' where node_id = ?");
        assertThat(kinds()).isEmpty();
    }

    @Test
    void whatTheRuleItselfFoundOddIsThere() throws Exception {
        assess(
                "ON_TRACK",
                "As stated.",
                "{\"5 of 4 is more than there are.\",\"Stated 47%, 3 of 7 is 43%.\",\"England 2019/20 is older.\"}",
                "{NUMERATOR_ABOVE_DENOMINATOR,STATED_PERCENTAGE_DIFFERS,OLDER_COMPARATOR}",
                "14 is beyond what is usual.");
        assertThat(kinds())
                .containsExactly("BEYOND_TRIGGER", "MORE_THAN_ALL", "PERCENTAGE_DIFFERS", "OLDER_COMPARATOR");
        assertThat(doubt("PERCENTAGE_DIFFERS").text()).contains("Stated 47%, 3 of 7 is 43%.");
    }

    @Test
    void offTrackWithoutANextStepIsAsked() throws Exception {
        assess("OFF_TRACK", "Far below.", "{}", "{}", null);
        assertThat(kinds()).isEmpty();
        change("update return_item set fix_what = '' where node_id = ?");
        assertThat(kinds()).containsExactly("NO_NEXT_STEP");
    }

    @Test
    void aStatusThatChangedWithoutAWordIsAskedAndSoAreTheWordsOfLastTime() throws Exception {
        before("AT_RISK", "As planned");
        assertThat(kinds()).containsExactly("SAME_WORDS");
        change("update return_item item set narrative = null from return where return.return_id = item.return_id"
                + " and return.round_id = '" + round + "' and node_id = ?");
        assertThat(kinds()).containsExactly("CHANGED_WITHOUT_WORDS");
        assertThat(doubt("CHANGED_WITHOUT_WORDS").text()).contains("At risk became On track");
    }

    @Test
    void gapsInThePlanAreThere() throws Exception {
        jdbc.sql(
                        "update assessment set status = 'NOT_RATED', not_rated_reason = 'TO_BE_CONFIRMED' where assessment_id ="
                                + " (select assessment_id from return_item join return using (return_id) where node_id = ?"
                                + " and round_id = ?)")
                .params(List.of(node, round))
                .update();
        assertThat(kinds()).containsExactly("NO_TARGET");
        change("update plan_node set reporting_unit_id = null where node_id = ?");
        assertThat(kinds()).containsExactly("NO_TARGET", "NO_OWNER");
    }

    @Test
    void whatIsNotHandedInYetIsNotQuestionedForItsWords() throws Exception {
        assess("OFF_TRACK", "Far below.", "{}", "{}", null);
        change("update return_item set fix_what = '' where node_id = ?");
        change("update return set state = 'DRAFT', submitted_at = null where return_id in"
                + " (select return_id from return_item where node_id = ?) and round_id = '" + round + "'");
        assertThat(kinds()).isEmpty();
    }

    @Test
    void asksTheOwnerWhoFindsTheQuestionInTheReturnAndAnswersIt() throws Exception {
        assess("OFF_TRACK", "Far below.", "{}", "{}", null);
        change("update return_item set fix_what = '' where node_id = ?");
        assertThat(send(OFFICER, doubtAddress("NO_NEXT_STEP") + "/ask", Map.of())
                        .getStatus())
                .isEqualTo(302);
        assertThat(kinds()).isEmpty();
        assertThat(board().select("#doubts details").text()).contains("No answer yet");

        UUID owed = jdbc.sql("select return_id from return_item join return using (return_id) where node_id = ?"
                        + " and round_id = ?")
                .params(List.of(node, round))
                .query(UUID.class)
                .single();
        String owner = owner(owed);
        assertThat(open(owner, "/returns/" + owed).text())
                .contains("Policy Officer: Nothing says what is done about it. What will be done");
        Document remarks = open(owner, "/items/" + node + "/remarks");
        String answer = remarks.select("form[action$=/answer]").attr("action");
        assertThat(send(owner, answer, Map.of("answer", "  ")).getStatus()).isEqualTo(400);
        assertThat(send(owner, answer, Map.of("answer", "Two more workshops by March"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(board().select("#doubts details").text()).contains("Two more workshops by March");
        assertThat(open(owner, "/returns/" + owed).text()).doesNotContain("What will be done, by whom");
    }

    @Test
    void whatIsLetBeSaysWhyAndComesBackWhenItSaysSomethingElse() throws Exception {
        assess("ON_TRACK", "Fine.", "{}", "{}", "14 is beyond what is usual.");
        MockHttpServletResponse refused = send(OFFICER, doubtAddress("BEYOND_TRIGGER") + "/dismiss", Map.of());
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .select("#because-" + node + "-BEYOND_TRIGGER-error")
                        .text())
                .contains("Say why it can be let be");

        send(OFFICER, doubtAddress("BEYOND_TRIGGER") + "/dismiss", Map.of("because", "A strike in March"));
        assertThat(kinds()).isEmpty();
        assertThat(board().select("#doubts details").text()).contains("A strike in March");

        assess("ON_TRACK", "Fine.", "{}", "{}", "19 is beyond what is usual.");
        assertThat(kinds()).containsExactly("BEYOND_TRIGGER");
    }

    @Test
    void aDoubtThatIsNoneIsNotThere() throws Exception {
        assertThat(send(OFFICER, doubtAddress("OVERDUE") + "/ask", Map.of()).getStatus())
                .isEqualTo(404);
        assertThat(send(OFFICER, doubtAddress("NONSENSE") + "/ask", Map.of()).getStatus())
                .isBetween(400, 404);
    }

    @Test
    void onlyWhoReportsAnItemOrReviewsItSaysSomethingAboutIt() throws Exception {
        UUID foreign =
                jdbc.sql("""
                        select node_id from plan_node join unit on unit.unit_id = reporting_unit_id
                        where plan_id = ? and unit.name <> 'Primary Standards' limit 1""").param(demonstration.plan()).query(UUID.class).single();
        assertThat(send("Primary Standards Manager", "/items/" + foreign + "/remarks", Map.of("words", "Well done"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send("Chair, ECCA group", "/items/" + foreign + "/remarks", Map.of("words", "Well done"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(open(OFFICER, "/items/" + foreign + "/remarks").text())
                .contains("Chair, ECCA group wrote", "Well done");
    }

    private String doubtAddress(String kind) {
        return "/rounds/" + round + "/doubts/" + node + "/" + kind;
    }

    private List<String> kinds() throws Exception {
        return board().select("#doubts > ul > li").stream()
                .filter(doubt -> doubt.select("h3 a").attr("href").endsWith(node.toString()))
                .map(doubt -> doubt.attr("data-kind"))
                .toList();
    }

    private Elements doubt(String kind) throws Exception {
        return board().select("#doubts li[data-kind=" + kind + "]:has(a[href$=" + node + "])");
    }

    private Document board() throws Exception {
        return open(OFFICER, "/rounds/" + round);
    }

    private String owner(UUID owed) {
        return jdbc.sql("""
                        select post from person join role_held using (person_id) join return on return.unit_id = role_held.unit_id
                        where return_id = ? and role = 'SERVICE_MANAGER' limit 1""").param(owed).query(String.class).single();
    }

    /** Puts another assessment of the item into the round. */
    private void assess(String status, String sentence, String caveats, String kinds, String exception) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into assessment (assessment_id, node_id, as_of, made_at, status, late, sentence, caveats,
                            caveat_kinds, target_words, tolerance, exception, made_from)
                        values (:id, :node, current_date, now(), :status, false, :sentence, :caveats::text[],
                            :kinds::text[], '80%', '5%', :exception, '{}')""")
                .param("id", id)
                .param("node", node)
                .param("status", status)
                .param("sentence", sentence)
                .param("caveats", caveats)
                .param("kinds", kinds)
                .param("exception", exception, java.sql.Types.VARCHAR)
                .update();
        jdbc.sql(
                        "update return_item item set assessment_id = :id from return owed where owed.return_id = item.return_id"
                                + " and owed.round_id = :round and item.node_id = :node")
                .param("id", id)
                .param("round", round)
                .param("node", node)
                .update();
        before(status, "Something else");
    }

    /** What was agreed and said in the round before. */
    private void before(String status, String narrative) {
        jdbc.sql("update return_item item set agreed_status = :status, narrative = :narrative from return owed"
                        + " join round using (round_id) where owed.return_id = item.return_id and round.state = 'CLOSED'"
                        + " and item.node_id = :node")
                .param("status", status)
                .param("narrative", narrative)
                .param("node", node)
                .update();
    }

    private void change(String sql) {
        jdbc.sql(sql).param(node).update();
    }

    private Document open(String post, String address) throws Exception {
        MockHttpServletResponse answer = perform(post, MockMvcRequestBuilders.get(address));
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse send(String post, String address, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(address)
                .with(csrf())
                .param("_once", UUID.randomUUID().toString());
        fields.forEach(request::param);
        MockHttpServletResponse answer = perform(post, request);
        entities.flush();
        return answer;
    }

    private MockHttpServletResponse perform(String post, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(authentication(demonstration.as(post))))
                .andReturn()
                .getResponse();
    }
}
