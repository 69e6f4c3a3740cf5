package org.dueregard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dueregard.ProductTest;
import org.dueregard.intake.Office.Brought;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

/** What was taken for something else is said to be what it is, and the file is read anew in the light of it. */
@ProductTest
@Transactional
class CorrectingWhatWasReadTests {

    private static final String BOOSTER = "Run booster classes in eight schools";
    private static final String VISIT = "Visit the schools with the widest gap";

    @Autowired
    ApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    private Office office;
    private Brought file;

    @BeforeEach
    void bring() throws Exception {
        office = Office.in(product);
        file = office.bring("plan.docx", PlanFile.small().bytes());
    }

    @Test
    void aColumnIsReadAnewInAllTablesWithTheSameHeads() throws Exception {
        Document columns = file.page("/columns");
        assertThat(columns.select("main section").eachText()).hasSize(2).anyMatch(one -> one.contains("1 more"));
        String byWhen =
                columns.select("tr:has(label:containsOwn(By when)) select").attr("name");

        assertThat(file.send("/columns", Map.of(byWhen, "OTHER")).getRedirectedUrl())
                .isEqualTo(file.address + "?read");

        assertThat(file.said(BOOSTER))
                .containsEntry("By whom", "School Improvement")
                .doesNotContainKey("By when");
        assertThat(file.said("Train front-line staff")).doesNotContainKey("By when");
        assertThat(file.page("?part=rest").select("main tbody td").eachText())
                .contains("Summer term 2015", "December 2014");
        assertThat(file.page("/columns")
                        .select("tr:has(label:containsOwn(By when))")
                        .text())
                .contains("Yours");
    }

    @Test
    void whatThePlanCallsItsLevelsIsSaidOnceForAllOfThem() throws Exception {
        Brought themes = office.bring(
                "themes.csv",
                PlanFile.csv(List.of(
                        List.of("Theme", "Objective", "Action", "Lead"),
                        List.of("Leadership", "Build capacity", "Recruit two officers", "Personnel"),
                        List.of("Leadership", "Build capacity", "Agree a budget", "Finance"),
                        List.of("Culture", "Listen to staff", "Hold a forum", "Personnel"))));
        Document page = themes.page("");
        assertThat(page.select("form:has(#levels) tbody tr").eachText())
                .anyMatch(row -> row.contains("Column “Objective”") && row.contains("Build capacity"));
        assertThat(themes.kind("Build capacity")).isEqualTo("area");

        assertThat(themes.send("/levels", Map.of(level(page, "Theme"), "OTHER", level(page, "Objective"), "OBJECTIVE"))
                        .getRedirectedUrl())
                .isEqualTo(themes.address + "?read");

        assertThat(themes.kind("Build capacity")).isEqualTo("objective");
        assertThat(themes.titles()).doesNotContain("Leadership");
        assertThat(level(themes.page(""), "Objective")).isNotEmpty();
        assertThat(themes.make("Race equality plan", "2024/25")).isNotNull();
        assertThat(themes.page("").select("#levels, form[action$=/levels] button"))
                .as("what was made is not read anew")
                .hasSize(1);
    }

    @Test
    void sheetsAndHeadingsStayWhatTheyWereSaidToBe() throws Exception {
        Brought sheets = office.bring(
                "sheets.xlsx",
                PlanFile.workbook(new TreeMap<>(Map.of(
                        "Housing",
                        List.of(List.of("Action", "By when"), List.of("Inspect homes", "May 2026")),
                        "Leisure",
                        List.of(List.of("Action", "By when"), List.of("Open a pool", "June 2026"))))));
        assertThat(sheets.kind("Housing")).isEqualTo("objective");
        String choice = sheets.page("")
                .select("form:has(#levels) tr:has(label:containsOwn(Sheets)) select")
                .attr("name");

        sheets.send("/levels", Map.of(choice, "AREA"));

        assertThat(sheets.kind("Housing")).isEqualTo("area");
        assertThat(sheets.kind("Leisure")).isEqualTo("area");

        Document page = file.page("");
        String headings = page.select("form:has(#levels) tr:has(label:containsOwn(Headings of level 3)) select")
                .attr("name");
        file.send("/levels", Map.of(headings, "THEME"));
        assertThat(file.kind("Narrowing the attainment gap")).isEqualTo("theme");
        assertThat(file.kind("Better information")).isEqualTo("theme");
    }

