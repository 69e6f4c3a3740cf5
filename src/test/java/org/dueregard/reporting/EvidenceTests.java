package org.dueregard.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.dueregard.organisation.model.Administration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** Files and links that an update rests on: taken in by their content, open to readers once the update is in. */
@ProductTest
@Transactional
class EvidenceTests {

    private static final String OWNER = "Secondary Standards and Inclusion Manager";
    private static final String OFFICER = "Policy Officer";
    private static final String CHAIR = "Chair, ECCA group";
    private static final byte[] PDF = "%PDF-1.7 attendance".getBytes(StandardCharsets.UTF_8);

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    Administration administration;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private UUID owed;
    private UUID item;
    private UUID node;
    private String evidence;

    @BeforeEach
    void anItem() {
        owed = demonstration.openReturn("Secondary Standards and Inclusion");
        item = demonstration.item(owed);
        node = one("select node_id from return_item where item_id = ?", item);
        evidence = "/returns/" + owed + "/items/" + item + "/evidence";
    }

    @Test
    void aFileIsKeptAsItIsAndComesBackAsWhatItIs() throws Exception {
        assertThat(upload("", file("C:\\Users\\me\\Attendance <b>.exe", PDF)).getRedirectedUrl())
                .isEqualTo(evidence + "?added");

        Document page = page(OWNER, evidence);
        assertThat(page.select("main tbody tr").text())
                .contains("Attendance <b>.exe", "PDF, 1 KB", OWNER)
                .doesNotContain("C:\\");
        MockHttpServletResponse answer = answer(get(address("Attendance <b>.exe")), OWNER);
        assertThat(answer.getContentAsByteArray()).isEqualTo(PDF);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains(".exe.pdf");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(history()).contains("Evidence added: Attendance <b>.exe");
    }

