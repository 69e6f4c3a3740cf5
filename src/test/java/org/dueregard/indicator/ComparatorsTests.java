package org.dueregard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.dueregard.organisation.model.Administration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/** What others publish is entered once; whatever is open is judged anew, and closed rounds stay. */
@ProductTest
@Transactional
class ComparatorsTests {

    private static final String OFFICER = "Policy Officer";

    /** In line with or above England. */
    private static final String MATHS = "Key stage 2 expected progress in maths – Black pupils";

    private static final String ANOTHER = "Approved foster carers, in all";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    Administration administration;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNewerFigureHasWhateverIsOpenJudgedAnewAndTellsWhatCameOutDifferently() throws Exception {
        UUID node = demonstration.indicatorNode(MATHS);
        String before = standing(node);
        String closed = closedRound(node);

        Document page = follow(release(newestPeriod(), "100%", "The ministry counted again"));

        assertThat(standing(node)).contains("England figure of 100%").isNotEqualTo(before);
        assertThat(openRound(node)).isEqualTo(standing(node));
        assertThat(closedRound(node)).isEqualTo(closed);
        assertThat(page.select("main [role=status]").text()).contains(MATHS, standing(node));
        assertThat(page.select("main").text()).contains("The ministry counted again");
    }

    @Test
    void oneReleaseServesEveryIndicatorThatIsComparedWithIt() throws Exception {
        UUID other = demonstration.indicatorNode(ANOTHER);
        follow(send("/indicators", Map.of("indicator", indicator(other).toString())));
        assertThat(jdbc.sql("select comparator from indicator where indicator_id = ?")
                        .param(indicator(other))
                        .query(String.class)
                        .single())
                .isEqualTo("England");

        assertThat(open("/comparators/" + comparator()).select("aside").text()).contains(MATHS, ANOTHER);
        release("2029/30 academic year", "77", "");
        assertThat(open("/items/" + other).select("table").text()).contains("77");
        assertThat(open("/items/" + demonstration.indicatorNode(MATHS))
                        .select("table")
                        .text())
                .contains("77%");

        follow(send("/indicators/" + indicator(other) + "/end", Map.of()));
        assertThat(open("/items/" + other).select("table").text()).doesNotContain("77");
    }

    @Test
    void aFigureThatIsReplacedStaysReadableWithTheReason() throws Exception {
        String period = newestPeriod();
        MockHttpServletResponse refused = release(period, "12", "");
        assertThat(refused.getStatus()).isEqualTo(400);
        Document form = Jsoup.parse(refused.getContentAsString());
        assertThat(form.select("#why-error").text()).contains("Say why this one replaces it");
        assertThat(form.select("#figure").val()).isEqualTo("12");

        Document page = follow(release(period, "12", "Retraced"));
        assertThat(page.select("s").text()).contains("90%");
        assertThat(page.select("main").text()).contains("Retraced");

        int figures = page.select("tbody tr").size();
        assertThat(follow(release(period, "12", "Retraced")).select("tbody tr")).hasSize(figures);
    }

    @Test
    void whatCannotBeReadIsSaidBesideTheField() throws Exception {
        Document page = Jsoup.parse(release("some day", "lots", "").getContentAsString());

        assertThat(page.select("#period-error").text()).contains("Enter the period");
        assertThat(page.select("#figure-error").text()).contains("Enter the figure as a number");
        assertThat(page.select("#period").val()).isEqualTo("some day");
    }

    @Test
    void pastedLinesAreLookedAtBeforeTheyAreEntered() throws Exception {
        String lines = "Whose\tOf what\tPeriod\tFigure\n"
                + "england\t" + MATHS.toLowerCase(java.util.Locale.ROOT) + "\t" + newestPeriod() + "\t90%\n"
                + "England\t" + MATHS + "\t2030/31 academic year\t91%\tprovisional\n"
                + "London\tSomething else\t2030/31\t1,204.5\n";
        UUID node = demonstration.indicatorNode(MATHS);

        Document looked = Jsoup.parse(paste(lines, "show", "").getContentAsString());
        assertThat(looked.select("#lines tbody tr").eachText())
                .satisfiesExactly(
                        line -> assertThat(line).contains("Known already"),
                        line -> assertThat(line).endsWith("New"),
                        line -> assertThat(line).contains("nothing is compared with it yet"));
        assertThat(looked.select("button[value=enter]").text()).isEqualTo("Enter 2 figures");
        assertThat(releases()).doesNotContain("2030/31 academic year");

        paste(lines, "enter", "");
        assertThat(releases()).contains("2030/31 academic year");
        assertThat(open("/comparators").text()).contains("Something else", "1204.5");
        assertThat(open("/items/" + node).text()).contains("91%");
    }

    @Test
    void nothingIsEnteredWhileALineCannotBeRead() throws Exception {
        String lines = "England, " + MATHS + ", 2031/32, 80\nEngland, " + MATHS + ", whenever, 80\n";

        MockHttpServletResponse answer = paste(lines, "enter", "");

        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(page.select("#text-error").text()).contains("1 line cannot be read");
        assertThat(page.select("#lines").text()).contains("“whenever” is no period");
        assertThat(page.select("#text").val()).isEqualTo(lines.strip());
        assertThat(releases()).doesNotContain("2031/32");
    }

