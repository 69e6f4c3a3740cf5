package org.dueregard.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.dueregard.document.RichText;
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

/** Boxes for Markdown: how the words read is shown before anybody else reads them, with scripts and without. */
@ProductTest
@Transactional
class WritingTests {

    private static final String OWNER = "Secondary Standards and Inclusion Manager";
    private static final String WORDS =
            "Two schools:\n\n- Ash Lane\n- <b>Mill</b> Road\n\n| a | b |\n| --- | --- |\n| 1 | 2 |";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Autowired
    Narrative narrative;

    @Test
    void thePreviewIsWhatReadersSee() throws Exception {
        MockHttpServletResponse answer = send(OWNER, post("/words/preview").param("words", WORDS));

        assertThat(answer.getContentType()).startsWith("text/html");
        assertThat(answer.getContentAsString())
                .isEqualTo(narrative.html(WORDS))
                .contains("<li>Ash Lane</li>", "&lt;b&gt;Mill", "<td>2</td>");
    }

    @Test
    void whatIsPastedComesBackAsMarkdown() throws Exception {
        MockHttpServletResponse answer =
                send(OWNER, post("/words/pasted").param("html", "<ul><li>one<li>two</ul><script>no()</script>"));

        assertThat(answer.getContentType()).startsWith("text/plain");
        assertThat(answer.getContentAsString()).isEqualTo("- one\n- two");
        assertThat(send(OWNER, post("/words/pasted")).getContentAsString()).isEmpty();
    }

    @Test
    void moreThanAnybodyWritesIsRefused() throws Exception {
        assertThat(send(OWNER, post("/words/preview").param("words", "x".repeat(200_001)))
                        .getStatus())
                .isEqualTo(413);
        assertThat(send(OWNER, post("/words/pasted").param("html", "x".repeat(RichText.LONGEST + 1)))
                        .getStatus())
                .isEqualTo(413);
    }

    @Test
    void withoutScriptsTheItemIsSavedAndItsWordsStandBelowItsBox() throws Exception {
        UUID owed = demonstration.openReturn("Secondary Standards and Inclusion");
        UUID item = demonstration.item(owed);
        Document before = page(OWNER, "/returns/" + owed);
        assertThat(reads(before, "narrative-" + item).hasAttr("hidden")).isTrue();
        assertThat(before.getElementById("item-" + item).select("button[value=read-" + item + "]"))
                .hasSize(1);

        MockHttpServletResponse saved = send(
                OWNER,
                post("/returns/" + owed)
                        .param(
                                "seen-" + item,
                                before.select("[name=seen-" + item + "]").val())
                        .param("choice-" + item, "UPDATE")
                        .param("narrative-" + item, WORDS)
                        .param("then", "read-" + item));
        entities.flush();

        String next = Objects.requireNonNull(saved.getRedirectedUrl());
        assertThat(next).isEqualTo("/returns/" + owed + "?saved&read=" + item + "#item-" + item);
        Document after = page(OWNER, "/returns/" + owed + "?read=" + item);
        assertThat(reads(after, "narrative-" + item).hasAttr("hidden")).isFalse();
        assertThat(reads(after, "narrative-" + item).select("li")).hasSize(2);
        assertThat(jdbc.sql("select narrative from return_item where item_id = ?")
                        .param(item)
                        .query(String.class)
                        .single())
                .isEqualTo(WORDS);
    }

    @Test
    void minutesAndWordsOfTheReportAreShownWithoutBeingKept() throws Exception {
        String meeting = "/meetings/" + demonstration.meeting("CLOSED");

        Document minutes = pageOf(send(
                "Policy Officer",
                post(meeting + "/minutes").param("words", WORDS).param("then", "preview")));
        assertThat(reads(minutes, "words").select("li")).hasSize(2);
        assertThat(minutes.getElementById("words").wholeText().strip()).isEqualTo(WORDS);

        Document report =
                pageOf(send("Policy Officer", post(meeting + "/report").param("then", "preview")));
        String box = report.select("textarea").first().id();
        report = pageOf(send(
                "Policy Officer", post(meeting + "/report").param(box, WORDS).param("then", "preview")));
        assertThat(reads(report, box).select("li")).hasSize(2);
        assertThat(report.select(".dr-reads:not([hidden])")).hasSize(1);
        entities.flush();
        assertThat(page("Policy Officer", meeting + "/minutes").text()).doesNotContain("Ash Lane");
        assertThat(page("Policy Officer", meeting + "/report").text()).doesNotContain("Ash Lane");
    }

    private static Element reads(Document page, String box) {
        return Objects.requireNonNull(page.getElementById(box + "-reads"));
    }

    private Document page(String who, String address) throws Exception {
        return pageOf(mvc.perform(get(address).with(authentication(demonstration.as(who))))
                .andReturn()
                .getResponse());
    }

    private static Document pageOf(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse send(String who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(authentication(demonstration.as(who))))
                .andReturn()
                .getResponse();
    }
}
