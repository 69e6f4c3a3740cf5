package org.dueregard.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.dueregard.organisation.SignedIn;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

/** The policy officer reminds one, some or all owners of a round from its board. */
@ProductTest
@Transactional
class RemindingByHandTests {

    private static final String OFFICER = "Policy Officer";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    ReturnKeeping returns;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theOnesThatAreTickedAreReminded() throws Exception {
        List<UUID> awaited = awaited();
        assertThat(awaited).hasSizeGreaterThan(1);

        remind(Map.of("who", "ticked", "owed", awaited.get(0).toString()));

        assertThat(reminded()).containsExactly(awaited.get(0));
        Document board = board();
        assertThat(board.text()).contains("The reminders are on their way.", "Reminded today");
    }

    @Test
    void allWhoAreAwaitedAreRemindedAndNobodyWhoHandedIn() throws Exception {
        remind(Map.of("who", "all"));
        assertThat(reminded()).containsExactlyInAnyOrderElementsOf(awaited());
    }

    @Test
    void onlyThoseWhoAreLateAreReminded() throws Exception {
        List<UUID> late = jdbc.sql(
                        "update return set due_on = current_date - 3 where return_id = ? returning return_id")
                .param(awaited().get(0))
                .query(UUID.class)
                .list();
        remind(Map.of("who", "late"));
        assertThat(reminded()).containsAll(late);
        assertThat(jdbc.sql("select count(*) from return where reminded_at is not null and due_on >= current_date"
                                + " and round_id = ?")
                        .param(demonstration.round("OPEN"))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nothingTickedIsSaidAndRemindsNobody() throws Exception {
        MockHttpServletResponse answer = desk(OFFICER, Map.of("who", "ticked"));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("Tick at least one unit that has not handed in yet");
        assertThat(reminded()).isEmpty();
    }

    @Test
    void aReturnOfAnotherRoundOrOneThatIsHandedInIsNotTicked() throws Exception {
        UUID closed = jdbc.sql("select return_id from return where round_id = ? limit 1")
                .param(demonstration.round("CLOSED"))
                .query(UUID.class)
                .single();
        assertThat(desk(OFFICER, Map.of("who", "ticked", "owed", closed.toString()))
                        .getStatus())
                .isEqualTo(400);
        assertThat(reminded()).isEmpty();
    }

    @Test
    void aReturnOfAnotherOpenRoundIsNotRemindedOfThisOne() throws Exception {
        UUID owed = awaited().get(0);
        UUID other = jdbc.sql("select return_id from return join round using (round_id) where plan_id = ?"
                        + " and round.state = 'OPEN' and return.state not in ('SUBMITTED', 'ACCEPTED') limit 1")
                .param(demonstration.objectives())
                .query(UUID.class)
                .single();

        returns.remind(
                (SignedIn) demonstration.as(OFFICER).getPrincipal(),
                new RoundId(demonstration.round("OPEN")),
                List.of(new ReturnId(other), new ReturnId(owed)));
        entities.flush();

        assertThat(jdbc.sql("select return_id from return where reminded_at is not null")
                        .query(UUID.class)
                        .list())
                .contains(owed)
                .doesNotContain(other);
    }

    @Test
    void nobodyElseRemindsAnybody() throws Exception {
        for (String post : List.of("Primary Standards Manager", "Chair, ECCA group", "Administrator")) {
            assertThat(desk(post, Map.of("who", "all")).getStatus()).as(post).isEqualTo(403);
        }
        assertThat(reminded()).isEmpty();
    }

    @Test
    void theBoardSaysHowCompleteEachDivisionIs() throws Exception {
        int in = jdbc.sql("select count(*) from return_item join return using (return_id)"
                        + " where round_id = ? and state in ('SUBMITTED', 'ACCEPTED')")
                .param(demonstration.round("OPEN"))
                .query(Integer.class)
                .single();
        int said = board().select("table:has(caption:contains(By division)) tbody tr").stream()
                .map(row -> row.select("td").get(0).text())
                .mapToInt(words -> Integer.parseInt(words.replaceAll("\\D.*", "")))
                .sum();
        assertThat(said).isEqualTo(in);
    }

    private MockHttpServletResponse desk(String post, Map<String, String> fields) throws Exception {
        return demonstration.desk(post).send("/rounds/" + demonstration.round("OPEN") + "/remind", fields);
    }

    private void remind(Map<String, String> fields) throws Exception {
        assertThat(desk(OFFICER, fields).getRedirectedUrl()).endsWith("?reminded#owners");
    }

    private Document board() throws Exception {
        return demonstration.desk(OFFICER).page("/rounds/" + demonstration.round("OPEN") + "?reminded");
    }

    private List<UUID> awaited() {
        return jdbc.sql("select return_id from return where round_id = ? and state not in ('SUBMITTED', 'ACCEPTED')"
                        + " and exists (select 1 from return_item item where item.return_id = return.return_id)")
                .param(demonstration.round("OPEN"))
                .query(UUID.class)
                .list();
    }

    private List<UUID> reminded() {
        return jdbc.sql("select return_id from return where reminded_at is not null and round_id = ?")
                .param(demonstration.round("OPEN"))
                .query(UUID.class)
                .list();
    }
}
