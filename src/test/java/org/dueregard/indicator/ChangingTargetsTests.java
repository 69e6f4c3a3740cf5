package org.dueregard.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.calendar.Period;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundKeeping;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/** The policy officer changes a target: open rounds follow, closed ones stay as they were reported. */
@ProductTest
@Transactional
class ChangingTargetsTests {

    private static final String OFFICER = "Policy Officer";

    /** At least 705, with a figure for the round that is open, and nothing promised for the time in between. */
    private static final String TWO_YEAR_OLDS = "Two-year-olds who took up a funded place in the year";

    /** At most 80, with interim targets. */
    private static final String ENTRANTS = "First-time entrants to the youth justice system";

    /** In line with or above England. */
    private static final String MATHS = "Key stage 2 expected progress in maths – Black pupils";

    private static final String FAR_MORE = "100000";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    RoundKeeping rounds;

    @Autowired
    ComparatorKeeping comparators;

    @Autowired
    EntityManager entities;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theFormShowsWhatStandsThereAndHowItIsJudged() throws Exception {
        Document page = page(node());

        assertThat(page.select("#words").val()).isEqualTo("705");
        assertThat(page.select("#judged").text()).contains("Understood as: At least 705");
        assertThat(page.select("#kind option[selected]").val()).isEmpty();
        assertThat(page.select("#exact").hasAttr("open")).isFalse();
        assertThat(page.select("aside").text()).contains("At least 705", standing(node(), "sentence"));
        assertThat(page.select("#kind option").eachAttr("value"))
                .contains("MILESTONE")
                .doesNotContain("NARRATIVE");
    }

    @Test
    void savingTheFormAsItOpensChangesNothing() throws Exception {
        UUID node = node();
        UUID target = target(node);

        assertThat(send(node, Map.of()).getRedirectedUrl()).isEqualTo("/items/" + node);

        assertThat(target(node)).isEqualTo(target);
        assertThat(events(node)).isZero();
    }

    @Test
    void aNewTargetIsShownBeforeItIsSaved() throws Exception {
        UUID node = node();
        UUID target = target(node);

        MockHttpServletResponse answer = send(node, Map.of("words", "Far more", "value", FAR_MORE, "then", "show"));

        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(page.select("#judged").text())
                .contains("Understood as: At least 100,000", "Off track", "Nothing is saved yet");
        assertThat(page.select("#words").val()).isEqualTo("Far more");
        assertThat(page.select("aside").text()).contains("At least 705");
        assertThat(target(node)).isEqualTo(target);
        assertThat(events(node)).isZero();
    }

