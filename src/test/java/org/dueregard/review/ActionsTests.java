package org.dueregard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dueregard.review.MeetingPages.CHAIR;
import static org.dueregard.review.MeetingPages.DIRECTOR;
import static org.dueregard.review.MeetingPages.MANAGER;
import static org.dueregard.review.MeetingPages.OFFICER;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** An action follows into the next meeting, and into its owner's list, until it is closed. */
@ProductTest
@Transactional
class ActionsTests {

    private static final String OPEN_ACTION = "Agree with the two target schools";

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

    @BeforeEach
    void find() {
        pages = new MeetingPages(demonstration, entities, mvc);
        meeting = "/meetings/" + demonstration.meeting("OPEN");
    }

    @Test
    void theNextMeetingBeginsWithThoseFromBefore() throws Exception {
        assertThat(pages.page(CHAIR, meeting).select("aside").text())
                .contains("Actions from before", "3 closed since the last meeting, 4 open", OPEN_ACTION);
    }

    @Test
    void oneThatWasClosedBeforeTheLastMeetingIsNotHeardOfAgain() throws Exception {
        jdbc.sql("update meeting_action set closed_on = (select held_on - 1 from meeting where meeting_id = :id)"
                        + " where closed_on is not null and meeting_id = :id")
                .param("id", demonstration.meeting("CLOSED"))
                .update();

        assertThat(pages.page(CHAIR, meeting).select("aside").text())
                .contains("None closed since the last meeting, 4 open");
    }

    @Test
    void closingItTakesWhatCameOfItAndSaysSoToItsOwner() throws Exception {
        UUID action = action(OPEN_ACTION);
        MockHttpServletResponse refused = close(action, " ");

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .select("#outcome-error")
                        .text())
                .contains("Say what came of the action");

        close(action, "Eleven pupils joined.");

