package org.dueregard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.intake.Office.Brought;
import org.dueregard.organisation.PersonId;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanOrigins;
import org.dueregard.site.When;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

/** A plan that is in a file becomes a plan, once somebody has checked what was read. */
@ProductTest
@Transactional
class MakingAPlanTests {

    private static final String MEASURE = "% of pupils on free school meals who reach Level 4";
    private static final String SCHOOLS = "Number of schools in the mentoring scheme";
    private static final String VOLUNTEERS = "Young people who take part in volunteering";

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
    void theFileIsShownAsItWasReadBesideWhatItSays() throws Exception {
        Document overview = file.page("");
        assertThat(overview.select(".dr-figures li").eachText())
                .containsExactly("2 objectives", "2 priority areas", "4 key activities", "4 indicators");
        assertThat(overview.select(".dr-known").text())
                .contains(
                        "Equality and community cohesion action plan 2014/15",
                        "2 values to look at",
                        "Everything was placed");

        assertThat(file.said("Run booster classes in eight schools"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("By whom", "School Improvement", "By when", "March 2015"));
        assertThat(file.said(MEASURE)).containsEntry("Baseline", "68%").containsEntry("Target", "75% (minimum)");
        assertThat(file.read(MEASURE).text()).contains("→ At least 75%", "→ 68%, 2013/14");
        assertThat(file.page("?part=1").select(".dr-original td div").eachText())
                .contains("Visit the schools with the widest gap", "61/100%");
    }

    @Test
    void thePlanThatIsMadeSaysWhatTheFileSays() throws Exception {
        file.means("School Improvement", Office.SCHOOLS);

        UUID plan = file.make("Equality action plan", "2014/15");

        Document page = office.desk.page("/plans/" + plan + "?open=all");
        assertThat(page.select("main").text())
                .contains(
                        "Equality action plan",
                        "1.1.1",
                        "Run booster classes in eight schools",
                        Office.SCHOOLS,
                        "75% (minimum)")
                .contains("2.1.2", "Train front-line staff");
        assertThat(jdbc.sql("""
                        select concat_ws(' | ', reference, node.kind, node.title, owner_words, unit.name, deadline, deadline_day)
                        from plan_node node left join unit on unit_id = own_unit_id where plan_id = ? order by reading_order""").param(plan).query(String.class).list())
                .containsExactly(
                        "1 | OBJECTIVE | Tackling inequality",
                        "1.1 | PRIORITY_AREA | Narrowing the attainment gap",
                        "1.1.1 | ACTIVITY | Run booster classes in eight schools | School Improvement | School Improvement"
                                + " | March 2015 | 2015-03-31",
                        "1.1.2 | ACTIVITY | Visit the schools with the widest gap | MSI | Summer term 2015 | 2015-07-22",
                        "INDICATOR | " + MEASURE + " | School Improvement | School Improvement",
                        "INDICATOR | " + SCHOOLS + " | School Improvement | School Improvement",
                        "INDICATOR | " + VOLUNTEERS + " | Youth Service",
                        "INDICATOR | Exclusions of pupils with special needs | MSI",
                        "2 | OBJECTIVE | Improving access to services",
                        "2.1 | PRIORITY_AREA | Better information",
                        "2.1.1 | ACTIVITY | Publish the guide to services in five languages | Communications"
                                + " | December 2014 | 2014-12-31",
                        "2.1.2 | ACTIVITY | Train front-line staff | Human Resources | March 2015 | 2015-03-31");
        assertThat(target(plan, MEASURE)).isEqualTo("75% (minimum) AT_LEAST 75 2014/15 2013/14");
        assertThat(figures(plan)).containsExactly("12 2013/14", "40 2013/14", "68 2013/14", "9 2013/14");
        assertThat(office.desk
                        .page("/items/" + node(plan, MEASURE))
                        .select("main")
                        .text())
                .contains("68%", "75% (minimum)", "2013/14");
        assertThat(file.page("").select("main").text()).contains("The plan was made by POLICY_OFFICER");
        assertThat(history(plan)).contains("Plan made of a file");
    }

    @Test
    void whatAFileSaysForSeveralYearsAndOfOthersAllGoesIn() throws Exception {
        Brought scorecard = office.bring(
                "scorecard.csv",
                PlanFile.csv(List.of(
                        List.of(
                                "Objective",
                                "Measure",
                                "Baseline 2023/24",
                                "Q1",
                                "Q2",
                                "Target 2024/25",
                                "Target 2025/26",
                                "England 2023/24",
                                "Statistical neighbours 2023/24",
                                "Lead"),
                        List.of(
                                "Fair start",
                                MEASURE,
                                "61.3%",
                                "62%",
                                "63.5%",
                                "At least 65%",
                                "At least 70%",
                                "68.2%",
                                "64.9%",
                                "Early Years"),
                        List.of(
                                "Fair start",
                                SCHOOLS,
                                "12",
                                "13",
                                "15",
                                "At least 20",
                                "Maintain",
                                "n/a",
                                "n/a",
                                "Early Years"))));
        assertThat(scorecard.read(MEASURE).text())
                .contains("→ At least 65%, 2024/25", "→ At least 70%, 2025/26", "→ England, 2023/24");

        UUID plan = scorecard.make("Scorecard", "2024/25");

        assertThat(jdbc.sql("""
                        select concat_ws(' | ', plan_year, period, words, kind, value) from target where node_id = ?
                        order by plan_year""").param(node(plan, MEASURE)).query(String.class).list())
                .containsExactly(
                        "2024/25 | 2024/25 | At least 65% | AT_LEAST | 65",
                        "2025/26 | 2025/26 | At least 70% | AT_LEAST | 70");
        assertThat(figures(plan))
                .contains("61.3 2023/24", "62 Quarter 1 2024/25", "63.5 Quarter 2 2024/25", "15 Quarter 2 2024/25");
        assertThat(jdbc.sql("""
                        select concat_ws(' | ', whose, release.period, release.value) from comparator
                        join comparator_release release using (comparator_id) where organisation_id = ? order by whose""")
                        .param(office.council.organisationId())
                        .query(String.class)
                        .list())
                .containsExactly("England | 2023/24 | 68.2", "Statistical neighbours | 2023/24 | 64.9");
    }

    @Test
    void ofTwoTargetsForOneYearTheSecondIsPointedOutBeforeItIsLeftOut() throws Exception {
        Brought two = office.bring(
                "two.csv",
                PlanFile.csv(List.of(
                        List.of("Measure", "Target 2024/25", "Stretch target 2024/25", "Lead"),
                        List.of(MEASURE, "At least 65%", "At least 70%", "Early Years"))));

        assertThat(two.page("?part=look").select("main tbody tr").eachText())
                .anyMatch(doubt -> doubt.contains("At least 70%") && doubt.contains("would be left out"));
    }

    @Test
    void aGuessGoesInWithItsWordsOnlyUnlessSomebodySaysItIsRight() throws Exception {
        assertThat(file.page("?part=look").select("main tbody tr").eachText())
                .hasSize(2)
                .anyMatch(doubt -> doubt.contains(SCHOOLS) && doubt.contains("At least 20"))
                .anyMatch(doubt -> doubt.contains(VOLUNTEERS) && doubt.contains("its words are kept"));
        UUID unlooked = file.make("Guesses", "2014/15");
        assertThat(target(unlooked, SCHOOLS)).isEqualTo("20 TO_BE_CONFIRMED 2014/15 2013/14");

        Brought again = office.bring("plan.docx", PlanFile.small().bytes());
        again.right(SCHOOLS);
        assertThat(again.page("?part=look").select("main tbody tr").eachText()).hasSize(1);
        UUID looked = again.make("Confirmed", "2014/15");

        assertThat(target(looked, SCHOOLS)).isEqualTo("20 AT_LEAST 20 2014/15 2013/14");
        assertThat(target(looked, VOLUNTEERS)).isEqualTo("61/100% TO_BE_CONFIRMED 2014/15 2013/14");
    }

    @Test
    void whomTheFileMeansIsSuggestedAskedAndRemembered() throws Exception {
        Document before = file.page("/owners");
        assertThat(row(before, "School Improvement")).contains("6 times".replace('6', '3'), "Suggested");
        assertThat(before.select("tr:has(label:containsOwn(Youth Service)) option[selected]")
                        .text())
                .isEqualTo(Office.YOUTH);
        assertThat(row(before, "MSI")).contains("Not known yet");
        file.means("MSI", Office.INCLUSION);
        file.means("Youth Service", Office.YOUTH);

        Brought next = office.bring(
                "next.csv",
                PlanFile.csv(List.of(
                        List.of("Key activity", "By whom"),
                        List.of("Meet all heads", "M.S.I."),
                        List.of("Meet the clubs", "youth service"),
                        List.of("Meet the governors", "msi"))));

        Document after = next.page("/owners");
        assertThat(row(after, "youth service")).contains("As you said before");
        assertThat(row(after, "msi")).contains("As you said before");
        assertThat(after.select("tr:has(label:containsOwn(msi)) option[selected]")
                        .text())
                .isEqualTo(Office.INCLUSION);
        UUID plan = next.make("Meetings", "2015/16");
        assertThat(jdbc.sql(
                                "select unit.name from plan_node join unit on unit_id = own_unit_id where title = 'Meet the governors'"
                                        + " and plan_id = ?")
                        .param(plan)
                        .query(String.class)
                        .single())
                .isEqualTo(Office.INCLUSION);
    }

    @Test
    void aNameMayMeanAPersonWhoTakesTheirItemsAlong() throws Exception {
        PersonId lead = office.manager("Youth Inclusion Lead", Office.YOUTH);
        String value = office.unit(Office.YOUTH) + "/" + lead;
        Document page = file.page("/owners");
        assertThat(page.select("optgroup[label^=People] option").eachText())
                .contains("Youth Inclusion Lead – " + Office.YOUTH);
        String field = page.select("label:containsOwn(MSI)").attr("for");

        file.send("/owners", Map.of(field, value));

        assertThat(file.page("/owners")
                        .select("tr:has(label:containsOwn(MSI)) option[selected]")
                        .attr("value"))
                .isEqualTo(value);
        office.move(lead, Office.INCLUSION);
        Element moved =
                file.page("/owners").select("tr:has(label:containsOwn(MSI))").first();
        assertThat(moved).isNotNull();
        assertThat(moved.text()).contains("As you said before");
        assertThat(moved.select("option[selected]").text()).isEqualTo("Youth Inclusion Lead – " + Office.INCLUSION);
        UUID plan = file.make("Plan of somebody who moved", "2014/15");
        assertThat(jdbc.sql("select distinct unit.name from plan_node join unit on unit_id = own_unit_id"
                                + " where owner_words = 'MSI' and plan_id = ?")
                        .param(plan)
                        .query(String.class)
                        .list())
                .containsExactly(Office.INCLUSION);
    }

    @Test
    void aPersonOfAnotherCouncilIsNobodyHere() throws Exception {
        Office other = Office.in(product);
        PersonId stranger = other.manager("Stranger", Office.YOUTH);
        String field = file.page("/owners").select("label:containsOwn(MSI)").attr("for");

        file.send("/owners", Map.of(field, office.unit(Office.YOUTH) + "/" + stranger));

        assertThat(file.page("/owners")
                        .select("tr:has(label:containsOwn(MSI)) option[selected]")
                        .text())
                .isEqualTo(Office.YOUTH);
        assertThat(file.page("/owners").text()).doesNotContain("Stranger");

        file.send("/owners", Map.of(field, other.unit(Office.YOUTH) + "/" + stranger));

        assertThat(row(file.page("/owners"), "MSI")).contains("Not known yet");
    }

    @Test
    void aNameThatMeansNobodyOfTheCouncilIsForgotten() throws Exception {
        file.means("MSI", Office.INCLUSION);
        String field = file.page("/owners").select("label:containsOwn(MSI)").attr("for");

        file.send("/owners", Map.of(field, ""));

        assertThat(row(file.page("/owners"), "MSI")).contains("Not known yet");
    }

    @Test
    void aNameOfNothingButSignsCanMeanSomebodyToo() throws Exception {
        Brought signs = office.bring(
                "signs.csv",
                PlanFile.csv(List.of(List.of("Key activity", "By whom"), List.of("Meet all heads", "???"))));

        signs.means("???", Office.YOUTH);

        assertThat(row(signs.page("/owners"), "???")).contains("As you said before");
    }

    @Test
    void aPlanThatIsAgreedIsInForceFromTheStart() throws Exception {
        MockHttpServletResponse answer = file.send(
                "/plan",
                Map.of(
                        "title", "Agreed plan",
                        "period", "2014-17",
                        "unit", office.unit(Office.YOUTH).toString(),
                        "state", "ACTIVE",
                        "agreedOn", "24 April 2014",
                        "agreedBy", "Cabinet"));

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("""
                        select concat_ws(' ', state, period, agreed_on, agreed_by, unit.name) from plan left join unit using (unit_id)
                        where plan.title = 'Agreed plan'""").query(String.class).single())
                .isEqualTo("ACTIVE 2014-17 2014-04-24 Cabinet " + Office.YOUTH);
    }

