package org.dueregard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each assertion about pages passes a good page, and is seen to fail a bad one. */
@Tag("browser")
@ExtendWith(Browser.Extension.class)
class BrowserTests {

    private static final String GOOD = """
            <!DOCTYPE html><html lang="en"><head><title>Good</title>
            <meta name="viewport" content="width=device-width"></head>
            <body><main><h1>A good page</h1><p id="said">Scripts did not run</p></main>
            <script>document.getElementById('said').textContent = 'Scripts ran'</script></body></html>""";

    @Test
    void passesAPageThatIsFit(Browser browser) {
        browser.open(page(GOOD)).assertFit().at(Browser.PHONE).assertFit();

        assertThat(browser.find("#said").getText()).isEqualTo("Scripts ran");
    }

    @Test
    void showsAPageAsItIsWithoutJavaScript(Browser browser) {
        browser.withoutJavaScript().open(page(GOOD)).assertFit();

        assertThat(browser.find("#said").getText()).isEqualTo("Scripts did not run");
    }

    @Test
    void startsEachTestWithJavaScript(Browser browser) {
        assertThat(browser.open(page(GOOD)).find("#said").getText()).isEqualTo("Scripts ran");
    }

    @Test
    void failsAnImageThatSaysNothing(Browser browser) {
        browser.open(page(GOOD.replace("<p ", "<img src=\"data:,\" width=10 height=10><p ")));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(browser::assertAccessible)
                .withMessageContaining("image-alt");
    }

    @Test
    void failsAPageThatIsWiderThanAPhone(Browser browser) {
        browser.open(page(GOOD.replace("<p ", "<p style=\"width: 600px\" "))).assertLaidOut();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(browser.at(Browser.PHONE)::assertLaidOut)
                .withMessageContaining("fits into its window");
    }

    @Test
    void failsWhatTheContentSecurityPolicyRefuses(Browser browser) {
        var policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">";
        browser.open(page(GOOD.replace("<title>", policy + "<title>")));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(browser::assertLaidOut)
                .withMessageContaining("Content Security Policy");
    }

    @Test
    void failsAPageWithoutItsDoctype(Browser browser) {
        browser.open(page(GOOD.replace("<!DOCTYPE html>", "")));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(browser::assertLaidOut)
                .withMessageContaining("layout rules");
    }

    @Test
    void readsAPageAgainWhenAScriptChangedIt(Browser browser) {
        browser.open(page(GOOD)).assertAccessible();
        browser.driver().executeScript("document.querySelector('main').append(new Image(10, 10))");

        assertThatExceptionOfType(AssertionError.class).isThrownBy(browser::assertAccessible);
    }

    @Test
    void readsAPageAgainAtAnotherWidth(Browser browser) {
        var pale = "<style>@media (max-width: 400px) { p { color: #ccc } }</style>";
        browser.open(page(GOOD.replace("<title>", pale + "<title>"))).assertAccessible();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(browser.at(Browser.PHONE)::assertAccessible)
                .withMessageContaining("color-contrast");
    }

    @Test
    void readsAPageAgainWhenItIsSeenOtherwiseWithoutScripts(Browser browser) {
        var pale = "<style>.dr-js em { display: none } em { color: #ccc }</style>";
        var said = GOOD.replace("<title>", pale + "<title>").replace("<h1>", "<em>Pale</em><h1>");
        browser.open(page(said.replace("<html", "<html class=dr-js"))).assertAccessible();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(browser.withoutJavaScript().open(page(said))::assertAccessible)
                .withMessageContaining("color-contrast");
    }

    @Test
    void looksAtContrastAgainOnAnotherGround(Browser browser) {
        var grey = GOOD.replace("<title>", "<style>p { color: #767676 }</style><title>");
        browser.open(page(grey)).assertAccessible();

        browser.open(page(grey.replace("<style>", "<style>main { background: #ddd } ")));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(browser::assertAccessible)
                .withMessageContaining("color-contrast");
    }

    @Test
    void takesAPictureUpToTheRightEdge(Browser browser) throws Exception {
        var red = GOOD.replace("<head>", "<head><style>html { background: #f00 } p { height: 3000px }</style>");
        browser.open(page(red)).picture("browser-tests");
        var picture = ImageIO.read(
                Path.of("target", "screenshots", "browser-tests.png").toFile());

        assertThat(picture.getWidth()).isEqualTo(Browser.DESK);
        assertThat(picture.getHeight()).isEqualTo(900);
        for (int row : new int[] {0, 450, 899}) {
            assertThat(picture.getRGB(Browser.DESK - 1, row)).isEqualTo(0xffff0000);
        }
    }

    @Test
    void takesAPictureOfTheWholePage(Browser browser) throws Exception {
        var tall = GOOD.replace("<p ", "<p style=\"height: 3000px\" ");
        var picture = browser.at(Browser.PHONE).open(page(tall)).screenshot("browser-tests");

        assertThat(Files.size(picture)).isPositive();
        assertThat(ImageIO.read(picture.toFile()).getHeight()).isGreaterThan(3000);
    }

    private static String page(String html) {
        return "data:text/html;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));
    }
}
