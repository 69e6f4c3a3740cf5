package org.dueregard.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.Desk;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.WorkingDays;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.model.SigningIn;
import org.dueregard.plan.NodeId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** A year's rounds are planned in one step; each is opened, given more time, closed and, with a reason, opened again. */
@ProductTest
@Transactional
class RoundsOfAYearTests {

    private static final String OFFICER = "Policy Officer";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    EntityManager entities;

    @Autowired
    ReturnKeeping returns;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDaysProposedAreWorkingDaysInOrder() throws Exception {
        Document page = open(planning() + "?rhythm=QUARTERLY");

        assertThat(page.select("fieldset.dr-roundcard")).hasSizeGreaterThanOrEqualTo(3);
        page.select("fieldset.dr-roundcard").forEach(round -> {
            List<LocalDate> days = round.select(".dr-daysrow input").eachAttr("value").stream()
                    .map(words -> Deadline.of(words).lastDay().orElseThrow())
                    .toList();
            assertThat(days).hasSize(4).isSorted().allMatch(WorkingDays::isWorkingDay);
        });
    }

    @Test
    void aFormWithoutFieldsIsExplained() throws Exception {
        MockHttpServletResponse refused =
                demonstration.desk(OFFICER).send("/plans/" + demonstration.plan() + "/rounds");

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("There is a problem");
    }

    @Test
    void theRoundsThatArePlannedWaitForTheirDayAndHaveTheirMeetings() throws Exception {
        int before = count("select count(*) from round where plan_id = ?", demonstration.plan());
        Document page = open(planning() + "?rhythm=QUARTERLY");
        page.select("input[name^=wanted]").attr("checked", "");
        int proposed = page.select("fieldset.dr-roundcard").size();

        assertThat(send(planning(), fields(page)).getRedirectedUrl()).isEqualTo("/rounds/all?planned");

        assertThat(count("select count(*) from round where plan_id = ?", demonstration.plan()))
                .isEqualTo(before + proposed);
        assertThat(count(
                        "select count(*) from round join meeting using (round_id) where plan_id = ?"
                                + " and round.state = 'PLANNED' and meeting.state = 'PLANNED'"
                                + " and held_on = meeting_on and group_name like '%ECCA%'",
                        demonstration.plan()))
                .isEqualTo(proposed);
        assertThat(count(
                        "select count(*) from return join round using (round_id) where plan_id = ? and state = 'PLANNED'"
                                .replace("state", "round.state"),
                        demonstration.plan()))
                .isZero();
        assertThat(open(planning() + "?rhythm=QUARTERLY").select("fieldset.dr-roundcard"))
                .isEmpty();
    }

