package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.dueregard.calendar.Term;
import org.dueregard.indicator.Dossiers;
import org.dueregard.organisation.model.SchoolYears.SchoolYear;
import org.dueregard.plan.PlanId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** The council's own terms: what is refused, what is kept, and what is told anew from them. */
@ProductTest
@Transactional
class SchoolTermsTests {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final String OFFICER = "Policy Officer";

    /** A year that no council of the tests has entered. */
    private static final int YEAR = 2041;

    @Autowired
    DemonstrationCouncil.Loaded council;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Autowired
    Dossiers dossiers;

    @Autowired
    TermCalendar calendar;

    @Test
    void aYearIsAddedChangedAndRemembered() throws Exception {
        Document empty = open("/terms/" + YEAR);
        assertThat(empty.select("input[name=autumn-first]").attr("value")).isEmpty();

        assertThat(set(YEAR, OFFICER, year(), "").getRedirectedUrl()).isEqualTo("/terms?saved#year-" + YEAR);

        Document filled = open("/terms/" + YEAR);
        assertThat(filled.select("input[name=autumn-first]").attr("value")).isEqualTo("3 September 2041");
        Map<String, String> longer = year();
        longer.put("summer-last", "24 July 2042");
        assertThat(set(YEAR, "Administrator", longer, seen(filled)).getStatus()).isEqualTo(302);

        assertThat(open("/terms").select("#year-" + YEAR).text())
                .contains("2041/42", "3 September 2041", "27 October to 31 October 2041", "24 July 2042");
        assertThat(open("/terms/history").text())
                .contains("School terms of 2041/42 set", "to 2042-07-22", "to 2042-07-24", OFFICER, "Administrator");
    }

    @Test
    void theSameDatesAgainChangeNothing() throws Exception {
        set(YEAR, OFFICER, year(), "");
        int events = events();

        set(YEAR, OFFICER, year(), seen(open("/terms/" + YEAR)));

        assertThat(events()).isEqualTo(events);
    }

