package org.dueregard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.dueregard.BrowserTest;
import org.dueregard.access.Role;
import org.dueregard.browser.Browser;
import org.dueregard.browser.Steps;
import org.dueregard.exchange.CouncilCopy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A policy officer with a plan in Word has it working in the product before the tea is cold. */
@BrowserTest
class BringingAPlanJourneyTests {

    private static final String MENTORING = "Number of schools in the mentoring scheme";

    @TempDir
    Path desktop;

    @Autowired
    ApplicationContext product;

    private CouncilCopy council;
    private Path plan;

    @BeforeEach
    void load() throws IOException {
        council = CouncilCopy.in(product);
        plan = Files.write(
                desktop.resolve("Equality action plan 2014-15.docx"),
                PlanFile.small().bytes());
    }

    @ParameterizedTest(name = "scripts {0}")
    @ValueSource(booleans = {true, false})
    void fromThePlanPageToAPlanThatWorksAndBack(boolean scripts, Browser browser) {
        if (!scripts) {
            browser.withoutJavaScript();
        }
        Steps steps = new Steps(browser).signIn(council.email(Role.POLICY_OFFICER));
        browser.open("/plans");
        steps.press("Bring a plan in from a file");
        steps.press("Read the file");
        assertThat(steps.problemOf("file")).isEqualTo("Choose a file.");
        steps.lookAtRefusal("import-0-refused");

        browser.find("#file").sendKeys(plan.toString());
        steps.press("Read the file");
        assertThat(steps.main())
                .contains("2 objectives", "4 indicators", "2 values to look at", "Everything was placed");
        steps.look("import-1-overview");
        if (scripts) {
            browser.picture("import");
        }

        steps.press("2 values to look at").look("import-2-doubts");
        steps.leaveBy(browser.all("form[action$='/right'] button").get(0));
        assertThat(steps.main()).contains("Noted.", "61/100%").doesNotContain(MENTORING);

        steps.leaveBy(part(browser, "?part=1")).look("import-3-part");
        if (scripts) {
            browser.picture("import-part");
        }
        steps.leaveBy(correct(browser, "Young people who take part in volunteering"))
                .look("import-4-item");
        steps.type("v-TARGET", "61").press("Save");
        assertThat(steps.main()).contains("Saved.", "→ At least 61");

        steps.leaveBy(part(browser, "/columns")).look("import-5-columns");
        steps.leaveBy(part(browser, "/owners")).look("import-6-owners");
        browser.find("main tbody select").findElements(By.tagName("option")).stream()
                .filter(option -> option.getText().equals(CouncilCopy.UNIT))
                .findFirst()
                .orElseThrow()
                .click();
        steps.press("Save whom they mean");
        assertThat(steps.main()).contains("Saved");
        steps.leaveBy(part(browser, "?part=rest")).look("import-7-rest");

        steps.leaveBy(part(browser, "/plan")).look("import-8-plan");
        steps.type("title", "").leaveBy(make(browser));
        assertThat(steps.problemOf("title")).isEqualTo("Say what the plan is called.");
        steps.lookAtRefusal("import-9-plan-refused");
        steps.type("title", "Equality action plan").leaveBy(make(browser));

        assertThat(steps.path()).startsWith("/plans/");
        String made = steps.path();
        assertThat(steps.main())
                .contains("Equality action plan", "Tackling inequality", "Run booster classes", CouncilCopy.UNIT);
        steps.look("import-10-made");

        browser.open("/imports");
        assertThat(steps.main()).contains("Made into a plan");
        steps.press(plan.getFileName().toString()).look("import-11-done");
        steps.press("Undo this import");
        assertThat(steps.main()).contains("It was taken back.", "Check it again");
        steps.press("Check it again").press("Throw the file away");
        assertThat(steps.main()).contains("The file was thrown away.");
        browser.open(made);
        assertThat(steps.main()).doesNotContain("Run booster classes");
        browser.driver().manage().logs().get("browser");
    }

    @Test
    void updatesThePlanFromANewerFile(Browser browser) throws IOException {
        Steps steps = new Steps(browser).signIn(council.email(Role.POLICY_OFFICER));
        browser.open("/imports").find("#file").sendKeys(plan.toString());
        steps.press("Read the file").leaveBy(part(browser, "/plan")).leaveBy(make(browser));
        UUID made = UUID.fromString(steps.path().substring("/plans/".length()));
        Path newer = Files.write(
                desktop.resolve("Equality action plan, June.docx"),
                new PlanFile.Word()
                        .heading(1, "Equality and community cohesion action plan 2014/15")
                        .heading(2, "Objective 1: Tackling inequality")
                        .heading(3, "1.1 Narrowing the attainment gap")
                        .table(
                                "Ref | Key activity | By whom | By when",
                                "1.1.1 | Run booster classes in nine schools | School Improvement | June 2015",
                                "1.1.3 | Meet the parents of each class | MSI | Summer term 2015")
                        .bytes());

        browser.open("/imports").find("#file").sendKeys(newer.toString());
        steps.press("Read the file").leaveBy(part(browser, "/plan"));
        browser.find("#plan option[value='" + made + "']").click();
        steps.press("Show what would change").look("import-12-update");
        browser.picture("import-update");
        WebElement title = browser.all(".dr-changed .govuk-checkboxes__item").stream()
                .filter(item -> item.getText().startsWith("Called"))
                .findFirst()
                .orElseThrow();
        title.findElement(By.cssSelector("label")).click();
        steps.press("Change the plan");

        assertThat(steps.main()).contains("The plan was updated.");
        steps.press("Open the plan");
        assertThat(steps.main()).contains("Run booster classes in eight schools", "Meet the parents of each class");
        assertThat(council.ids(
                        "select node_id from plan_node where plan_id = ? and title = 'Run booster classes in eight schools'"
                                + " and deadline = 'June 2015'",
                        made))
                .hasSize(1);
    }