    @Test
    void theStatusAndTheItemInTheOpenRoundFollowTheNewTarget() throws Exception {
        UUID node = node();
        send(node, Map.of("words", "Any", "value", "1", "reason", "A low one first"));
        assertThat(standing(node, "status")).isIn("ON_TRACK", "COMPLETE");

        MockHttpServletResponse answer = send(
                node, Map.of("words", "Far more", "value", FAR_MORE, "reason", "The group wants more\r\nambition"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/items/" + node);
        assertThat(standing(node, "status")).isEqualTo("OFF_TRACK");
        assertThat(standing(node, "target_words")).isEqualTo("Far more");
        assertThat(item(node, "OPEN")).containsEntry("status", "OFF_TRACK").containsEntry("target_words", "Far more");
        assertThat(newest(node))
                .containsEntry("what", "Target changed")
                .containsEntry("was", "Any")
                .containsEntry("became", "Far more")
                .containsEntry("why", "The group wants more\nambition")
                .containsEntry("post", OFFICER);
    }

    @Test
    void whatTheTargetPointsBackToStays() throws Exception {
        UUID node = demonstration.indicatorNode(ENTRANTS);
        Map<String, Object> before = kept(node);

        send(node, Map.of("words", "Fewer than 60", "kind", "FEWER_THAN", "value", "60", "reason", "Agreed"));

        assertThat(kept(node)).isEqualTo(before);
        assertThat(before.get("baseline_words")).isNotNull();
        assertThat((String) before.get("interim")).contains("Quarter 2");
    }

    @Test
    void theOldTargetIsKeptBesideTheNewOneWithWhyItWasReplaced() throws Exception {
        UUID node = node();
        UUID old = target(node);

        send(node, Map.of("words", "70", "value", "70", "reason", "The group agreed"));

        assertThat(jdbc.sql("select words, replaced_because, replaced_at is not null as replaced from target"
                                + " where target_id = ?")
                        .param(old)
                        .query()
                        .singleRow())
                .containsEntry("words", "705")
                .containsEntry("replaced_because", "The group agreed")
                .containsEntry("replaced", true);
    }

    @Test
    void newWordsAreStoredWithTheStatusEvenWhereItStaysTheSame() throws Exception {
        UUID node = node();
        String status = standing(node, "status");

        send(node, Map.of("words", "No fewer than 705", "reason", "Clearer"));

        assertThat(standing(node, "status")).isEqualTo(status);
        assertThat(standing(node, "target_words")).isEqualTo("No fewer than 705");
        assertThat(item(node, "OPEN")).containsEntry("target_words", "No fewer than 705");
    }

    @Test
    void asReportedStaysAsReportedOnceTheRoundIsClosed() throws Exception {
        UUID node = node();
        rounds.close((SignedIn) demonstration.as(OFFICER).getPrincipal(), new RoundId(demonstration.round("OPEN")));
        entities.flush();
        List<Map<String, Object>> reported = items(node);
        assertThat(reported)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get("state")).isEqualTo("CLOSED"));

        send(node, Map.of("words", "Far more", "value", FAR_MORE, "tolerance", "50%", "reason", "The group agreed"));

        assertThat(standing(node, "status")).isEqualTo("OFF_TRACK");
        assertThat(items(node)).isEqualTo(reported);
        assertThat(reported)
                .extracting(item -> item.get("target_words"))
                .doesNotContain("Far more")
                .contains("705");
    }

    @Test
    void aToleranceOfItsOwnDecidesWhatCountsAsAtRisk() throws Exception {
        UUID node = node();
        send(node, Map.of("words", "Far more", "value", FAR_MORE, "reason", "Agreed"));
        assertThat(standing(node, "status")).isEqualTo("OFF_TRACK");

        send(node, Map.of("tolerance", "1000000", "reason", "Small numbers"));

        assertThat(standing(node, "status")).isEqualTo("AT_RISK");
        assertThat(standing(node, "tolerance")).isEqualTo("1000000");
        assertThat(item(node, "OPEN")).containsEntry("status", "AT_RISK");
        assertThat(newest(node))
                .containsEntry("what", "Tolerance changed")
                .containsEntry("was", null)
                .containsEntry("became", "1000000")
                .containsEntry("why", "Small numbers");

        send(node, Map.of("tolerance", "", "reason", "The plan’s is enough"));

        assertThat(standing(node, "status")).isEqualTo("OFF_TRACK");
        assertThat(newest(node)).containsEntry("was", "1000000").containsEntry("became", null);
    }

    @Test
    void everyKindOfTargetIsUnderstoodAsItIsMeant() throws Exception {
        UUID node = node();
        Map<Map<String, String>, String> meant = new LinkedHashMap<>();
        meant.put(Map.of("kind", "AT_LEAST", "value", "1,200"), "At least 1,200");
        meant.put(Map.of("kind", "MORE_THAN", "value", "57"), "More than 57");
        meant.put(Map.of("kind", "FEWER_THAN", "value", "85"), "Fewer than 85");
        meant.put(Map.of("kind", "EXACTLY", "value", "7"), "Exactly 7");
        meant.put(Map.of("kind", "BETWEEN", "low", "20", "high", "40"), "Between 20 and 40");
        meant.put(Map.of("kind", "INCREASE"), "Increase");
        meant.put(
                Map.of("kind", "REDUCE", "changeAmount", "20", "changeUnit", "PERCENT", "yearOnYear", "yes"),
                "Reduce by 20% year on year");
        meant.put(Map.of("kind", "REDUCE", "changeAmount", "5", "changeUnit", "AMOUNT"), "Reduce by 5");
        meant.put(Map.of("kind", "MAINTAIN"), "Maintain");
        meant.put(Map.of("kind", "SET_BASELINE"), "Set a baseline");
        meant.put(Map.of("kind", "TRACK"), "Track");
        for (Map.Entry<Map<String, String>, String> each : meant.entrySet()) {
            Map<String, String> fields = new LinkedHashMap<>(each.getKey());
            fields.put("then", "show");
            Document page = Jsoup.parse(send(node, fields).getContentAsString());
            assertThat(page.select("#judged > p").first().text())
                    .as(each.getKey().toString())
                    .startsWith("Understood as: " + each.getValue() + ",");
        }
    }

