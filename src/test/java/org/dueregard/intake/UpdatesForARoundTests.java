package org.dueregard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.Desk;
import org.dueregard.ProductTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

/** Figures and narratives that owners sent in a file are put where they would have typed them, and nowhere else. */
@ProductTest
@Transactional
class UpdatesForARoundTests {

    private static final String UNIT = "Secondary Standards and Inclusion";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    JdbcClient jdbc;

    private Desk desk;
    private UUID round;
    private UUID item;
    private UUID node;
    private String name;

    @BeforeEach
    void find() {
        desk = demonstration.desk("Policy Officer");
        round = demonstration.round("OPEN");
        Map<String, Object> found =
                jdbc.sql("""
                        select item_id, node_id, indicator.name from return_item join plan_node using (node_id)
                        join plan_indicator using (node_id) join indicator using (indicator_id)
                        where return_id = ? and value_kind in ('NUMBER', 'PERCENTAGE') and better_off_group is null
                        and plan_node.title = indicator.name
                        order by reading_order limit 1""").param(demonstration.openReturn(UNIT)).query().singleRow();
        item = (UUID) found.get("item_id");
        node = (UUID) found.get("node_id");
        name = (String) Objects.requireNonNull(found.get("name"));
    }

    private String bring() throws Exception {
        return Objects.requireNonNull(desk.bring(
                        "/imports",
                        "updates.csv",
                        PlanFile.csv(List.of(
                                List.of("Performance indicator", "Outturn", "Update"),
                                List.of(name, "61", "Two more schools <joined>."),
                                List.of("Nobody ever heard of such a measure", "7", "Lovely."))))
                .getRedirectedUrl());
    }

    @Test
    void areShownBesideWhatStandsThereAndTakenOverWhereTicked() throws Exception {
        String file = bring();
        assertThat(desk.page(file + "/updates").select("#round option").eachAttr("value"))
                .contains(round.toString());

        Document page = desk.page(file + "/updates?round=" + round);

        assertThat(page.select("fieldset.dr-changed")).hasSize(2);
        assertThat(page.select("fieldset.dr-changed").first().text())
                .contains(name, UNIT, "Take it over", "61", "Two more schools <joined>.");
        assertThat(page.select("fieldset.dr-changed").last().text())
                .contains("could be told to be this one")
                .doesNotContain("Take it over");

        assertThat(take(file).getRedirectedUrl()).isEqualTo(file + "/updates?round=" + round + "&filled=1");

        assertThat(stored()).containsEntry("figure", "61").containsEntry("narrative", "Two more schools <joined>.");
        assertThat(jdbc.sql("select why from history_event where subject_id = ? and what = 'Update taken from a file'")
                        .param(node)
                        .query(String.class)
                        .list())
                .containsExactly("From the file updates.csv");
        assertThat(desk.page(file + "/updates?round=" + round)
                        .select("fieldset.dr-changed")
                        .first()
                        .text())
                .contains("It stands there already.");
    }

