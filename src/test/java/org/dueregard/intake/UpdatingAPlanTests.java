package org.dueregard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.ProductTest;
import org.dueregard.intake.Office.Brought;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

/** A plan that is there is changed by what a newer file says otherwise, as far as somebody wants it. */
@ProductTest
@Transactional
class UpdatingAPlanTests {

    private static final String MEASURE = "% of pupils on free school meals who reach Level 4";

    @Autowired
    ApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    private Office office;
    private UUID plan;

    @BeforeEach
    void make() throws Exception {
        office = Office.in(product);
        plan = office.makeSmallPlan();
    }

    /** The small plan a year on: something of everything is different, and an objective is new. */
    private static byte[] newer() {
        return new PlanFile.Word()
                .heading(1, "Equality and community cohesion action plan 2014/15")
                .heading(2, "Objective 1: Tackling inequality")
                .heading(3, "1.1 Narrowing the attainment gap")
                .paragraph("Intended outcome: Pupils do better than others, whatever their background.")
                .table(
                        "Ref | Key activity | By whom | By when",
                        "1.1.1 | Run booster classes in nine schools | Youth Service | June 2015",
                        "1.1.2 | Visit the schools with the widest gap | MSI | Summer term 2015")
                .table(
                        "Performance indicator | Baseline 2013/14 | Target 2014/15 | By whom",
                        MEASURE + " | 69% | 80% (minimum) | School Improvement",
                        "Number of schools in the mentoring scheme | 12 | 20 | School Improvement",
                        "Young people who take part in volunteering | 40 | 61/100% | Youth Service")
                .heading(2, "Objective 2: Improving access to services")
                .heading(3, "2.1 Better information")
                .table(
                        "Ref | Key activity | By whom | By when",
                        "2.1.1 | Publish the guide to services in five languages | Communications | December 2014",
                        "2.1.2 | Train front-line staff | Human Resources | March 2015")
                .heading(2, "Objective 3: Fostering good relations")
                .heading(3, "3.1 Events for everybody")
                .table(
                        "Performance indicator | Baseline 2013/14 | Target 2014/15 | By whom",
                        "% of residents who get on well | 81% | 85% (minimum) | Youth Service")
                .bytes();
    }

    @Test
    void theSameFileChangesNothing() throws Exception {
        Brought same = office.bring("plan.docx", PlanFile.small().bytes());

        Document page = same.page("/update?plan=" + plan);

        assertThat(page.select("main").text()).contains("Nothing would change");
        assertThat(page.select("main input[name=take]")).isEmpty();
    }

    @Test
    void whatTheFileSaysOtherwiseIsShownBesideWhatThePlanSays() throws Exception {
        Brought file = office.bring("newer.docx", newer());

        assertThat(file.page("/plan").select("#plan option").text()).isEqualTo("Equality action plan, 2014/15");
        Document page = file.page("/update?plan=" + plan);

        assertThat(page.select("fieldset.dr-changed .govuk-checkboxes__item").eachText())
                .containsExactly(
                        "Intended outcome: Pupils do as well as others, whatever their background. → Pupils do better than"
                                + " others, whatever their background.",
                        "Called: Run booster classes in eight schools → Run booster classes in nine schools",
                        "By whom: School Improvement → Youth Service",
                        "By when: March 2015 → June 2015",
                        "Target: 75% (minimum) → 80% (minimum)",
                        "Figure: 2013/14: 68 → 2013/14: 69",
                        "Add it to the plan, with all under it");
        assertThat(page.select("fieldset.dr-changed legend").last().text()).isEqualTo("3 Fostering good relations");
        assertThat(page.select("main section").text())
                .contains("1 item is in the plan and not in the file", "Exclusions of pupils with special needs");
        assertThat(page.select("main input[name=take][checked]")).hasSize(7);
    }

