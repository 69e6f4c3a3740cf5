package org.dueregard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.ProductTest;
import org.dueregard.intake.Office.Brought;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

/** What a file says of how things were going becomes the first round of the plan, and is over. */
@ProductTest
@Transactional
class PastUpdatesTests {

    private static final String SHARE = "% of pupils who take part in a club";

    @Autowired
    ApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    private Office office;
    private Brought file;

    @BeforeEach
    void bring() throws Exception {
        office = Office.in(product);
        file = office.bring(
                "progress.csv",
                PlanFile.csv(List.of(
                        List.of("Objective", "Action", "Measure", "Target", "Lead", "By when", "RAG", "Progress Q2"),
                        List.of(
                                "Fair start",
                                "Visit every school",
                                "",
                                "",
                                "Schools",
                                "March 2015",
                                "Amber",
                                "Four of nine visited"),
                        List.of("Fair start", "Train mentors", "", "", "Schools", "September 2014", "Complete", ""),
                        List.of(
                                "Fair start",
                                "Start a club",
                                SHARE,
                                "40% (minimum)",
                                "Youth",
                                "March 2015",
                                "Delayed",
                                "No room was found"),
                        List.of(
                                "Good access",
                                "Print a guide",
                                "",
                                "",
                                "Nobody yet",
                                "May 2015",
                                "Green",
                                "Text is with the printer"))));
    }

    @Test
    void thePageSaysWhatWouldBeKeptAndAsWhat() throws Exception {
        Document before = file.page("/plan");
        assertThat(before.select("main").text())
                .contains(
                        "The file says how 4 items were going.",
                        "For 4 of them it was not said yet which unit answers");
        assertThat(before.select("#updates")).isEmpty();

        answered();

        Document page = file.page("/plan");
        assertThat(page.select("main").text()).contains("For 1 of them it was not said yet which unit answers");
        assertThat(page.select("#updates").hasAttr("checked")).isTrue();
        assertThat(page.select("#roundName").val()).isEqualTo("Progress Q2");
        assertThat(page.select("main form dl.dr-known > div").eachText())
                .containsExactly("Amber At risk", "Complete Complete", "Delayed stays in the words of the update");
    }

    @Test
    void thePlanBeginsWithARoundThatIsOver() throws Exception {
        answered();

        UUID plan = make(Map.of("state", "ACTIVE"));

        assertThat(rounds(plan))
                .containsExactly("Progress Q2 | Quarter 2 2014/15 | CLOSED | 2014-09-30 | POLICY_OFFICER, from a file");
        assertThat(items(plan))
                .containsExactly(
                        "School Improvement | ACCEPTED | Visit every school | AT_RISK | Four of nine visited | AT_RISK",
                        "School Improvement | ACCEPTED | Train mentors | COMPLETE | COMPLETE",
                        "Youth Service | ACCEPTED | Start a club | Status: Delayed No room was found | NOT_RATED");
        assertThat(standing(plan, "Train mentors")).isEqualTo("COMPLETE");
        UUID round = jdbc.sql("select round_id from round where plan_id = ?")
                .param(plan)
                .query(UUID.class)
                .single();
        assertThat(office.desk.page("/rounds/" + round).select("main").text())
                .contains("Progress Q2", "School Improvement", "Youth Service");
    }

    @Test
    void aDraftOfAPlanKeepsThemToo() throws Exception {
        answered();

        UUID plan = make(Map.of());

        assertThat(rounds(plan)).hasSize(1);
        assertThat(office.desk
                        .page("/plans/" + plan + "?open=all")
                        .select("main")
                        .text())
                .contains("Visit every school", "Draft");
    }

    @Test
    void leftOutTheyStayInTheFile() throws Exception {
        answered();

        UUID plan = file.make("Without", "2014/15");

        assertThat(rounds(plan)).isEmpty();
    }

