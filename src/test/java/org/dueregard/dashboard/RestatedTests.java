package org.dueregard.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.dueregard.StatementCount;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.ComparatorId;
import org.dueregard.indicator.ComparatorKeeping;
import org.dueregard.indicator.Release;
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
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/** A closed round stays as it was reported; what it would come to by what was corrected since stands beside it. */
@ProductTest
@Transactional
class RestatedTests {

    /** In line with or above England; at risk in the round that is closed. */
    private static final String MATHS = "Key stage 2 expected progress in maths – Black pupils";

    /** At least 705. */
    private static final String TWO_YEAR_OLDS = "Two-year-olds who took up a funded place in the year";

    private static final String NOW = "By what stands today it would be";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    RoundKeeping rounds;

    @Autowired
    ComparatorKeeping comparators;

    @Autowired
    StatementCount statements;

    @Autowired
    EntityManager entities;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void nothingIsRestatedWhileNothingWasCorrected() throws Exception {
        for (UUID node : jdbc.sql("select node_id from plan_node where plan_id = ? and kind = 'INDICATOR'")
                .param(demonstration.plan())
                .query(UUID.class)
                .list()) {
            assertThat(story(node).text()).doesNotContain(NOW);
        }
    }

    @Test
    void aCorrectedFigureShowsTheReportedStatusAndWhatItWouldBe() throws Exception {
        UUID node = node(MATHS);
        Map<String, Object> reported = reported(node);
        String period = (String) reported.get("figure_period");
        assertThat(reported).containsEntry("status", "AT_RISK");

        correct(node, period, "40", "The school sent a wrong file");

        Document story = story(node);
        Element round = closed(story);
        assertThat(round.select("> .dr-status").text()).isEqualTo("At risk");
        Element now = round.selectFirst(".dr-note");
        assertThat(now.text())
                .startsWith(NOW + " Off track")
                .contains("40% is", "The figure for " + period + " was 87%")
                .contains("Policy Officer", "The school sent a wrong file", "keeps what was reported");
        assertThat(row(story, period)).contains("At risk", "Today it would be Off track");
        assertThat(reported(node)).isEqualTo(reported);
    }

    @Test
    void aFigureOfAnotherTimeRestatesNothing() throws Exception {
        UUID node = node(MATHS);
        String period = jdbc.sql("select period from observation join plan_indicator using (indicator_id)"
                        + " where node_id = ? and replaced_at is null order by period_last limit 1")
                .param(node)
                .query(String.class)
                .single();

        correct(node, period, "40", "Counted twice");

        assertThat(story(node).text()).contains("Counted twice").doesNotContain(NOW);
    }

    @Test
    void aFigureThatIsOnlyMoreExactAndComesToTheSameRestatesNothing() throws Exception {
        UUID node = node(MATHS);

        correct(node, (String) reported(node).get("figure_period"), "87.0", "More exact");

        assertThat(story(node).text()).contains("More exact").doesNotContain(NOW);
    }

    @Test
    void aNewTargetRestatesItsOwnYearAndNoOther() throws Exception {
        UUID node = node(TWO_YEAR_OLDS);
        close();

        send(
                "/items/" + node + "/target",
                Map.of("words", "100000", "kind", "AT_LEAST", "value", "100000", "reason", "The group wants more"));

        Document story = story(node);
        assertThat(story.select(".dr-timeline .dr-note")).hasSize(1);
        assertThat(story.select(".dr-timeline .dr-note").text())
                .startsWith(NOW + " Off track")
                .contains("was “705”", "Policy Officer", "The group wants more");
    }

    @Test
    void aToleranceRestatesWhateverWasJudgedByTheOldOne() throws Exception {
        UUID node = node(MATHS);

        send("/items/" + node + "/target", Map.of("tolerance", "0.5 points", "reason", "It hid too much"));

        assertThat(closed(story(node)).select(".dr-note").text())
                .startsWith(NOW + " Off track")
                .contains("The tolerance was the plan’s", "Policy Officer", "It hid too much");
    }

    @Test
    void aDefinitionThatWasWrongRestatesToo() throws Exception {
        UUID node = node(MATHS);

        send(
                "/items/" + node + "/definition",
                Map.of("decimals", "2", "source", "Somebody else", "reason", "Too coarse"));

        assertThat(closed(story(node)).select(".dr-note").text())
                .startsWith(NOW)
                .contains("The definition was: Decimals: 0", "Too coarse")
                .doesNotContain("Source");
    }

