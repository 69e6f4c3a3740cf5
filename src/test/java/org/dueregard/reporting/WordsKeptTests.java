package org.dueregard.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import jakarta.servlet.http.Cookie;
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
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** A form that arrives after its session was over is kept, and its words are back after signing in, byte for byte. */
@ProductTest
@Transactional
class WordsKeptTests {

    private static final String OWNER = "Secondary Standards and Inclusion Manager";
    private static final String OFFICER = "Policy Officer";
    private static final String SENTENCE =
            "She said \"two of four\" & 'no more'.\n\n<b>É</b> is for élan — 50% </textarea>";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Test
    void theSentenceIsThereAfterSigningInAgainAndCanBeSaved() throws Exception {
        int before = parked();
        MockHttpServletResponse sent = send(form().header("Referer", "http://localhost/returns/" + mine()));
        assertThat(sent.getRedirectedUrl()).endsWith("/sign-in?kept");
        Cookie kept = Objects.requireNonNull(sent.getCookie("kept"));

        Document page = pageOf(OWNER, kept);
        assertThat(page.getElementById("narrative-" + item()).wholeText())
                // HTML takes away one line end after the tag, which jsoup leaves
                .isEqualTo("\n" + SENTENCE);

        send(form(page.selectFirst("[name=seen-" + item() + "]").val())
                .cookie(kept)
                .with(csrf())
                .with(authentication(demonstration.as(OWNER))));
        entities.flush();
        assertThat(jdbc.sql("select narrative from return_item where item_id = ?")
                        .param(item())
                        .query(String.class)
                        .single())
                .isEqualTo(SENTENCE);
        assertThat(parked()).isEqualTo(before);
    }

    @Test
    void aPageThatDoesNotPutThemBackShowsThemUntilTheyAreSent() throws Exception {
        String minutes = "/meetings/" + demonstration.meeting("CLOSED") + "/minutes";
        MockHttpServletResponse sent = send(post(minutes)
                .param("words", SENTENCE)
                .param("version", "1")
                .header("Referer", "http://localhost" + minutes + "/edit"));
        Cookie kept = Objects.requireNonNull(sent.getCookie("kept"));

        assertThat(shownAside(minutes + "/edit", kept)).endsWith(SENTENCE);
        assertThat(shownAside(minutes, kept)).isEmpty();

        String version =
                page(minutes + "/edit", kept).selectFirst("[name=version]").val();
        send(post(minutes)
                .param("words", SENTENCE)
                .param("version", version)
                .cookie(kept)
                .with(csrf())
                .with(authentication(demonstration.as(OFFICER))));
        assertThat(shownAside(minutes + "/edit", kept)).isEmpty();
    }

    @Test
    void ofAPlanTheyAreLetGoOnceAPageUnderItIsSavedAndNotBefore() throws Exception {
        int before = parked();
        String plan = "/plans/" + demonstration.plan();
        String node = "/items/"
                + jdbc.sql("select node_id from plan_node where plan_id = ? and kind = 'ACTIVITY' limit 1")
                        .param(demonstration.plan())
                        .query(UUID.class)
                        .single();
        Cookie kept = Objects.requireNonNull(send(post(plan + "/title")
                        .param("title", SENTENCE)
                        .header("Referer", "http://localhost" + plan + "/details"))
                .getCookie("kept"));

        save(node + "/deadline", node + "/edit", kept, "deadline", "March 2030");
        assertThat(parked()).as("something else was saved").isEqualTo(before + 1);
        save(plan + "/title", plan + "/details", kept, "title", "Equality plan");
        assertThat(parked()).isEqualTo(before);

        Cookie ofTheItem = Objects.requireNonNull(send(post(node + "/deadline")
                        .param("deadline", SENTENCE)
                        .header("Referer", "http://localhost" + node + "/edit"))
                .getCookie("kept"));
        save(node + "/deadline", node + "/edit", ofTheItem, "deadline", "April 2030");
        assertThat(parked()).isEqualTo(before);
    }

    private void save(String form, String page, Cookie kept, String field, String words) throws Exception {
        String version = page(page, kept).selectFirst("[name=version]").val();
        assertThat(send(post(form)
                                .param("version", version)
                                .param(field, words)
                                .param("_once", UUID.randomUUID().toString())
                                .cookie(kept)
                                .with(csrf())
                                .with(authentication(demonstration.as(OFFICER))))
                        .getStatus())
                .as(form)
                .isEqualTo(302);
        entities.flush();
    }

    private String shownAside(String address, Cookie kept) throws Exception {
        return page(address, kept).select("body > aside textarea").stream()
                .map(Element::wholeText)
                .findFirst()
                .orElse("");
    }

