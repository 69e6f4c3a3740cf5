package org.dueregard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dueregard.review.MeetingPages.CHAIR;
import static org.dueregard.review.MeetingPages.OFFICER;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

/** What changes while the group sits does not turn what it agrees into something else. */
@ProductTest
@Transactional
class ChangedMeanwhileTests {

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    JdbcClient jdbc;

    private String meeting;

    @BeforeEach
    void open() throws Exception {
        meeting = "/meetings/" + demonstration.meeting("OPEN");
        demonstration.desk(CHAIR).send(meeting + "/open");
    }

    @Test
    void aStatusThatTheGroupHasNotSeenIsNotAgreed() throws Exception {
        UUID node = jdbc.sql("""
                        select item.node_id from return_item item join return using (return_id)
                        join assessment using (assessment_id)
                        where round_id = ? and assessment.status = 'ON_TRACK' limit 1""")
                .param(demonstration.round("OPEN"))
                .query(UUID.class)
                .single();
        String address = meeting + "/items/" + node;
        Document seen = demonstration.desk(CHAIR).page(address);
        jdbc.sql(
                        "update return_item set assessment_id = (select assessment_id from assessment where status = 'OFF_TRACK'"
                                + " limit 1) where node_id = ?")
                .param(node)
                .update();

        MockHttpServletResponse refused = demonstration
                .desk(CHAIR)
                .send(
                        address,
                        Map.of(
                                "then",
                                "agree",
                                "decision",
                                "Carry on.",
                                "proposed",
                                seen.select("input[name=proposed]").val()));

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString())
                .contains("The proposed status has become off track since you opened this page", "Carry on.");
        assertThat(jdbc.sql("select count(*) from agreement where node_id = ? and meeting_id = ?")
                        .params(node, demonstration.meeting("OPEN"))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nothingIsSettledOrRecordedOnceTheMeetingIsOver() throws Exception {
        UUID node = jdbc.sql("select item.node_id from return_item item join return using (return_id)"
                        + " join assessment using (assessment_id) where round_id = ? and status = 'ON_TRACK' limit 1")
                .param(demonstration.round("OPEN"))
                .query(UUID.class)
                .single();
        String item = meeting + "/items/" + node;
        String proposed = demonstration
                .desk(CHAIR)
                .page(item)
                .select("input[name=proposed]")
                .val();
        demonstration.desk(CHAIR).send(meeting + "/close");
        int actions = count("meeting_action");

        assertThat(demonstration
                        .desk(CHAIR)
                        .send(item, Map.of("then", "agree", "proposed", proposed))
                        .getStatus())
                .isEqualTo(409);
        assertThat(demonstration.desk(CHAIR).send(meeting + "/agree-the-rest").getStatus())
                .isEqualTo(409);
        assertThat(demonstration
                        .desk(CHAIR)
                        .send(item + "/actions", Map.of("what", "Late", "owner", "Us", "due", "1 March 2099"))
                        .getStatus())
                .isEqualTo(409);

        assertThat(count("agreement")).isZero();
        assertThat(count("meeting_action")).isEqualTo(actions);
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where meeting_id = ?")
                .param(demonstration.meeting("OPEN"))
                .query(Integer.class)
                .single();
    }

    @Test
    void theRoundKeepsTheDayOfAMeetingThatHasBegun() throws Exception {
        String round = "/rounds/" + demonstration.round("OPEN");
        Map<String, String> fields = new HashMap<>();
        for (Element field :
                demonstration.desk(OFFICER).page(round + "/change").select("main form[action$=/change] input[name]")) {
            fields.put(field.attr("name"), field.val());
        }
        fields.put("then", "as-they-are");
        fields.put("meeting-1", "17 December 2099");

        MockHttpServletResponse refused = demonstration.desk(OFFICER).send(round + "/change", fields);

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString())
                .contains("the day of its meeting stays as its agenda says", "17 December 2099");
    }
}