    @Test
    void whatALevelCannotBeIsNotThere() throws Exception {
        assertThat(file.send("/levels", Map.of("l0", "NOTHING")).getStatus()).isEqualTo(404);
        assertThat(file.send("/levels", Map.of("l0", "TARGET")).getStatus()).isEqualTo(404);
        assertThat(file.send("/levels", Map.of("l0", "OBJECTIVE", "version", "77"))
                        .getStatus())
                .isEqualTo(409);
    }

    private static String level(Document page, String column) {
        return page.select("form:has(#levels) tr:has(label:containsOwn(“" + column + "”)) select")
                .attr("name");
    }

    @Test
    void aTableThatIsNoneOfThePlanIsLeftOutAndComesBack() throws Exception {
        String measures = file.page("/columns")
                .select("main section:has(label:containsOwn(Performance)) .dr-inline select")
                .attr("name");

        file.send("/columns", Map.of(measures, "OTHER"));
        assertThat(file.page("").select(".dr-figures").text()).doesNotContain("indicator");
        assertThat(file.page("?part=rest").text()).contains("61/100%");
        file.send("/columns", Map.of(measures, "PLAN"));

        assertThat(file.page("").select(".dr-figures").text()).contains("4 indicators");
    }

    @Test
    void aRowBeginsASectionIsLeftOutOrGoesOnWithTheRowAbove() throws Exception {
        Brought rows = office.bring(
                "rows.csv",
                PlanFile.csv(List.of(
                        List.of("Key activity", "By whom", "By when"),
                        List.of("Schools and learning", "Head", "2015"),
                        List.of("Run booster classes", "Schools", "March 2015"),
                        List.of("in all eight of them", "", ""),
                        List.of("Old row", "Schools", "March 2015"))));
        assertThat(rows.titles()).contains("Schools and learning", "Old row");

        say(rows, "b0r1", "OBJECTIVE");
        say(rows, "b0r3", "CONTINUATION");
        say(rows, "b0r4", "LEFT_OUT");

        assertThat(rows.kind("Schools and learning")).isEqualTo("objective");
        assertThat(rows.titles())
                .noneMatch(title -> title.contains("Old row"))
                .anyMatch(title -> title.contains("Run booster classes") && title.contains("in all eight of them"));
        assertThat(rows.page("?part=rest").text()).contains("Old row", "You left it out");

        say(rows, "b0r4", "AS_READ");
        assertThat(rows.titles()).contains("Old row");
    }

    @Test
    void thePageOfARowSaysWhatItWasReadAs() throws Exception {
        Document page = file.page("/spots/b4r1");

        assertThat(page.select("main .govuk-hint").text()).isEqualTo("It was read as an item.");
        assertThat(page.select("main input[name=is][checked]").eachAttr("value"))
                .containsExactly("ITEM");
    }

    @Test
    void aParagraphIsSaidToBeginSomethingElse() throws Exception {
        say(file, "b2", "THEME");

        assertThat(file.kind("Narrowing the attainment gap")).isEqualTo("theme");
    }

    @Test
    void anItemIsCorrectedAndGoesBackToWhatWasRead() throws Exception {
        file.correct(
                BOOSTER,
                "save",
                Map.of(
                        "title",
                        "Run booster classes\r\nin nine schools",
                        "reference",
                        "9",
                        "v-DEADLINE",
                        "June 2015",
                        "v-OWNER",
                        ""));

        assertThat(file.said("Run booster classes in nine schools"))
                .containsEntry("By when", "June 2015")
                .doesNotContainKey("By whom");
        assertThat(Objects.requireNonNull(file.read("Run booster classes in nine schools"))
                        .text())
                .contains("Yours", "9");
        assertThat(file.titles()).doesNotContain(BOOSTER);

        file.correct("Run booster classes in nine schools", "as-read", Map.of());
        assertThat(file.said(BOOSTER))
                .containsEntry("By whom", "School Improvement")
                .containsEntry("By when", "March 2015");
    }