        assertThat(pages.page(CHAIR, meeting).select("aside").text())
                .contains("4 closed since the last meeting, 3 open", "Eleven pupils joined.");
        assertThat(pages.page(MANAGER, "/updates")
                        .select("tr:has(a[href='/actions/" + action + "'])")
                        .text())
                .contains("Closed");
        assertThat(pages.page(MANAGER, "/actions/" + action).select("main").text())
                .contains("Eleven pupils joined.", "Action closed", CHAIR)
                .doesNotContain("Close the action");
    }

    @Test
    void closedItCanBeOpenedAgainWithAReason() throws Exception {
        UUID action = action(OPEN_ACTION);
        close(action, "Done.");
        assertThat(close(action, "Done twice.").getStatus()).isEqualTo(409);

        pages.send(
                OFFICER,
                "/actions/" + action + "/reopen",
                Map.of("version", version(action), "reason", "One school said no."));

        assertThat(pages.page(CHAIR, "/actions/" + action).select("main").text())
                .contains("Close the action", "Action opened again", "One school said no.");
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefusedAndKept() throws Exception {
        UUID action = action(OPEN_ACTION);
        String address = "/actions/" + action;
        String seen = version(action);
        String due = "1 March " + (java.time.LocalDate.now().getYear() + 1);
        pages.send(OFFICER, address, Map.of("version", seen, "what", "Theirs", "owner", "Nobody yet", "due", due));

        for (MockHttpServletResponse late : List.of(
                pages.send(CHAIR, address, Map.of("version", seen, "what", "Mine", "owner", "Nobody yet", "due", due)),
                pages.send(CHAIR, address + "/close", Map.of("version", seen, "outcome", "Mine")))) {
            assertThat(late.getStatus()).isEqualTo(409);
            assertThat(late.getContentAsString()).contains("Somebody else changed this", "Mine");
        }
        assertThat(jdbc.sql("select concat_ws(' ', what, outcome) from meeting_action where action_id = ?")
                        .param(action)
                        .query(String.class)
                        .single())
                .isEqualTo("Theirs");
    }

    @Test
    void itsOwnerSaysHowItGoesAndTheMeetingReadsIt() throws Exception {
        UUID action = action(OPEN_ACTION);
        assertThat(note(MANAGER, action, " ").getStatus()).isEqualTo(400);

        assertThat(note(MANAGER, action, "One school visited.").getRedirectedUrl())
                .isEqualTo("/updates#action-" + action);
        note(MANAGER, action, "The other says in spring.");

        assertThat(pages.page(MANAGER, "/updates").select("#action-" + action).text())
                .contains("The other says in spring.");
        assertThat(pages.page(OFFICER, "/actions/" + action).select("#notes li").eachText())
                .hasSize(3)
                .allMatch(note -> note.contains(MANAGER))
                .first()
                .asString()
                .contains("The other says in spring.");
        assertThat(pages.page(CHAIR, meeting).select("aside").text())
                .contains("The other says in spring.", "3 notes in all");
        assertThat(pages.page(CHAIR, meeting + "/papers").text())
                .contains("One school visited.", "The other says in spring.");
    }

    @Test
    void aClosedActionAndOneOfOthersTakeNoNote() throws Exception {
        UUID action = action(OPEN_ACTION);
        assertThat(note("Primary Standards Manager", action, "Not mine.").getStatus())
                .isEqualTo(404);
        assertThat(note(DIRECTOR, action, "Not mine.").getStatus()).isEqualTo(403);
        close(action, "Done.");

        assertThat(note(MANAGER, action, "One more thing.").getStatus()).isEqualTo(409);
        assertThat(pages.page(MANAGER, "/actions/" + action).text()).doesNotContain("One more thing.");
    }

    private MockHttpServletResponse note(String by, UUID action, String words) throws Exception {
        return pages.send(by, "/actions/" + action + "/notes", Map.of("note", words, "from", "updates"));
    }

    @Test
    void anotherOwnerAndDateMoveItToAnotherList() throws Exception {
        UUID action = action(OPEN_ACTION);
        int year = java.time.LocalDate.now().getYear() + 1;

        pages.send(
                OFFICER,
                "/actions/" + action,
                Map.of(
                        "version",
                        version(action),
                        "what",
                        "Tell the group how many pupils joined",
                        "owner",
                        "Primary Standards",
                        "due",
                        "18 March " + year));

        assertThat(pages.page("Primary Standards Manager", "/updates")
                        .select("main")
                        .text())
                .contains("Tell the group how many pupils joined", "18 March " + year);
        assertThat(pages.page(MANAGER, "/updates").select("main").text())
                .doesNotContain("Tell the group how many pupils joined");
        assertThat(pages.get(MANAGER, "/actions/" + action).getStatus()).isEqualTo(404);
    }

    @Test
    void theSameWordsAndALateDateCanStay() throws Exception {
        UUID action = action(OPEN_ACTION);
        jdbc.sql("update meeting_action set due_on = current_date - 9 where action_id = :id")
                .param("id", action)
                .update();
        Document form = pages.page(OFFICER, "/actions/" + action);

        MockHttpServletResponse answer = pages.send(
                OFFICER,
                "/actions/" + action,
                Map.of(
                        "version",
                        version(action),
                        "what",
                        form.select("#what").text(),
                        "owner",
                        form.select("#owner").val(),
                        "due",
                        form.select("#due").val()));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/actions/" + action);
        assertThat(pages.page(MANAGER, "/updates").select("main").text()).contains(OPEN_ACTION);
    }

    @Test
    void itNeedNotBeAboutAnItem() throws Exception {
        pages.send(CHAIR, meeting + "/open", Map.of());
        int year = java.time.LocalDate.now().getYear() + 1;

        pages.send(
                CHAIR,
                meeting + "/actions",
                Map.of("what", "Book a room with a hearing loop", "owner", "Policy Officer", "due", "1 March " + year));

        assertThat(pages.page(CHAIR, meeting).select("#recorded").text())
                .contains("Book a room with a hearing loop", "Policy Officer, due 1 March " + year);
    }

    @Test
    void nobodyElseSeesIt() throws Exception {
        String action = "/actions/" + action(OPEN_ACTION);

        assertThat(pages.get(DIRECTOR, action).getStatus()).isEqualTo(403);
        assertThat(pages.get("Primary Standards Manager", action).getStatus()).isEqualTo(404);
        assertThat(pages.get(MeetingPages.stranger(), action).getStatus()).isEqualTo(404);
        assertThat(pages.send(MANAGER, action + "/close", Map.of("outcome", "Done"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(pages.send(MeetingPages.stranger(), action + "/close", Map.of("outcome", "Done"))
                        .getStatus())
                .isEqualTo(404);
    }

    private MockHttpServletResponse close(UUID action, String outcome) throws Exception {
        return pages.send(
                CHAIR, "/actions/" + action + "/close", Map.of("version", version(action), "outcome", outcome));
    }

    private String version(UUID action) {
        entities.flush();
        return jdbc.sql("select version from meeting_action where action_id = :id")
                .param("id", action)
                .query(String.class)
                .single();
    }

    private UUID action(String beginning) {
        demonstration.organisation();
        return jdbc.sql("select action_id from meeting_action where what like :what and meeting_id = :meeting")
                .param("what", beginning + "%")
                .param("meeting", demonstration.meeting("CLOSED"))
                .query(UUID.class)
                .single();
    }
}
