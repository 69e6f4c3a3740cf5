package org.dueregard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.dueregard.StatementCount;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/** A past figure is corrected: what was reported stays beside it, with who, when and why. */
@ProductTest
@Transactional
class CorrectingFiguresTests {

    /** At least 705. */
    private static final String TWO_YEAR_OLDS = "Two-year-olds who took up a funded place in the year";

    /** A percentage. */
    private static final String MATHS = "Key stage 2 expected progress in maths – Black pupils";

    private static final String GAP = "Pupil premium gap, key stage 1 to 2 – maths";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    StatementCount statements;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsOpenIsJudgedAnewAndAClosedRoundKeepsWhatWasReported() throws Exception {
        String period = newest(TWO_YEAR_OLDS);
        String closed = inRound(TWO_YEAR_OLDS, "CLOSED");
        String before = standing(TWO_YEAR_OLDS);

        assertThat(send(TWO_YEAR_OLDS, Map.of("period", period, "value", "12", "why", "Counted twice"))
                        .getStatus())
                .isEqualTo(302);

        assertThat(standing(TWO_YEAR_OLDS)).contains("12").isNotEqualTo(before);
        assertThat(inRound(TWO_YEAR_OLDS, "OPEN")).isEqualTo(standing(TWO_YEAR_OLDS));
        assertThat(inRound(TWO_YEAR_OLDS, "CLOSED")).isEqualTo(closed);
    }

    @Test
    void bothFiguresAreReadableWithTheReason() throws Exception {
        String period = newest(MATHS);
        String was = figure(MATHS, period);
        send(MATHS, Map.of("period", period, "value", "61", "why", "The school sent a wrong file"));

        Document figures = open("/items/" + node(MATHS) + "/figures");
        assertThat(figures.select("s").text()).contains(was);
        assertThat(figures.select("main").text()).contains("The school sent a wrong file", "Policy Officer");
        Document story = open("/items/" + node(MATHS));
        assertThat(story.select("td s").text()).contains(was);
        assertThat(story.select("table").text()).contains("61%", "The school sent a wrong file");
        assertThat(open("/items/" + node(MATHS) + "/history").text())
                .contains("Figure corrected", "The school sent a wrong file");
    }

