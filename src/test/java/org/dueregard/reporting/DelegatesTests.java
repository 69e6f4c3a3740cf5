package org.dueregard.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.dueregard.organisation.model.Delegates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

/** An owner names a colleague who gives the updates of their unit for them, until they end it or its last day is over. */
@ProductTest
@Transactional
class DelegatesTests {

    private static final String UNIT = "Secondary Standards and Inclusion";
    private static final String OWNER = UNIT + " Manager";
    private static final String COLLEAGUE = "Primary Standards Manager";
    private static final String THIRD = "Education Inclusion Manager";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    Delegates delegates;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Autowired
    Clock clock;

    @Test
    void aDelegateGivesTheUpdatesOfTheUnitInTheirOwnName() throws Exception {
        assertThat(statusOfReturn(COLLEAGUE)).isEqualTo(404);

        assertThat(name(OWNER, COLLEAGUE, "").getRedirectedUrl()).isEqualTo("/your-delegates?named");

        assertThat(statusOfReturn(COLLEAGUE)).isEqualTo(200);
        assertThat(demonstration.desk(COLLEAGUE).page("/updates").text()).contains(UNIT);
        assertThat(demonstration.desk(OWNER).page("/your-delegates").text())
                .contains(COLLEAGUE, "named by " + OWNER, "Until you end it");
        delegates.endWhatIsOver();
        assertThat(statusOfReturn(COLLEAGUE)).as("one without an end goes on").isEqualTo(200);
    }

    @Test
    void whatADelegateHandsInIsRecordedAsTheirs() throws Exception {
        name(OWNER, COLLEAGUE, "");
        jdbc.sql("update return_item set choice = 'NO_UPDATE', no_update_reason = 'Nothing new', figure = null,"
                        + " reported_status = '', version = version + 1 where return_id = ?")
                .param(owed())
                .update();
        entities.clear();

        assertThat(demonstration
                        .desk(COLLEAGUE)
                        .send("/returns/" + owed() + "/submit")
                        .getRedirectedUrl())
                .endsWith("/receipt");

        entities.flush();
        assertThat(jdbc.sql("select submitted_by || ', ' || on_behalf from return where return_id = ?")
                        .param(owed())
                        .query(String.class)
                        .single())
                .isEqualTo(COLLEAGUE + ", false");
        assertThat(jdbc.sql("select what from history_event where subject_id = ? and post = ?")
                        .params(owed(), COLLEAGUE)
                        .query(String.class)
                        .list())
                .contains("Submitted as the owner's delegate");
    }

    @Test
    void whoIsOnlyADelegateNamesNobodyForTheUnit() throws Exception {
        name(OWNER, COLLEAGUE, "");

        MockHttpServletResponse refused = name(COLLEAGUE, THIRD, "");

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("Choose the unit that they are to give updates for");
    }

    @Test
    void onlyAnOwnerOfTheUnitEndsIt() throws Exception {
        name(OWNER, COLLEAGUE, "");
        UUID held = jdbc.sql("select role_held_id from role_held where named_by is not null and unit_id = ?::uuid")
                .param(unit())
                .query(UUID.class)
                .single();

        assertThat(demonstration
                        .desk(THIRD)
                        .send("/your-delegates/" + held + "/end")
                        .getStatus())
                .isEqualTo(404);
        assertThat(demonstration
                        .desk(COLLEAGUE)
                        .send("/your-delegates/" + held + "/end")
                        .getStatus())
                .isEqualTo(404);
        assertThat(statusOfReturn(COLLEAGUE)).isEqualTo(200);

        assertThat(demonstration
                        .desk(OWNER)
                        .send("/your-delegates/" + held + "/end")
                        .getRedirectedUrl())
                .isEqualTo("/your-delegates?ended");
        entities.flush();
        assertThat(statusOfReturn(COLLEAGUE)).isEqualTo(404);
    }

    @Test
    void aRoleOfOnesOwnIsNoDelegatesToEnd() throws Exception {
        UUID own = jdbc.sql("select role_held_id from role_held where person_id = ?::uuid and role = 'SERVICE_MANAGER'")
                .param(demonstration.as(OWNER).getName())
                .query(UUID.class)
                .single();
        assertThat(demonstration
                        .desk(OWNER)
                        .send("/your-delegates/" + own + "/end")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void theLastDayIsAWholeDay() throws Exception {
        LocalDate today = LocalDate.now(clock);
        name(OWNER, COLLEAGUE, today.toString());

        delegates.endWhatIsOver();
        entities.flush();
        assertThat(statusOfReturn(COLLEAGUE)).isEqualTo(200);

        jdbc.sql("update role_held set until = ? where named_by is not null and unit_id = ?::uuid")
                .params(today.minusDays(1), unit())
                .update();
        entities.clear();
        delegates.endWhatIsOver();
        entities.flush();
        assertThat(statusOfReturn(COLLEAGUE)).isEqualTo(404);
    }

    @Test
    void aDayThatIsPastOrNoneIsSaidBesideTheFieldAndNothingTypedIsLost() throws Exception {
        LocalDate past = LocalDate.now(clock).minusDays(2);
        Document page = Jsoup.parse(name(OWNER, COLLEAGUE, past.toString()).getContentAsString());
        assertThat(page.select("#until-error").text()).contains("today or later");
        assertThat(page.select("#until").val()).isEqualTo(past.toString());
        assertThat(page.select("#colleague option[selected]").text()).contains(COLLEAGUE);

        assertThat(name(OWNER, COLLEAGUE, "when the leaves fall").getContentAsString())
                .contains("Enter the last day as a date");
        assertThat(name(OWNER, "", "").getContentAsString()).contains("Choose the colleague");
    }

    @Test
    void nobodyIsNamedTwiceForTheSameUnit() throws Exception {
        name(OWNER, COLLEAGUE, "");
        assertThat(name(OWNER, COLLEAGUE, "").getContentAsString())
                .contains("They give the updates of this unit already");
    }

    @Test
    void theAdministratorSeesWhoseDelegateSomebodyIs() throws Exception {
        name(OWNER, COLLEAGUE, "");
        assertThat(demonstration
                        .desk("Administrator")
                        .page("/people/" + demonstration.as(COLLEAGUE).getName())
                        .text())
                .contains("As delegate of " + OWNER);
    }

    private MockHttpServletResponse name(String owner, String colleague, String until) throws Exception {
        String id = colleague.isEmpty() ? "" : demonstration.as(colleague).getName();
        return demonstration
                .desk(owner)
                .send("/your-delegates", Map.of("colleague", id, "unit", unit(), "until", until));
    }

    private int statusOfReturn(String by) throws Exception {
        return demonstration.desk(by).open("/returns/" + owed()).getStatus();
    }

    private UUID owed() {
        return demonstration.openReturn(UNIT);
    }

    private String unit() {
        return jdbc.sql("select unit_id from return where return_id = ?")
                .param(owed())
                .query(UUID.class)
                .single()
                .toString();
    }
}
