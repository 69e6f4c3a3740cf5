package org.dueregard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import java.time.Year;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.intake.PlanFile;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** A form that is sent twice, by an impatient finger or a bad line, makes one change and gets one answer. */
@ProductTest
@Transactional
class TheSameFormTwiceTests {

    private static final String MANAGER = "Secondary Standards and Inclusion Manager";
    private static final String OFFICER = "Policy Officer";
    private static final String CHAIR = "Chair, ECCA group";

    /** Everything that the forms of this test could change twice. */
    private static final String ALL = """
            select concat_ws(' ', 'history', (select count(*) from history_event),
              'rounds', (select sum(version) from round), 'meetings', (select sum(version) from meeting),
              'returns', (select sum(version) from return), 'items', (select sum(version) from return_item),
              'actions', (select count(*) from meeting_action), 'agreements', (select count(*) from agreement),
              'plans', (select count(*) || '/' || sum(version) from plan), 'nodes', (select count(*) || '/' || sum(version) from plan_node),
              'files', (select count(*) || '/' || sum(version) from intake),
              'contents', (select count(*) from intake_content), 'owners', (select count(*) from owner_meaning),
              'accepted', (select count(*) from return_item where accepted_at is not null),
              'submitted', (select count(*) from return where submitted_at is not null))""";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Test
    void submittingTwiceSubmitsOnce() throws Exception {
        UUID owed = demonstration.openReturn("Secondary Standards and Inclusion");
        jdbc.sql("update return_item set choice = 'NO_UPDATE', no_update_reason = 'Not known' where return_id = :owed")
                .param("owed", owed)
                .update();

        String answer = twice("/returns/" + owed + "/submit", MANAGER, Map.of());

        assertThat(answer).isEqualTo("/returns/" + owed + "/receipt");
        assertThat(state(owed)).isEqualTo("SUBMITTED");
    }