    @Test
    void onlyWhatIsTickedIsTakenOverAndStandsInHistory() throws Exception {
        Brought file = office.bring("newer.docx", newer());
        Document page = file.page("/update?plan=" + plan);

        take(file, page, "By when", "Target", "Figure");

        assertThat(node("Run booster classes in eight schools"))
                .containsEntry("deadline", "June 2015")
                .containsEntry("owner_words", "School Improvement");
        assertThat(jdbc.sql("select words from target where node_id = ? and replaced_at is null")
                        .param(node(MEASURE).get("node_id"))
                        .query(String.class)
                        .list())
                .containsExactly("80% (minimum)");
        assertThat(figures(MEASURE)).containsExactly("68 replaced", "69");
        assertThat(jdbc.sql(
                                "select concat_ws(' | ', what, was, became, why) from history_event where subject_id = ? order by sequence")
                        .param(node(MEASURE).get("node_id"))
                        .query(String.class)
                        .list())
                .anyMatch(event -> event.contains("80% (minimum)") && event.contains("From the file newer.docx"))
                .anyMatch(event -> event.contains("Figure corrected") && event.contains("From the file newer.docx"));
        assertThat(jdbc.sql("select count(*) from plan_node where plan_id = ?")
                        .param(plan)
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
        assertThat(file.page("?updated").select("main").text()).contains("The plan was updated.");
        assertThat(office.bring("newer.docx", newer())
                        .page("/update?plan=" + plan)
                        .select("fieldset.dr-changed b")
                        .eachText())
                .containsExactly("Intended outcome", "Called", "By whom", "Add it to the plan, with all under it");
    }

    @Test
    void anObjectiveIsAddedWithItsAreaItsIndicatorItsTargetAndItsFigure() throws Exception {
        Brought file = office.bring("newer.docx", newer());
        file.means("Youth Service", Office.YOUTH);

        take(file, file.page("/update?plan=" + plan), "Add it to the plan, with all under it");

        assertThat(jdbc.sql(
                                "select concat_ws(' ', reference, kind, title) from plan_node where plan_id = ? order by reading_order")
                        .param(plan)
                        .query(String.class)
                        .list())
                .hasSize(15)
                .endsWith(
                        "3 OBJECTIVE Fostering good relations",
                        "3.1 PRIORITY_AREA Events for everybody",
                        "INDICATOR % of residents who get on well");
        String added = "% of residents who get on well";
        assertThat(node(added))
                .containsEntry("own_unit_id", office.unit(Office.YOUTH).unitId());
        assertThat(figures(added)).containsExactly("81");
        assertThat(office.desk
                        .page("/items/" + node(added).get("node_id"))
                        .select("main")
                        .text())
                .contains("85% (minimum)", "81%");
        assertThat(office.desk.page("/plans/" + plan).select("main").text()).contains("Events for everybody");
    }

    @Test
    void everythingTakenOverLeavesNothingToTakeOver() throws Exception {
        Brought file = office.bring("newer.docx", newer());
        file.means("Youth Service", Office.YOUTH);

        take(file, file.page("/update?plan=" + plan), "");

        assertThat(office.bring("newer.docx", newer())
                        .page("/update?plan=" + plan)
                        .select("main")
                        .text())
                .contains("Nothing would change");
        assertThat(node("Run booster classes in nine schools"))
                .containsEntry("own_unit_id", office.unit(Office.YOUTH).unitId());
    }

    @Test
    void ofSeveralUnitsThatAnswerForItFromNowOnTheFirstReports() throws Exception {
        Brought file = office.bring(
                "together.docx",
                new PlanFile.Word()
                        .heading(1, "Equality and community cohesion action plan 2014/15")
                        .heading(2, "Objective 1: Tackling inequality")
                        .heading(3, "1.1 Narrowing the attainment gap")
                        .table(
                                "Ref | Key activity | By whom | By when",
                                "1.1.1 | Run booster classes in eight schools | Youth Service / School Improvement"
                                        + " | March 2015")
                        .bytes());
        String together = file.page("/owners").select("main tbody select").attr("name");
        office.desk.send(
                file.address + "/owners",
                Map.of(),
                together,
                List.of(
                        office.unit(Office.YOUTH).toString(),
                        office.unit(Office.SCHOOLS).toString()));

        take(file, file.page("/update?plan=" + plan), "By whom");

        assertThat(node("Run booster classes in eight schools"))
                .containsEntry("owner_words", "Youth Service / School Improvement")
                .containsEntry("own_unit_id", office.unit(Office.YOUTH).unitId());
        assertThat(jdbc.sql("select unit_id from node_lead where node_id = ? order by position")
                        .param(node("Run booster classes in eight schools").get("node_id"))
                        .query(UUID.class)
                        .list())
                .containsExactly(
                        office.unit(Office.YOUTH).unitId(),
                        office.unit(Office.SCHOOLS).unitId());
    }

    @Test
    void whatWasChangedIsUndone() throws Exception {
        List<String> before = nodes();
        Brought file = office.bring("newer.docx", newer());
        take(file, file.page("/update?plan=" + plan), "");
        assertThat(nodes()).isNotEqualTo(before);

        assertThat(office.desk.send(file.address + "/undo").getRedirectedUrl()).isEqualTo(file.address + "?undone");

        assertThat(nodes()).isEqualTo(before);
        assertThat(figures(MEASURE)).endsWith("68");
        assertThat(office.bring("plan.docx", PlanFile.small().bytes())
                        .page("/update?plan=" + plan)
                        .select("main")
                        .text())
                .contains("Nothing would change");
    }

    @Test
    void aTargetThatTheFileBroughtForAnotherYearGoesAgainWhenThatIsUndone() throws Exception {
        Brought file = office.bring(
                "next-year.docx",
                new PlanFile.Word()
                        .heading(1, "Equality and community cohesion action plan 2014/15")
                        .heading(2, "Objective 1: Tackling inequality")
                        .heading(3, "1.1 Narrowing the attainment gap")
                        .table(
                                "Performance indicator | Baseline 2013/14 | Target 2014/15 | Target 2015/16 | By whom",
                                MEASURE + " | 68% | 75% (minimum) | 80% (minimum) | School Improvement")
                        .bytes());
        take(file, file.page("/update?plan=" + plan), "Target");
        assertThat(targets()).containsExactly("75% (minimum), 2014/15", "80% (minimum), 2015/16");

        assertThat(office.desk.send(file.address + "/undo").getRedirectedUrl()).isEqualTo(file.address + "?undone");

        assertThat(targets()).containsExactly("75% (minimum), 2014/15");
        assertThat(jdbc.sql(
                                "select concat_ws(' | ', what, was, became, why) from history_event where subject_id = ? order by sequence")
                        .param(node(MEASURE).get("node_id"))
                        .query(String.class)
                        .list())
                .last()
                .isEqualTo("Target withdrawn | 80% (minimum) | Import of next-year.docx undone");
    }

    private List<String> targets() {
        return jdbc.sql("select words || ', ' || plan_year from target where node_id = ? and replaced_at is null"
                        + " order by plan_year_first")
                .param(node(MEASURE).get("node_id"))
                .query(String.class)
                .list();
    }

    @Test
    void whatSomebodyChangedAgainSinceStays() throws Exception {
        Brought file = office.bring("newer.docx", newer());
        take(file, file.page("/update?plan=" + plan), "By when", "Called");
        UUID node = (UUID) node("Run booster classes in nine schools").get("node_id");
        String version =
                String.valueOf(node("Run booster classes in nine schools").get("version"));
        assertThat(office.desk
                        .send("/items/" + node + "/deadline", Map.of("version", version, "deadline", "July 2015"))
                        .getStatus())
                .isEqualTo(302);

        assertThat(office.desk.send(file.address + "/undo").getRedirectedUrl())
                .isEqualTo(file.address + "?undone&kept=1");

        assertThat(node("Run booster classes in eight schools")).containsEntry("deadline", "July 2015");
    }

    @Test
    void aClosedPlanIsNotThereToBeUpdated() throws Exception {
        Brought file = office.bring("newer.docx", newer());
        jdbc.sql("update plan set state = 'CLOSED' where plan_id = ?")
                .param(plan)
                .update();

        assertThat(file.page("/plan").select("#plan")).isEmpty();
        assertThat(office.desk.open(file.address + "/update?plan=" + plan).getStatus())
                .isEqualTo(404);
        assertThat(file.send("/update", Map.of("plan", plan.toString())).getStatus())
                .isEqualTo(404);
    }

    @Test
    void anotherCouncilsPlanIsNotThereEither() throws Exception {
        Brought file = Office.in(product).bring("newer.docx", newer());

        assertThat(file.page("/plan").select("#plan")).isEmpty();
        for (MockHttpServletResponse answer : List.of(
                file.send("/update", Map.of("plan", plan.toString())),
                file.send("/update", Map.of("plan", "garbage")),
                file.send("/update", Map.of()))) {
            assertThat(answer.getStatus()).isEqualTo(404);
        }
    }

    /** Takes over the differences that are called one of these. */
    private void take(Brought file, Document page, String... what) throws Exception {
        List<String> ids = page.select("fieldset.dr-changed .govuk-checkboxes__item").stream()
                .filter(item -> List.of(what).contains(item.select("b").text())
                        || List.of(what).contains(""))
                .map(item -> item.select("input"))
                .map(box -> box.attr("value"))
                .toList();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(what.length);
        assertThat(file.send("/update", plan, ids).getRedirectedUrl()).isEqualTo(file.address + "?updated");
    }

    private Map<String, Object> node(String title) {
        return new HashMap<>(jdbc.sql("select * from plan_node where plan_id = ? and title = ?")
                .params(plan, title)
                .query()
                .singleRow());
    }

    private List<String> nodes() {
        return jdbc.sql("""
                        select concat_ws(' | ', reference, title, intended_outcome, owner_words, deadline, own_unit_id,
                            (select words from target where target.node_id = plan_node.node_id and replaced_at is null))
                        from plan_node where plan_id = ? and retired_on is null
                        and not exists (select 1 from plan_node above where above.retired_on is not null
                            and above.node_id in (plan_node.objective_id, plan_node.area_id, plan_node.parent_id))
                        order by reading_order""").param(plan).query(String.class).list();
    }

    private List<String> figures(String title) {
        return jdbc.sql("""
                        select value || case when replaced_at is null then '' else ' replaced' end
                        from observation join plan_indicator using (indicator_id)
                        where node_id = ? order by entered_at, replaced_at nulls last""")
                .param(node(title).get("node_id"))
                .query(String.class)
                .list();
    }
}