    @Test
    void whoSawOlderDatesDoesNotOverwriteNewerOnes() throws Exception {
        set(YEAR, OFFICER, year(), "");
        Map<String, String> other = year();
        other.put("summer-last", "1 July 2042");

        assertThat(set(YEAR, "Administrator", other, "").getStatus()).isEqualTo(409);
        assertThat(open("/terms/" + YEAR).select("input[name=summer-last]").attr("value"))
                .isEqualTo("22 July 2042");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            autumn-first     |                  | autumn-first    | Enter the first day of the autumn term
            autumn-first     | soon             | autumn-first    | Enter the first day of the autumn term as a date, like 1 September 2041
            autumn-first     | September 2041   | autumn-first    | Enter the first day of the autumn term as a date, like 1 September 2041
            autumn-first     | 3 September 2042 | autumn-first    | between 1 August 2041 and 31 August 2042
            autumn-last      | 1 September 2041 | autumn-last     | The autumn term must not end before it begins
            spring-first     | 19 December 2041 | spring-first    | The spring term must begin after the autumn term, which ends on 19 December 2041
            summer-first     | 1 March 2042     | summer-first    | The summer term must begin after the spring term, which ends on 28 March 2042
            spring-halfLast  |                  | spring-halfLast | Enter both days of the spring half-term holiday, or none
            spring-halfLast  | 1 February 2042  | spring-halfLast | The spring half-term holiday must not end before it begins
            summer-halfFirst | 1 April 2042     | summer-halfFirst| The summer half-term holiday must lie within the term
            summer-last      | 31 August 2043   | summer-last     | between 1 August 2041 and 31 August 2042
            """)
    void whatCannotBeIsSaidBesideTheFieldAndNothingTypedIsLost(
            String field, String typed, String where, String sentence) throws Exception {
        Map<String, String> fields = year();
        fields.put(field, Objects.requireNonNullElse(typed, ""));

        MockHttpServletResponse answer = set(YEAR, OFFICER, fields, "");

        assertThat(answer.getStatus()).isEqualTo(400);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("#" + where + "-error").text()).contains(sentence);
        assertThat(page.select(".govuk-error-summary a").eachAttr("href")).contains("#" + where);
        fields.forEach((name, value) -> assertThat(
                        page.select("input[name=" + name + "]").attr("value"))
                .isEqualTo(value));
        assertThat(jdbc.sql("select count(*) from school_term where year in (2041, 2042)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aYearDoesNotReachIntoTheNext() throws Exception {
        set(YEAR, OFFICER, year(), "");
        Map<String, String> next = year(YEAR + 1);
        next.put("autumn-first", "1 August 2042");
        assertThat(set(YEAR + 1, OFFICER, next, "").getStatus()).isEqualTo(302);
        Map<String, String> late = year();
        late.put("summer-last", "2 August 2042");

        MockHttpServletResponse answer = set(YEAR, OFFICER, late, seen(open("/terms/" + YEAR)));

        assertThat(Jsoup.parse(answer.getContentAsString())
                        .select("#summer-last-error")
                        .text())
                .contains("must end before the next autumn term, which begins on 1 August 2042");
    }

    @Test
    void movingTheEndOfATermMovesWhatIsOverdueAndNothingInAClosedRound() throws Exception {
        LocalDate today = LocalDate.now();
        Moved term = Moved.around(today);
        UUID node = jdbc.sql("""
                        select item.node_id from return_item item join return using (return_id)
                        join plan_node node using (node_id) join standing using (node_id)
                        join assessment on assessment.assessment_id = standing.assessment_id
                        where round_id = ? and node.kind = 'ACTIVITY' and assessment.status <> 'COMPLETE'
                            and item.agreed_status is null order by reading_order limit 1""").param(council.round("OPEN")).query(UUID.class).single();
        jdbc.sql("update plan_node set deadline = ? where node_id = ?")
                .params(List.of(term.words(), node))
                .update();
        jdbc.sql("update standing set reported_status = null, done_on = null where node_id = ?")
                .param(node)
                .update();
        List<String> closed = ofClosedRounds();

        set(term.begins(), OFFICER, term.endingOn(today), "");

        assertThat(lastDay(node)).isEqualTo(today);
        assertThat(standing(node)).isEqualTo("NOT_RATED");
        assertThat(inOpenRound(node)).isEqualTo("NOT_RATED");
        assertThat(open("/dashboard/overdue").select("a[href$=" + node + "]")).isEmpty();

        set(term.begins(), OFFICER, term.endingOn(today.minusDays(1)), seen(open("/terms/" + term.begins())));

        assertThat(lastDay(node)).isEqualTo(today.minusDays(1));
        assertThat(standing(node)).isEqualTo("OFF_TRACK");
        assertThat(inOpenRound(node)).isEqualTo("OFF_TRACK");
        assertThat(open("/dashboard/overdue").select("a[href$=" + node + "]")).hasSize(1);
        assertThat(ofClosedRounds()).isEqualTo(closed);
    }

    @Test
    void whatIsJudgedIsJudgedByTheCouncilsOwnTerms() throws Exception {
        Map<String, String> withoutAHoliday = year();
        withoutAHoliday.put("summer-halfFirst", "");
        withoutAHoliday.put("summer-halfLast", "");
        set(YEAR, OFFICER, withoutAHoliday, "");

        assertThat(dossiers.ofPlan(new PlanId(council.plan()), LocalDate.now()).values())
                .isNotEmpty()
                .allSatisfy(dossier -> assertThat(dossier.terms().entries())
                        .isEqualTo(calendar.of(council.organisation()).entries())
                        .hasSize(3));
    }

    /** The term in which a day lies, whose end is to be moved. */
    private record Moved(int begins, Term term, LocalDate today) {

        static Moved around(LocalDate today) {
            LocalDate day = today.minusDays(2);
            int begins = day.getMonthValue() < 8 ? day.getYear() - 1 : day.getYear();
            Term term = day.isBefore(LocalDate.of(begins + 1, 1, 10))
                    ? Term.AUTUMN
                    : day.isBefore(LocalDate.of(begins + 1, 4, 10)) ? Term.SPRING : Term.SUMMER;
            return new Moved(begins, term, today);
        }

        String words() {
            return term.words() + " term " + SchoolYear.yearOf(term, begins);
        }

        Map<String, String> endingOn(LocalDate end) {
            Map<Term, LocalDate> firsts = Map.of(
                    Term.AUTUMN, LocalDate.of(begins, 8, 1),
                    Term.SPRING, later(LocalDate.of(begins + 1, 1, 10), Term.AUTUMN),
                    Term.SUMMER, later(LocalDate.of(begins + 1, 4, 10), Term.SPRING));
            Map<String, String> fields = new HashMap<>();
            firsts.forEach((one, first) -> {
                String key = one.name().toLowerCase(Locale.ROOT);
                fields.put(key + "-first", DAY.format(first));
                fields.put(key + "-last", DAY.format(one == term ? end : first.plusDays(20)));
            });
            return fields;
        }

        /** A term begins on its day, or after the one that is moved. */
        private LocalDate later(LocalDate day, Term before) {
            return term == before && !today.isBefore(day) ? today.plusDays(1) : day;
        }
    }

    private static Map<String, String> year() {
        return year(YEAR);
    }

    private static Map<String, String> year(int begins) {
        Map<String, String> fields = new HashMap<>();
        fields.put("autumn-first", "3 September " + begins);
        fields.put("autumn-last", "19 December " + begins);
        fields.put("autumn-halfFirst", "27 October " + begins);
        fields.put("autumn-halfLast", "31 October " + begins);
        fields.put("spring-first", "5 January " + (begins + 1));
        fields.put("spring-last", "28 March " + (begins + 1));
        fields.put("spring-halfFirst", "16 February " + (begins + 1));
        fields.put("spring-halfLast", "20 February " + (begins + 1));
        fields.put("summer-first", "14 April " + (begins + 1));
        fields.put("summer-last", "22 July " + (begins + 1));
        fields.put("summer-halfFirst", "25 May " + (begins + 1));
        fields.put("summer-halfLast", "29 May " + (begins + 1));
        return fields;
    }

    private LocalDate lastDay(UUID node) {
        return jdbc.sql("select deadline_day from plan_node where node_id = ?")
                .param(node)
                .query(LocalDate.class)
                .single();
    }

    private String standing(UUID node) {
        return jdbc.sql("select status from standing join assessment using (assessment_id) where standing.node_id = ?")
                .param(node)
                .query(String.class)
                .single();
    }

    private String inOpenRound(UUID node) {
        return jdbc.sql("select status from return_item item join return using (return_id)"
                        + " join assessment using (assessment_id) where item.node_id = ? and round_id = ?")
                .params(List.of(node, council.round("OPEN")))
                .query(String.class)
                .single();
    }

    private List<String> ofClosedRounds() {
        return jdbc.sql("""
                        select concat_ws(' ', item.item_id, item.assessment_id, item.agreed_status, item.version)
                        from return_item item join return using (return_id) join round using (round_id)
                        where round.state = 'CLOSED' order by 1""").query(String.class).list();
    }

    private int events() {
        entities.flush();
        return jdbc.sql("select count(*) from history_event")
                .query(Integer.class)
                .single();
    }

    private static String seen(Document page) {
        return page.select("input[name=seen]").attr("value");
    }

    private MockHttpServletResponse set(int begins, String by, Map<String, String> fields, String seen)
            throws Exception {
        MockHttpServletRequestBuilder request = post("/terms/" + begins)
                .with(csrf())
                .with(authentication(council.as(by)))
                .param("_once", UUID.randomUUID().toString())
                .param("seen", seen);
        fields.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    private Document open(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(authentication(council.as(OFFICER))))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
