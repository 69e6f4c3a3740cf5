package org.dueregard.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** Whatever is filtered and whichever earlier round it is held against, the sentence says what a recount says. */
@ProductTest
@Transactional
class ComparedAndFilteredTests {

    private static final String DIRECTOR = "Director, Children, Schools and Families";

    private static final int COMBINATIONS = 60;

    @Autowired
    DemonstrationCouncil.Loaded council;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    /** One item of the plan in one round, straight from the tables. */
    private record Told(
            UUID round,
            UUID node,
            String status,
            UUID objective,
            UUID department,
            UUID division,
            String strategy,
            List<String> tags,
            boolean missing,
            boolean retired) {}

    private record Round(UUID id, UUID plan, String name, String period, LocalDate last) {

        String called() {
            return name.matches(".* \\d{4}.*") ? name : name + " (" + period + ")";
        }
    }

    private record Choices(String objective, String division, String tag, String strategy) {

        boolean pass(Told told) {
            return (objective.isEmpty() || told.objective().toString().equals(objective))
                    && (division.isEmpty()
                            || told.division().toString().equals(division)
                            || told.department().toString().equals(division))
                    && (tag.isEmpty()
                            || (tag.equals("none")
                                    ? told.tags().isEmpty()
                                    : told.tags().contains(tag)))
                    && (strategy.isEmpty() || told.strategy().equals(strategy));
        }