    @Test
    void aBankHolidayIsPointedOutWithTheNextGoodDayWhichOneButtonTakes() throws Exception {
        Map<String, String> typed = fields(open(planning() + "?rhythm=QUARTERLY"));
        typed.put("wanted-1", "yes");
        typed.put("opens-1", "24 December 2027");
        typed.put("due-1", "27 December 2027");
        typed.put("closes-1", "31 January 2028");
        typed.put("meeting-1", "21 February 2028");

        MockHttpServletResponse answer = send(planning(), typed);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(page.select("#due-1-doubt").text())
                .contains("Monday 27 December 2027 is a bank holiday", "Wednesday 29 December 2027");
        assertThat(page.select("#meeting-1-doubt").text()).contains("school holidays", "Monday 28 February 2028");

        typed.put("then", "better");
        Document better = Jsoup.parse(send(planning(), typed).getContentAsString());
        assertThat(better.select("#due-1").val()).isEqualTo("29 December 2027");
        assertThat(better.select("#opens-1").val()).isEqualTo("24 December 2027");
        assertThat(better.select("button[value=save]")).hasSize(1);

        typed.put("then", "as-they-are");
        assertThat(send(planning(), typed).getStatus()).isEqualTo(302);
        assertThat(count(
                        "select count(*) from round where plan_id = ? and due_on = '2027-12-27'", demonstration.plan()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "due-1, soon, Enter a day",
        "due-1, 1 May 2020, cannot be due before",
        "closes-1, 1 May 2020, cannot close before",
        "name-1, '', Give the round a name",
        "asks-1, EVERYTHING, Choose what the round asks for"
    })
    void whatIsWrongIsSaidBesideItsFieldAndTheRestIsKept(String field, String typed, String said) throws Exception {
        Map<String, String> fields = fields(open(planning() + "?rhythm=QUARTERLY"));
        fields.put("wanted-1", "yes");
        fields.put(field, typed);

        MockHttpServletResponse answer = send(planning(), fields);

        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(page.select("#" + field + "-error").text()).contains(said);
        assertThat(page.select("#opens-1").val()).isEqualTo(fields.get("opens-1"));
        assertThat(count("select count(*) from round where state = 'PLANNED' and plan_id = ?", demonstration.plan()))
                .isZero();
    }

    @Test
    void aRoundOpensAndThenStaysAboutWhatItIsAboutButGivesMoreTime() throws Exception {
        UUID round = planned();
        send("/rounds/" + round + "/open", Map.of());
        assertThat(state(round)).isEqualTo("OPEN");
        assertThat(count("select count(*) from return where round_id = ?", round))
                .isPositive();

        Document page = open("/rounds/" + round + "/change");
        assertThat(page.select("#period-1")).isEmpty();
        Map<String, String> fields = fields(page);
        fields.put("period-1", "2030/31");
        fields.put("due-1", "14 June 2030");
        fields.put("closes-1", "28 June 2030");
        fields.put("meeting-1", "");
        assertThat(send("/rounds/" + round + "/change", fields).getRedirectedUrl())
                .isEqualTo("/rounds/" + round + "?changed");

        assertThat(count("select count(*) from return where round_id = ? and due_on <> '2030-06-14'", round))
                .isZero();
        assertThat(jdbc.sql("select period from round where round_id = ?")
                        .param(round)
                        .query(String.class)
                        .single())
                .isNotEqualTo("2030/31");
        assertThat(count("select count(*) from meeting where round_id = ?", round))
                .isZero();
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefused() throws Exception {
        UUID round = planned();
        Map<String, String> fields = fields(open("/rounds/" + round + "/change"));
        fields.put("name-1", "First");
        assertThat(send("/rounds/" + round + "/change", fields).getStatus()).isEqualTo(302);
        fields.put("name-1", "Second");

        assertThat(send("/rounds/" + round + "/change", fields).getStatus()).isEqualTo(409);
        assertThat(open("/rounds/" + round).select("h1").text()).contains("First");
    }

    @Test
    void aPlannedRoundCanBeTakenOutAndAnOpenOneCannot() throws Exception {
        UUID round = planned();
        assertThat(send("/rounds/" + round + "/remove", Map.of()).getStatus()).isEqualTo(302);
        assertThat(count("select count(*) from round where round_id = ?", round))
                .isZero();
        UUID open = demonstration.round("OPEN");
        assertThat(send("/rounds/" + open + "/remove", Map.of()).getStatus()).isEqualTo(409);
        assertThat(state(open)).isEqualTo("OPEN");
    }

    @Test
    void aClosedRoundIsOpenedAgainOnlyWithAReasonWhichHistoryKeeps() throws Exception {
        UUID round = demonstration.round("CLOSED");
        assertThat(send("/rounds/" + round + "/reopen", Map.of("reason", " ")).getStatus())
                .isEqualTo(400);
        assertThat(state(round)).isEqualTo("CLOSED");

        send("/rounds/" + round + "/reopen", Map.of("reason", "The census figures were wrong"));

        assertThat(state(round)).isEqualTo("OPEN");
        assertThat(jdbc.sql("select why from history_event where subject_id = ? order by sequence desc limit 1")
                        .param(round)
                        .query(String.class)
                        .single())
                .isEqualTo("The census figures were wrong");
        assertThat(count("select count(*) from return where round_id = ? and state = 'ACCEPTED'", round))
                .isPositive();
    }

    @Test
    void whatARoundThatIsOpenedAgainHeldStaysUntilItsOwnerCorrectsIt() throws Exception {
        UUID round = demonstration.round("CLOSED");
        String before = held(round);
        List<NodeId> nodes = jdbc.sql(
                        "select node_id from return_item join return using (return_id) where round_id = ?")
                .param(round)
                .query((row, number) -> new NodeId(row.getObject(1, UUID.class)))
                .list();
        send("/rounds/" + round + "/reopen", Map.of("reason", "The census figures were wrong"));

        returns.refresh(nodes);

        assertThat(held(round)).isEqualTo(before);
    }

    @Test
    void aCorrectionInARoundThatIsOpenedAgainIsJudgedThereAndNowhereElse() throws Exception {
        UUID round = demonstration.round("CLOSED");
        send("/rounds/" + round + "/reopen", Map.of("reason", "A figure was wrong"));
        UUID item = jdbc.sql("""
                        select item_id from return_item item join return using (return_id) join assessment using (assessment_id)
                        where round_id = ? and choice = 'UPDATE' and item.figure is not null and status = 'OFF_TRACK' limit 1""").param(round).query(UUID.class).single();
        UUID owed = jdbc.sql("select return_id from return_item where item_id = ?")
                .param(item)
                .query(UUID.class)
                .single();
        String others = held(round, item);
        send("/returns/" + owed + "/send-back", Map.of("reason", "Please correct the figure"));
        Element form = open("/returns/" + owed).selectFirst("form#return");
        Map<String, String> typed = new HashMap<>();
        ((FormElement) form).formData().forEach(field -> typed.put(field.key(), field.value()));
        form.select("[type=radio][checked][value='']").forEach(none -> typed.put(none.attr("name"), ""));
        typed.put("figure-" + item, "99");
        send("/returns/" + owed, typed);
        assertThat(send("/returns/" + owed + "/submit", Map.of()).getRedirectedUrl())
                .endsWith("/receipt");

        assertThat(jdbc.sql(
                                "select assessment.figure from return_item join assessment using (assessment_id) where item_id = ?")
                        .param(item)
                        .query((row, number) -> row.getString(1))
                        .single())
                .startsWith("99");
        assertThat(held(round, item)).isEqualTo(others);
    }

    private String held(UUID round) {
        return held(round, new UUID(0, 0));
    }

    /** What the round holds of every item but one. */
    private String held(UUID round, UUID but) {
        entities.flush();
        return jdbc.sql("select item_id || ' ' || assessment_id from return_item join return using (return_id)"
                        + " where round_id = ? and item_id <> ? order by item_id")
                .params(List.of(round, but))
                .query(String.class)
                .list()
                .toString();
    }

    @Test
    void aRoundOfFiguresAsksForIndicatorsOnly() throws Exception {
        UUID round = planned();
        Map<String, String> fields = fields(open("/rounds/" + round + "/change"));
        fields.put("asks-1", "FIGURES");
        send("/rounds/" + round + "/change", fields);
        send("/rounds/" + round + "/open", Map.of());

        assertThat(jdbc.sql("select distinct kind from return_item join return using (return_id)"
                                + " join plan_node using (node_id) where round_id = ?")
                        .param(round)
                        .query(String.class)
                        .list())
                .containsExactly("INDICATOR");
        assertThat(jdbc.sql("select distinct target.kind from return_item join return using (return_id)"
                                + " join target using (node_id) where round_id = ? and replaced_at is null")
                        .param(round)
                        .query(String.class)
                        .list())
                .as("what is done or not gives no figure")
                .doesNotContain("MILESTONE")
                .hasSizeGreaterThan(1);
    }

    @Test
    void aPlannedRoundIsTakenOutWithWhoSaidThatTheyWouldComeToItsMeeting() throws Exception {
        UUID round = planned();
        int noted = jdbc.sql("""
                        insert into attendance (meeting_id, member_id, post, chair, presence)
                        select meeting_id, gen_random_uuid(), 'Member, ECCA group', false, 'APOLOGIES' from meeting
                        where round_id = ?""").param(round).update();
        assertThat(noted).isEqualTo(1);

        send("/rounds/" + round + "/remove", Map.of());

        assertThat(jdbc.sql("select count(*) from round where round_id = ?")
                        .param(round)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRoundStaysWhileItsMeetingHoldsSomethingThatWasRecorded() throws Exception {
        UUID round = planned();
        jdbc.sql("""
                        insert into meeting_action (action_id, meeting_id, what, owner_words, due_on, recorded_at)
                        select gen_random_uuid(), meeting_id, 'Find a room', 'Policy Officer', held_on, now() from meeting
                        where round_id = ?""").param(round).update();

        MockHttpServletResponse answer = send("/rounds/" + round + "/remove", Map.of());

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(jdbc.sql("select count(*) from round where round_id = ?")
                        .param(round)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void oneUnitIsGivenMoreTimeAndTheOthersAreNot() throws Exception {
        UUID owed = jdbc.sql("select return_id from return where round_id = ? and state = 'NOT_STARTED' limit 1")
                .param(demonstration.round("OPEN"))
                .query(UUID.class)
                .single();
        String address = "/returns/" + owed + "/extend";
        assertThat(send(address, Map.of("until", "some day")).getStatus()).isEqualTo(400);
        assertThat(send(address, Map.of("until", "1 May 2020")).getStatus()).isEqualTo(400);
        assertThat(send(address, Map.of("until", "14 June 2030")).getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("select return_id from return where due_on = '2030-06-14'")
                        .query(UUID.class)
                        .list())
                .containsExactly(owed);
    }

    @Test
    void nothingOfAReturnThatIsSentBackStaysAccepted() throws Exception {
        UUID owed = jdbc.sql("select return_id from return where round_id = ? and state = 'SUBMITTED' limit 1")
                .param(demonstration.round("OPEN"))
                .query(UUID.class)
                .single();
        String accepted = "select count(*) from return_item where return_id = ? and accepted_at is not null";
        send("/returns/" + owed + "/items/" + demonstration.item(owed) + "/accept", Map.of());
        assertThat(count(accepted, owed)).isOne();

        send("/returns/" + owed + "/send-back", Map.of("reason", "Please say which schools"));

        assertThat(count(accepted, owed)).isZero();
    }

    @Test
    void anotherCouncilsOfficerFindsNoRound() throws Exception {
        UUID planned = planned();
        Map<String, String> change = fields(open("/rounds/" + planned + "/change"));
        UUID open = demonstration.round("OPEN");
        UUID closed = demonstration.round("CLOSED");
        SignedIn somebody = new SignedIn(
                PersonId.random(), OrganisationId.random(), "Elsewhere Council", OFFICER, Set.of(Role.POLICY_OFFICER));
        Desk stranger = demonstration.desk(SigningIn.signedIn(somebody, null));

        for (String page : List.of(
                "/rounds/" + open,
                "/rounds/" + open + "/close",
                "/rounds/" + planned + "/change",
                "/rounds/" + closed + "/reopen",
                planning())) {
            assertThat(stranger.open(page).getStatus()).as(page).isEqualTo(404);
        }
        for (String form : List.of(
                "/rounds/" + open + "/close",
                "/rounds/" + open + "/remind",
                "/rounds/" + planned + "/open",
                "/rounds/" + planned + "/remove",
                "/rounds/" + planned + "/change",
                "/rounds/" + closed + "/reopen",
                planning())) {
            Map<String, String> fields = new HashMap<>(change);
            fields.putAll(Map.of("reason", "Not mine", "who", "all", "wanted-1", "yes"));
            assertThat(stranger.send(form, fields).getStatus()).as(form).isEqualTo(404);
        }
        assertThat(List.of(state(planned), state(open), state(closed))).containsExactly("PLANNED", "OPEN", "CLOSED");
    }

    @Test
    void aUnitThatWasGivenMoreTimeKeepsItWhenTheRoundIsDueOnAnotherDay() throws Exception {
        UUID round = planned();
        send("/rounds/" + round + "/open", Map.of());
        UUID owed = jdbc.sql("select return_id from return where round_id = ? order by return_id limit 1")
                .param(round)
                .query(UUID.class)
                .single();
        assertThat(send("/returns/" + owed + "/extend", Map.of("until", "28 June 2030"))
                        .getStatus())
                .isEqualTo(302);

        Map<String, String> fields = fields(open("/rounds/" + round + "/change"));
        fields.put("due-1", "14 June 2030");
        fields.put("closes-1", "12 July 2030");
        fields.put("meeting-1", "");
        assertThat(send("/rounds/" + round + "/change", fields).getStatus()).isEqualTo(302);

        assertThat(jdbc.sql("select due_on from return where return_id = ?")
                        .param(owed)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2030-06-28");
        assertThat(count("select count(*) from return where round_id = ? and due_on <> '2030-06-14'", round))
                .isOne();
    }

    private UUID planned() throws Exception {
        Map<String, String> fields = fields(open(planning() + "?rhythm=QUARTERLY"));
        fields.keySet().removeIf(field -> field.startsWith("wanted-"));
        fields.put("wanted-1", "yes");
        send(planning(), fields);
        return jdbc.sql("select round_id from round where plan_id = ? and state = 'PLANNED'")
                .param(demonstration.plan())
                .query(UUID.class)
                .single();
    }

    private String planning() {
        return "/plans/" + demonstration.plan() + "/rounds";
    }

    private String state(UUID round) {
        return jdbc.sql("select state from round where round_id = ?")
                .param(round)
                .query(String.class)
                .single();
    }

    private int count(String sql, UUID of) {
        return jdbc.sql(sql).param(of).query(Integer.class).single();
    }

    /** What the page's last form would send. */
    private static Map<String, String> fields(Document page) {
        Map<String, String> fields = new HashMap<>();
        Element form = page.select("form[method=post][novalidate]").last();
        form.select("input[type=text], input[type=hidden], input[type=radio][checked], input[type=checkbox][checked]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.remove("_once");
        fields.remove("_csrf");
        return fields;
    }

    private Document open(String address) throws Exception {
        return demonstration.desk(OFFICER).page(address);
    }

    private MockHttpServletResponse send(String address, Map<String, String> fields) throws Exception {
        return demonstration.desk(OFFICER).send(address, fields);
    }
}