    @Test
    void aFileIsReadInTheEncodingThatASpreadsheetSavesIt() throws Exception {
        byte[] file = "England,Caf\u00e9s that are open,2031/32,£80\n".getBytes(Charset.forName("windows-1252"));

        MvcResult looked = mvc.perform(MockMvcRequestBuilders.multipart("/comparators/paste")
                        .file(new MockMultipartFile("file", "figures.csv", "text/csv", file))
                        .param("then", "show")
                        .param("_once", UUID.randomUUID().toString())
                        .with(csrf())
                        .with(authentication(demonstration.as(OFFICER))))
                .andReturn();

        Document page = Jsoup.parse(looked.getResponse().getContentAsString());
        assertThat(page.select("#lines").text()).contains("Cafés that are open");
        assertThat(page.select("#text").val()).contains("Cafés");
    }

    @Test
    void aCharacterThatCannotBeStoredIsLeftOut() throws Exception {
        assertThat(release("2029/30", "7\u00007", "w\u0000hy").getStatus()).isEqualTo(302);
        assertThat(paste("England, A\u0000B, 2029/30, 5", "enter", "").getStatus())
                .isEqualTo(302);
        assertThat(perform(post("/comparators").param("whose", "L\u0000").param("measure", "\u0000"))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void anotherCouncilKnowsNothingOfIt() throws Exception {
        UUID comparator = comparator();
        var elsewhere = administration.addOrganisation("Elsewhere Council");
        UUID theirs = UUID.randomUUID();
        jdbc.sql("insert into comparator values (?, ?, 'England', 'theirs', null, now())")
                .params(List.of(theirs, elsewhere.organisationId()))
                .update();

        assertThat(get("/comparators/" + theirs).getStatus()).isEqualTo(404);
        assertThat(perform(post("/comparators/" + theirs + "/releases")
                                .param("period", "2025/26")
                                .param("figure", "1"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(open("/comparators").text()).doesNotContain("theirs");
        assertThat(get("/comparators/" + comparator).getStatus()).isEqualTo(200);
    }

    @Test
    void anotherCouncilsIndicatorIsNotComparedWithOurs() throws Exception {
        UUID theirs = indicator(demonstration.indicatorNode(ANOTHER));
        jdbc.sql("update indicator set organisation_id = ? where indicator_id = ?")
                .params(List.of(
                        administration.addOrganisation("Elsewhere Council").organisationId(), theirs))
                .update();

        assertThat(send("/indicators", Map.of("indicator", theirs.toString())).getStatus())
                .isEqualTo(404);
        assertThat(compared(theirs)).isZero();

        jdbc.sql("insert into indicator_comparator (indicator_id, comparator_id) values (?, ?)")
                .params(List.of(theirs, comparator()))
                .update();
        assertThat(send("/indicators/" + theirs + "/end", Map.of()).getStatus()).isEqualTo(404);
        assertThat(compared(theirs)).isOne();
    }

    private int compared(UUID indicator) {
        return jdbc.sql("select count(*) from indicator_comparator where indicator_id = ? and comparator_id = ?")
                .params(List.of(indicator, comparator()))
                .query(Integer.class)
                .single();
    }

    private MockHttpServletResponse release(String period, String figure, String why) throws Exception {
        return send("/releases", Map.of("period", period, "figure", figure, "state", "FINAL", "why", why));
    }

    private MockHttpServletResponse send(String action, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/comparators/" + comparator() + action);
        fields.forEach(request::param);
        return perform(request);
    }

    private MockHttpServletResponse paste(String lines, String then, String why) throws Exception {
        return perform(post("/comparators/paste")
                .param("text", lines)
                .param("then", then)
                .param("why", why));
    }

    private static MockHttpServletRequestBuilder post(String address) {
        return MockMvcRequestBuilders.post(address)
                .param("_once", UUID.randomUUID().toString())
                .with(csrf());
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        MvcResult result = mvc.perform(request.with(authentication(demonstration.as(OFFICER))))
                .andReturn();
        return result.getResponse();
    }

    /** The page after a change, in the session that was told what to show there. */
    private Document follow(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(302);
        MockHttpServletRequestBuilder next =
                MockMvcRequestBuilders.get(Objects.requireNonNull(answer.getRedirectedUrl()));
        Cookie session = answer.getCookie("session");
        if (session != null) {
            next.cookie(session);
        }
        return Jsoup.parse(perform(next).getContentAsString());
    }

    private Document open(String address) throws Exception {
        return Jsoup.parse(get(address).getContentAsString());
    }

    private MockHttpServletResponse get(String address) throws Exception {
        return perform(MockMvcRequestBuilders.get(address));
    }

    private UUID comparator() {
        return jdbc.sql("select comparator_id from comparator where measure = ? and organisation_id = ?")
                .params(List.of(MATHS, demonstration.organisation().organisationId()))
                .query(UUID.class)
                .single();
    }

    private String newestPeriod() {
        return releases().get(0);
    }

    private List<String> releases() {
        return jdbc.sql("select period from comparator_release where comparator_id = ? and replaced_at is null"
                        + " order by period_last desc")
                .param(comparator())
                .query(String.class)
                .list();
    }

    private UUID indicator(UUID node) {
        return jdbc.sql("select indicator_id from plan_indicator where node_id = ?")
                .param(node)
                .query(UUID.class)
                .single();
    }

    private String standing(UUID node) {
        return jdbc.sql("select sentence from standing join assessment using (assessment_id)"
                        + " where standing.node_id = ?")
                .param(node)
                .query(String.class)
                .single();
    }

    private String openRound(UUID node) {
        return sentence(node, "OPEN");
    }

    private String closedRound(UUID node) {
        return sentence(node, "CLOSED");
    }

    private String sentence(UUID node, String state) {
        return jdbc.sql(
                        "select sentence from return_item item join return using (return_id) join round using (round_id)"
                                + " join assessment using (assessment_id) where item.node_id = ? and round.state = ?")
                .params(List.of(node, state))
                .query(String.class)
                .single();
    }
}