    @Test
    void addingALinkTwiceAddsItOnce() throws Exception {
        UUID owed = demonstration.openReturn("Secondary Standards and Inclusion");
        String evidence = "/returns/" + owed + "/items/" + demonstration.item(owed) + "/evidence";

        String answer = twice(
                evidence + "/links", MANAGER, Map.of("linkTitle", "Minutes", "address", "https://www.example.org/"));

        assertThat(answer).isEqualTo(evidence + "?added");
        assertThat(jdbc.sql("select count(*) from evidence where title = 'Minutes'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void acceptingTwiceAcceptsOnce() throws Exception {
        UUID owed = demonstration.openReturn("School Organisation");

        String answer = twice("/returns/" + owed + "/accept", OFFICER, Map.of());

        assertThat(answer).isEqualTo("/rounds/" + demonstration.round("OPEN") + "?accepted");
        assertThat(state(owed)).isEqualTo("ACCEPTED");
    }

    @Test
    void acceptingAnItemTwiceAcceptsItOnce() throws Exception {
        UUID owed = demonstration.openReturn("School Organisation");
        UUID item = demonstration.item(owed);

        String answer = twice("/returns/" + owed + "/items/" + item + "/accept", OFFICER, Map.of());

        assertThat(answer).isEqualTo("/returns/" + owed + "/review#item-" + item);
    }

    @Test
    void sendingBackTwiceSendsBackOnce() throws Exception {
        UUID owed = demonstration.openReturn("School Organisation");

        String answer = twice("/returns/" + owed + "/send-back", OFFICER, Map.of("reason", "Which two schools?"));

        assertThat(answer).isEqualTo("/rounds/" + demonstration.round("OPEN") + "?sent-back");
        assertThat(state(owed)).isEqualTo("SENT_BACK");
    }

    @Test
    void closingARoundTwiceClosesItOnce() throws Exception {
        UUID round = demonstration.round("OPEN");

        String answer = twice("/rounds/" + round + "/close", OFFICER, Map.of());

        assertThat(answer).isEqualTo("/rounds/" + round);
    }

    @Test
    void settlingAnItemTwiceSettlesItOnce() throws Exception {
        String item = openMeeting();

        String answer = twice(item, CHAIR, Map.of("then", "agree", "decision", "Report again in spring."));

        assertThat(answer).startsWith("/meetings/").isNotEqualTo(item);
        entities.flush();
        assertThat(jdbc.sql("select count(*) from agreement where decision = 'Report again in spring.'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void addingAnActionTwiceAddsItOnce() throws Exception {
        String item = openMeeting();
        Map<String, String> action = Map.of(
                "what", "Visit both heads",
                "owner", "School Organisation",
                "due", "18 March " + (Year.now().getValue() + 1));

        String answer = twice(item + "/actions", CHAIR, action);

        assertThat(answer).isEqualTo(item + "#actions");
        assertThat(actions("Visit both heads")).isEqualTo(1);
    }

    @Test
    void twoFormsThatSayTheSameAreTwo() throws Exception {
        String item = openMeeting();
        Map<String, String> action = Map.of(
                "what",
                "Visit both heads",
                "owner",
                "Us",
                "due",
                "18 March " + (Year.now().getValue() + 1));

        send(item + "/actions", CHAIR, action, UUID.randomUUID());
        send(item + "/actions", CHAIR, action, UUID.randomUUID());

        assertThat(actions("Visit both heads")).isEqualTo(2);
    }

    @Test
    void notingTwiceNotesOnce() throws Exception {
        UUID action = jdbc.sql("select action_id from meeting_action where closed_on is null and meeting_id = ?"
                        + " order by due_on limit 1")
                .param(demonstration.meeting("CLOSED"))
                .query(UUID.class)
                .single();

        String answer = twice("/actions/" + action + "/notes", OFFICER, Map.of("note", "Two schools visited."));

        assertThat(answer).isEqualTo("/actions/" + action + "#notes");
        assertThat(jdbc.sql("select count(*) from action_note where words = 'Two schools visited.'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void settingTermsTwiceSetsThemOnce() throws Exception {
        Map<String, String> terms = Map.of(
                "autumn-first", "3 September 2051",
                "autumn-last", "19 December 2051",
                "spring-first", "5 January 2052",
                "spring-last", "28 March 2052",
                "summer-first", "14 April 2052",
                "summer-last", "22 July 2052");

        String answer = twice("/terms/2051", OFFICER, terms);

        assertThat(answer).isEqualTo("/terms?saved#year-2051");
    }

    @Test
    void makingAKeyTwiceMakesOne() throws Exception {
        String answer = twice("/your-account/api-keys", OFFICER, Map.of("name", "Twice", "lasting", "MONTH"));

        assertThat(answer).isEqualTo("/your-account/api-keys?made");
        UUID key = jdbc.sql("select api_key_id from api_key where name = 'Twice'")
                .query(UUID.class)
                .single();
        assertThat(twice("/your-account/api-keys/" + key + "/revoke", OFFICER, Map.of()))
                .isEqualTo("/your-account/api-keys?revoked");
    }

    @Test
    void revokingAllKeysTwiceRevokesThemOnce() throws Exception {
        twice("/your-account/api-keys", OFFICER, Map.of("name", "Twice", "lasting", "MONTH"));
        UUID person = jdbc.sql("select person_id from api_key where name = 'Twice'")
                .query(UUID.class)
                .single();

        String answer = twice("/people/" + person + "/api-keys/revoke", "Administrator", Map.of());

        assertThat(answer).isEqualTo("/people/" + person + "?keys-revoked");
    }

    @Test
    void bringingAFileTwiceKeepsItOnce() throws Exception {
        UUID once = UUID.randomUUID();
        // a document that is written again a second later is another file: its zip tells the time
        byte[] content = PlanFile.small().bytes();
        String before = all();
        String first = answer(file(once, content), "/imports", OFFICER);
        String after = all();

        assertThat(answer(file(once, content), "/imports", OFFICER))
                .isEqualTo(first)
                .matches("/imports/[0-9a-f-]{36}");
        assertThat(after).isNotEqualTo(before);
        assertThat(all()).isEqualTo(after);
    }

    @Test
    void correctingWhatWasReadTwiceCorrectsItOnce() throws Exception {
        String file = answer(file(UUID.randomUUID()), "/imports", OFFICER);
        Document columns = page(file + "/columns");
        String column = columns.select("main select option[value=DEADLINE][selected]")
                .parents()
                .get(0)
                .attr("name");

        assertThat(twice(file + "/columns", OFFICER, Map.of("version", "0", column, "OTHER")))
                .isEqualTo(file + "?read");
        assertThat(twice(file + "/spots/b0", OFFICER, Map.of("version", "1", "is", "OTHER")))
                .isEqualTo(file + "?read");
        String item =
                page(file + "?part=1").select("a.dr-drafted__change").last().attr("href");
        assertThat(twice(item, OFFICER, Map.of("version", "2", "step", "save", "title", "Train them all")))
                .startsWith(file + "?part=");
        String doubt =
                page(file + "?part=look").select("main button[name=item]").attr("value");
        assertThat(twice(file + "/right", OFFICER, Map.of("version", "3", "item", doubt)))
                .isEqualTo(file + "?part=look&right");
    }

    @Test
    void sayingWhomAFileMeansTwiceSaysItOnce() throws Exception {
        String file = answer(file(UUID.randomUUID()), "/imports", OFFICER);
        String unit = page(file + "/owners").select("#u0 option[value~=.]").attr("value");

        assertThat(twice(file + "/owners", OFFICER, Map.of("u0", unit))).isEqualTo(file + "?owners");
    }

    @Test
    void makingAPlanOfAFileTwiceMakesOne() throws Exception {
        String file = answer(file(UUID.randomUUID()), "/imports", OFFICER);

        assertThat(twice(file + "/plan", OFFICER, Map.of("version", "0", "title", "Twice", "period", "2014/15")))
                .startsWith("/plans/");
        assertThat(jdbc.sql("select count(*) from plan where title = 'Twice'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(twice(file + "/undo", OFFICER, Map.of())).isEqualTo(file + "?undone");
        assertThat(twice(file + "/reopen", OFFICER, Map.of())).isEqualTo(file);
        assertThat(twice(file + "/discard", OFFICER, Map.of())).isEqualTo("/imports?discarded");
    }

    @Test
    void takingAStepOfAPlansLifeTwiceTakesItOnce() throws Exception {
        String file = answer(file(UUID.randomUUID()), "/imports", OFFICER);
        String plan = twice(file + "/plan", OFFICER, Map.of("version", "0", "title", "Draft", "period", "2014/15"))
                .replaceAll("\\?.*", "");

        assertThat(twice(plan + "/title", OFFICER, Map.of("version", "0", "title", "Twice")))
                .isEqualTo(plan + "/details?retitled");
        Map<String, String> agreed =
                Map.of("version", "1", "state", "AGREED", "agreedOn", "24 April 2014", "agreedBy", "ECCA group");
        assertThat(twice(plan + "/state", OFFICER, agreed)).isEqualTo(plan + "/details?agreed");
        assertThat(twice(plan + "/state", OFFICER, Map.of("version", "2", "state", "ACTIVE")))
                .isEqualTo(plan + "/details?in-force");
        assertThat(twice(plan + "/close", OFFICER, Map.of("version", "3", "reason", "It is over")))
                .isEqualTo(plan + "/details?closed");
    }

    @Test
    void updatingAPlanFromAFileTwiceUpdatesItOnce() throws Exception {
        String file = answer(file(UUID.randomUUID()), "/imports", OFFICER);
        String plan = demonstration.plan().toString();
        String added = page(file + "/update?plan=" + plan)
                .select("main input[name=take]")
                .first()
                .attr("value");

        assertThat(twice(file + "/update", OFFICER, Map.of("version", "0", "plan", plan, "take", added)))
                .isEqualTo(file + "?updated");
    }

    private MockMultipartHttpServletRequestBuilder file(UUID once) {
        return file(once, PlanFile.small().bytes());
    }

    private MockMultipartHttpServletRequestBuilder file(UUID once, byte[] content) {
        return (MockMultipartHttpServletRequestBuilder) multipart("/imports")
                .file(new MockMultipartFile("file", "plan.docx", null, content))
                .param("_once", once.toString());
    }

    private Document page(String address) throws Exception {
        return demonstration.desk(OFFICER).page(address);
    }

    /** The address of the first item of a meeting that was opened. */
    private String openMeeting() throws Exception {
        UUID meeting = demonstration.meeting("OPEN");
        return twice("/meetings/" + meeting + "/open", CHAIR, Map.of());
    }

    private String twice(String address, String post, Map<String, String> fields) throws Exception {
        UUID once = UUID.randomUUID();
        String before = all();
        String first = send(address, post, fields, once);
        String after = all();
        String second = send(address, post, fields, once);

        assertThat(second).isEqualTo(first);
        assertThat(after).isNotEqualTo(before);
        assertThat(all()).isEqualTo(after);
        return first;
    }

    private String send(String address, String post, Map<String, String> fields, UUID once) throws Exception {
        MockHttpServletRequestBuilder request = post(address).param("_once", once.toString());
        fields.forEach(request::param);
        return answer(request, address, post);
    }

    private String answer(AbstractMockHttpServletRequestBuilder<?> request, String address, String post)
            throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        request.with(csrf()).with(authentication(demonstration.as(post))))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(302);
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    private String all() {
        entities.flush();
        return jdbc.sql(ALL).query(String.class).single();
    }

    private String state(UUID owed) {
        entities.flush();
        return jdbc.sql("select state from return where return_id = :owed")
                .param("owed", owed)
                .query(String.class)
                .single();
    }

    private int actions(String what) {
        entities.flush();
        return jdbc.sql("select count(*) from meeting_action where what = :what")
                .param("what", what)
                .query(Integer.class)
                .single();
    }
}