    @Test
    void aRoundThatNobodyNamedOrThatHasNotBegunIsRefusedAndNothingTypedIsLost() throws Exception {
        answered();

        MockHttpServletResponse answer = file.send(
                "/plan",
                Map.of(
                        "title",
                        "Mine",
                        "period",
                        "2014/15",
                        "updates",
                        "true",
                        "roundName",
                        " ",
                        "roundPeriod",
                        "soon"));

        assertThat(answer.getStatus()).isEqualTo(400);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("#roundName-error").text()).contains("Say what the round is called");
        assertThat(page.select("#roundPeriod-error").text()).contains("Enter the quarter, term or year");
        assertThat(page.select("#roundPeriod").val()).isEqualTo("soon");
        assertThat(page.select("#title").val()).isEqualTo("Mine");
        assertThat(send(Map.of("roundPeriod", "2098/99")).getStatus()).isEqualTo(400);
        assertThat(send(Map.of("roundPeriod", "October 2014")).getStatus()).isEqualTo(400);
    }

    @Test
    void itIsTakenBackWithTheImport() throws Exception {
        answered();
        UUID plan = make(Map.of("state", "ACTIVE"));

        assertThat(office.desk.send(file.address + "/undo").getRedirectedUrl()).isEqualTo(file.address + "?undone");

        assertThat(rounds(plan)).isEmpty();
        assertThat(office.desk.open("/plans/" + plan).getStatus()).isEqualTo(404);
    }

    @Test
    void oneThatWasOpenedAgainIsWorkOfSomebodysAndStays() throws Exception {
        answered();
        UUID plan = make(Map.of("state", "ACTIVE"));
        jdbc.sql("update round set reopened_at = now() where plan_id = ?")
                .param(plan)
                .update();

        MockHttpServletResponse answer = office.desk.send(file.address + "/undo");

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("The plan has reporting rounds by now");
    }

    private Brought bringClubs(String second) throws Exception {
        return office.bring(
                "report.docx",
                new PlanFile.Word()
                        .heading(1, "Equality plan 2014/15")
                        .heading(2, "Objective 1: Fair start")
                        .heading(3, "Priority area 1.1: Clubs")
                        .paragraph("Progress: Clubs are well liked by pupils of all ages.")
                        .table("Action | By whom | Progress", "Start a club | Schools | Opened in May", second)
                        .bytes());
    }

    @Test
    void whatIsSaidOfAnAreaStandsWithWhatIsUnderItAndSaysNothingItself() throws Exception {
        Brought report = bringClubs("Train mentors | Schools | ");
        report.means("Schools", Office.SCHOOLS);
        assertThat(report.page("/plan").select("main").text()).doesNotContain("The file also says");

        UUID plan = make(report, Map.of());

        assertThat(items(plan))
                .containsExactly(
                        "School Improvement | ACCEPTED | Start a club | Opened in May | NOT_RATED",
                        "School Improvement | ACCEPTED | Train mentors | Clubs: Clubs are well liked by pupils of all"
                                + " ages. | NOT_RATED");
    }

    @Test
    void whatIsSaidOfAnAreaOfWhichEveryItemSpeaksStaysInTheFileAndThePageSaysSo() throws Exception {
        Brought report = bringClubs("Train mentors | Schools | Nobody came");

        assertThat(report.page("/plan").select("main").text())
                .contains(
                        "The file says how 2 items were going.",
                        "The file also says how 1 area or objective was going.");
        assertThat(file.page("/plan").select("main").text()).doesNotContain("The file also says");
    }

    private void answered() throws Exception {
        file.means("Schools", Office.SCHOOLS);
        file.means("Youth", Office.YOUTH);
    }

    private UUID make(Map<String, String> more) throws Exception {
        return make(file, more);
    }

    private UUID make(Brought from, Map<String, String> more) throws Exception {
        MockHttpServletResponse answer = send(from, more);
        assertThat(answer.getRedirectedUrl()).as(answer.getContentAsString()).startsWith("/plans/");
        return UUID.fromString(answer.getRedirectedUrl().substring(7, 43));
    }

    private MockHttpServletResponse send(Map<String, String> more) throws Exception {
        return send(file, more);
    }

    private MockHttpServletResponse send(Brought from, Map<String, String> more) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("title", "Fairness", "period", "2014/15"));
        Document page = from.page("/plan");
        fields.put("updates", "true");
        fields.put("roundName", page.select("#roundName").val());
        fields.put("roundPeriod", "Quarter 2 2014/15");
        fields.putAll(more);
        return from.send("/plan", fields);
    }

    private List<String> rounds(UUID plan) {
        return jdbc.sql("""
                        select concat_ws(' | ', name, period, state, closes_on, closed_by) from round where plan_id = ?""").param(plan).query(String.class).list();
    }

    private List<String> items(UUID plan) {
        return jdbc.sql("""
                        select concat_ws(' | ', unit.name, return.state, node.title, item.reported_status,
                            regexp_replace(item.narrative, '\\s+', ' ', 'g'), assessment.status)
                        from return_item item join return using (return_id) join unit using (unit_id)
                        join plan_node node using (node_id) left join assessment using (assessment_id)
                        where node.plan_id = ? order by node.reading_order""").param(plan).query(String.class).list();
    }

    private String standing(UUID plan, String title) {
        return jdbc.sql("""
                        select assessment.status from standing join assessment using (assessment_id)
                        join plan_node node on node.node_id = standing.node_id where node.plan_id = ? and title = ?""").param(plan).param(title).query(String.class).single();
    }
}
