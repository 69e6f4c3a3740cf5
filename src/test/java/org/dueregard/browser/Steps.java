package org.dueregard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.dueregard.exchange.CouncilCopy;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.remote.RemoteWebElement;

/** What people do on pages, by the words that they read there; works with JavaScript and without. */
public final class Steps {

    private final Browser browser;

    public Steps(Browser browser) {
        this.browser = browser;
    }

    public Steps signIn(String email) {
        if (browser.all(".dr-panel input#password").isEmpty()) {
            browser.open("/sign-in");
        }
        type("email", email);
        type("password", CouncilCopy.PASSWORD);
        return leaveBy(browser.find(".dr-panel form button"));
    }

    public Steps signOut() {
        return leaveBy(browser.find(".dr-signout"));
    }

    /** Follows the link or presses the button of these words, and waits for the page to which it leads. */
    public Steps press(String words) {
        return leaveBy(visible(By.xpath(
                "//main//*[self::a or self::button][not(@class = 'dr-hide')][normalize-space() = \"" + words + "\"]")));
    }

    public Steps leaveBy(WebElement way) {
        bringIntoView(way);
        return leave(way::click);
    }

    public Steps leaveByKey(CharSequence key) {
        return leave(() -> new Actions(browser.driver()).sendKeys(key).perform());
    }

    /** With the control key held. */
    public Steps leaveByControlAnd(CharSequence key) {
        return leave(() -> new Actions(browser.driver())
                .keyDown(Keys.CONTROL)
                .sendKeys(key)
                .keyUp(Keys.CONTROL)
                .perform());
    }

    private Steps leave(Runnable way) {
        String before = idOfPage();
        way.run();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(() -> !Set.of(before, "").contains(idOfPage()));
        return this;
    }

    /** Opens what is folded under these words. */
    public Steps unfold(String words) {
        WebElement summary = visible(By.xpath("//main//summary[normalize-space() = \"" + words + "\"]"));
        if (summary.findElement(By.xpath("..")).getDomAttribute("open") == null) {
            bringIntoView(summary);
            summary.click();
        }
        return this;
    }

    public Steps type(String id, String text) {
        WebElement box = browser.find("[id='" + id + "']");
        bringIntoView(box);
        box.clear();
        box.sendKeys(text);
        return this;
    }

    public Steps choose(String name, String value) {
        WebElement radio = browser.find("input[type=radio][name='" + name + "'][value='" + value + "']");
        WebElement label = radio.findElement(By.xpath("ancestor::label"));
        bringIntoView(label);
        label.click();
        assertThat(radio.isSelected()).as(name + " = " + value).isTrue();
        return this;
    }

    /** What is wrong with a field: said beside it, and on top with a link to it. */
    public String problemOf(String id) {
        String beside = browser.find("[id='" + id + "-error']").getText().replaceFirst("^Error:\\s*", "");
        assertThat(browser.find(".govuk-error-summary a[href='#" + id + "']").getText())
                .isEqualTo(beside);
        return beside;
    }

    public String path() {
        return URI.create(String.valueOf(browser.driver().getCurrentUrl())).getPath();
    }

    public String main() {
        return browser.find("main").getText();
    }

    /** Holds the page to what it owes its readers, at both widths, and keeps a picture of each where they are wanted. */
    public Steps look(String name) {
        browser.at(Browser.PHONE).assertFit().keep(name + "-320");
        browser.at(Browser.DESK).assertFit().keep(name);
        return this;
    }

    /** The console says of a refused form that it was refused; everything else holds for it too. */
    public Steps lookAtRefusal(String name) {
        browser.driver().manage().logs().get("browser");
        return look(name);
    }

    private WebElement visible(By by) {
        return browser.driver().findElements(by).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow(() -> new AssertionError(by + " is not on " + path() + ":\n" + main()));
    }

    private void bringIntoView(WebElement element) {
        browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    }

    /** Without scripts the driver does not wait for the next page by itself. */
    private String idOfPage() {
        try {
            return ((RemoteWebElement) browser.find("footer")).getId();
        } catch (WebDriverException betweenPages) {
            return "";
        }
    }
}
