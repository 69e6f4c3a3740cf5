package org.dueregard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dueregard.ProductTest;
import org.dueregard.intake.Office.Brought;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** A plan that was made by mistake is taken back whole; one that is worked with is not. */
@ProductTest
class UndoingAnImportTests {

    /** What tells of the import itself stays. */
    private static final Set<String> STAYS =
            Set.of("history_event", "history_head", "form_sent", "intake", "intake_content", "owner_meaning");

    private static final String ENGLAND = "% of pupils who are in school on time";

    @Autowired
    ApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    private Office office;
    private Brought file;

    @BeforeEach
    void bring() throws Exception {
        office = Office.in(product);
        file = office.bring(
                "plan.docx",
                PlanFile.small()
                        .heading(2, "Objective 3: Equality of attendance")
                        .heading(3, "3.1 Being there")
                        .table(
                                "Performance indicator | Baseline 2013/14 | Target 2014/15 | Equality group",
                                ENGLAND + " | 91% (national 94%) | 93% (minimum) | Disabled pupils, race")
                        .bytes());
    }

    @Test
    void nothingOfThePlanIsLeftInAnyTable() throws Exception {
        Map<String, Long> before = rows();
        UUID plan = file.make("To be taken back", "2014/15");
        assertThat(rows().get("comparator_release")).isGreaterThan(before.get("comparator_release"));
        assertThat(rows().get("observation")).isGreaterThan(before.get("observation"));

        assertThat(office.desk.send(file.address + "/undo").getRedirectedUrl()).isEqualTo(file.address + "?undone");

        assertThat(rows()).isEqualTo(before);
        assertThat(office.desk.open("/plans/" + plan).getStatus()).isEqualTo(404);
        assertThat(file.page("").select("main").text())
                .contains("It was taken back by POLICY_OFFICER", "Check it again")
                .doesNotContain("Undo this import");
        assertThat(office.desk.page("/imports").select("main tbody").text()).contains("plan.docx", "Undone");
        assertThat(jdbc.sql("select what from history_event where organisation_id = ? order by sequence")
                        .param(office.council.organisationId())
                        .query(String.class)
                        .list())
                .contains("File brought in", "Plan made of a file", "Plan taken back", "Import undone");
    }