    @Test
    void thePlanSaysOnceWhatWasMadeOfTheFileAndLeadsBackToIt() throws Exception {
        UUID plan = file.make("Equality action plan", "2014/15");

        Element notice = office.desk
                .page("/plans/" + plan + "?imported=" + file.id())
                .select("main [role=status]")
                .first();

        assertThat(notice.text())
                .contains(
                        "The plan was made from plan.docx. It has 2 objectives, 2 priority areas, 4 key activities,"
                                + " 4 indicators.",
                        "2 targets are still to be confirmed",
                        "It is a draft, so nobody is asked for updates yet.");
        assertThat(notice.select("a").eachAttr("href"))
                .containsExactly("/plans/" + plan + "/details", "/imports/" + file.id());
        assertThat(office.desk.page("/plans/" + plan).select("main [role=status]"))
                .isEmpty();
    }

    @Test
    void aPlanThatIsInForceFromTheStartIsNotToBePutInForce() throws Exception {
        file.right(SCHOOLS);
        String made = file.send("/plan", Map.of("title", "Agreed plan", "period", "2014/15", "state", "ACTIVE"))
                .getRedirectedUrl();

        Element notice = office.desk.page(made).select("main [role=status]").first();

        assertThat(notice.text()).contains("1 target is still to be confirmed").doesNotContain("draft");
        assertThat(notice.select("a").eachAttr("href")).containsExactly("/imports/" + file.id());
    }