    @Test
    void theWordsAloneAreEnoughWhereTheySayIt() throws Exception {
        UUID node = node();

        Document page = shown(node, Map.of("words", "Reduce by 20% year on year by March 2027"));

        assertThat(page.select("#judged").text())
                .contains("Understood as: Reduce by 20% year on year,", "Stated.", "by March 2027");
        assertThat(page.select("#confirmed")).isEmpty();
        assertThat(page.select("#exact").hasAttr("open")).isFalse();
        assertThat(send(node, Map.of("words", "No fewer than 800", "reason", "Agreed"))
                        .getRedirectedUrl())
                .isEqualTo("/items/" + node);
        assertThat(terms(node)).containsEntry("kind", "AT_LEAST").containsEntry("words", "No fewer than 800");
    }

    @Test
    void aGuessIsSavedOnceSomebodySaysThatItIsMeant() throws Exception {
        UUID node = node();
        Map<String, String> guess = new LinkedHashMap<>(Map.of("words", "About 800", "reason", "Agreed"));

        MockHttpServletResponse refused = send(node, guess);
        Document page = Jsoup.parse(refused.getContentAsString());
        String meant = page.select("#confirmed").val();

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(page.select("#judged").text()).contains("Understood as: At least 800", "A guess, to be checked.");
        assertThat(page.getElementById("confirmed-error").text()).contains("tick that it is meant");
        assertThat(page.select("#exact").hasAttr("open")).isTrue();
        assertThat(page.select("#words").val()).isEqualTo("About 800");

        guess.put("confirmed", meant);
        Map<String, String> other = new LinkedHashMap<>(guess);
        other.put("words", "About 900");
        assertThat(send(node, other).getStatus())
                .as("what was confirmed was something else")
                .isEqualTo(400);
        assertThat(send(node, guess).getRedirectedUrl()).isEqualTo("/items/" + node);

        assertThat(terms(node)).containsEntry("kind", "AT_LEAST").containsEntry("words", "About 800");
        assertThat(page(node).select("#confirmed").hasAttr("checked")).isTrue();
        assertThat(send(node, Map.of()).getRedirectedUrl())
                .as("confirmed once is confirmed")
                .isEqualTo("/items/" + node);
    }

    @Test
    void wordsThatSayTwoThingsAreOfferedForSplittingAndKeptWhole() throws Exception {
        UUID node = node();
        Map<String, String> two =
                new LinkedHashMap<>(Map.of("words", "40 on roll; 25 regularly attend", "reason", "Agreed"));

        MockHttpServletResponse refused = send(node, two);
        Document page = Jsoup.parse(refused.getContentAsString());

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(page.select("#judged").text()).contains("Not understood.", "kept whole");
        assertThat(page.select("#judged li").eachText()).containsExactly("40 on roll", "25 regularly attend");

        two.put("confirmed", page.select("#confirmed").val());
        assertThat(send(node, two).getRedirectedUrl()).isEqualTo("/items/" + node);

        assertThat(terms(node)).containsEntry("kind", "NOT_STATED").containsEntry("words", two.get("words"));
        assertThat(standing(node, "status")).isEqualTo("NOT_RATED");
        assertThat(standing(node, "sentence")).isEqualTo("The target is kept in words only, which cannot be judged.");
        assertThat(page(node).select("#exact").hasAttr("open")).isFalse();
        assertThat(page(node).select("aside").text()).contains("Kept in words only");
    }

