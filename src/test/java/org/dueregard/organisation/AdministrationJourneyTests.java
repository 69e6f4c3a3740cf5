package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.dueregard.BrowserTest;
import org.dueregard.access.Role;
import org.dueregard.browser.Browser;
import org.dueregard.browser.Steps;
import org.dueregard.exchange.CouncilCopy;
import org.dueregard.organisation.Councils.Council;
import org.dueregard.organisation.model.Administration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator's day, and a new colleague's first minutes. */
@BrowserTest
class AdministrationJourneyTests {

    @Autowired
    Administration administration;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext product;

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void addsAUnitAndAPersonAndEndsTheirAccess(boolean scripts, Browser browser) {
        Council council = new Councils(administration, jdbc).council();
        if (!scripts) {
            browser.withoutJavaScript();
        }
        Journey journey = new Journey(browser, scripts ? "administration" : "administration-no-js");

        browser.open("/units");
        journey.signIn(council.administrator().email());
        journey.look("units-none");
        journey.press("Add a unit");
        journey.look("unit-new");
        journey.leaveBy("main form button");
        journey.lookAtRefusal("unit-refused");
        journey.type("name", "Children, Schools and Families");
        journey.type("shortName", "CSF");
        journey.choose("kind", "Department");
        journey.leaveBy("main form button");
        journey.press("Add a unit");
        journey.type("name", "Early Years and Children’s Centres");
        journey.choose("kind", "Service");
        journey.choose("parent", "Children, Schools and Families");
        journey.leaveBy("main form button");

        browser.open("/people");
        journey.look("people-alone");
        journey.press("Add a person");
        journey.look("person-new");
        journey.leaveBy("main form button");
        journey.lookAtRefusal("person-refused");
        String email = Councils.anyEmail();
        journey.type("post", "Early Years and Children’s Centres Manager");
        journey.type("email", email);
        browser.find("label[for=role]").click();
        journey.choose("unit", "Early Years and Children’s Centres");
        journey.leaveBy("main form button");
        journey.look("person-added");
        String link = URI.create(Objects.requireNonNull(browser.find("#link").getDomProperty("value")))
                .getPath();
        String person = URI.create(browser.driver().getCurrentUrl()).getPath();

        browser.find("details.dr-more summary").click();
        browser.find("details.dr-more label[for=role-3]").click();
        journey.choose("unit", "The whole council");
        journey.leaveBy("details.dr-more button");
        journey.look("person-two-roles");
        browser.open("/units");
        journey.look("units");
        journey.press("Early Years and Children’s Centres");
        journey.look("unit");
        journey.leaveBy(".dr-signout");

        browser.open(link);
        journey.look("password");
        journey.type("password", "password1");
        journey.leaveBy("main form button");
        journey.lookAtRefusal("password-refused");
        journey.type("password", Councils.PASSWORD);
        journey.leaveBy("main form button");
        journey.look("password-chosen");
        journey.signIn(email);
        assertThat(browser.find(".dr-header__post").getDomProperty("textContent"))
                .isEqualTo("Early Years and Children’s Centres Manager");
        browser.open("/people/new");
        assertThat(browser.find("h1").getText()).isEqualTo("You cannot open this page");
        browser.open(link);
        journey.lookAtRefusal("password-link-over");
        journey.leaveBy(".dr-signout");

        browser.open(person);
        journey.signIn(council.administrator().email());
        journey.look("person");
        journey.press("End the access of Early Years and Children’s Centres Manager");
        journey.look("person-end");
        journey.leaveBy("main form button");
        journey.look("people-one-ended");
        journey.press("Early Years and Children’s Centres Manager");
        journey.look("person-ended");
        browser.open("/people/" + council.administrator().id());
        journey.look("person-self");
        journey.leaveBy(".dr-signout");

        browser.open("/forgotten-password");
        journey.look("forgotten-password");
        browser.open("/sign-in");
        journey.signIn(email);
        assertThat(browser.driver().getCurrentUrl()).endsWith("/sign-in?refused");
    }

    @Test
    void seesWhoMaySignIn(Browser browser) {
        new Steps(browser).signIn(CouncilCopy.in(product).email(Role.ADMINISTRATOR));
        browser.open("/people");

        assertThat(browser.find("main").getText())
                .contains("6 people", "Policy Officer", CouncilCopy.UNIT + " Manager", "Chair, ECCA group");
        browser.picture("people");
    }

    private record Journey(Browser browser, String name) {

        void look(String state) {
            browser.at(Browser.PHONE).assertFit().keep(name + "-" + state + "-320");
            browser.at(Browser.DESK).assertFit().keep(name + "-" + state + "-1280");
        }

        /** The console says of a refused form that it was refused; everything else holds for it too. */
        void lookAtRefusal(String state) {
            browser.driver().manage().logs().get("browser");
            look(state);
        }

        void signIn(String email) {
            type("email", email);
            type("password", Councils.PASSWORD);
            leaveBy(".dr-panel form button");
        }

        void press(String words) {
            leaveBy(browser.driver().findElement(By.xpath("//main//a[normalize-space() = \"" + words + "\"]")));
        }

        void leaveBy(String selector) {
            leaveBy(browser.find(selector));
        }

        /** Without scripts the driver does not wait for the next page by itself. */
        private void leaveBy(WebElement way) {
            String before = idOfPage();
            way.click();
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !Set.of(before, "").contains(idOfPage()));
        }

        private String idOfPage() {
            try {
                return ((RemoteWebElement) browser.find("footer")).getId();
            } catch (WebDriverException betweenPages) {
                return "";
            }
        }

        void type(String field, String text) {
            WebElement box = browser.find("#" + field);
            box.clear();
            box.sendKeys(text);
        }

        void choose(String field, String words) {
            browser.all("#" + field + " option").stream()
                    .filter(option -> option.getText().strip().equals(words))
                    .findFirst()
                    .orElseThrow()
                    .click();
        }
    }
}