    @Test
    void aPlanOfWhichEveryTargetIsReadForSureSaysSo() throws Exception {
        Brought sure = office.bring(
                "sure.csv",
                PlanFile.csv(List.of(
                        List.of("Performance indicator", "Baseline 2013/14", "Target 2014/15"),
                        List.of("Schools that report bullying", "60%", "75% (minimum)"))));
        UUID plan = sure.make("Sure", "2014/15");

        assertThat(office.desk
                        .page("/plans/" + plan + "?imported=" + sure.id())
                        .select("main [role=status]")
                        .text())
                .contains("All its targets can be judged.");
    }

    @Test
    void onlyThePolicyOfficerIsToldAndOnlyOfTheFileThatThePlanWasMadeFrom() throws Exception {
        UUID plan = file.make("Equality action plan", "2014/15");
        Brought other = office.bring("other.docx", PlanFile.small().bytes());

        assertThat(office.deskOf(Role.DMT)
                        .page("/plans/" + plan + "?imported=" + file.id())
                        .select("main [role=status]"))
                .isEmpty();
        for (Object no : List.of(other.id(), UUID.randomUUID(), "nothing")) {
            assertThat(office.desk.page("/plans/" + plan + "?imported=" + no).select("main [role=status]"))
                    .isEmpty();
        }
    }