    @Test
    void whatIsSaidExactlyWinsOverTheWords() throws Exception {
        UUID node = node();

        send(node, Map.of("words", "About 800", "kind", "AT_MOST", "value", "900", "reason", "Agreed"));

        assertThat(terms(node)).containsEntry("kind", "AT_MOST").containsEntry("words", "About 800");
        Document page = page(node);
        assertThat(page.select("#exact").hasAttr("open")).isTrue();
        assertThat(page.select("#kind option[selected]").val()).isEqualTo("AT_MOST");
        assertThat(page.select("#value").val()).isEqualTo("900");
        assertThat(page.select("#judged").text())
                .contains("Understood as: No more than 900", "The words alone would be read as: At least 800.");
        assertThat(page.select("#confirmed")).isEmpty();
    }

    @Test
    void fieldsThatWouldNotBeLookedAtArePointedOut() throws Exception {
        Document page = Jsoup.parse(send(node(), Map.of("kind", "", "value", "900", "reason", "Agreed"))
                .getContentAsString());

        assertThat(page.getElementById("kind-error").text()).contains("Choose what the target asks for");
        assertThat(page.select("#value").val()).isEqualTo("900");
    }

    @Test
    void theReadingComesAsAPieceOfThePageWhileSomebodyTypes() throws Exception {
        UUID node = node();

        Document piece = Jsoup.parse(
                send(node, Map.of("words", "About 800", "then", "live")).getContentAsString());

        assertThat(piece.select("form, html head title")).isEmpty();
        assertThat(piece.select("[data-part=judged]").text())
                .contains("Understood as: At least 800", "A guess", "Nothing is saved yet");
        assertThat(piece.select("[data-part=confirm] input").val()).isEqualTo("At least 800");
        assertThat(piece.select("[data-unfold=exact]")).hasSize(1);
        assertThat(Jsoup.parse(send(node, Map.of("words", "", "then", "live")).getContentAsString())
                        .select("[data-part=judged]")
                        .text())
                .contains("Enter the target in your words");
        assertThat(events(node)).isZero();
    }