        String query() {
            return "&objective=" + objective + "&division=" + division + "&tag=" + encoded(tag) + "&strategy="
                    + encoded(strategy);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /** How often each kind of sentence came up, so that none of them passes by never being asked. */
    private record Seen(int compared, int nothingBefore, int fresh, int gone, int retired, int empty) {

        Seen and(Seen other) {
            return new Seen(
                    compared + other.compared,
                    nothingBefore + other.nothingBefore,
                    fresh + other.fresh,
                    gone + other.gone,
                    retired + other.retired,
                    empty + other.empty);
        }
    }

    @Test
    void theSentenceIsWhatARecountSaysForEveryCombination() throws Exception {
        takeSomeAway();
        List<Round> rounds = rounds();
        Random random = new Random(20261122);
        Seen seen = new Seen(0, 0, 0, 0, 0, 0);
        for (int number = 0; number < COMBINATIONS; number++) {
            Round round = rounds.get(number % rounds.size());
            seen = seen.and(assertTrue(round, earlier(rounds, round), random));
        }
        assertThat(seen.compared()).isGreaterThan(10);
        assertThat(seen.nothingBefore()).isPositive();
        assertThat(seen.fresh()).isPositive();
        assertThat(seen.gone()).isPositive();
        assertThat(seen.retired()).isPositive();
        assertThat(seen.empty()).isPositive();
    }

    private Seen assertTrue(Round round, List<Round> earlier, Random random) throws Exception {
        List<Told> told = told(round);
        Choices choices = choices(told, random);
        Round before = earlier.isEmpty() || random.nextInt(6) == 0 ? null : earlier.get(random.nextInt(earlier.size()));
        String address = "/dashboard?round=" + round.id() + "&compared=" + (before == null ? "none" : before.id())
                + choices.query();
        Document page = open(address);
        String said = Objects.requireNonNull(page.selectFirst(".dr-answer")).text();
        String where = address + ": " + said;

        List<Told> now = in(told, round, choices);
        if (now.isEmpty()) {
            assertThat(said).as(where).startsWith("No items of " + round.called() + " match");
        } else {
            assertThat(count(said, "Of (\\d+) items?")).as(where).isEqualTo(now.size());
            assertThat(count(said, "(\\d+|none) (?:is|are) on track or complete"))
                    .as(where)
                    .isEqualTo(now.stream()
                            .filter(one -> List.of("ON_TRACK", "COMPLETE").contains(one.status()))
                            .count());
            assertThat(count(said, "(\\d+|none) (?:is|are) at risk"))
                    .as(where)
                    .isEqualTo(now.stream()
                            .filter(one -> one.status().equals("AT_RISK"))
                            .count());
            assertThat(count(said, "(\\d+|none) off track"))
                    .as(where)
                    .isEqualTo(now.stream()
                            .filter(one -> one.status().equals("OFF_TRACK"))
                            .count());
            assertThat(count(said, "(\\d+|No) updates? (?:is|are) missing"))
                    .as(where)
                    .isEqualTo(now.stream().filter(Told::missing).count());
        }
        assertThat(said.contains("There is no earlier round")).as(where).isEqualTo(earlier.isEmpty());
        assertTrend(page, where, told, choices, earlier, round);
        if (before == null) {
            assertThat(said).as(where).doesNotContain("worse", "better", "not reported", "not asked about now");
            return new Seen(0, 0, 0, 0, 0, now.isEmpty() ? 1 : 0);
        }
        return assertCompared(said, where, now, in(told, round, new Choices("", "", "", "")), in(told, before, choices))
                .and(new Seen(0, 0, 0, 0, 0, now.isEmpty() ? 1 : 0));
    }

    private static Seen assertCompared(
            String said, String where, List<Told> now, List<Told> askedNow, List<Told> then) {
        Map<UUID, String> before = new HashMap<>();
        then.forEach(one -> before.put(one.node(), one.status()));
        List<Told> both =
                now.stream().filter(one -> before.containsKey(one.node())).toList();
        if (both.isEmpty()) {
            assertThat(said.contains("reported on none of them")).as(where).isEqualTo(!now.isEmpty());
            assertThat(said).as(where).doesNotContain("got worse", "got better");
        } else {
            assertThat(count(said, "(\\d+|none) got worse"))
                    .as(where)
                    .isEqualTo(both.stream()
                            .filter(one -> rated(one.status()) && rated(before.get(one.node())))
                            .filter(one -> standing(one.status()) < standing(before.get(one.node())))
                            .count());
            assertThat(count(said, "(\\d+|none) got better"))
                    .as(where)
                    .isEqualTo(both.stream()
                            .filter(one -> rated(one.status()) && rated(before.get(one.node())))
                            .filter(one -> standing(before.get(one.node())) < standing(one.status()))
                            .count());
            assertThat(count(said, "(\\d+) (?:was|were) not reported on then"))
                    .as(where)
                    .isEqualTo(now.size() - both.size());
        }
        Set<UUID> asked = askedNow.stream().map(Told::node).collect(Collectors.toSet());
        List<Told> gone =
                then.stream().filter(one -> !asked.contains(one.node())).toList();
        long retired = gone.stream().filter(Told::retired).count();
        assertThat(count(said, "(\\d+) items? of [^.]*? not asked about now"))
                .as(where)
                .isEqualTo(gone.size());
        if (gone.size() == 1) {
            assertThat(said.contains("; it is retired")).as(where).isEqualTo(retired == 1);
        } else {
            assertThat(count(said, "; (\\d+) (?:is|are) retired")).as(where).isEqualTo(retired);
        }
        return new Seen(
                both.isEmpty() ? 0 : 1,
                both.isEmpty() && !now.isEmpty() ? 1 : 0,
                both.isEmpty() || both.size() == now.size() ? 0 : 1,
                gone.isEmpty() ? 0 : 1,
                retired == 0 ? 0 : 1,
                0);
    }

    /** The table beside the chart has every round's own numbers, under the same filter. */
    private static void assertTrend(
            Document page, String where, List<Told> told, Choices choices, List<Round> earlier, Round round) {
        List<Round> shown = new ArrayList<>(earlier);
        Collections.reverse(shown);
        shown.add(round);
        List<String> expected = shown.stream()
                .map(one -> one.called() + " "
                        + Stream.of("OFF_TRACK", "AT_RISK", "NOT_RATED", "ON_TRACK", "COMPLETE")
                                .map(status -> String.valueOf(in(told, one, choices).stream()
                                        .filter(item -> item.status().equals(status))
                                        .count()))
                                .collect(Collectors.joining(" ")))
                .toList();
        assertThat(page.select("section[aria-labelledby=rounds] tbody tr").eachText())
                .as(where)
                .isEqualTo(earlier.isEmpty() ? List.of() : expected);
    }

    private static List<Told> in(List<Told> told, Round round, Choices choices) {
        return told.stream()
                .filter(one -> one.round().equals(round.id()))
                .filter(choices::pass)
                .toList();
    }

    private static boolean rated(@Nullable String status) {
        return !"NOT_RATED".equals(status);
    }

    /** Complete and on track are both met. */
    private static int standing(@Nullable String status) {
        return Math.min(
                2, List.of("OFF_TRACK", "AT_RISK", "ON_TRACK", "COMPLETE").indexOf(String.valueOf(status)));
    }

    private static long count(String said, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(said);
        return !matcher.find() || matcher.group(1).toLowerCase(Locale.UK).startsWith("no")
                ? 0
                : Long.parseLong(matcher.group(1));
    }

    private Choices choices(List<Told> told, Random random) {
        Told one = told.get(random.nextInt(told.size()));
        Told other = told.get(random.nextInt(told.size()));
        return new Choices(
                random.nextInt(3) == 0 ? one.objective().toString() : "",
                random.nextInt(3) == 0 ? (random.nextBoolean() ? other.division() : other.department()).toString() : "",
                random.nextInt(3) == 0
                        ? (one.tags().isEmpty() ? "none" : one.tags().get(0))
                        : "",
                random.nextInt(4) == 0 ? (random.nextBoolean() ? one : other).strategy() : "");
    }

    /** Some items are new in the newest rounds, some no longer asked about, and of these some retired. */
    private void takeSomeAway() {
        jdbc.sql("""
                        delete from return_item item using return owed, round
                        where owed.return_id = item.return_id and round.round_id = owed.round_id
                            and (round.state = 'CLOSED' and item.node_id::text < '2'
                                or round.state = 'OPEN' and item.node_id::text > 'd')""").update();
        jdbc.sql("update plan_node set retired_on = date '2026-01-01', retired_because = 'Done'"
                        + " where node_id::text > 'e' and owes_update")
                .update();
    }

    private List<Round> rounds() {
        return jdbc.sql("""
                        select round_id, plan_id, name, round.period, round.period_last from round join plan using (plan_id)
                        where organisation_id = ? and round.state <> 'PLANNED' order by round.period_last desc""")
                .param(council.organisation().organisationId())
                .query((row, number) -> new Round(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    private static List<Round> earlier(List<Round> rounds, Round round) {
        return rounds.stream()
                .filter(one -> one.plan().equals(round.plan()) && one.last().isBefore(round.last()))
                .toList();
    }

    /** Whose an item is, is told by the round looked at, else by the latest. */
    private List<Told> told(Round looked) {
        Map<UUID, List<String>> tags = new HashMap<>();
        jdbc.sql("select node_id, parent_id, area_id, objective_id from plan_node where plan_id = ?")
                .param(looked.plan())
                .query((row, number) -> {
                    Set<UUID> places = new HashSet<>();
                    for (int column = 1; column <= 4; column++) {
                        places.add(row.getObject(column, UUID.class));
                    }
                    places.remove(null);
                    return tags.put(
                            row.getObject(1, UUID.class),
                            places.stream()
                                    .flatMap(place -> ownTags(place).stream())
                                    .distinct()
                                    .toList());
                })
                .list();
        List<Told> rows = jdbc.sql("""
                        select round.round_id, item.node_id, item.choice, owed.state, owed.unit_id, round.period_last,
                            coalesce(item.agreed_status, assessment.status, 'NOT_RATED') as status, node.objective_id,
                            unit.ancestors[1] as department, coalesce(unit.ancestors[2], unit.ancestors[1]) as division,
                            coalesce(node.strategy, area.strategy, 'none') as strategy, node.retired_on
                        from return_item item join return owed using (return_id) join round using (round_id)
                        join plan_node node using (node_id) left join plan_node area on area.node_id = node.area_id
                        join unit using (unit_id)
                        left join assessment on assessment.assessment_id = item.assessment_id
                        where round.plan_id = ? order by round.round_id <> ?, round.period_last desc""")
                .params(List.of(looked.plan(), looked.id()))
                .query((row, number) -> {
                    UUID node = row.getObject("node_id", UUID.class);
                    return new Told(
                            row.getObject("round_id", UUID.class),
                            node,
                            row.getString("status"),
                            row.getObject("objective_id", UUID.class),
                            row.getObject("department", UUID.class),
                            row.getObject("division", UUID.class),
                            row.getString("strategy"),
                            Objects.requireNonNull(tags.get(node)),
                            "NO_UPDATE".equals(row.getString("choice"))
                                    || !List.of("SUBMITTED", "ACCEPTED").contains(row.getString("state")),
                            row.getObject("retired_on") != null);
                })
                .list();
        Map<UUID, Told> first = new HashMap<>();
        rows.forEach(row -> first.putIfAbsent(row.node(), row));
        return rows.stream()
                .map(row -> {
                    Told whose = Objects.requireNonNull(first.get(row.node()));
                    return new Told(
                            row.round(),
                            row.node(),
                            row.status(),
                            row.objective(),
                            whose.department(),
                            whose.division(),
                            row.strategy(),
                            row.tags(),
                            row.missing(),
                            row.retired());
                })
                .toList();
    }

    private List<String> ownTags(UUID node) {
        return jdbc.sql("select tag from node_tag where node_id = ? and scheme <> 'AIM'")
                .param(node)
                .query(String.class)
                .list();
    }

    @Test
    void anActionOfAMeetingIsOverdueFromTheDayAfterItsDate() throws Exception {
        UUID action = jdbc.sql("select action_id from meeting_action where meeting_id = ? and node_id is not null"
                        + " and unit_id is not null order by action_id limit 1")
                .param(council.meeting("CLOSED"))
                .query(UUID.class)
                .single();
        jdbc.sql("update meeting_action set closed_on = null, outcome = null, closed_by = null,"
                        + " what = 'Visit both heads', due_on = current_date - 3 where action_id = ?")
                .param(action)
                .update();
        assertThat(open("/dashboard/overdue").select("section[aria-labelledby=late-actions] tr:contains(Visit both)"))
                .hasSize(1)
                .first()
                .asString()
                .contains("3 days late");
        assertThat(Objects.requireNonNull(open("/dashboard").selectFirst(".dr-answer"))
                        .text())
                .contains("overdue today");

        jdbc.sql("update meeting_action set due_on = current_date where action_id = ?")
                .param(action)
                .update();
        assertThat(open("/dashboard/overdue").text()).doesNotContain("Visit both heads");
    }

    @Test
    void othersActionsAreNotShownToAManager() throws Exception {
        jdbc.sql("update meeting_action set closed_on = null, outcome = null, closed_by = null,"
                        + " due_on = current_date - 3, unit_id = null")
                .update();

        assertThat(open("/dashboard/overdue").select("section[aria-labelledby=late-actions] tbody tr"))
                .isNotEmpty();
        Document theirs = open("/dashboard/overdue", "School Organisation Manager");
        assertThat(theirs.select("section[aria-labelledby=late-actions] tbody tr"))
                .isEmpty();
        assertThat(theirs.select("section[aria-labelledby=late-actions]").text())
                .contains("No action for your units is overdue");
    }

    @Test
    void whatAClosedPlanLeftUndoneIsOverdueNoLonger() throws Exception {
        String address = "/dashboard/overdue?round=" + council.round("OPEN");
        jdbc.sql("update plan_node set deadline_day = current_date - 9 where plan_id = ? and kind = 'ACTIVITY'")
                .param(council.plan())
                .update();
        assertThat(open(address).select("section[aria-labelledby=late-activities] tbody tr"))
                .isNotEmpty();

        jdbc.sql("update plan set state = 'CLOSED' where plan_id = ?")
                .param(council.plan())
                .update();

        assertThat(open(address).select("section[aria-labelledby=late-activities] tbody tr"))
                .isEmpty();
    }

    @Test
    void aRoundThatIsNotEarlierIsNotComparedWith() throws Exception {
        UUID closed = council.round("CLOSED");
        UUID open = council.round("OPEN");

        assertThat(open("/dashboard?round=" + closed + "&compared=" + open)
                        .select(".dr-answer")
                        .text())
                .contains("There is no earlier round to compare with.");
        assertThat(open("/dashboard?round=" + open + "&compared=" + open)
                        .select("#compared option[selected]")
                        .attr("value"))
                .isEqualTo(closed.toString());
    }

    @Test
    void whatGotWorseSaysItsFigureOfTheRoundThatItIsHeldAgainst() throws Exception {
        List<Round> rounds = rounds().stream()
                .filter(one -> one.plan().equals(council.objectives()))
                .toList();
        for (int place = 0; place < 3; place++) {
            jdbc.sql(
                            "update return_item set agreed_status = ? from return where return.return_id = return_item.return_id"
                                    + " and round_id = ?")
                    .params(List.of(
                            place == 0 ? "OFF_TRACK" : "ON_TRACK",
                            rounds.get(place).id()))
                    .update();
            jdbc.sql("update assessment set figure = ? from return_item item join return using (return_id)"
                            + " where item.assessment_id = assessment.assessment_id and round_id = ?"
                            + " and assessment.figure is not null")
                    .params(List.of("6" + place + "%", rounds.get(place).id()))
                    .update();
        }

        for (int place = 1; place < 3; place++) {
            String address = "/dashboard?round=" + rounds.get(0).id() + "&compared="
                    + rounds.get(place).id();
            String said = "6" + place + "% to 60%";
            assertThat(open(address)
                            .select("section[aria-labelledby=worse] tbody td:last-child")
                            .eachText())
                    .as(rounds.get(place).called())
                    .anyMatch(figure -> figure.startsWith(said))
                    .allMatch(figure -> !figure.contains("% to") || figure.startsWith(said));
        }
    }

    @Test
    void whatIsPlannedIsReadOnceItIsHandedInAndNotBefore() throws Exception {
        UUID owed = council.openReturn("Secondary Standards and Inclusion");
        jdbc.sql(
                        "update return_item set agreed_status = 'OFF_TRACK', fix_what = 'Two more mentors', fix_who = 'Its head',"
                                + " fix_when = 'May' where item_id = ?")
                .param(council.item(owed))
                .update();
        String address = "/dashboard?round=" + council.round("OPEN");

        for (String state : List.of("DRAFT", "SENT_BACK")) {
            jdbc.sql("update return set state = ? where return_id = ?")
                    .params(List.of(state, owed))
                    .update();
            assertThat(open(address).text()).as(state).doesNotContain("Two more mentors", "Its head");
        }
        for (String state : List.of("SUBMITTED", "ACCEPTED")) {
            jdbc.sql("update return set state = ? where return_id = ?")
                    .params(List.of(state, owed))
                    .update();
            assertThat(open(address).text()).as(state).contains("Two more mentors", "Its head");
        }
    }

    private Document open(String address) throws Exception {
        return open(address, DIRECTOR);
    }

    private Document open(String address, String post) throws Exception {
        return Jsoup.parse(mvc.perform(get(URI.create(address)).with(authentication(council.as(post))))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
