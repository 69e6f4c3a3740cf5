package org.dueregard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dueregard.review.MeetingPages.CHAIR;
import static org.dueregard.review.MeetingPages.DIRECTOR;
import static org.dueregard.review.MeetingPages.MANAGER;
import static org.dueregard.review.MeetingPages.OFFICER;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.dueregard.document.OpenedFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** The report to the management team: made from the record, around words that people added. */
@ProductTest
@Transactional
class ReportTests {

    private static final String[] SECTIONS = {
        "Where we are",
        "Off track or unusual, and what is being done",
        "What changed since last time",
        "What the group decided",
        "Decisions asked for"
    };

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    EntityManager entities;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private MeetingPages pages;
    private String open;
    private String closed;

    @BeforeEach
    void find() {
        pages = new MeetingPages(demonstration, entities, mvc);
        open = "/meetings/" + demonstration.meeting("OPEN") + "/report";
        closed = "/meetings/" + demonstration.meeting("CLOSED") + "/report";
    }

    @Test
    void itsSentenceIsTheOneOfTheDashboard() throws Exception {
        String dashboard = pages.page(DIRECTOR, "/dashboard?round=" + demonstration.round("OPEN"))
                .select(".dr-answer")
                .text();
        String report = pages.page(OFFICER, open).select("main").text();

        String counts = dashboard.substring(0, dashboard.indexOf('.') + 1);
        assertThat(counts).startsWith("Of 89 items");
        assertThat(report).contains(counts);
        assertThat(dashboard.replace("better. ", "better. "))
                .contains(report.substring(report.indexOf("got worse") - 3, report.indexOf("missing.") + 8));
    }

    @Test
    void itHasItsSectionsWithCorrectiveActionsAndWhatNobodyHasPlanned() throws Exception {
        Document page = pages.page(OFFICER, open);

        assertThat(page.select("main h2").eachText()).containsExactly(SECTIONS);
        assertThat(page.select("main").text())
                .contains("Draft: the group has not finished its meeting", "Maths specialists work alongside teachers");
        assertThat(page.select("ol li").eachText())
                .anySatisfy(asked -> assertThat(asked).startsWith("Ask ").contains("what will be done about"));
    }

    @Test
    void theFilesHoldTheSentenceTheBarsAndEverySection() throws Exception {
        MockHttpServletResponse pdf = pages.get(DIRECTOR, closed + ".pdf");
        MockHttpServletResponse word = pages.get(DIRECTOR, closed + ".docx");

        String text = OpenedFile.pdf(pdf.getContentAsByteArray());
        assertThat(text).containsSubsequence(SECTIONS).contains("Of 89 items", "All 89 items", "Tackling inequality");
        assertThat(OpenedFile.headings(word.getContentAsByteArray())).containsSubsequence(SECTIONS);
        assertThat(OpenedFile.word(word.getContentAsByteArray()))
                .contains("Of 89 items", "All 89 items", "Off track", "The examples of good writing targets");
        assertThat(word.getHeader("Content-Disposition")).contains("Report to the management team", ".docx");
    }

    @Test
    void whatPeopleAddStaysWhenTheReportIsMadeAnew() throws Exception {
        // what is planned is read once it is handed in
        jdbc.sql("update return set state = 'SUBMITTED' where round_id = ?")
                .param(demonstration.round("OPEN"))
                .update();
        assertThat(add(Map.of("before-SUMMARY", "A **good** half-year.", "after-ASKED", "- Pay for two specialists"))
                        .getRedirectedUrl())
                .isEqualTo(open);
        String before = pages.page(OFFICER, open).select("main").text();

        jdbc.sql("update return_item set fix_what = 'A new plan', fix_who = 'Head', fix_when = 'May'"
                        + " where fix_what is null")
                .update();

        String after = pages.page(OFFICER, open).select("main").text();
        assertThat(after).isNotEqualTo(before).contains("A new plan", "A good half-year.", "Pay for two specialists");
        assertThat(OpenedFile.word(pages.get(CHAIR, open + ".docx").getContentAsByteArray()))
                .contains("A good half-year.", "Pay for two specialists");
        assertThat(OpenedFile.pdf(pages.get(CHAIR, open + ".pdf").getContentAsByteArray()))
                .contains("A good half-year.", "Pay for two specialists");
    }

    @Test
    void whoAddsAfterSomebodyElseSeesTheirWordsBesideTheirOwn() throws Exception {
        Map<String, String> mine = form(Map.of("before-SUMMARY", "Mine."));
        add(Map.of("before-SUMMARY", "Theirs."));

        MockHttpServletResponse answer = pages.send(OFFICER, open, mine);

        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(page.select("#before-SUMMARY").text()).isEqualTo("Mine.");
        assertThat(page.select("#before-SUMMARY-error").text()).contains("“Theirs.”");
    }

    @Test
    void tooManyWordsAreRefusedAndKept() throws Exception {
        MockHttpServletResponse answer = add(Map.of("after-GROUP", "x".repeat(20_001)));

        assertThat(answer.getStatus()).isEqualTo(400);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("#after-GROUP-error").text()).contains("Shorten this to 20,000 characters");
        assertThat(page.select("#after-GROUP").text()).hasSize(20_001);
    }

    @Test
    void theManagementTeamReadsItOnceTheMeetingIsOver() throws Exception {
        for (String ending : List.of("", ".pdf", ".docx")) {
            assertThat(pages.get(DIRECTOR, open + ending).getStatus()).isEqualTo(404);
            assertThat(pages.get(DIRECTOR, closed + ending).getStatus()).isEqualTo(200);
            assertThat(pages.get(MANAGER, closed + ending).getStatus()).isEqualTo(403);
            assertThat(pages.get(MeetingPages.stranger(), closed + ending).getStatus())
                    .isEqualTo(404);
        }
        assertThat(pages.get(DIRECTOR, closed + "/edit").getStatus()).isEqualTo(403);
        assertThat(pages.send(DIRECTOR, closed, Map.of()).getStatus()).isEqualTo(403);
        assertThat(pages.send(MeetingPages.stranger(), closed, Map.of("version", "0"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.page(DIRECTOR, "/dashboard?round=" + demonstration.round("CLOSED"))
                        .select("main a[href='" + closed + "']"))
                .hasSize(1);
        UUID round = demonstration.round("CLOSED");
        assertThat(pages.page(MANAGER, "/dashboard?round=" + round).select("main a[href='" + closed + "']"))
                .isEmpty();
    }

    @Test
    void theReportOfAnEarlierMeetingIsHeldAgainstTheRoundBeforeItAndNoLaterOne() throws Exception {
        List<UUID> meetings = jdbc.sql("select meeting_id from meeting join round using (round_id) where plan_id = ?"
                        + " order by period_last")
                .param(demonstration.objectives())
                .query(UUID.class)
                .list();

        assertThat(pages.page(OFFICER, "/meetings/" + meetings.get(0) + "/report")
                        .select("main")
                        .text())
                .contains("There is no earlier round to compare with.");
        assertThat(pages.page(OFFICER, "/meetings/" + meetings.get(1) + "/report")
                        .select("main")
                        .text())
                .doesNotContain("There is no earlier round");
    }

    private MockHttpServletResponse add(Map<String, String> words) throws Exception {
        return pages.send(OFFICER, open, form(words));
    }

    private Map<String, String> form(Map<String, String> words) throws Exception {
        Map<String, String> fields = new HashMap<>(words);
        fields.put(
                "version",
                pages.page(OFFICER, open + "/edit")
                        .select("input[name=version]")
                        .val());
        return fields;
    }
}