    @Test
    void theDetailsOfThePlanSayWhatFileItWasMadeFromAndWhen() throws Exception {
        UUID plan = file.make("Equality action plan", "2014/15");

        Element origin = office.desk
                .page("/plans/" + plan + "/details")
                .select(".dr-known > div:has(dt:containsOwn(Made from)) dd")
                .first();

        assertThat(origin.text())
                .isEqualTo("the file plan.docx on "
                        + product.getBean(When.class)
                                .day(product.getBean(When.class).today()));
        assertThat(origin.select("a").eachAttr("href")).containsExactly(file.address);
    }

    @Test
    void aPlanThatAFileOnlyBroughtUpToDateWasNotMadeFromIt() throws Exception {
        UUID plan = file.make("Equality action plan", "2014/15");
        Brought newer = office.bring(
                "newer.csv", PlanFile.csv(List.of(List.of("Key activity", "By whom"), List.of("Meet", "MSI"))));
        assertThat(newer.send("/update", plan, List.of()).getStatus()).isEqualTo(302);

        assertThat(office.desk
                        .page("/plans/" + plan + "/details")
                        .select(".dr-known dd a")
                        .eachAttr("href"))
                .containsExactly(file.address);
        assertThat(office.desk
                        .page("/plans/" + plan + "?imported=" + newer.id())
                        .select("main [role=status]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "title, '', Say what the plan is called.",
        "period, next year perhaps, 'Say which year or years the plan is for, for example 2014/15 or 2017-21.'",
        "agreedOn, soon, 'Enter the day as in 24 April 2014, today or earlier; or leave it empty.'",
        "agreedOn, 1 January 2999, 'Enter the day as in 24 April 2014, today or earlier; or leave it empty.'"
    })
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost(String field, String typed, String sentence)
            throws Exception {
        Map<String, String> fields = new java.util.HashMap<>(Map.of(
                "title",
                "My plan",
                "period",
                "2014/15",
                "state",
                "ACTIVE",
                "agreedOn",
                "1 May 2014",
                "agreedBy",
                "Us"));
        fields.put(field, typed);

        MockHttpServletResponse answer = file.send("/plan", fields);

        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(page.select("#" + field + "-error").text()).isEqualTo("Error: " + sentence);
        fields.forEach((name, value) -> {
            if (!name.equals("state")) {
                assertThat(page.select("#" + name).val()).as(name).isEqualTo(value);
            }
        });
        assertThat(page.select("#state-active").hasAttr("checked")).isTrue();
        assertThat(page.title()).startsWith("Error:");
        assertThat(jdbc.sql("select count(*) from plan where organisation_id = ?")
                        .param(office.council.organisationId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFileWithoutAPlanSaysSoAndMakesNone() throws Exception {
        Brought letter = office.bring(
                "letter.docx", new PlanFile.Word().paragraph("Good morning.").bytes());

        assertThat(letter.page("").select("main").text()).contains("No plan was found in this file");
        MockHttpServletResponse answer = letter.send("/plan", Map.of("title", "Letter", "period", "2014/15"));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select("#title-error")
                        .text())
                .contains("There is nothing in the draft to make a plan of");
    }

    @Test
    void severalUnitsOfOneNameLeadTogetherAndTheFirstReports() throws Exception {
        Brought shared = office.bring(
                "shared.csv",
                PlanFile.csv(List.of(
                        List.of("Key activity", "By whom"),
                        List.of("Meet the clubs", "School Improvement / Youth Service"),
                        List.of("Meet all heads", "Head of Mentoring"))));
        Document page = shared.page("/owners");
        String both = page.select("tr:contains(School Improvement / Youth)")
                .select("select")
                .attr("name");
        assertThat(page.select("select[name=" + both + "] option[selected]").eachText())
                .containsExactly(Office.SCHOOLS, Office.YOUTH);
        assertThat(page.select("tr:contains(Head of Mentoring) option[selected]")
                        .text())
                .isEqualTo(Office.INCLUSION);

        office.desk.send(
                shared.address + "/owners",
                Map.of(),
                both,
                List.of(
                        office.unit(Office.YOUTH).toString(),
                        office.unit(Office.SCHOOLS).toString()));
        UUID plan = shared.make("Together", "2014/15");

        assertThat(jdbc.sql("""
                        select reports.name || ' ' || (select count(*) from node_lead lead where lead.node_id = node.node_id)
                        from plan_node node join unit reports on unit_id = own_unit_id where node_id = ?""")
                        .param(node(plan, "Meet the clubs"))
                        .query(String.class)
                        .single())
                .isEqualTo(Office.YOUTH + " 2");
    }

    @Test
    void anotherCouncilIsNotToldWhatFileAPlanWasMadeFrom() throws Exception {
        PlanId plan = new PlanId(file.make("Equality action plan", "2014/15"));
        PlanOrigins origins = product.getBean(PlanOrigins.class);

        assertThat(origins.of(office.council, plan)).isPresent();
        assertThat(origins.of(Office.in(product).council, plan)).isEmpty();
    }

    @Test
    void whoOnlyGivesUpdatesForAnOwnerIsNobodyWhomAFileMeans() throws Exception {
        PersonId owner = office.manager("Youth Inclusion Lead", Office.YOUTH);
        PersonId delegate = office.manager("Mentoring Assistant", Office.YOUTH);
        jdbc.sql("update role_held set named_by = ? where person_id = ?")
                .params(owner.personId(), delegate.personId())
                .update();
        Brought assistants = office.bring(
                "assistants.csv",
                PlanFile.csv(
                        List.of(List.of("Key activity", "By whom"), List.of("Meet all heads", "Mentoring Assistant"))));

        Document page = assistants.page("/owners");

        assertThat(page.select("optgroup[label^=People] option").eachText())
                .contains("Youth Inclusion Lead – " + Office.YOUTH)
                .noneMatch(person -> person.startsWith("Mentoring Assistant"));
        assertThat(page.select("tr:contains(Mentoring Assistant) option[selected]")
                        .text())
                .doesNotContain(Office.YOUTH);
    }

    private static String row(Document page, String words) {
        return page.select("main tbody tr").stream()
                .filter(row -> row.select("label").text().equals(words))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private UUID node(UUID plan, String title) {
        return jdbc.sql("select node_id from plan_node where plan_id = ? and title = ?")
                .params(plan, title)
                .query(UUID.class)
                .single();
    }

    private String target(UUID plan, String title) {
        return jdbc.sql(
                        "select concat_ws(' ', words, kind, value, period, baseline_period) from target where node_id = ?")
                .param(node(plan, title))
                .query(String.class)
                .single();
    }

    private List<String> figures(UUID plan) {
        return jdbc.sql("""
                        select value || ' ' || period from observation join plan_indicator using (indicator_id)
                        join plan_node using (node_id) where plan_id = ? order by 1""").param(plan).query(String.class).list();
    }

    private List<String> history(UUID plan) {
        return jdbc.sql("select what from history_event where organisation_id = ? order by sequence")
                .param(office.council.organisationId())
                .query(String.class)
                .list();
    }
}