    @Test
    void nothingIsTakenOverThatIsNotTicked() throws Exception {
        String file = bring();
        Map<String, Object> before = stored();

        MockHttpServletResponse answer = desk.send(file + "/updates", Map.of("round", round.toString()));

        assertThat(answer.getRedirectedUrl()).endsWith("&filled=0");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whatWasHandedInStaysAsItIs() throws Exception {
        String file = bring();
        String seen = first(file);
        jdbc.sql(
                        "update return set state = 'SUBMITTED', submitted_at = now(), submitted_by = 'Its manager' where return_id = ?")
                .param(demonstration.openReturn(UNIT))
                .update();
        Map<String, Object> before = stored();

        assertThat(desk.page(file + "/updates?round=" + round).select("main").text())
                .contains("handed in already, so it stays as it is")
                .doesNotContain("Take it over");
        assertThat(take(file, seen).getRedirectedUrl()).endsWith("&filled=0");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aRoundThatIsClosedIsNotThere() throws Exception {
        String file = bring();
        UUID closed = demonstration.round("CLOSED");

        assertThat(desk.open(file + "/updates?round=" + closed).getStatus()).isEqualTo(404);
        assertThat(desk.send(file + "/updates", Map.of("round", closed.toString(), "take", "i0"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aFigureAloneLeavesTheNarrativeThatWasWrittenAndTheOtherWayRound() throws Exception {
        jdbc.sql("update return_item set figure = '58', narrative = 'One school joined.' where item_id = ?")
                .param(item)
                .update();

        take(bring(List.of(List.of("Performance indicator", "Outturn"), List.of(name, "61"))));
        assertThat(stored()).containsEntry("figure", "61").containsEntry("narrative", "One school joined.");

        take(bring(List.of(List.of("Performance indicator", "Update"), List.of(name, "Two more schools joined."))));
        assertThat(stored()).containsEntry("figure", "61").containsEntry("narrative", "Two more schools joined.");
    }

    @Test
    void anOfficerOfAnotherUnitReadsNothingOfWhatItsOwnerWrote() throws Exception {
        String file = bring();
        jdbc.sql("update return_item set narrative = 'For its owner alone' where item_id = ?")
                .param(item)
                .update();
        assertThat(desk.page(file + "/updates?round=" + round).text()).contains("For its owner alone");

        jdbc.sql("update role_held set unit_id = (select unit_id from return where return_id = ?)"
                        + " from person where person.person_id = role_held.person_id and post = 'Policy Officer'")
                .param(demonstration.openReturn("Primary Standards"))
                .update();

        assertThat(desk.page(file + "/updates?round=" + round).text()).doesNotContain("For its owner alone");
    }

    @Test
    void aFigureOfAnotherYearIsNotTheRounds() throws Exception {
        String period = jdbc.sql("select period from round where round_id = ?")
                .param(round)
                .query(String.class)
                .single();
        Map<String, Object> before = stored();

        String file = bring(List.of(
                List.of("Performance indicator", "Outturn 2012/13", "Update"), List.of(name, "17", "Four schools.")));
        assertThat(desk.page(file + "/updates?round=" + round)
                        .select("fieldset.dr-changed")
                        .text())
                .contains("Four schools.")
                .doesNotContain("17");
        take(file);
        assertThat(stored()).containsEntry("figure", before.get("figure")).containsEntry("narrative", "Four schools.");

        take(bring(List.of(
                List.of("Performance indicator", "Outturn " + period, "Update"),
                List.of(name, "17", "Five schools."))));
        assertThat(stored()).containsEntry("figure", "17");
    }

    @Test
    void ofSeveralFiguresForTheRoundTheLatestIsTakenWhereverItsColumnStands() throws Exception {
        LocalDate last = jdbc.sql("select period_last from round where round_id = ?")
                .param(round)
                .query(LocalDate.class)
                .single();
        DateTimeFormatter month = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
        String newer = "Outturn " + month.format(last);
        String older = "Outturn " + month.format(last.minusMonths(1));

        take(bring(
                List.of(List.of("Performance indicator", newer, older, "Update"), List.of(name, "17", "16", "Up."))));
        assertThat(stored()).containsEntry("figure", "17");

        take(bring(
                List.of(List.of("Performance indicator", older, newer, "Update"), List.of(name, "18", "19", "Up."))));
        assertThat(stored()).containsEntry("figure", "19");
    }

    private String bring(List<List<String>> rows) throws Exception {
        return Objects.requireNonNull(
                desk.bring("/imports", "updates.csv", PlanFile.csv(rows)).getRedirectedUrl());
    }

    private MockHttpServletResponse take(String file) throws Exception {
        return take(file, first(file));
    }

    private MockHttpServletResponse take(String file, String what) throws Exception {
        return desk.send(file + "/updates", Map.of("round", round.toString(), "take", what));
    }

    /** What the page offers first. */
    private String first(String file) throws Exception {
        return desk.page(file + "/updates?round=" + round)
                .select("input[name=take]")
                .attr("value");
    }

    private Map<String, Object> stored() {
        return jdbc.sql("select coalesce(figure, '') as figure, coalesce(narrative, '') as narrative, version"
                        + " from return_item where item_id = ?")
                .param(item)
                .query()
                .singleRow();
    }
}
