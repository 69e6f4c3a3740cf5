package org.dueregard.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.BrowserTest;
import org.dueregard.access.Role;
import org.dueregard.browser.Browser;
import org.dueregard.browser.Steps;
import org.dueregard.exchange.CouncilCopy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A director's look at the whole: the sentence, the items behind each number, and one page of paper. */
@BrowserTest
class DashboardJourneyTests {

    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");

    /** From a field past the next to the button, and pressed. */
    private static final String PAST_ONE_FIELD = "" + Keys.TAB + Keys.TAB + Keys.ENTER;

    @Autowired
    ApplicationContext product;

    private CouncilCopy council;

    @BeforeEach
    void load() {
        council = CouncilCopy.in(product);
    }

    /** What a number says, and where it leads. */
    private record Number(String count, String address) {}

    @Test
    void numbersLeadToTheItemsBehindThem(Browser browser) {
        Steps steps = new Steps(browser).signIn(council.email(Role.DMT));
        assertThat(steps.path()).isEqualTo("/dashboard");
        assertThat(browser.find(".dr-answer").getText())
                .contains("Of 89 items", "on track or complete", "at risk", "off track", "got worse", "got better");
        steps.look("dmt-1-dashboard");
        browser.picture("dashboard");
        List<Number> numbers = new ArrayList<>();
        for (WebElement link : browser.all(".dr-dist a[href*='status='], .dr-answer a[href*='only=']")) {
            Matcher digits = Pattern.compile("\\d+").matcher(link.getText());
            if (digits.find()) {
                numbers.add(new Number(digits.group(), Objects.requireNonNull(link.getDomProperty("href"))));
            }
        }
        assertThat(numbers).hasSizeGreaterThan(15);
        for (Number number : numbers) {
            browser.open(number.address());
            int rows = browser.all("main tbody tr").size();
            assertThat(String.valueOf(rows)).as(number.address()).isEqualTo(number.count());
            assertThat(browser.find("h1").getText()).as(number.address()).contains(number.count() + " item");
        }
    }

    @Test
    void aReaderComparesAndFiltersByKeyboardAndSendsWhatTheySee(Browser browser) {
        Steps steps = new Steps(browser).signIn(council.email(Role.DMT));
        assertThat(answer(browser)).contains("Since Year-end");
        browser.find("#compared").sendKeys(Keys.END);
        steps.leaveByKey(PAST_ONE_FIELD);
        assertThat(answer(browser)).doesNotContain("Since", "got worse");

        browser.find("#compared").sendKeys(Keys.HOME);
        browser.find(".dr-look__filter summary").sendKeys(Keys.ENTER);
        browser.find("#tag").sendKeys("Race");
        steps.leaveByKey(PAST_ONE_FIELD);
        String answer = answer(browser);
        assertThat(answer).contains("(Race)", "got worse", "Since Year-end");
        steps.look("dmt-2-dashboard-race");
        String sent = address(browser);

        WebElement worse = browser.find(".dr-answer a[href*='only=worse']");
        String count = worse.getText().replaceAll("\\D", "");
        browser.driver().executeScript("arguments[0].focus()", worse);
        steps.leaveByKey(Keys.ENTER);
        assertThat(steps.path()).isEqualTo("/dashboard/items");
        assertThat(browser.all("main tbody tr")).hasSize(Integer.parseInt(count));
        assertThat(browser.find("h1").getText()).contains("(Race)", count + " item");
        steps.look("dmt-3-items-race");

        browser.open(sent);
        assertThat(answer(browser)).isEqualTo(answer);
        browser.withoutJavaScript();
        browser.open(sent);
        assertThat(answer(browser)).isEqualTo(answer);
    }

    private static String answer(Browser browser) {
        return browser.find(".dr-answer").getText();
    }

    private static String address(Browser browser) {
        return Objects.requireNonNull(browser.driver().getCurrentUrl());
    }

    @Test
    void printsOnOnePage(Browser browser) throws IOException {
        new Steps(browser).signIn(council.email(Role.DMT));

        assertThat(pagesPrinted(browser, "dmt-1-dashboard")).isEqualTo(1);
    }

    @Test
    void printsOnOnePageHoweverMuchWasWritten(Browser browser) throws IOException {
        council.change(
                "update return_item set fix_what = repeat('More tutors in more schools. ', 100)"
                        + " where fix_what is not null and return_id in (select return_id from return where round_id = ?)",
                council.round("OPEN"));
        new Steps(browser).signIn(council.email(Role.DMT));

        assertThat(pagesPrinted(browser, "dmt-1-dashboard-long")).isEqualTo(1);
    }

    private static long pagesPrinted(Browser browser, String name) throws IOException {
        Map<String, Object> printed = browser.driver()
                .executeCdpCommand(
                        "Page.printToPDF",
                        Map.of("landscape", true, "preferCSSPageSize", true, "printBackground", true));
        byte[] pdf = Base64.getDecoder().decode((String) Objects.requireNonNull(printed.get("data")));
        Path kept = Path.of("target", "screenshots", name + ".pdf");
        Files.createDirectories(Objects.requireNonNull(kept.getParent()));
        Files.write(kept, pdf);
        return PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    @Test
    void everybodyReadsThePlanAndTheStoryOfAnIndicator(Browser browser) {
        Steps steps = new Steps(browser).signIn(council.email(Role.DMT));
        browser.open("/plans");
        assertThat(steps.path()).isEqualTo("/plans/" + council.plan());
        steps.look("anybody-1-plan");
        browser.open("/indicators?words=Bangladeshi");
        steps.leaveBy(browser.find("main tbody a"));
        assertThat(steps.path()).startsWith("/items/");
        assertThat(steps.main()).contains("All figures", "At a glance", "England");
        steps.look("anybody-2-indicator");
        browser.picture("indicator");
    }
}
