package org.dueregard.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** The figures of a return as rows: typed or pasted, they are kept as on the return's page, and nothing else is touched. */
@ProductTest
@Transactional
class GridTests {

    private static final String OWNER = "Secondary Standards and Inclusion Manager";
    private static final String OFFICER = "Policy Officer";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private UUID owed;
    private UUID maths;
    private UUID english;
    private UUID share;
    private String address;

    @BeforeEach
    void aReturn() {
        owed = demonstration.openReturn("Secondary Standards and Inclusion");
        address = "/returns/" + owed + "/grid";
        maths = item("Key stage 4 expected progress in maths – Black pupils");
        english = item("Key stage 4 expected progress in English – other Asian pupils");
        share = item("Key stage 4 expected progress in English – Bangladeshi pupils");
    }

    @Test
    void hasEveryItemThatAsksForAFigureAndWhatToJudgeItBy() throws Exception {
        Document page = page(OWNER);

        assertThat(page.select("tr[data-item]")).hasSize(9);
        assertThat(row(page, maths).text())
                .contains("1.1.1", "In line or above national", "England 74%", "73%, 2024/25", "Complete");
        assertThat(page.getElementById("figure-" + maths).val()).isEqualTo("75");
        assertThat(row(page, share).select("input[type=text]")).hasSize(2);
        assertThat(page.select("a[href=/returns/" + owed + "]")).hasSize(1);
        assertThat(get("/returns/" + owed, OWNER).select("a[href=" + address + "]"))
                .hasSize(1);
    }

    @Test
    void savesAFigureAndLeavesTheWordsAroundItAsTheyAre() throws Exception {
        Map<String, String> form = form(page(OWNER));
        String narrative = Objects.requireNonNull(stored(maths, "narrative"));
        form.put("figure-" + maths, "76.5");

        assertThat(send(OWNER, address, form).getRedirectedUrl()).isEqualTo(address + "?saved");

        assertThat(stored(maths, "figure")).isEqualTo("76.5");
        assertThat(stored(maths, "narrative")).isEqualTo(narrative);
        assertThat(stored(english, "choice")).isNull();
    }

    @Test
    void whoGivesAFigureGivesAnUpdate() throws Exception {
        Map<String, String> form = form(page(OWNER));
        form.put("figure-" + english, "82");

        send(OWNER, address, form);

        assertThat(stored(english, "choice")).isEqualTo("UPDATE");
        assertThat(row(page(OWNER), english).text()).contains("On track");
    }

    @Test
    void saysBesideTheRowWhatCannotBeRead() throws Exception {
        Map<String, String> form = form(page(OWNER));
        form.put("figure-" + english, "lots");

        send(OWNER, address, form);

        Document page = page(OWNER);
        assertThat(page.getElementById("figure-" + english).val()).isEqualTo("lots");
        assertThat(row(page, english).text()).contains("enter the figure as a number");
    }

    @Test
    void savesOneRowWhileItIsTypedAndAnswersWithItsStatus() throws Exception {
        Map<String, String> form = form(page(OWNER));
        form.put("figure-" + english, "20");

        send(OWNER, address + "/" + english, form);
        // in the one transaction of a test, what was written is read only after it is flushed
        MockHttpServletResponse answer = send(OWNER, address + "/" + english, form);

        assertThat(answer.getStatus()).isEqualTo(200);
        Element news = Jsoup.parse(answer.getContentAsString()).selectFirst("[data-stamp]");
        assertThat(news.text()).contains("Off track", "20%");
        assertThat(stored(english, "figure")).isEqualTo("20");

        // cleared again, with what the answer gave
        form.put("seen-" + english, news.attr("data-stamp"));
        form.put("was-" + english, news.attr("data-was"));
        form.put("figure-" + english, "");
        send(OWNER, address + "/" + english, form);
        assertThat(stored(english, "figure")).isNull();
    }

    @Test
    void neverOverwritesWhatSomebodyElseWroteMeanwhile() throws Exception {
        Map<String, String> mine = form(page(OWNER));
        Map<String, String> theirs = form(page(OFFICER));
        theirs.put("figure-" + english, "70");
        send(OFFICER, address, theirs);
        mine.put("figure-" + english, "82");
        mine.put("figure-" + maths, "77");

        MockHttpServletResponse refused = send(OWNER, address, mine);

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(stored(english, "figure")).isEqualTo("70");
        assertThat(stored(maths, "figure")).isEqualTo("77");
        Document page = Jsoup.parse(refused.getContentAsString());
        assertThat(row(page, english).text()).contains(OFFICER + " wrote here while you did", "70");
        assertThat(page.getElementById("figure-" + english).val()).isEqualTo("82");

        assertThat(send(OWNER, address, form(page)).getStatus()).isEqualTo(302);
        assertThat(stored(english, "figure")).isEqualTo("82");
    }

    @Test
    void anOldGridDoesNotBringBackFiguresThatNobodyTypedInIt() throws Exception {
        Map<String, String> old = form(page(OWNER));
        Map<String, String> theirs = form(page(OFFICER));
        theirs.put("figure-" + maths, "60");
        send(OFFICER, address, theirs);
        jdbc.sql("update return_item set narrative = 'Also new' where item_id = ?")
                .param(maths)
                .update();
        entities.clear();
        old.put("figure-" + english, "82");

        assertThat(send(OWNER, address, old).getStatus()).isEqualTo(302);

        assertThat(stored(maths, "figure")).isEqualTo("60");
        assertThat(stored(maths, "narrative")).isEqualTo("Also new");
    }

