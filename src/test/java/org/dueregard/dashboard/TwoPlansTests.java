package org.dueregard.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** A council that works with two plans at once: which is which, and none mixed into the other. */
@ProductTest
@Transactional
class TwoPlansTests {

    private static final String ACTION_PLAN = "Equalities and community cohesion action plan";
    private static final String OBJECTIVES = "Equality objectives for children and young people";
    private static final String DIRECTOR = "Director, Children, Schools and Families";

    @Autowired
    DemonstrationCouncil.Loaded council;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void listsThePlansTheOneThatBeganLastFirst() throws Exception {
        assertThat(open("/plans", DIRECTOR).select("main li a").eachText()).containsExactly(ACTION_PLAN, OBJECTIVES);
        assertThat(open("/plans/" + council.objectives(), DIRECTOR).select("h1").text())
                .contains(OBJECTIVES);
    }

    @Test
    void saysOnThePlanWhyAnObjectiveWasDroppedAndLeadsToWhatReplacedIt() throws Exception {
        Element dropped = open("/plans/" + council.objectives(), DIRECTOR)
                .select(".dr-objective")
                .get(1);
        Element note = Objects.requireNonNull(dropped.selectFirst("h2 + p"));
        assertThat(note.text()).startsWith("Retired").contains("The gap is closing by itself");
        Document story = open(Objects.requireNonNull(note.selectFirst("a")).attr("href"), DIRECTOR);
        assertThat(story.select(".dr-notice").text()).contains("Replaced by: Narrow the gap between pupils eligible");
    }

    @Test
    void showsTheActionPlanOnTheDashboardUntilAskedForTheOther() throws Exception {
        Document first = open("/dashboard", DIRECTOR);
        assertThat(first.select("h1").text()).contains(ACTION_PLAN);
        assertThat(first.select("option[selected]").attr("value"))
                .isEqualTo(council.round("OPEN").toString());
        assertThat(first.select("optgroup").eachAttr("label"))
                .hasSize(2)
                .satisfies(labels -> assertThat(labels.get(0)).startsWith(ACTION_PLAN))
                .satisfies(labels -> assertThat(labels.get(1)).startsWith(OBJECTIVES));
        assertThat(first.select("optgroup").get(0).select("option")).hasSize(2);
        assertThat(first.select("optgroup").get(1).select("option")).hasSize(3);

        UUID other = round("OPEN");
        Document second = open("/dashboard?round=" + other, DIRECTOR);
        assertThat(second.select("h1").text()).contains(OBJECTIVES);
        assertThat(second.select("option[selected]").attr("value")).isEqualTo(other.toString());
        assertThat(second.select(".dr-answer").text()).contains("Of 37 items");
        assertThat(second.select("section[aria-labelledby=by-division] dt").text())
                .contains("Wandle Police");
        assertThat(second.select("section[aria-labelledby=rounds] tbody tr")).hasSize(3);
        assertThat(open("/dashboard/items?round=" + other, DIRECTOR)
                        .select("h1")
                        .text())
                .contains(OBJECTIVES, "37 items");
    }

    @Test
    void tellsTheOpenRoundsApartForThePolicyOfficer() throws Exception {
        Document rounds = open("/rounds", "Policy Officer");
        List<String> rows = rounds.select("tbody tr").eachText();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(0)).contains(ACTION_PLAN, "Open");
        assertThat(rows.get(1)).contains(OBJECTIVES, "Open");
        assertThat(open("/rounds/" + round("OPEN"), "Policy Officer")
                        .select("h1")
                        .text())
                .contains(OBJECTIVES);
    }

    @Test
    void tellsAManagerOfReturnsInTwoRoundsWhichPlanEachIsFor() throws Exception {
        Document updates = open("/updates", "HR Manager for CSF");
        assertThat(updates.select(".dr-due")).hasSize(2);
        assertThat(updates.select(".dr-due").eachText())
                .anyMatch(text -> text.contains(ACTION_PLAN))
                .anyMatch(text -> text.contains(OBJECTIVES));
        assertThat(toDo(updates).text()).contains(ACTION_PLAN).doesNotContain(OBJECTIVES);
        for (Element button : updates.select(".dr-due a")) {
            assertThat(open(button.attr("href"), "HR Manager for CSF")
                            .select("h1")
                            .text())
                    .containsAnyOf(ACTION_PLAN, OBJECTIVES);
        }
        // here the return for the action plan is in, so it is the other whose items are still to be done
        Element other = toDo(open("/updates", "Virtual Behaviour Service Manager"));
        assertThat(other.text()).contains(OBJECTIVES).doesNotContain(ACTION_PLAN);
        assertThat(other.select("li")).hasSize(1);
        // who reports in one plan only is not told which
        assertThat(open("/updates", "School Organisation Manager").text()).doesNotContain(ACTION_PLAN);
    }

    @Test
    void showsTheReturnsOfEveryAccountableBodyToWhoReportsForThem() throws Exception {
        Document updates = open("/updates", "Community Safety Manager");
        assertThat(updates.select(".dr-due h2").eachText())
                .hasSize(6)
                .anyMatch(text -> text.endsWith("Wandle Police"))
                .anyMatch(text -> text.endsWith("Courts Service"));
    }

    @Test
    void namesThePlanOfEveryMeeting() throws Exception {
        assertThat(open("/meetings", "Chair, ECCA group").select("tbody tr").eachText())
                .hasSize(5)
                .anyMatch(text -> text.contains("Mid-year") && text.contains(ACTION_PLAN))
                .anyMatch(text -> text.contains("Mid-year") && text.contains(OBJECTIVES));
    }

    @Test
    void listsIndicatorsPlanByPlan() throws Exception {
        List<String> names = open("/indicators", DIRECTOR).select("tbody th a").eachText();
        assertThat(names).hasSize(53 + 40);
        assertThat(names.subList(0, 53)).contains("Approved foster carers, in all");
        assertThat(names.subList(53, 93))
                .contains("Domestic abuse incidents reported to the police")
                .first()
                .asString()
                .startsWith("Gypsy, Roma and Traveller pupils");
    }

    @Test
    void asksForTheLastMonthOfTheRound() throws Exception {
        UUID police = jdbc.sql("select return_id from return join unit using (unit_id)"
                        + " where round_id = ? and unit.name = 'Wandle Police'")
                .param(round("OPEN"))
                .query(UUID.class)
                .single();
        String month = jdbc.sql("select to_char(period_last, 'FMMonth YYYY') from round where round_id = ?")
                .param(round("OPEN"))
                .query(String.class)
                .single();
        assertThat(open("/returns/" + police, "Community Safety Manager").text())
                .contains(month);
        assertThat(jdbc.sql("select count(*) from observation join plan_indicator using (indicator_id)"
                                + " join plan_node using (node_id) join indicator using (indicator_id)"
                                + " where plan_id = ? and frequency = 'MONTHLY' and period like 'Quarter%'")
                        .param(council.objectives())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static Element toDo(Document updates) {
        return updates.select(".dr-two section").get(0);
    }

    private UUID round(String state) {
        return jdbc.sql("select round_id from round where plan_id = ? and state = ?")
                .params(List.of(council.objectives(), state))
                .query(UUID.class)
                .single();
    }

    private Document open(String address, String post) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(authentication(council.as(post))))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