    @Test
    void interimTargetsAreKeptAndJudgeWhatComesBeforeTheEnd() throws Exception {
        UUID node = node();
        jdbc.sql("update indicator set frequency = 'QUARTERLY', basis = 'RUNNING_TOTAL' where indicator_id ="
                        + " (select indicator_id from plan_indicator where node_id = ?)")
                .param(node)
                .update();
        Document page = page(node);
        Map<String, String> typed = new LinkedHashMap<>();
        page.select("#interim input").forEach(box -> typed.put(box.attr("name"), ""));
        String second = typed.keySet().stream()
                .filter(name -> name.contains("Quarter 2"))
                .findFirst()
                .orElseThrow();
        String id = page.select("#interim input[name='" + second + "']").attr("id");
        assertThat(typed.keySet()).hasSize(3).allMatch(name -> name.startsWith("interim:Quarter "));

        typed.put(second, "lots");
        MockHttpServletResponse refused = send(node, with(typed, "reason", "Agreed"));
        assertThat(refused.getStatus()).isEqualTo(400);
        Document again = Jsoup.parse(refused.getContentAsString());
        assertThat(again.getElementById(id + "-error").text()).contains("Enter the interim target for Quarter 2");
        assertThat(again.getElementById(id).val()).isEqualTo("lots");

        typed.put(second, "300");
        typed.put("period", "2030/31");
        assertThat(Jsoup.parse(send(node, with(typed, "reason", "Agreed")).getContentAsString())
                        .getElementById(id + "-error")
                        .text())
                .contains("does not end in 2030/31");

        typed.remove("period");
        assertThat(send(node, with(typed, "reason", "Agreed")).getRedirectedUrl())
                .isEqualTo("/items/" + node);
        assertThat((String) kept(node).get("interim")).contains("Quarter 2").contains("300");

        typed.put(second, "");
        send(node, with(typed, "reason", "Dropped again"));
        assertThat((String) kept(node).get("interim")).isEqualTo("{}");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private Document shown(UUID node, Map<String, String> typed) throws Exception {
        return Jsoup.parse(send(node, with(typed, "then", "show")).getContentAsString());
    }

    private Map<String, Object> terms(UUID node) {
        return jdbc.sql("select kind, words, value from target where target_id = ?")
                .param(target(node))
                .query()
                .singleRow();
    }

    @Test
    void aComparisonIsUnderstoodWithTheFigureInItsWords() throws Exception {
        UUID node = demonstration.indicatorNode("Proven reoffending in the youth justice system");

        MockHttpServletResponse answer = send(
                node,
                Map.of(
                        "kind",
                        "AGAINST_COMPARATOR",
                        "relation",
                        "AT_OR_BELOW",
                        "comparatorValue",
                        "1.1",
                        "then",
                        "show"));

        assertThat(Jsoup.parse(answer.getContentAsString()).select("#judged").text())
                .contains("In line with or below")
                .contains("1.1%");
    }

    @Test
    void theWordsOfATargetNameWhoseFigureIsMeant() throws Exception {
        UUID node = comparedWithLondonToo();

        assertThat(send(node, Map.of("words", "In line with or above the London average", "reason", "Nearer to us"))
                        .getRedirectedUrl())
                .isEqualTo("/items/" + node);

        assertThat(comparator(node)).isEqualTo("London");
        assertThat(standing(node, "sentence")).contains("the London figure of 95%");
        assertThat(item(node, "OPEN").get("sentence")).isEqualTo(standing(node, "sentence"));
        Document page = page(node);
        assertThat(page.select("#kind option[selected]").val()).isEmpty();
        assertThat(page.select("#judged").text()).contains("Understood as: In line with or above London");
        assertThat(page.select("aside").text()).contains("London 95%");
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/items/" + node)
                                .with(authentication(demonstration.as(OFFICER))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .as("the table of all figures has the comparator that is meant")
                .contains("<th scope=\"col\" role=\"columnheader\" class=\"dr-right\">London</th>");
        assertThat(send(node, Map.of()).getRedirectedUrl())
                .as("as it opens it is the same target")
                .isEqualTo("/items/" + node);
        assertThat(events(node)).isEqualTo(2);
    }

    @Test
    void whoseFigureIsMeantIsChosenAmongThoseThatItIsComparedWith() throws Exception {
        UUID node = comparedWithLondonToo();
        Map<String, String> exact = new LinkedHashMap<>(Map.of(
                "words", "In line", "kind", "AGAINST_COMPARATOR", "relation", "AT_OR_ABOVE", "reason", "Agreed"));
        assertThat(page(node).select("#comparator option").eachText()).containsExactly("England", "London");

        exact.put("comparator", "Surrey");
        MockHttpServletResponse refused = send(node, exact);
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .getElementById("comparator-error")
                        .text())
                .contains("Choose one of those");

        exact.put("comparator", "London");
        send(node, exact);
        assertThat(comparator(node)).isEqualTo("London");
        assertThat(standing(node, "sentence")).contains("London figure");

        exact.put("comparator", "");
        send(node, exact);
        assertThat(comparator(node)).isEqualTo("nobody");
        assertThat(standing(node, "sentence")).contains("England figure");
    }

    @Test
    void somebodyWithWhomItIsNotComparedIsPointedOutAndNotKept() throws Exception {
        UUID node = comparedWithLondonToo();

        Document page = shown(node, Map.of("words", "In line with statistical neighbours"));

        assertThat(page.select("#judged").text())
                .contains("The words name “statistical neighbours”. This indicator is compared with England.");
    }

    @Test
    void aNewerFigureOfWhomTheTargetNamesWorksItOutAnew() throws Exception {
        UUID node = comparedWithLondonToo();
        send(node, Map.of("words", "In line with or above London", "reason", "Nearer to us"));

        london("12");

        assertThat(standing(node, "sentence")).contains("the London figure of 12%");
    }

    /** An indicator whose comparator is England, with a newer figure of London's too. */
    private UUID comparedWithLondonToo() {
        london("95");
        return demonstration.indicatorNode(MATHS);
    }

    private void london(String figure) {
        SignedIn officer = (SignedIn) demonstration.as(OFFICER).getPrincipal();
        UUID node = demonstration.indicatorNode(MATHS);
        IndicatorId indicator = new IndicatorId(jdbc.sql("select indicator_id from plan_indicator where node_id = ?")
                .param(node)
                .query(UUID.class)
                .single());
        String period = jdbc.sql("select period from target where node_id = ? and replaced_at is null limit 1")
                .param(node)
                .query(String.class)
                .single();
        ComparatorId london =
                comparators.called(demonstration.organisation(), officer, "London", "Key stage 2 maths", null);
        comparators.release(
                officer, london, Release.of(Period.parse(period), new BigDecimal(figure)), "A newer release");
        comparators.compare(officer, indicator, london);
    }

    private String comparator(UUID node) {
        return jdbc.sql("select coalesce(comparator, 'nobody') from target where target_id = ?")
                .param(target(node))
                .query(String.class)
                .single();
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndWhatWasTypedIsKept() throws Exception {
        UUID node = node();
        Map<Map<String, String>, String> wrong = new LinkedHashMap<>();
        wrong.put(Map.of("words", " "), "words");
        wrong.put(Map.of("words", "x".repeat(501)), "words");
        wrong.put(Map.of("kind", "NARRATIVE"), "kind");
        wrong.put(Map.of("kind", "SOMETHING"), "kind");
        wrong.put(Map.of("period", "next year"), "period");
        wrong.put(Map.of("value", "eighty"), "value");
        wrong.put(Map.of("value", "1,2"), "value");
        wrong.put(Map.of("kind", "BETWEEN", "low", "40", "high", "20"), "high");
        wrong.put(Map.of("kind", "BETWEEN", "low", "", "high", "20"), "low");
        wrong.put(Map.of("kind", "AGAINST_COMPARATOR"), "relation");
        wrong.put(Map.of("kind", "AGAINST_COMPARATOR", "relation", "BELOW", "comparatorValue", "x"), "comparatorValue");
        wrong.put(Map.of("kind", "REDUCE", "changeAmount", "-5", "changeUnit", "PERCENT"), "changeAmount");
        wrong.put(Map.of("kind", "REDUCE", "changeAmount", "5"), "changeUnit");
        wrong.put(Map.of("tolerance", "a little"), "tolerance");
        wrong.put(Map.of("value", "70", "reason", ""), "reason");
        wrong.put(Map.of("tolerance", "3", "reason", ""), "reason");
        wrong.put(Map.of("value", "70", "reason", "x".repeat(2_001)), "reason");
        for (Map.Entry<Map<String, String>, String> each : wrong.entrySet()) {
            Map<String, String> typed = new LinkedHashMap<>(each.getKey());
            typed.putIfAbsent("reason", "The group agreed");
            MockHttpServletResponse answer = send(node, typed);
            Document page = Jsoup.parse(answer.getContentAsString());
            String field = each.getValue();

            assertThat(answer.getStatus()).as(each.toString()).isEqualTo(400);
            assertThat(page.title()).as(each.toString()).startsWith("Error: ");
            assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
                    .as(each.toString())
                    .containsExactly("#" + field);
            assertThat(page.getElementById(field + "-error"))
                    .as(each.toString())
                    .isNotNull();
            assertThat(page.getElementById(field).attr("aria-describedby")).contains(field + "-error");
            typed.forEach((name, words) -> {
                Element input = page.getElementById(name);
                if (input != null && !name.equals("kind") && !input.tagName().equals("select")) {
                    assertThat(input.val()).as(each + " " + name).isEqualTo(words);
                }
            });
        }
        assertThat(events(node)).isZero();
    }

    @Test
    void aTargetAboveTheMostThereCanBeIsRefused() throws Exception {
        UUID node = demonstration.indicatorNode(
                "Children under five in the 30% most deprived areas whose families used a children's centre");

        MockHttpServletResponse answer = send(node, Map.of("value", "175", "reason", "A slip"));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains("Enter a number that is not above 100, the most there can be");
    }

    @Test
    void theFirstTargetNeedsNoReasonAndStandsForTheYearOfThePlan() throws Exception {
        UUID node = node();
        String year = (String) kept(node).get("plan_year");
        jdbc.sql("delete from target where node_id = ?").param(node).update();

        assertThat(page(node).select("#words").val()).isEmpty();
        assertThat(send(node, Map.of("words", "70", "kind", "AT_MOST", "value", "70"))
                        .getRedirectedUrl())
                .isEqualTo("/items/" + node);

        assertThat((String) kept(node).get("plan_year")).isNotNull();
        assertThat(year).isNotNull();
        assertThat(newest(node)).containsEntry("what", "Target set").containsEntry("was", null);
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefused() throws Exception {
        UUID node = node();
        Map<String, String> seen = fields(node);
        send(node, Map.of("words", "70", "value", "70", "reason", "Theirs"));

        Map<String, String> mine = new LinkedHashMap<>(seen);
        mine.putAll(Map.of("words", "60", "reason", "Mine"));
        assertThat(post(node, OFFICER, mine).getStatus()).isEqualTo(409);

        Map<String, String> tolerance = fields(node);
        send(node, Map.of("tolerance", "3", "reason", "Theirs"));
        tolerance.putAll(Map.of("tolerance", "7", "reason", "Mine"));
        assertThat(post(node, OFFICER, tolerance).getStatus()).isEqualTo(409);

        assertThat(standing(node, "target_words")).isEqualTo("70");
        assertThat(standing(node, "tolerance")).isEqualTo("3");
    }

    @Test
    void aFormThatDoesNotTellWhatWasSeenIsNotOurs() throws Exception {
        UUID node = node();
        for (String seen :
                List.of("", "none", "12:x", UUID.randomUUID() + ":99999999999999999999", "-".repeat(36) + ":1")) {
            assertThat(send(node, Map.of("seen", seen, "words", "70", "value", "70", "reason", "Mine"))
                            .getStatus())
                    .as(seen)
                    .isEqualTo(404);
        }
    }

    @Test
    void theSameFormSentTwiceMakesOneChange() throws Exception {
        UUID node = node();
        Map<String, String> form = fields(node);
        form.putAll(Map.of(
                "words", "70", "reason", "Agreed", "_once", UUID.randomUUID().toString()));

        for (int time = 0; time < 2; time++) {
            assertThat(post(node, OFFICER, form).getRedirectedUrl()).isEqualTo("/items/" + node);
        }

        assertThat(events(node)).isEqualTo(1);
    }

    @Test
    void onlyIndicatorsHaveATarget() throws Exception {
        UUID activity = jdbc.sql("select node_id from plan_node where plan_id = ? and kind = 'ACTIVITY' limit 1")
                .param(demonstration.plan())
                .query(UUID.class)
                .single();

        for (UUID none : List.of(activity, UUID.randomUUID())) {
            assertThat(get(none, demonstration.as(OFFICER)).getStatus()).isEqualTo(404);
            assertThat(post(none, OFFICER, Map.of("words", "70")).getStatus()).isEqualTo(404);
        }
    }

    @Test
    void theTargetOfTheRetiredStays() throws Exception {
        UUID node = node();
        Map<String, String> form = fields(node);
        form.putAll(Map.of("words", "70", "reason", "Agreed"));
        jdbc.sql("update plan_node set retired_on = current_date, retired_because = 'It ended' where node_id = ?")
                .param(node)
                .update();

        assertThat(get(node, demonstration.as(OFFICER)).getStatus()).isEqualTo(409);
        assertThat(post(node, OFFICER, form).getStatus()).isEqualTo(409);
    }

    @Test
    void onlyThePolicyOfficerChangesTargets() throws Exception {
        UUID node = node();
        Map<String, String> form = fields(node);
        form.putAll(Map.of("words", "70", "reason", "Not mine"));
        for (String post : List.of(
                "Family and Adolescent Services Manager",
                "Director, Children, Schools and Families",
                "Administrator",
                "Chair, ECCA group",
                "Member, ECCA group")) {
            assertThat(get(node, demonstration.as(post)).getStatus()).as(post).isEqualTo(403);
            assertThat(post(node, post, form).getStatus()).as(post).isEqualTo(403);
        }
        assertThat(events(node)).isZero();
    }

    @Test
    void anotherCouncilsPolicyOfficerFindsNothing() throws Exception {
        UUID node = node();
        Map<String, String> form = fields(node);
        form.putAll(Map.of("words", "70", "reason", "Theirs"));

        assertThat(get(node, elsewhere()).getStatus()).isEqualTo(404);
        assertThat(post(node, elsewhere(), form).getStatus()).isEqualTo(404);
        assertThat(events(node)).isZero();
    }

    @Test
    void theTargetsOfAClosedPlanStay() throws Exception {
        UUID node = node();
        Map<String, String> form = fields(node);
        form.putAll(Map.of("words", "70", "reason", "Late"));
        jdbc.sql("update plan set state = 'CLOSED' where plan_id = ?")
                .param(demonstration.plan())
                .update();

        assertThat(get(node, demonstration.as(OFFICER)).getStatus()).isEqualTo(404);
        assertThat(post(node, OFFICER, form).getStatus()).isEqualTo(404);
    }

    private static Authentication elsewhere() {
        SignedIn somebody = new SignedIn(
                PersonId.random(),
                OrganisationId.random(),
                "Elsewhere Council",
                "Policy Officer",
                Set.of(Role.POLICY_OFFICER));
        return UsernamePasswordAuthenticationToken.authenticated(
                somebody, null, List.of(new SimpleGrantedAuthority(Role.POLICY_OFFICER.authority())));
    }

    private UUID node() {
        return demonstration.indicatorNode(TWO_YEAR_OLDS);
    }

    private MockHttpServletResponse get(UUID node, Authentication who) throws Exception {
        return mvc.perform(
                        MockMvcRequestBuilders.get("/items/" + node + "/target").with(authentication(who)))
                .andReturn()
                .getResponse();
    }

    private Document page(UUID node) throws Exception {
        MockHttpServletResponse answer = get(node, demonstration.as(OFFICER));
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    /** The form as a browser would send it untouched. */
    private Map<String, String> fields(UUID node) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        Element form = page(node).select("main form").first();
        form.select("input[type=hidden], input[type=text]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        form.select("input[type=checkbox][checked], input[type=radio][checked]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        form.select("textarea").forEach(area -> fields.put(area.attr("name"), area.val()));
        form.select("select")
                .forEach(select -> fields.put(
                        select.attr("name"), select.select("option[selected]").val()));
        fields.remove("_csrf");
        return fields;
    }

    private MockHttpServletResponse send(UUID node, Map<String, String> changed) throws Exception {
        Map<String, String> fields = fields(node);
        if (changed.containsKey("value")) {
            fields.put("kind", "AT_LEAST");
        }
        fields.putAll(changed);
        return post(node, OFFICER, fields);
    }

    private MockHttpServletResponse post(UUID node, String post, Map<String, String> fields) throws Exception {
        return post(node, demonstration.as(post), fields);
    }

    private MockHttpServletResponse post(UUID node, Authentication who, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post("/items/" + node + "/target")
                .with(csrf())
                .with(authentication(who));
        fields.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private UUID target(UUID node) {
        return jdbc.sql("select target_id from target where node_id = ? and replaced_at is null"
                        + " order by plan_year_first desc limit 1")
                .param(node)
                .query(UUID.class)
                .single();
    }

    private Map<String, Object> kept(UUID node) {
        return jdbc.sql("select plan_year, period, interim::text as interim, baseline_period, baseline_words,"
                        + " expected_from from target where target_id = ?")
                .param(target(node))
                .query()
                .singleRow();
    }

    private String standing(UUID node, String column) {
        return jdbc.sql("select " + column + " from standing join assessment using (assessment_id)"
                        + " where standing.node_id = ?")
                .param(node)
                .query(String.class)
                .single();
    }

    private Map<String, Object> item(UUID node, String state) {
        return items(node).stream()
                .filter(item -> state.equals(item.get("state")))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> items(UUID node) {
        return jdbc.sql("select round.state, assessment.assessment_id, assessment.status, assessment.target_words,"
                        + " assessment.tolerance, assessment.sentence"
                        + " from return_item item join return using (return_id) join round using (round_id)"
                        + " join assessment on assessment.assessment_id = item.assessment_id"
                        + " where item.node_id = ? order by period_last")
                .param(node)
                .query()
                .listOfRows();
    }

    private Map<String, Object> newest(UUID node) {
        return jdbc.sql("select what, was, became, why, post from history_event where subject_id = ?"
                        + " order by sequence desc limit 1")
                .param(node)
                .query()
                .singleRow();
    }

    private long events(UUID node) {
        return jdbc.sql("select count(*) from history_event where subject_id = ?")
                .param(node)
                .query(Long.class)
                .single();
    }
}