    @Test
    void showsWhereTheLinesOfAColumnGoBeforeAnythingIsSaved() throws Exception {
        Map<String, String> form = form(page(OWNER));
        form.put("figure-" + english, "82");
        form.put("then", "column");
        form.put("from", maths.toString());
        form.put("column", "76%\r\n40 of 51\r\n\r\n12\r\nten\t20\r\n7\r\n58\t78\r\n58\t78\r\n1\t2\r\nextra\r\n");
        String before = all();

        MockHttpServletResponse answer = send(OWNER, address, form);

        assertThat(answer.getStatus()).isEqualTo(200);
        entities.flush();
        assertThat(all()).isEqualTo(before);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.getElementById("figure-" + maths).val()).isEqualTo("76%");
        assertThat(page.getElementById("numerator-" + share).val()).isEqualTo("40");
        assertThat(page.getElementById("denominator-" + share).val()).isEqualTo("51");
        assertThat(page.getElementById("figure-" + english).val()).isEqualTo("82");
        assertThat(page.getElementById("pasted").text())
                .contains(
                        "5 rows are filled",
                        "1 line at the end has no row",
                        "Line 4, “12”",
                        "two figures are asked for",
                        "Line 5, “ten 20”",
                        "as a number",
                        "Nothing is saved yet");

        send(OWNER, address, form(page));
        assertThat(stored(maths, "figure")).isEqualTo("76%");
        assertThat(stored(share, "numerator")).isEqualTo("40");
        assertThat(stored(english, "figure")).isEqualTo("82");
    }

    @Test
    void refusesAColumnWithNothingInIt() throws Exception {
        Map<String, String> form = form(page(OWNER));
        form.put("figure-" + english, "82");
        form.put("then", "column");

        MockHttpServletResponse answer = send(OWNER, address, form);

        assertThat(answer.getStatus()).isEqualTo(400);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.getElementById("column-error").text()).contains("at least one line");
        assertThat(page.getElementById("figure-" + english).val()).isEqualTo("82");
    }

    @Test
    void figuresTypedIntoASessionThatIsOverAreBack() throws Exception {
        Map<String, String> form = form(page(OWNER));
        form.put("figure-" + english, "82");
        MockHttpServletRequestBuilder late = post(address).header("Referer", "http://localhost" + address);
        form.forEach(late::param);
        Cookie kept = Objects.requireNonNull(
                mvc.perform(late).andReturn().getResponse().getCookie("kept"));

        Document page = Jsoup.parse(mvc.perform(get(address).cookie(kept).with(authentication(demonstration.as(OWNER))))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.text()).contains("What you typed is back");
        assertThat(page.getElementById("figure-" + english).val()).isEqualTo("82");
        assertThat(stored(english, "figure")).isNull();

        send(OWNER, address, form(page));
        assertThat(stored(english, "figure")).isEqualTo("82");
    }

    @Test
    void aReturnThatIsInHasNoGridAndSomebodyElsesNeither() throws Exception {
        UUID in = demonstration.openReturn("School Organisation");
        assertThat(answer(get("/returns/" + in + "/grid"), OFFICER).getRedirectedUrl())
                .isEqualTo("/returns/" + in);
        assertThat(answer(post("/returns/" + in + "/grid").with(csrf()).param("then", "column"), OFFICER)
                        .getStatus())
                .isEqualTo(409);
        assertThat(answer(get("/returns/" + in + "/grid"), OWNER).getStatus()).isEqualTo(404);
        assertThat(answer(post("/returns/" + in + "/grid").with(csrf()), OWNER).getStatus())
                .isEqualTo(404);
    }

    private UUID item(String name) {
        return jdbc.sql("select item_id from return_item join plan_indicator using (node_id) join indicator using"
                        + " (indicator_id) where return_id = ? and name = ?")
                .param(owed)
                .param(name)
                .query(UUID.class)
                .single();
    }

    private static Element row(Document page, UUID item) {
        return Objects.requireNonNull(page.getElementById("item-" + item));
    }

    /** The fields of the grid as a browser would send them. */
    private static Map<String, String> form(Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.select("#return input[name], #return select[name]").stream()
                .filter(field -> !field.attr("name").startsWith("_"))
                .forEach(field -> fields.put(
                        field.attr("name"),
                        field.tagName().equals("select")
                                ? field.select("option[selected]").attr("value")
                                : field.val()));
        return fields;
    }

    private Document page(String who) throws Exception {
        return get(address, who);
    }

    private Document get(String page, String who) throws Exception {
        MockHttpServletResponse answer = answer(get(page), who);
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private static MockHttpServletRequestBuilder get(String page) {
        return org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(page);
    }

    private MockHttpServletResponse send(String who, String to, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = post(to).with(csrf());
        fields.forEach(request::param);
        return answer(request, who);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String who) throws Exception {
        MockHttpServletResponse answer = mvc.perform(request.with(authentication(demonstration.as(who))))
                .andReturn()
                .getResponse();
        entities.flush();
        return answer;
    }

    private @org.jspecify.annotations.Nullable String stored(UUID item, String column) {
        entities.flush();
        return jdbc.sql("select coalesce(" + column + ", '') from return_item where item_id = ?")
                .param(item)
                .query(String.class)
                .optional()
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private String all() {
        return String.join(
                "\n",
                jdbc.sql("select t::text from return_item t where return_id = ? order by item_id")
                        .param(owed)
                        .query(String.class)
                        .list());
    }
}