    @Test
    void aTrackerBringsWhoAnswersAndHowItWasGoing(Browser browser) throws IOException {
        Path tracker = Files.write(
                desktop.resolve("Equality tracker.csv"),
                PlanFile.csv(List.of(
                        List.of("Objective", "Action", "Lead", "By when", "RAG", "Progress (September 2014)"),
                        List.of(
                                "Fair start",
                                "Visit every school",
                                "Headteachers’ lead",
                                "March 2015",
                                "Amber",
                                "Four of nine visited"),
                        List.of(
                                "Fair start",
                                "Train mentors",
                                "MSI",
                                "July 2014",
                                "Complete",
                                "All twelve are trained"),
                        List.of(
                                "Good access",
                                "Print a guide",
                                "Headteachers’ lead",
                                "May 2015",
                                "Delayed",
                                "No paper"))));
        Steps steps = new Steps(browser).signIn(council.email(Role.POLICY_OFFICER));
        browser.open("/imports").find("#file").sendKeys(tracker.toString());
        steps.press("Read the file").leaveBy(part(browser, "/owners"));

        WebElement lead = browser.find("main tbody select");
        String person =
                lead.findElement(By.cssSelector("optgroup:last-of-type option")).getText();
        focus(browser, "main tbody select");
        new Actions(browser.driver()).sendKeys(person).perform();
        assertThat(lead.findElement(By.cssSelector("option:checked")).getText()).isEqualTo(person);
        steps.look("import-13-owners");
        browser.picture("import-owners");
        focus(browser, "form[action$='/owners'] button");
        steps.leaveByKey(Keys.ENTER);

        steps.leaveBy(part(browser, "/plan")).look("import-14-plan-with-updates");
        browser.picture("import-plan");
        assertThat(steps.main())
                .contains(
                        "The file says how 3 items were going.",
                        "For 1 of them it was not said yet which unit answers",
                        "stays in the words of the update");
        steps.type("period", "2014/15").type("roundPeriod", "Quarter 2 2014/15");
        focus(browser, "form[action$='/plan'] button");
        steps.leaveByKey(Keys.ENTER);
        assertThat(steps.path()).startsWith("/plans/");
        UUID made = UUID.fromString(steps.path().substring("/plans/".length()));
        List<UUID> rounds = council.ids("select round_id from round where plan_id = ?", made);

        browser.open("/rounds/" + rounds.get(0));
        assertThat(steps.main()).contains("Progress (September 2014)", "Closed");
        steps.look("import-15-round-from-a-file");
    }

    @Test
    void withTheKeyboardAlone(Browser browser) {
        Steps steps = new Steps(browser).signIn(council.email(Role.POLICY_OFFICER));
        browser.open("/imports").find("#file").sendKeys(plan.toString());
        focus(browser, "main form button");
        steps.leaveByKey(Keys.ENTER);
        focus(browser, "main a[href$='?part=look']");
        steps.leaveByKey(Keys.ENTER);
        for (String doubt : List.of("20", "61/100%")) {
            assertThat(steps.main()).contains(doubt);
            focus(browser, "form[action$='/right'] button");
            steps.leaveByKey(Keys.ENTER);
        }
        assertThat(steps.main()).contains("Everything was read for sure.");
        focus(browser, ".dr-parts a[href$='/plan']");
        steps.leaveByKey(Keys.ENTER);
        focus(browser, "#title");
        steps.leaveByKey(Keys.ENTER);

        assertThat(steps.path()).startsWith("/plans/");
        assertThat(steps.main()).contains("Run booster classes in eight schools");
    }

    /** Tabs on until it has the focus. */
    private static void focus(Browser browser, String selector) {
        WebElement wanted = browser.all(selector).get(0);
        for (int tabs = 0; tabs < 120; tabs++) {
            if (browser.driver().switchTo().activeElement().equals(wanted)) {
                return;
            }
            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
        }
        throw new AssertionError("No way by keyboard to " + selector);
    }

    private static WebElement part(Browser browser, String address) {
        return browser.find(".dr-parts a[href$='" + address + "']");
    }

    /** The button; the part of the same name stands before it. */
    private static WebElement make(Browser browser) {
        return browser.find("form[action$='/plan'] button");
    }

    private static WebElement correct(Browser browser, String title) {
        return browser.all(".dr-drafted > li").stream()
                .filter(item -> item.getText().contains(title))
                .findFirst()
                .orElseThrow()
                .findElement(By.cssSelector("a.dr-drafted__change"));
    }
}