    private Document page(String address, Cookie kept) throws Exception {
        entities.flush();
        entities.clear();
        return Jsoup.parse(send(get(address).cookie(kept).with(authentication(demonstration.as(OFFICER))))
                .getContentAsString());
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsNotOverwrittenByTheSentence() throws Exception {
        MockHttpServletResponse sent = send(form().header("Referer", "http://localhost/returns/" + mine()));
        Cookie kept = Objects.requireNonNull(sent.getCookie("kept"));
        send(form(pageOf("Policy Officer")
                        .selectFirst("[name=seen-" + item() + "]")
                        .val())
                .with(request -> {
                    request.setParameter("narrative-" + item(), "Entered on their behalf.");
                    return request;
                })
                .with(csrf())
                .with(authentication(demonstration.as("Policy Officer"))));
        entities.flush();

        Document page = pageOf(OWNER, kept);
        MockHttpServletResponse refused =
                send(form(page.selectFirst("[name=seen-" + item() + "]").val())
                        .cookie(kept)
                        .with(csrf())
                        .with(authentication(demonstration.as(OWNER))));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .getElementById("item-" + item())
                        .text())
                .contains("Entered on their behalf.", "two of four");
    }

    @Test
    void whoeverSignsInNextOnTheSameBrowserDoesNotSeeTheWords() throws Exception {
        Document page = pageOf(OWNER);
        String by = page.selectFirst("form#return [name=_by]").val();
        assertThat(by).isEqualTo(demonstration.as(OWNER).getName());
        MockHttpServletResponse sent =
                send(form(page.selectFirst("[name=seen-" + item() + "]").val())
                        .param("_by", by)
                        .header("Referer", "http://localhost/returns/" + mine()));
        Cookie kept = Objects.requireNonNull(sent.getCookie("kept"));

        assertThat(pageOf("Policy Officer", kept).html()).doesNotContain(SENTENCE);
        assertThat(pageOf(OWNER, kept).getElementById("narrative-" + item()).val())
                .isEqualTo(SENTENCE);
    }

    @Test
    void aSaveWhileTypingThatComesAfterThePageWasSentUndoesNothing() throws Exception {
        String seen = pageOf(OWNER).selectFirst("[name=seen-" + item() + "]").val();
        send(form(seen).with(csrf()).with(authentication(demonstration.as(OWNER))));
        entities.flush();

        MockHttpServletResponse late = whileTyping(seen, "Half a sent");

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(narrative()).isEqualTo(SENTENCE);
        Element answer = Objects.requireNonNull(
                Jsoup.parse(late.getContentAsString()).selectFirst("[data-own]"), "it is their own");
        assertThat(whileTyping(answer.attr("data-stamp"), SENTENCE + " And more.")
                        .getStatus())
                .as("with what is there now before them")
                .isEqualTo(200);
        assertThat(narrative()).isEqualTo(SENTENCE + " And more.");
    }

    private MockHttpServletResponse whileTyping(String seen, String words) throws Exception {
        MockHttpServletResponse answer = send(post("/returns/" + mine() + "/items/" + item())
                .param("seen-" + item(), seen)
                .param("choice-" + item(), "UPDATE")
                .param("narrative-" + item(), words)
                .with(csrf())
                .with(authentication(demonstration.as(OWNER))));
        entities.flush();
        return answer;
    }

    private String narrative() {
        return jdbc.sql("select narrative from return_item where item_id = ?")
                .param(item())
                .query(String.class)
                .single();
    }

    @Test
    void aFormOfAnotherSiteIsNotKept() throws Exception {
        assertThat(send(form().header("Referer", "https://evil.example/returns/" + mine()))
                        .getRedirectedUrl())
                .endsWith("/sign-in?over");
        assertThat(send(form().header("Referer", "http://localhost/returns/" + mine())
                                .header("Sec-Fetch-Site", "cross-site"))
                        .getRedirectedUrl())
                .endsWith("/sign-in?over");
    }

    @Test
    void aPasswordIsNeverKept() throws Exception {
        int before = parked();
        MockHttpServletResponse sent = send(post("/password/unknown")
                .header("Referer", "http://localhost/password/unknown")
                .param("password", "secret words"));

        assertThat(sent.getCookie("kept")).isNull();
        assertThat(parked()).isEqualTo(before);
    }

    /** Forms that are kept at present, of whomever. */
    private int parked() {
        return jdbc.sql("select count(*) from form_parked").query(Integer.class).single();
    }

    private Document pageOf(String post, Cookie... kept) throws Exception {
        MockHttpServletRequestBuilder page = get("/returns/" + mine()).with(authentication(demonstration.as(post)));
        return Jsoup.parse(send(kept.length == 0 ? page : page.cookie(kept)).getContentAsString());
    }

    private MockHttpServletRequestBuilder form() {
        return form("0-0");
    }

    private MockHttpServletRequestBuilder form(String seen) {
        return post("/returns/" + mine())
                .param("seen-" + item(), seen)
                .param("choice-" + item(), "UPDATE")
                .param("narrative-" + item(), SENTENCE.replace("\n", "\r\n"));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private UUID mine() {
        return demonstration.openReturn("Secondary Standards and Inclusion");
    }

    private UUID item() {
        return demonstration.item(mine());
    }
}