    @Test
    void aCorrectionNeedsAReasonAndAnotherYearsFigureDoesNot() throws Exception {
        MockHttpServletResponse refused = send(MATHS, Map.of("period", newest(MATHS), "value", "61"));
        assertThat(refused.getStatus()).isEqualTo(400);
        Document form = Jsoup.parse(refused.getContentAsString());
        assertThat(form.select("#why-error").text()).contains("Say why it is corrected");
        assertThat(form.select("#value").val()).isEqualTo("61");

        assertThat(send(MATHS, Map.of("period", "2001/02 academic year", "value", "44"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(figure(MATHS, "2001/02 academic year")).isEqualTo("44");
    }

    @Test
    void aPercentageIsWorkedOutFromSoManyOfSoManyAndAContradictionIsPointedOut() throws Exception {
        String period = newest(MATHS);
        Document shown = Jsoup.parse(send(
                        MATHS,
                        Map.of("period", period, "value", "47", "numerator", "3", "denominator", "7", "then", "show"))
                .getContentAsString());

        assertThat(shown.select("#judged").text()).contains("43%", "47% was stated, but 3 of 7 is 43%");
        assertThat(figure(MATHS, period)).isNotEqualTo("47");
    }

    @Test
    void whatCannotBeIsSaidBesideTheField() throws Exception {
        assertThat(problem(Map.of("period", "2024/25", "numerator", "9", "denominator", "7"), "numerator"))
                .contains("larger than the second");
        assertThat(problem(Map.of("period", "2024/25", "numerator", "9"), "denominator"))
                .contains("Enter both");
        assertThat(problem(Map.of("period", "2024/25", "value", "140"), "value"))
                .contains("The most there can be is 100");
        assertThat(problem(Map.of("period", "2024/25", "value", "lots"), "value"))
                .contains("“lots” is no number");
        assertThat(problem(Map.of("period", "2024/25"), "value")).contains("Enter the figure");
        assertThat(problem(Map.of("period", "once", "value", "1"), "period")).contains("Enter the period");
    }

    @Test
    void theSentenceTellsWhichGroupOfAGapMoved() throws Exception {
        String period = newest(GAP);
        send(GAP, Map.of("period", period, "betterOff", "70", "other", "60", "why", "Both groups are known now"));
        String later = org.dueregard.calendar.Period.parse(period).plusYears(1).label();
        send(GAP, Map.of("period", later, "betterOff", "65", "other", "60"));

        assertThat(open("/items/" + node(GAP)).select("main").text())
                .contains("fell from 70% to 65%", "did not change, at 60%", "65% and 60%");
    }

    @Test
    void thePlanShowsTheLatestFigureWithItsOwnPeriodWhereALaterOneIsWordsOnly() throws Exception {
        String period = newest(MATHS);
        String later = org.dueregard.calendar.Period.parse(period).plusYears(1).label();
        assertThat(send(MATHS, Map.of("period", later, "words", "Not published yet"))
                        .getStatus())
                .isEqualTo(302);

        assertThat(open("/plans/" + demonstration.plan() + "?open=all")
                        .select("tr:has(a[href='/items/" + node(MATHS) + "']) td[data-label=Latest]")
                        .text())
                .isEqualTo(figure(MATHS, period) + "%, " + period);
    }

    @Test
    void theFiguresCanBeTakenIntoASpreadsheetAndNoTextIsAFormula() throws Exception {
        send(MATHS, Map.of("period", "2001/02 academic year", "words", "=HYPERLINK(1)"));
        send(MATHS, Map.of("period", "2002/03 academic year", "value", "-5"));

        MockHttpServletResponse file = perform(MockMvcRequestBuilders.get("/items/" + node(MATHS) + "/figures.csv"));

        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(file.getContentAsString())
                .contains("2001/02 academic year,2001-09-01,2002-08-31,,'=HYPERLINK(1),")
                .contains("2002/03 academic year,2002-09-01,2003-08-31,-5,")
                .contains(MATHS + ",England,");
    }

    @Test
    void aCharacterThatCannotBeStoredIsLeftOut() throws Exception {
        assertThat(send(MATHS, Map.of("period", newest(MATHS), "value", "61", "note", "a\u0000b", "why", "c\u0000d"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(open("/items/" + node(MATHS) + "/figures").select("main").text())
                .contains("ab", "cd");
    }

    @Test
    void somebodyElsesFigureIsNotOverwrittenUnseen() throws Exception {
        Map<String, String> mine = fields(MATHS, Map.of("period", newest(MATHS), "value", "61", "why", "Mine"));
        send(MATHS, Map.of("period", newest(MATHS), "value", "62", "why", "Theirs"));

        assertThat(post(MATHS, mine).getStatus()).isEqualTo(409);
        assertThat(figure(MATHS, newest(MATHS))).isEqualTo("62");
    }

    @Test
    void oneFormMakesOneFigureHoweverOftenItIsSent() throws Exception {
        Map<String, String> form = fields(MATHS, Map.of("period", newest(MATHS), "value", "61", "why", "Once"));
        assertThat(post(MATHS, form).getStatus()).isEqualTo(302);
        assertThat(post(MATHS, form).getStatus()).isEqualTo(302);

        assertThat(jdbc.sql("select count(*) from observation where indicator_id = ? and replaced_because = 'Once'")
                        .param(indicator(MATHS))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void thePageRunsAFixedNumberOfStatements() throws Exception {
        MockHttpServletRequestBuilder page = MockMvcRequestBuilders.get("/items/" + node(MATHS) + "/figures")
                .with(authentication(demonstration.as("Policy Officer")));
        List<String> few = withoutTheSessions(statements.during(() -> mvc.perform(page)));
        for (int year = 1950; year < 1990; year++) {
            jdbc.sql("""
                            insert into observation (observation_id, indicator_id, period, period_first, period_last, value,
                                state, entered_by, entered_on, entered_at)
                            values (?, ?, ?, make_date(?, 1, 1), make_date(?, 12, 31), 1, 'FINAL', 'x', now(), now())""")
                    .params(List.of(UUID.randomUUID(), indicator(MATHS), String.valueOf(year), year, year))
                    .update();
        }
        List<String> many = withoutTheSessions(statements.during(() -> mvc.perform(page)));

        assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(6);
    }

    private static List<String> withoutTheSessions(List<String> sent) {
        return sent.stream()
                .filter(statement ->
                        !statement.toLowerCase(java.util.Locale.ROOT).contains("spring_session"))
                .toList();
    }

    private String problem(Map<String, String> typed, String field) throws Exception {
        MockHttpServletResponse answer = send(MATHS, typed);
        assertThat(answer.getStatus()).isEqualTo(400);
        return Jsoup.parse(answer.getContentAsString())
                .select("#" + field + "-error")
                .text();
    }

    private MockHttpServletResponse send(String name, Map<String, String> typed) throws Exception {
        return post(name, fields(name, typed));
    }

    /** The form as it opens, with what is typed into it. */
    private Map<String, String> fields(String name, Map<String, String> typed) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(
                "version",
                open("/items/" + node(name) + "/figures")
                        .select("[name=version]")
                        .val());
        fields.put("state", "FINAL");
        for (String field :
                List.of("value", "words", "numerator", "denominator", "betterOff", "other", "note", "why")) {
            fields.put(field, "");
        }
        fields.put("_once", UUID.randomUUID().toString());
        fields.putAll(typed);
        return fields;
    }

    private MockHttpServletResponse post(String name, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post("/items/" + node(name) + "/figures").with(csrf());
        fields.forEach(request::param);
        return perform(request);
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(authentication(demonstration.as("Policy Officer"))))
                .andReturn()
                .getResponse();
    }

    private Document open(String address) throws Exception {
        return Jsoup.parse(perform(MockMvcRequestBuilders.get(address)).getContentAsString());
    }

    private UUID node(String name) {
        return demonstration.indicatorNode(name);
    }

    private UUID indicator(String name) {
        return jdbc.sql("select indicator_id from plan_indicator where node_id = ?")
                .param(node(name))
                .query(UUID.class)
                .single();
    }

    private String newest(String name) {
        return jdbc.sql("select period from observation where indicator_id = ? and replaced_at is null"
                        + " order by period_last desc limit 1")
                .param(indicator(name))
                .query(String.class)
                .single();
    }

    private String figure(String name, String period) {
        return Objects.requireNonNull(
                jdbc.sql("select trim_scale(coalesce(value, better_off_value - other_value))::text from observation"
                                + " where indicator_id = ? and period = ? and replaced_at is null")
                        .params(List.of(indicator(name), period))
                        .query(String.class)
                        .single());
    }

    private String standing(String name) {
        return jdbc.sql("select sentence from standing join assessment using (assessment_id)"
                        + " where standing.node_id = ?")
                .param(node(name))
                .query(String.class)
                .single();
    }

    private String inRound(String name, String state) {
        return jdbc.sql(
                        "select sentence from return_item item join return using (return_id) join round using (round_id)"
                                + " join assessment using (assessment_id) where item.node_id = ? and round.state = ?")
                .params(List.of(node(name), state))
                .query(String.class)
                .single();
    }
}