    @Test
    void norOfTheRoundThatItBroughtAndThatWasOver() throws Exception {
        Brought report = office.bring(
                "progress.csv",
                PlanFile.csv(List.of(
                        List.of("Objective", "Action", "Measure", "Target", "Lead", "RAG", "Progress Q2"),
                        List.of("Fair start", "Visit every school", "", "", "Schools", "Amber", "Four of nine visited"),
                        List.of(
                                "Fair start",
                                "Start a club",
                                ENGLAND,
                                "93% (minimum)",
                                "Schools",
                                "",
                                "No room yet"))));
        report.means("Schools", Office.SCHOOLS);
        Map<String, Long> before = rows();
        assertThat(report.send(
                                "/plan",
                                Map.of(
                                        "title",
                                        "With a round",
                                        "period",
                                        "2014/15",
                                        "state",
                                        "ACTIVE",
                                        "updates",
                                        "true",
                                        "roundName",
                                        "Progress Q2",
                                        "roundPeriod",
                                        "Quarter 2 2014/15"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(rows())
                .containsEntry("round", before.get("round") + 1)
                .containsEntry("return_item", before.get("return_item") + 2);
        assertThat(rows().get("assessment")).isGreaterThan(before.get("assessment"));

        assertThat(office.desk.send(report.address + "/undo").getStatus()).isEqualTo(302);

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aFigureOfSomebodyElsesThatWasThereBeforeStays() throws Exception {
        UUID first = file.make("First", "2014/15");
        Map<String, Long> before = rows();
        Brought second = office.bring(
                "second.csv",
                PlanFile.csv(List.of(
                        List.of("Performance indicator", "Baseline 2013/14", "Target 2014/15"),
                        List.of(ENGLAND, "90% (national 94%)", "92% (minimum)"))));
        second.make("Second", "2014/15");

        assertThat(office.desk.send(second.address + "/undo").getStatus()).isEqualTo(302);

        assertThat(rows()).isEqualTo(before);
        assertThat(office.desk.open("/plans/" + first).getStatus()).isEqualTo(200);
    }

    @Test
    void itIsCheckedAgainWithAllThatWasCorrectedAndMadeAnew() throws Exception {
        file.correct("Train front-line staff", "save", Map.of("title", "Train everybody"));
        file.make("By mistake", "2013/14");
        assertThat(office.desk.send(file.address + "/reopen").getStatus()).isEqualTo(409);
        office.desk.send(file.address + "/undo");
        assertThat(file.send("/plan", Map.of("title", "Too soon", "period", "2014/15"))
                        .getStatus())
                .isEqualTo(409);

        assertThat(office.desk.send(file.address + "/reopen").getRedirectedUrl())
                .isEqualTo(file.address);

        assertThat(file.titles()).contains("Train everybody");
        UUID plan = file.make("Rightly", "2014/15");
        assertThat(office.desk
                        .page("/plans/" + plan + "?open=all")
                        .select("main")
                        .text())
                .contains("Train everybody");
    }

    @Test
    void undoneTwiceItWasUndoneAlready() throws Exception {
        file.make("By mistake", "2014/15");
        office.desk.send(file.address + "/undo");

        MockHttpServletResponse again = office.desk.send(file.address + "/undo");

        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(again.getContentAsString()).select(".dr-lead").text())
                .isEqualTo("This import was undone already.");
    }

    @Test
    void aPlanThatHasRoundsStays() throws Exception {
        UUID plan = file.make("In use", "2014/15");
        jdbc.sql("update plan set state = 'ACTIVE' where plan_id = ?")
                .param(plan)
                .update();
        jdbc.sql("""
                        insert into round (round_id, plan_id, name, period, period_first, period_last, opens_on, due_on,
                            closes_on, state, version)
                        values (?, ?, 'Mid-year', '2014/15', '2014-04-01', '2015-03-31', '2014-10-01', '2014-10-10',
                            '2014-10-20', 'PLANNED', 0)""").params(UUID.randomUUID(), plan).update();
        Map<String, Long> before = rows();

        refused("The plan has reporting rounds by now, so it cannot be taken back.");

        assertThat(rows()).isEqualTo(before);
        assertThat(office.desk.open("/plans/" + plan).getStatus()).isEqualTo(200);
    }

    @Test
    void aPlanThatIsClosedStaysWhetherItWasMadeOrOnlyUpdated() throws Exception {
        UUID plan = file.make("Over", "2014/15");
        Brought newer = office.bring("newer.docx", PlanFile.small().bytes());
        assertThat(newer.send("/update", plan, List.of()).getStatus()).isEqualTo(302);
        office.desk.send("/plans/" + plan + "/state", Map.of("version", "0", "state", "ACTIVE"));
        office.desk.send("/plans/" + plan + "/close", Map.of("version", "1", "reason", "It is over"));
        Map<String, Long> before = rows();

        refused("The plan is closed, so it stays as it is and the import cannot be undone.");
        MockHttpServletResponse answer = office.desk.send(newer.address + "/undo");

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.getContentAsString()).select(".dr-lead").text())
                .isEqualTo("The plan is closed, so it stays as it is and the import cannot be undone.");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aPlanOfWhichSomethingWasSaidStays() throws Exception {
        UUID plan = file.make("Talked about", "2014/15");
        UUID node = jdbc.sql("select node_id from plan_node where plan_id = ? and title = ?")
                .params(plan, ENGLAND)
                .query(UUID.class)
                .single();
        assertThat(office.desk
                        .send("/items/" + node + "/remarks", Map.of("words", "Is that per term?"))
                        .getStatus())
                .isEqualTo(302);
        Map<String, Long> before = rows();

        refused("Something was said about an item of the plan by now, so it cannot be taken back.");

        assertThat(rows()).isEqualTo(before);
        assertThat(office.desk.open("/plans/" + plan).getStatus()).isEqualTo(200);
    }

    private void refused(String why) throws Exception {
        MockHttpServletResponse answer = office.desk.send(file.address + "/undo");

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.getContentAsString()).select(".dr-lead").text())
                .contains(why);
        assertThat(file.page("").select("main").text()).contains("Undo this import");
    }

    /** How many rows each table has. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name""").query(String.class).list().stream()
                .filter(table -> !STAYS.contains(table) && !table.startsWith("spring_session"))
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("select count(*) from \"" + table + "\"")
                                .query(Long.class)
                                .single()));
        assertThat(rows).hasSizeGreaterThan(30);
        return rows;
    }
}
