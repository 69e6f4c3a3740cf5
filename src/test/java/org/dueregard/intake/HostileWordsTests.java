package org.dueregard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.ProductTest;
import org.dueregard.intake.Office.Brought;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

/** Whatever words stand in a file, pages show them as words, and a plan can be made of them. */
@ProductTest
@Transactional
class HostileWordsTests {

    private static final String SCRIPT = "<script>document.title='taken'</script><img src=x onerror=alert(1)>";
    private static final String QUOTES = "\"'`&amp;&lt; ${7*7} #{site.title} [[${1}]] @{/} {0} %s \\ --> ]]>";

    @Autowired
    ApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    private Office office;

    @BeforeEach
    void open() {
        office = Office.in(product);
    }

    private static List<List<String>> rows(String words) {
        return List.of(
                List.of(
                        "Objective",
                        "Priority area",
                        "Key activity",
                        "By whom",
                        "By when",
                        "Intended outcome " + words),
                List.of(
                        "Objective " + words,
                        "Area " + words,
                        "Activity " + words,
                        "Team " + words,
                        "May 2015 " + words,
                        words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SCRIPT,
                QUOTES,
                "=HYPERLINK(\"http://x\")",
                "\u202Egnp.exe \uD83D\uDE00 \u0000 \u0007 \uFFFE",
                "';drop table plan;--"
            })
    void areShownAsWordsAndMadeIntoAPlan(String words) throws Exception {
        Brought file = office.bring(words.replaceAll("[\\\\/]", "") + ".xlsx", PlanFile.workbook(rows(clean(words))));
        for (String page :
                List.of("", "?part=1", "?part=look", "?part=rest", "/columns", "/owners", "/plan", "/spots/b0r1")) {
            Document shown = file.page(page);
            assertThat(shown.select("main script, main img, main [onerror]"))
                    .as(page)
                    .isEmpty();
            assertThat(shown.title()).as(page).doesNotContain("taken'</script><img src=x onerror=alert(1)>x");
            assertThat(shown.text()).as(page).doesNotContain("49 #{");
        }
        String title = "Activity " + clean(words).replaceAll("\\s+", " ").strip();
        assertThat(file.titles()).anyMatch(one -> one.startsWith(title.substring(0, 12)));

        UUID plan = file.make("Plan " + words, "2014/15");

        Document made = office.desk.page("/plans/" + plan + "?open=all");
        assertThat(made.select("main script, main img, main [onerror]")).isEmpty();
        assertThat(made.select("h1").text()).startsWith("Plan ");
        assertThat(jdbc.sql("select count(*) from plan_node where plan_id = ?")
                        .param(plan)
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(3);
        assertThat(file.page("").select("main").text()).contains("The plan was made");
        assertThat(office.desk.page("/imports").select("main script, main img")).isEmpty();
    }

    /** What a workbook cannot hold, no office program could have written into it. */
    private static String clean(String words) {
        return words.replaceAll("[\u0000-\u001F\uFFFE]", "");
    }

    @Test
    void controlCharactersOfATextFileAreNoReasonToFail() throws Exception {
        MockHttpServletResponse answer = office.desk.bring(
                "/imports",
                "plan.csv",
                "Key activity,By whom\r\nMeet\u0007 the \u0001heads,A\u0000B\r\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(answer.getStatus()).isIn(302, 400);
        if (answer.getStatus() == 400) {
            assertThat(Jsoup.parse(answer.getContentAsString())
                            .select("#file-error")
                            .text())
                    .isNotBlank();
        }
    }

    @Test
    void aHundredThousandCharactersInACellAreShownCorrectedAndMadeIntoAPlan() throws Exception {
        String long1 = "word ".repeat(20_000).strip();
        Brought file = office.bring(
                "long.csv",
                PlanFile.csv(List.of(
                        List.of("Key activity", "By whom", "By when", "Intended outcome"),
                        List.of("Short one", "Team", "May 2015", "None"),
                        List.of(long1, long1, long1, long1))));

        for (String page : List.of("", "?part=1", "?part=look", "?part=rest", "/columns", "/owners", "/plan")) {
            assertThat(office.desk.open(file.address + page).getStatus())
                    .as(page)
                    .isEqualTo(200);
        }
        String field = file.page("/owners").select("main tbody select").last().attr("name");
        assertThat(file.send("/owners", Map.of(field, office.unit(Office.YOUTH).toString()))
                        .getStatus())
                .isIn(302, 400);
        MockHttpServletResponse answer = file.send("/plan", Map.of("title", "Long", "period", "2014/15"));

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isIn(302, 400);
        if (answer.getStatus() == 302) {
            assertThat(office.desk.open(answer.getRedirectedUrl()).getStatus()).isEqualTo(200);
        } else {
            assertThat(Jsoup.parse(answer.getContentAsString())
                            .select(".govuk-error-message")
                            .text())
                    .isNotBlank();
        }
    }
}
