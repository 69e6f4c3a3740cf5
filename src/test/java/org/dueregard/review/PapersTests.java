package org.dueregard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dueregard.review.MeetingPages.CHAIR;
import static org.dueregard.review.MeetingPages.DIRECTOR;
import static org.dueregard.review.MeetingPages.MANAGER;
import static org.dueregard.review.MeetingPages.MEMBER;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.dueregard.document.OpenedFile;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** What the group reads before it meets, as a page and as files. */
@ProductTest
@Transactional
class PapersTests {

    private static final String[] IN_ORDER = {
        "What the meeting is asked to do",
        "Exceptions",
        "Changes since last time",
        "Missing updates",
        "Actions from before",
        "The rest, in plan order"
    };

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    EntityManager entities;

    @Autowired
    MockMvc mvc;

    private MeetingPages pages;
    private String papers;

    @BeforeEach
    void find() {
        pages = new MeetingPages(demonstration, entities, mvc);
        papers = "/meetings/" + demonstration.meeting("OPEN") + "/papers";
    }

    @Test
    void thePageHasExceptionsFirstAndTheRestLast() throws Exception {
        Document page = pages.page(MEMBER, papers);

        assertThat(page.select("main h2").eachText()).containsExactly(IN_ORDER);
        assertThat(page.select("main").text())
                .contains(
                        "items need talking about.",
                        "SEN gap, key stage 1 to 2 – maths",
                        "To put it right:",
                        "Agree with the two target schools",
                        "Closed 15 September");
    }

    @Test
    void everyItemOfThePlanIsInThem() throws Exception {
        String text = pages.page(MEMBER, papers).select("main").text();
        List<String> items = pages.page(MEMBER, papers.replace("/papers", ""))
                .select("main tbody th a")
                .eachText();

        assertThat(items)
                .hasSizeGreaterThan(80)
                .allSatisfy(item -> assertThat(text).contains(item));
    }

    @Test
    void theFilesSayWhatThePageSays() throws Exception {
        MockHttpServletResponse pdf = pages.get(CHAIR, papers + ".pdf");
        MockHttpServletResponse word = pages.get(CHAIR, papers + ".docx");

        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        assertThat(pdf.getHeader("Content-Disposition"))
                .startsWith("attachment; filename=")
                .contains("Papers ", ".pdf");
        String text = OpenedFile.pdf(pdf.getContentAsByteArray());
        assertThat(text).contains(IN_ORDER).containsSubsequence(IN_ORDER);
        assertThat(text).contains("SEN gap, key stage 1 to 2 – maths", "Agree with the two target schools");
        assertThat(word.getHeader("Content-Disposition")).contains(".docx");
        assertThat(OpenedFile.headings(word.getContentAsByteArray())).contains(IN_ORDER);
        assertThat(OpenedFile.word(word.getContentAsByteArray()))
                .contains("SEN gap, key stage 1 to 2 – maths", "Agree with the two target schools", "Off track");
    }

    @Test
    void nobodyButTheGroupAndItsOfficerHasThem() throws Exception {
        for (String address : List.of(papers, papers + ".pdf", papers + ".docx")) {
            assertThat(pages.get(DIRECTOR, address).getStatus()).isEqualTo(403);
            assertThat(pages.get(MANAGER, address).getStatus()).isEqualTo(403);
            assertThat(pages.get(MeetingPages.stranger(), address).getStatus()).isEqualTo(404);
        }
    }
}