    @Test
    void whatIsRefusedIsSaidByNameAndWhatIsGoodIsTakenIn() throws Exception {
        MockHttpServletResponse answer = upload(
                "",
                file("good.pdf", PDF),
                file("bad.pdf", "MZ\0 program".getBytes(StandardCharsets.UTF_8)),
                file("empty.txt", new byte[0]));

        assertThat(answer.getStatus()).isEqualTo(400);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.getElementById("file-error").text())
                .contains("bad.pdf is not of a kind that is taken", "empty.txt is empty");
        assertThat(titles()).containsExactly("good.pdf");
        assertThat(upload("").getStatus()).isEqualTo(400);
    }

    @Test
    void theSameFileSentTwiceIsKeptOnceAndAnotherByTheSameFormIsAnother() throws Exception {
        String once = UUID.randomUUID().toString();
        upload(once, file("a.pdf", PDF));
        upload(once, file("a.pdf", PDF));
        assertThat(titles()).containsExactly("a.pdf");

        upload(once, file("a.pdf", "%PDF-1.7 another".getBytes(StandardCharsets.UTF_8)));
        assertThat(titles()).containsExactly("a.pdf", "a.pdf");
    }

    @Test
    void aLinkLeadsToTheWebAndNowhereElse() throws Exception {
        assertThat(link("Minutes", "https://www.example.org/a?b=c").getStatus()).isEqualTo(302);
        assertThat(page(OWNER, "/returns/" + owed)
                        .select("#item-" + item + " .dr-evidence a")
                        .attr("href"))
                .isEqualTo("https://www.example.org/a?b=c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "www.example.org",
                "javascript:alert(1)",
                "https://",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://example.org",
                "https://user@example.org/",
                "https://exa mple.org"
            })
    void anAddressThatIsNoneKeepsWhatWasTyped(String address) throws Exception {
        MockHttpServletResponse answer = link("Minutes", address);

        assertThat(answer.getStatus()).isEqualTo(400);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.getElementById("address-error")).isNotNull();
        assertThat(page.getElementById("address").val()).isEqualTo(address);
        assertThat(page.getElementById("linkTitle").val()).isEqualTo("Minutes");
        assertThat(titles()).isEmpty();
    }

    @Test
    void anItemHasNoMoreThanItsShare() throws Exception {
        for (int number = 0; number < EvidenceKeeping.MOST; number++) {
            link("Link " + number, "https://example.org/" + number);
        }
        assertThat(link("One more", "https://example.org/").getStatus()).isEqualTo(400);
        assertThat(upload("", file("a.pdf", PDF)).getStatus()).isEqualTo(400);
        assertThat(titles()).hasSize(EvidenceKeeping.MOST);
    }

    @Test
    void theOwnerRemovesItAsLongAsTheUpdateIsTheirsAndTheHistoryKeepsItsName() throws Exception {
        upload("", file("a.pdf", PDF));
        String address = address("a.pdf");
        String remove = evidence + "/" + address.replaceAll(".*/", "") + "/remove";

        jdbc.sql("update return set state = 'SUBMITTED', submitted_at = now(), submitted_by = 'x' where return_id = ?")
                .param(owed)
                .update();
        entities.clear();
        assertThat(answer(post(remove).with(csrf()), OWNER).getStatus()).isEqualTo(409);
        assertThat(link("Late", "https://example.org/").getStatus()).isEqualTo(409);
        jdbc.sql("update return set state = 'DRAFT' where return_id = ?")
                .param(owed)
                .update();
        jdbc.sql("update round set state = 'CLOSED', closed_at = now() where state = 'OPEN'")
                .update();
        entities.clear();
        assertThat(answer(post(remove).with(csrf()), OWNER).getStatus()).isEqualTo(409);
        jdbc.sql("update round set state = 'OPEN', closed_at = null where round_id = ?")
                .param(one("select round_id from return where return_id = ?", owed))
                .update();
        entities.clear();
        assertThat(answer(post(remove).with(csrf()), "Primary Standards Manager")
                        .getStatus())
                .isEqualTo(404);
        assertThat(titles()).containsExactly("a.pdf");

        assertThat(answer(post(remove).with(csrf()), OWNER).getRedirectedUrl()).isEqualTo(evidence + "?removed");
        assertThat(titles()).isEmpty();
        assertThat(answer(get(address), OWNER).getStatus()).isEqualTo(404);
        assertThat(history()).contains("Evidence removed: a.pdf");
    }

    @Test
    void readersSeeItOnceTheUpdateIsInAndOthersNever() throws Exception {
        upload("", file("a.pdf", PDF));
        String address = address("a.pdf");
        assertThat(answer(get(address), OFFICER).getStatus()).isEqualTo(200);
        assertThat(answer(get(address), CHAIR).getStatus()).isEqualTo(404);
        assertThat(answer(get(address), "Primary Standards Manager").getStatus())
                .isEqualTo(404);
        assertThat(page(CHAIR, "/items/" + node).text()).doesNotContain("a.pdf");

        jdbc.sql("update return set state = 'SUBMITTED', submitted_at = now(), submitted_by = 'x' where return_id = ?")
                .param(owed)
                .update();
        assertThat(answer(get(address), CHAIR).getStatus()).isEqualTo(200);
        String meeting = "/meetings/" + demonstration.meeting("OPEN");
        for (String where : List.of("/items/" + node, meeting + "/items/" + node)) {
            assertThat(page(CHAIR, where).select(".dr-evidence a[href=" + address + "]"))
                    .as(where)
                    .hasSize(1);
        }
        assertThat(page(CHAIR, meeting + "/papers").text()).contains("Evidence: a.pdf");
        assertThat(page(OFFICER, "/returns/" + owed + "/review").select(".dr-evidence a[href=" + address + "]"))
                .hasSize(1);
        assertThat(mvc.perform(get(address)).andReturn().getResponse().getRedirectedUrl())
                .endsWith("/sign-in");
        UUID elsewhere = administration.addOrganisation("Elsewhere").organisationId();
        jdbc.sql("update plan set organisation_id = ? where plan_id = ?")
                .param(elsewhere)
                .param(demonstration.plan())
                .update();
        assertThat(answer(get(address), CHAIR).getStatus()).isEqualTo(404);
    }

    @Test
    void theWayToItSavesWhatIsTypedInTheUpdate() throws Exception {
        Document page = page(OWNER, "/returns/" + owed);
        assertThat(page.select("#item-" + item + " button[value=evidence-" + item + "]"))
                .hasSize(1);

        MockHttpServletResponse answer = answer(
                post("/returns/" + owed)
                        .with(csrf())
                        .param(
                                "seen-" + item,
                                page.select("[name=seen-" + item + "]").val())
                        .param("choice-" + item, "UPDATE")
                        .param("narrative-" + item, "Half a sentence")
                        .param("then", "evidence-" + item),
                OWNER);

        assertThat(answer.getRedirectedUrl()).isEqualTo(evidence);
        assertThat(jdbc.sql("select narrative from return_item where item_id = ?")
                        .param(item)
                        .query(String.class)
                        .single())
                .isEqualTo("Half a sentence");
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "text/html", content);
    }

    private MockHttpServletResponse upload(String once, MockMultipartFile... files) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(evidence + "/files");
        for (MockMultipartFile file : files) {
            request = request.file(file);
        }
        return answer(request.param("_once", once).with(csrf()), OWNER);
    }

    private MockHttpServletResponse link(String title, String address) throws Exception {
        return answer(
                post(evidence + "/links")
                        .param("linkTitle", title)
                        .param("address", address)
                        .with(csrf()),
                OWNER);
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request, String who)
            throws Exception {
        MockHttpServletResponse answer = mvc.perform(request.with(authentication(demonstration.as(who))))
                .andReturn()
                .getResponse();
        entities.flush();
        return answer;
    }

    private Document page(String who, String address) throws Exception {
        MockHttpServletResponse answer = answer(get(address), who);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private String address(String title) {
        return "/evidence/" + one("select evidence_id from evidence where title = ?", title);
    }

    private List<String> titles() {
        return jdbc.sql("select title from evidence where item_id = ? order by added_at, evidence_id")
                .param(item)
                .query(String.class)
                .list();
    }

    private List<String> history() {
        return jdbc.sql("select what || ': ' || coalesce(became, was) from history_event where subject_id = ?")
                .param(node)
                .query(String.class)
                .list();
    }

    private UUID one(String sql, Object parameter) {
        return Objects.requireNonNull(
                jdbc.sql(sql).param(parameter).query(UUID.class).single());
    }
}
