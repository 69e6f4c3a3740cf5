package org.dueregard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dueregard.review.MeetingPages.CHAIR;
import static org.dueregard.review.MeetingPages.DIRECTOR;
import static org.dueregard.review.MeetingPages.MEMBER;

import java.util.List;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What an owner types is nobody else's before it is handed in. */
@ProductTest
@Transactional
class UnsentWordsTests {

    private static final String DRAFT = "A pupil called Jo was excluded twice";
    private static final String PLANNED = "Ask the head about Jo";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    JdbcClient jdbc;

    private UUID node;

    @BeforeEach
    void type() {
        UUID off = jdbc.sql("""
                        select item_id from return_item item join return owed using (return_id)
                        join assessment using (assessment_id)
                        where owed.round_id = ? and assessment.status = 'OFF_TRACK' limit 1""")
                .param(demonstration.round("OPEN"))
                .query(UUID.class)
                .single();
        node = jdbc.sql("update return_item set choice = 'UPDATE', narrative = ?, fix_what = ?, fix_who = 'Me',"
                        + " fix_when = 'Soon' where item_id = ? returning node_id")
                .params(DRAFT, PLANNED, off)
                .query(UUID.class)
                .single();
    }

    private void returnIs(String state) {
        jdbc.sql("update return set state = ?, sent_back_reason = 'Who?' where return_id ="
                        + " (select return_id from return_item where node_id = ? and narrative = ?)")
                .params(state, node, DRAFT)
                .update();
    }

    @Test
    void theGroupAndTheManagementTeamReadItOnceItIsHandedIn() throws Exception {
        returnIs("SUBMITTED");
        assertThat(everythingThatIsRead()).contains(DRAFT, PLANNED);
        assertThat(demonstration.desk(DIRECTOR).page("/dashboard").text()).contains(PLANNED);
    }

    @Test
    void neitherReadsItBefore() throws Exception {
        for (String state : List.of("DRAFT", "SENT_BACK")) {
            returnIs(state);
            assertThat(everythingThatIsRead()).as(state).doesNotContain(DRAFT, PLANNED);
            assertThat(demonstration.desk(DIRECTOR).page("/dashboard").text())
                    .as(state)
                    .doesNotContain(PLANNED);
        }
    }

    private String everythingThatIsRead() throws Exception {
        String meeting = "/meetings/" + demonstration.meeting("OPEN");
        StringBuilder read = new StringBuilder();
        for (String page : List.of(meeting, meeting + "/items/" + node, meeting + "/papers", meeting + "/report")) {
            read.append(demonstration
                    .desk(page.contains("/items/") ? CHAIR : MEMBER)
                    .page(page)
                    .text());
        }
        return read.toString();
    }
}
