package org.dueregard.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/** No list shows a status without what is to be known beside it. */
@ProductTest
@Transactional
class NotesBesideStatusesTests {

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/items?round=", "/dashboard/items?only=worse&round="})
    void theItemsBehindTheDashboardTellCaveatsAndWhichWayTheyMoved(String address) throws Exception {
        for (UUID round : openRounds()) {
            Document page = open(address + round, "Director, Children, Schools and Families");
            List<Element> rows = page.select("tbody tr");
            for (Element row : rows) {
                Map<String, Object> known = inRound(round, node(row));
                assertIsTold(row, known);
            }
        }
    }

    @Test
    void theDashboardTellsThemBesideWhatIsOffTrackAndWhatGotWorse() throws Exception {
        int told = 0;
        for (UUID round : openRounds()) {
            Document page = open("/dashboard?round=" + round, "Director, Children, Schools and Families");
            for (Element row : page.select("[aria-labelledby=off] tbody tr, [aria-labelledby=worse] tbody tr")) {
                assertIsTold(row, inRound(round, node(row)));
                told += row.select(".dr-know, .dr-travel").size();
            }
        }
        assertThat(told).isPositive();
    }

    @Test
    void theListOfIndicatorsTellsThem() throws Exception {
        int caveats = 0;
        for (Element row : open("/indicators", "Member, ECCA group").select("tbody tr")) {
            UUID indicator = node(row);
            Map<String, Object> known = jdbc.sql("""
                            select array_to_string(caveats, '|') as caveats, coalesce(exception, '') as exception,
                                coalesce(direction_before, direction_year, '') as direction
                            from standing join assessment using (assessment_id)
                            join plan_indicator on plan_indicator.node_id = standing.node_id
                            where indicator_id = ?""").param(indicator).query().listOfRows().stream()
                    .findFirst()
                    // what was retired before it was ever judged
                    .orElse(Map.of("caveats", "", "exception", "", "direction", ""));
            assertIsTold(row, known);
            caveats += row.select(".dr-know li").size();
        }
        assertThat(caveats).isPositive();
    }

    @Test
    void theRoundBoardTellsThePolicyOfficerWhoseFigureIsBeyondWhatIsUsual() throws Exception {
        int fired = 0;
        for (UUID round : openRounds()) {
            Document board = open("/rounds/" + round, "Policy Officer");
            List<String> unusual =
                    jdbc.sql("""
                            select exception from return_item join return using (return_id)
                            join assessment using (assessment_id)
                            join plan_node on plan_node.node_id = return_item.node_id
                            where round_id = ? and exception is not null order by reading_order""").param(round).query(String.class).list();
            List<Element> rows = board.select("#doubts li[data-kind=BEYOND_TRIGGER]");
            assertThat(rows).hasSameSizeAs(unusual);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(rows.get(i).text()).contains(unusual.get(i));
                assertThat(rows.get(i).select("form[action$=/ask]")).hasSize(1);
            }
            fired += rows.size();
        }
        assertThat(fired).isPositive();
    }

    private static void assertIsTold(Element row, Map<String, Object> known) {
        for (String caveat : known.get("caveats").toString().split("\\|")) {
            assertThat(row.text()).contains(caveat);
        }
        assertThat(row.text()).contains(known.get("exception").toString());
        assertThat(row.select(".dr-travel").isEmpty())
                .as(row.text())
                .isEqualTo(known.get("direction").toString().isEmpty());
    }

    private Map<String, Object> inRound(UUID round, UUID node) {
        return jdbc.sql("""
                        select array_to_string(caveats, '|') as caveats, coalesce(exception, '') as exception,
                            coalesce(direction_before, direction_year, '') as direction
                        from return_item item join return using (return_id)
                        join assessment on assessment.assessment_id = item.assessment_id
                        where round_id = ? and item.node_id = ?""").params(List.of(round, node)).query().singleRow();
    }

    private List<UUID> openRounds() {
        demonstration.organisation();
        return jdbc.sql("select round_id from round join plan using (plan_id)"
                        + " where organisation_id = ? and round.state = 'OPEN'")
                .param(demonstration.organisation().organisationId())
                .query(UUID.class)
                .list();
    }

    /** Where the row's own link leads. */
    private static UUID node(Element row) {
        String address = row.select("th a").attr("href");
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private Document open(String address, String post) throws Exception {
        return Jsoup.parse(mvc.perform(MockMvcRequestBuilders.get(address).with(authentication(demonstration.as(post))))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
