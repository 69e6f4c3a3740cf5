package org.dueregard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dueregard.review.MeetingPages.CHAIR;
import static org.dueregard.review.MeetingPages.MEMBER;
import static org.dueregard.review.MeetingPages.OFFICER;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.dueregard.review.read.Attendance;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** Who came to a meeting, and whether they are enough. */
@ProductTest
@Transactional
class AttendanceTests {

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
    void theMembersAreWhoeverSitsOnTheGroup() throws Exception {
        Document page = pages.page(OFFICER, meeting + "/attendance");

        assertThat(page.select(".dr-member legend").eachText()).containsExactly(CHAIR + " Chair", MEMBER);
        assertThat(page.select("main").text()).contains("Nobody has noted yet who is here. Quorum is 2.");
    }

    @Test
    void theAgendaSaysWhoIsHereAndWhenTheyAreTooFew() throws Exception {
        note(Map.of(CHAIR, "HERE", MEMBER, "APOLOGIES"), "", "");

        assertThat(pages.page(CHAIR, meeting).select("aside").text())
                .contains("1 of 2 members. Quorum is 2.", "Not quorate: one more member has to be here.");

        note(Map.of(CHAIR, "HERE", MEMBER, "HERE"), "", "");

        assertThat(pages.page(CHAIR, meeting).select("aside").text())
                .contains("2 of 2 members.")
                .doesNotContain("Not quorate");
    }

    @Test
    void guestsAreKeptInTheirWordsAndDoNotMakeTheMeetingQuorate() throws Exception {
        note(Map.of(CHAIR, "HERE"), "Head of Service\nA governor", "");

        assertThat(pages.page(MEMBER, meeting + "/attendance")
                        .select(".dr-list li")
                        .eachText())
                .containsExactly("Head of Service", "A governor");
        assertThat(pages.page(MEMBER, meeting).select("aside").text()).contains("Not quorate");
    }

    @Test
    void aQuorumThatIsSetHoldsForLaterMeetingsToo() throws Exception {
        jdbc.sql("update meeting set quorum = 7 where meeting_id = :id")
                .param("id", demonstration.meeting("CLOSED"))
                .update();

        assertThat(pages.page(OFFICER, meeting + "/attendance").select("main").text())
                .contains("Leave it empty for 7.");

        note(Map.of(), "", "3");

        assertThat(pages.page(OFFICER, meeting).select("aside").text()).contains("Quorum is 3.");
    }

    @Test
    void aQuorumThatIsNoNumberIsRefusedAndNothingTypedIsLost() throws Exception {
        MockHttpServletResponse answer = note(Map.of(CHAIR, "HERE"), "A governor", "most of us");

        Document page = org.jsoup.Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(page.select("#quorum-error").text()).contains("Enter the quorum as a whole number from 2 to 200");
        assertThat(page.select("#quorum").val()).isEqualTo("most of us");
        assertThat(page.select("#others").text()).isEqualTo("A governor");
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("HERE");
    }

    @Test
    void whoNotesAfterSomebodyElseIsToldSo() throws Exception {
        Map<String, String> old = form(Map.of(CHAIR, "HERE"), "", "");
        note(Map.of(MEMBER, "HERE"), "", "");

        assertThat(pages.send(CHAIR, meeting + "/attendance", old).getStatus()).isEqualTo(409);
    }

    @Test
    void whoLeavesTheGroupLaterStaysInTheMeetingThatIsClosed() throws Exception {
        pages.send(CHAIR, meeting + "/open", Map.of());
        note(Map.of(CHAIR, "HERE", MEMBER, "HERE"), "", "");
        pages.send(CHAIR, meeting + "/close", Map.of());
        jdbc.sql("update role_held set ended_at = now() where role = 'REVIEWER'")
                .update();

        assertThat(pages.page(OFFICER, meeting + "/attendance").select("main").text())
                .contains("2 of 2 members. Quorum is 2.", MEMBER);
        assertThat(note(Map.of(), "", "").getStatus()).isEqualTo(409);
    }

    @Test
    void itIsInTheHistoryOfTheMeeting() throws Exception {
        note(Map.of(CHAIR, "HERE", MEMBER, "ABSENT"), "", "");

        assertThat(jdbc.sql("select became from history_event where subject_id = :id and what = 'Attendance noted'")
                        .param("id", demonstration.meeting("OPEN"))
                        .query(String.class)
                        .list())
                .containsExactly(CHAIR + ": Here\n" + MEMBER + ": Not here");
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "2, 2", "6, 2", "7, 3", "9, 3", "10, 4", "13, 5"})
    void withoutAnyOtherTheQuorumIsAThirdRoundedUpAndNeverLessThanTwo(int members, int quorum) {
        List<Attendance.Member> group = java.util.stream.IntStream.range(0, members)
                .mapToObj(number ->
                        new Attendance.Member(java.util.UUID.randomUUID(), "Member " + number, false, Presence.HERE))
                .toList();

        Attendance attendance = new Attendance(0, group, null, null, null, null, null);

        assertThat(attendance.quorum()).isEqualTo(quorum);
        assertThat(attendance.isQuorate()).isEqualTo(members >= quorum);
    }

    private MockHttpServletResponse note(Map<String, String> presence, String others, String quorum) throws Exception {
        return pages.send(CHAIR, meeting + "/attendance", form(presence, others, quorum));
    }

    private Map<String, String> form(Map<String, String> presence, String others, String quorum) throws Exception {
        Document page = pages.page(CHAIR, meeting + "/attendance");
        Map<String, String> fields = new HashMap<>();
        fields.put("version", page.select("input[name=version]").val());
        fields.put("others", others);
        fields.put("quorum", quorum);
        page.select(".dr-member").forEach(member -> {
            String post = member.select("legend").get(0).ownText();
            if (presence.containsKey(post)) {
                fields.put(member.select("input").get(0).attr("name"), presence.get(post));
            }
        });
        return fields;
    }
}
