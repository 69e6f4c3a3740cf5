package org.dueregard.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What a program put on the clipboard beside the words does not cost the words. */
@ProductTest
@Transactional
class UnwritableCharactersTests {

    private static final String CHAIR = "Chair, ECCA group";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anActionIsNotedWithoutThem() throws Exception {
        UUID action = jdbc.sql(
                        "select action_id from meeting_action where closed_on is null and meeting_id = ? limit 1")
                .param(demonstration.meeting("CLOSED"))
                .query(UUID.class)
                .single();

        assertThat(demonstration
                        .desk(CHAIR)
                        .send(
                                "/actions/" + action + "/notes",
                                Map.of("note", "Two\0 schools\u000B said\uFFFF yes.\n\tBoth."))
                        .getStatus())
                .isEqualTo(302);

        assertThat(jdbc.sql("select words from action_note where action_id = ? and noted_by = ?")
                        .params(action, CHAIR)
                        .query(String.class)
                        .single())
                .isEqualTo("Two schools said yes.\n\tBoth.");
    }

    @Test
    void aReturnIsSentBackAndASearchIsMade() throws Exception {
        UUID submitted = jdbc.sql("select return_id from return where round_id = ? and state = 'SUBMITTED' limit 1")
                .param(demonstration.round("OPEN"))
                .query(UUID.class)
                .single();

        assertThat(demonstration
                        .desk("Policy Officer")
                        .send("/returns/" + submitted + "/send-back", Map.of("reason", "Which\0 schools?"))
                        .getStatus())
                .isEqualTo(302);

        assertThat(jdbc.sql("select sent_back_reason from return where return_id = ?")
                        .param(submitted)
                        .query(String.class)
                        .single())
                .isEqualTo("Which schools?");
        assertThat(demonstration.desk(CHAIR).open("/indicators?words=%00gap").getStatus())
                .isEqualTo(200);
    }
}
