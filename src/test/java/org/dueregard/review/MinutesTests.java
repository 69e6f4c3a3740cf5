package org.dueregard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dueregard.review.MeetingPages.CHAIR;
import static org.dueregard.review.MeetingPages.DIRECTOR;
import static org.dueregard.review.MeetingPages.MANAGER;
import static org.dueregard.review.MeetingPages.MEMBER;
import static org.dueregard.review.MeetingPages.OFFICER;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Minutes make themselves, are edited, approved at the next meeting and locked. */
@ProductTest
@Transactional
class MinutesTests {

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    EntityManager entities;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private MeetingPages pages;
    private String meeting;
    private String last;

    @BeforeEach
    void find() {
        pages = new MeetingPages(demonstration, entities, mvc);
        meeting = "/meetings/" + demonstration.meeting("OPEN");
        last = "/meetings/" + demonstration.meeting("CLOSED");
    }

    @Test
    void theySayWhoWasThereWhatWasAgreedWhyAndWhatWillBeDone() throws Exception {
        String text = hold();

        assertThat(text)
                .contains(
                        "Here: " + CHAIR,
                        "Apologies: " + MEMBER,
                        "Also there: A governor",
                        "The meeting was not quorate: 1 of 2 members, the quorum being 2.",
                        "Minutes of the last meeting The minutes of 18 June",
                        "Agreed: not rated, where off track was proposed, because: The figures are of *another* year.",
                        "Decision: Come back in spring.",
                        "Action: Visit both heads (Primary Standards, 1 March",
                        "Items agreed together 46 items were agreed as proposed",
                        "Agree with the two target schools",
                        "42 items were not settled.");
        assertThat(pages.page(MEMBER, meeting + "/minutes")
                        .select("main table tbody tr")
                        .eachText())
                .singleElement()
                .asString()
                .contains("Visit both heads", "Primary Standards");
    }

    @Test
    void whatIsDraftedAtTheEndStaysWhateverBecomesOfTheActions() throws Exception {
        String text = hold();

        jdbc.sql("update meeting_action set outcome = 'Done since', closed_on = current_date where closed_on is null")
                .update();

        assertThat(pages.page(MEMBER, meeting + "/minutes").select("main").text())
                .isEqualTo(text);
    }

    @Test
    void editedTheyKeepEveryWord() throws Exception {
        hold();

        assertThat(keep(OFFICER, meeting, "## Welcome\n\nThe chair **thanked** everybody.", "")
                        .getRedirectedUrl())
                .isEqualTo(meeting + "/minutes");

        Document page = pages.page(MEMBER, meeting + "/minutes");
        assertThat(page.select(".dr-paper h2").eachText()).containsExactly("Welcome");
        assertThat(page.select(".dr-paper b").eachText()).contains("thanked");
        assertThat(page.select(".dr-notice").text()).contains("Draft, last written today", OFFICER);
        assertThat(pages.page(OFFICER, meeting + "/minutes/edit?anew=1")
                        .select("#words")
                        .text())
                .contains("## Who was there");
        assertThat(pages.page(OFFICER, meeting + "/minutes/edit")
                        .select("#words")
                        .text())
                .contains("## Welcome");
    }

    @Test
    void whoKeepsThemAfterSomebodyElseSeesBoth() throws Exception {
        hold();
        Map<String, String> mine = form(OFFICER, meeting, "My words.", "");
        keep(CHAIR, meeting, "The words of the chair.", "");

        MockHttpServletResponse answer = pages.send(OFFICER, meeting + "/minutes", mine);

        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(page.select("#words").text()).isEqualTo("My words.");
        assertThat(page.select("details[open]").text()).contains("The words of the chair.");
    }