    @Test
    void whatOthersCorrectedRestatesTheComparison() throws Exception {
        UUID node = node(MATHS);
        String period = (String) reported(node).get("figure_period");
        ComparatorId england = jdbc.sql("select comparator_id from indicator_comparator"
                        + " join plan_indicator using (indicator_id) where node_id = ?")
                .param(node)
                .query((row, number) -> new ComparatorId(row.getObject(1, UUID.class)))
                .single();

        comparators.release(
                (SignedIn) demonstration.as("Policy Officer").getPrincipal(),
                england,
                Release.of(Period.parse(period), new BigDecimal("80")),
                "Revised by the department");

        assertThat(closed(story(node)).select(".dr-note").text())
                .startsWith(NOW)
                .contains("80%", "The figure of England, " + period + " was 89%", "Revised by the department");
    }

    @Test
    void anOpenRoundIsWorkedOutAnewAndNotRestated() throws Exception {
        UUID node = node(TWO_YEAR_OLDS);

        send("/items/" + node + "/target", Map.of("tolerance", "1", "reason", "Small numbers"));

        assertThat(story(node).select(".dr-timeline > li").first().select(".dr-note"))
                .isEmpty();
    }

    @Test
    void thePageSendsNoMoreStatementsForIt() throws Exception {
        UUID node = node(MATHS);
        List<String> before = sent(node);

        correct(node, (String) reported(node).get("figure_period"), "40", "Wrong");
        send("/items/" + node + "/target", Map.of("tolerance", "1 point", "reason", "Too wide"));

        assertThat(sent(node)).hasSameSizeAs(before).hasSizeLessThanOrEqualTo(6);
    }

    private List<String> sent(UUID node) throws Exception {
        MockHttpServletRequestBuilder page =
                MockMvcRequestBuilders.get("/items/" + node).with(authentication(demonstration.as("Policy Officer")));
        return statements.during(() -> mvc.perform(page)).stream()
                .filter(statement ->
                        !statement.toLowerCase(java.util.Locale.ROOT).contains("spring_session"))
                .toList();
    }

    private UUID node(String name) {
        return demonstration.indicatorNode(name);
    }

    private void close() {
        rounds.close(
                (SignedIn) demonstration.as("Policy Officer").getPrincipal(), new RoundId(demonstration.round("OPEN")));
        entities.flush();
    }

    private void correct(UUID node, String period, String value, String why) throws Exception {
        send(
                "/items/" + node + "/figures",
                Map.of("period", period, "value", value, "why", why, "numerator", "", "denominator", "", "note", ""));
    }

    private void send(String address, Map<String, String> typed) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        Element form = Jsoup.parse(perform(MockMvcRequestBuilders.get(address)).getContentAsString())
                .select("main form")
                .last();
        form.select("input[type=hidden], input[type=text]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        form.select("input[type=checkbox][checked], input[type=radio][checked]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        form.select("textarea").forEach(area -> fields.put(area.attr("name"), area.val()));
        form.select("select")
                .forEach(select -> fields.put(
                        select.attr("name"), select.select("option[selected]").val()));
        fields.remove("_csrf");
        fields.putAll(typed);
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post(address).with(csrf());
        fields.forEach(request::param);
        MockHttpServletResponse answer = perform(request);
        entities.flush();
        assertThat(answer.getStatus()).as(address).isEqualTo(302);
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(authentication(demonstration.as("Policy Officer"))))
                .andReturn()
                .getResponse();
    }

    private Document story(UUID node) throws Exception {
        return Jsoup.parse(perform(MockMvcRequestBuilders.get("/items/" + node)).getContentAsString());
    }

    /** What the page says of the round that was closed when the demonstration began. */
    private static Element closed(Document story) {
        return story.select(".dr-timeline > li:has(> .dr-mark)").last();
    }

    private static String row(Document story, String period) {
        return story.select("tr:has(th)").stream()
                .filter(row -> row.select("th").text().startsWith(period))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private Map<String, Object> reported(UUID node) {
        return jdbc.sql("select assessment.assessment_id, status, sentence, figure_period from return_item item"
                        + " join return using (return_id) join round using (round_id)"
                        + " join assessment on assessment.assessment_id = item.assessment_id"
                        + " where item.node_id = ? and round.state = 'CLOSED'")
                .param(node)
                .query()
                .singleRow();
    }
}
