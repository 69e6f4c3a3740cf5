package org.dueregard.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/** Every item of a plan stands beside its own past, as it was reported then. */
@ProductTest
@Transactional
class HeatMapTests {

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachItemHasItsStatusOfEachRound() throws Exception {
        Document page = open("/dashboard/rounds?round=" + demonstration.round("OPEN"));
        int items = jdbc.sql("select count(distinct node_id) from return_item join return using (return_id)"
                        + " join round using (round_id) where plan_id = ?")
                .param(demonstration.plan())
                .query(Integer.class)
                .single();

        assertThat(page.select("tbody th[scope=row]")).hasSize(items);
        assertThat(page.select("thead a").eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains("Year-end");
        int asked = jdbc.sql("select count(*) from return_item join return using (return_id) where round_id = ?")
                .param(demonstration.round("OPEN"))
                .query(Integer.class)
                .single();
        assertThat(page.select(".dr-answer").text()).startsWith("Of " + asked + " items ");
    }

    @Test
    void aClosedRoundStaysAsItWasAgreed() throws Exception {
        UUID node = jdbc.sql("select node_id from return_item join return using (return_id) where round_id = ?"
                        + " and agreed_status = 'ON_TRACK' limit 1")
                .param(demonstration.round("CLOSED"))
                .query(UUID.class)
                .single();
        jdbc.sql("update standing set assessment_id = (select assessment_id from assessment where status = 'OFF_TRACK'"
                        + " limit 1) where node_id = ?")
                .param(node)
                .update();

        assertThat(open("/dashboard/rounds?round=" + demonstration.round("OPEN"))
                        .select("tr:has(a[href$=" + node + "]) td")
                        .get(0)
                        .text())
                .isEqualTo("On track");
    }

    @Test
    void theSentenceIsTrueForWhatIsFiltered() throws Exception {
        String address = "/dashboard/rounds?round=" + demonstration.round("OPEN");
        String tag = open(address).select("#tag option").eachAttr("value").get(1);
        Document page = open(address + "&tag=" + tag);

        List<String> last = page.select("tbody td:last-child").eachText().stream()
                .filter(status -> !status.equals("Not asked"))
                .toList();
        assertThat(last).isNotEmpty();
        assertThat(page.select(".dr-answer").text())
                .startsWith("Of " + last.size() + " item")
                .contains(last.stream()
                                .filter(status -> status.equals("Off track"))
                                .count() + " off track");
    }

    private Document open(String address) throws Exception {
        return Jsoup.parse(mvc.perform(MockMvcRequestBuilders.get(address)
                        .with(authentication(demonstration.as("Director, Children, Schools and Families"))))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