    @Test
    void emptyOnesAreRefused() throws Exception {
        hold();

        MockHttpServletResponse answer = keep(OFFICER, meeting, " ", "");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select("#words-error")
                        .text())
                .contains("Write the minutes");
    }

    @Test
    void theGroupApprovesThemAtItsNextMeetingAndNotBefore() throws Exception {
        keep(OFFICER, last, "What was said.", "");
        assertThat(approve(CHAIR, last).getStatus()).isEqualTo(409);
        pages.send(CHAIR, meeting + "/open", Map.of());
        assertThat(approve(OFFICER, last).getStatus()).isEqualTo(403);

        assertThat(pages.page(CHAIR, meeting)
                        .select("form[action='" + last + "/minutes/approve'] button")
                        .text())
                .isEqualTo("Approve the minutes");
        assertThat(approve(CHAIR, last).getRedirectedUrl()).isEqualTo(last + "/minutes");

        assertThat(pages.page(MEMBER, last + "/minutes").select(".dr-notice").text())
                .contains("Approved by the group on");
        assertThat(pages.page(CHAIR, meeting).select("aside").text()).contains("The group has approved the minutes");
    }

    @Test
    void aMeetingThatWasBeforeTheirsDoesNotApproveThem() throws Exception {
        keep(OFFICER, last, "What was said.", "");
        jdbc.sql("update meeting set held_on = (select min(held_on) - 1 from meeting) where meeting_id = ?")
                .param(demonstration.meeting("OPEN"))
                .update();
        pages.send(CHAIR, meeting + "/open", Map.of());

        assertThat(approve(CHAIR, last).getStatus()).isEqualTo(409);

        assertThat(pages.page(MEMBER, last + "/minutes").select(".dr-notice").text())
                .doesNotContain("Approved");
    }

    @Test
    void approvedTheyAreLockedAndACorrectionNeedsAReasonAndIsMarked() throws Exception {
        keep(OFFICER, last, "Ten pupils joined.", "");
        pages.send(CHAIR, meeting + "/open", Map.of());
        approve(CHAIR, last);

        MockHttpServletResponse refused = keep(OFFICER, last, "Eleven pupils joined.", "");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .select("#reason-error")
                        .text())
                .contains("Say why approved minutes have to be corrected");
        keep(OFFICER, last, "Eleven pupils joined.", "The head counted again.");

        Document page = pages.page(MEMBER, last + "/minutes");
        assertThat(page.select(".dr-notice").text())
                .contains("Approved by the group", "Corrected on", OFFICER, "The head counted again.");
        assertThat(page.select(".dr-paper").text()).contains("Eleven pupils joined.");
        assertThat(page.select("details").text()).contains("Ten pupils joined.");
        String pdf = OpenedFile.pdf(pages.get(MEMBER, last + "/minutes.pdf").getContentAsByteArray());
        String word = OpenedFile.word(pages.get(MEMBER, last + "/minutes.docx").getContentAsByteArray());
        assertThat(List.of(pdf, word))
                .allSatisfy(text -> assertThat(text)
                        .contains("Eleven pupils joined.", "Approved by the group", "The head counted again."));
    }

    @Test
    void whileTheMeetingSitsTheyFollowItAndCannotBeEdited() throws Exception {
        pages.send(CHAIR, meeting + "/open", Map.of());

        assertThat(pages.page(MEMBER, meeting + "/minutes").select("main").text())
                .contains("Draft. It follows what is recorded", "The meeting is still open.");
        assertThat(pages.send(CHAIR, meeting + "/minutes", Map.of("version", "0", "words", "Early."))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void nobodyButTheGroupAndItsOfficerReadsThem() throws Exception {
        for (String address : List.of("/minutes", "/minutes.pdf", "/minutes.docx")) {
            assertThat(pages.get(DIRECTOR, last + address).getStatus()).isEqualTo(403);
            assertThat(pages.get(MANAGER, last + address).getStatus()).isEqualTo(403);
            assertThat(pages.get(MeetingPages.stranger(), last + address).getStatus())
                    .isEqualTo(404);
        }
        assertThat(pages.send(MEMBER, last + "/minutes", Map.of("words", "Mine"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(pages.send(MeetingPages.stranger(), last + "/minutes", Map.of("words", "Mine"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void longMinutesAreKeptEditedAndRefusedBesideTheirBox() throws Exception {
        String last = "/meetings/" + demonstration.meeting("CLOSED");
        String many = "The group talked at length. ".repeat(6_000).strip();

        assertThat(keep(OFFICER, last, many, "").getStatus()).isEqualTo(302);
        assertThat(pages.page(OFFICER, last + "/minutes/edit")
                        .select("#words")
                        .first()
                        .wholeText()
                        .strip())
                .isEqualTo(many);

        MockHttpServletResponse refused = keep(OFFICER, last, many.repeat(2), "");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .select("#words")
                        .first()
                        .wholeText()
                        .strip())
                .isEqualTo(many.repeat(2));
    }

    /** A meeting with one member and a guest, which settles one item its own way and agrees the rest; its minutes. */
    private String hold() throws Exception {
        pages.send(CHAIR, meeting + "/open", Map.of());
        Document attendance = pages.page(CHAIR, meeting + "/attendance");
        Map<String, String> here = new HashMap<>();
        here.put("version", attendance.select("input[name=version]").val());
        here.put("others", "A governor");
        here.put(attendance.select(".dr-member input").get(0).attr("name"), "HERE");
        here.put(attendance.select(".dr-member input").get(3).attr("name"), "APOLOGIES");
        pages.send(CHAIR, meeting + "/attendance", here);
        String item =
                pages.page(CHAIR, meeting).select("main tbody th a").get(0).attr("href");
        pages.send(
                CHAIR,
                item,
                Map.of(
                        "status",
                        "NOT_RATED",
                        "reason",
                        "The figures are of *another* year.",
                        "decision",
                        "Come back in spring.",
                        "then",
                        "settle"));
        int year = java.time.LocalDate.now().getYear() + 1;
        pages.send(
                CHAIR,
                item + "/actions",
                Map.of("what", "Visit both heads", "owner", "Primary Standards", "due", "1 March " + year));
        pages.send(CHAIR, meeting + "/agree-the-rest", Map.of());
        pages.send(CHAIR, meeting + "/close", Map.of());
        return pages.page(MEMBER, meeting + "/minutes").select("main").text();
    }

    private MockHttpServletResponse keep(String post, String of, String words, String reason) throws Exception {
        return pages.send(post, of + "/minutes", form(post, of, words, reason));
    }

    private Map<String, String> form(String post, String of, String words, String reason) throws Exception {
        Document page = pages.page(post, of + "/minutes/edit");
        return Map.of("version", page.select("input[name=version]").val(), "words", words, "reason", reason);
    }

    private MockHttpServletResponse approve(String post, String of) throws Exception {
        String version = pages.page(OFFICER, of + "/minutes/edit")
                .select("input[name=version]")
                .val();
        return pages.send(post, of + "/minutes/approve", Map.of("version", version));
    }
}