    @Test
    void anItemThatIsSeveralIsSplit() throws Exception {
        file.correct(VISIT, "save", Map.of("title", "Visit the schools\r\nTalk to the heads", "split", "on"));

        assertThat(file.titles()).containsSubsequence(BOOSTER, "Visit the schools", "Talk to the heads");
        assertThat(file.said("Talk to the heads")).containsEntry("By when", "Summer term 2015");
    }

    @Test
    void anItemThatGoesOnWithTheOneBeforeIsMerged() throws Exception {
        file.correct(VISIT, "merge", Map.of());

        assertThat(file.titles())
                .noneMatch(VISIT::equals)
                .anyMatch(title -> title.startsWith(BOOSTER) && title.endsWith(VISIT));
    }

    @Test
    void anItemIsLeftOutWithAllUnderItAndItsWordsStayReadable() throws Exception {
        file.correct("Better information", "leave-out", Map.of());

        assertThat(file.titles()).doesNotContain("Better information", "Train front-line staff");
        assertThat(file.page("?part=rest").text()).contains("Train front-line staff", "You left it out");
    }

    @Test
    void whatWasCorrectedIsInThePlan() throws Exception {
        file.correct(BOOSTER, "save", Map.of("title", "Run booster classes in nine schools"));
        file.correct(VISIT, "leave-out", Map.of());

        assertThat(jdbc.sql(
                                "select title from plan_node where plan_id = ? and kind = 'ACTIVITY' order by reading_order")
                        .param(file.make("Corrected", "2014/15"))
                        .query(String.class)
                        .list())
                .startsWith("Run booster classes in nine schools")
                .doesNotContain(VISIT);
    }

    @Test
    void whoeverIsSlowerReadsTheirWordsAndNothingIsLost() throws Exception {
        String item = Objects.requireNonNull(file.read(BOOSTER))
                .select("a.dr-drafted__change")
                .attr("href");
        String seen = file.version();
        file.correct(VISIT, "leave-out", Map.of());

        for (String address :
                List.of(item, file.address + "/columns", file.address + "/spots/b2", file.address + "/right")) {
            MockHttpServletResponse answer = office.desk.send(
                    address, Map.of("version", seen, "title", "My long thoughts", "step", "save", "is", "THEME"));
            assertThat(answer.getStatus()).as(address).isEqualTo(409);
            assertThat(Jsoup.parse(answer.getContentAsString()).select("main").text())
                    .as(address)
                    .contains("My long thoughts");
        }
        MockHttpServletResponse plan =
                file.send("/plan", Map.of("version", seen, "title", "Mine", "period", "2014/15"));

        assertThat(plan.getStatus()).isEqualTo(409);
        assertThat(file.titles()).contains(BOOSTER).doesNotContain(VISIT);
        assertThat(jdbc.sql("select count(*) from plan where organisation_id = ?")
                        .param(office.council.organisationId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFileIsThrownAwayWithItsContent() throws Exception {
        assertThat(office.desk.send(file.address + "/discard").getRedirectedUrl())
                .isEqualTo("/imports?discarded");

        assertThat(office.desk.open(file.address).getStatus()).isEqualTo(404);
        assertThat(office.desk.page("/imports?discarded").select("main").text())
                .contains("The file was thrown away")
                .doesNotContain("plan.docx");
        assertThat(jdbc.sql("select count(*) from intake_content where intake_id = ?")
                        .param(file.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void onceAPlanIsMadeNothingIsCorrectedAnyMore() throws Exception {
        file.make("Made", "2014/15");

        assertThat(file.send("/spots/b2", Map.of("is", "THEME")).getStatus()).isEqualTo(409);
        assertThat(file.send("/plan", Map.of("title", "Again", "period", "2014/15"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(file.send("/discard", Map.of()).getStatus()).isEqualTo(409);
        assertThat(file.page("?part=1").select("a.dr-drafted__change, a.dr-source-change"))
                .isEmpty();
        assertThat(file.page("/columns").select("main button")).isEmpty();
    }

    private void say(Brought file, String spot, String is) throws Exception {
        assertThat(file.page("/spots/" + spot).select("input[value=" + is + "]"))
                .as(spot)
                .hasSize(1);
        assertThat(file.send("/spots/" + spot, Map.of("is", is)).getRedirectedUrl())
                .isEqualTo(file.address + "?read");
    }
}
