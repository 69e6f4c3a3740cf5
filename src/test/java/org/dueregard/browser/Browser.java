package org.dueregard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A person's browser: opens the product's pages at the width of a desk or of a phone, with JavaScript or without, and
 * holds them to what every page owes its readers. Each test finds it fresh: no cookies, 1280 wide, JavaScript on.
 */
public final class Browser {

    public static final int DESK = 1280;

    /** Also what a desk's screen becomes at 400% zoom. */
    public static final int PHONE = 320;

    private static final int SCREEN = 900;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final boolean PICTURES_WANTED = Boolean.getBoolean("pictures.write");

    private static final String AXE = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {
                    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'],
                    rules: { 'color-contrast': { enabled: arguments[0] } } })
                .then(found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
                    rule.id + ': ' + rule.help + '\\n    ' + node.target.join(' ') + '\\n    ' + node.html))))
                .catch(fault => done(['axe itself failed: ' + fault]));
            """;

    /**
     * What tells a page from others, and how it is laid out; in one question, for each takes its time.
     *
     * <p>{@code all} is all that axe could find something wrong with: every element and word, what is seen of it, what is
     * typed into it and where the focus is. Left out is what differs each time and is never seen: secrets, and which id is
     * which. {@code looks} is how texts look that is not among the looks of the argument: their colours and size, and the
     * grounds that they stand on. Contrast takes most of axe's time and is left out where all of them have passed before.
     */
    private static final String THIS_PAGE = """
            const passed = new Set(arguments[0]);
            const grounds = new Map();
            const groundsOf = element => {
                if (!element) return '';
                if (!grounds.has(element)) {
                    const style = getComputedStyle(element);
                    grounds.set(element, [style.backgroundColor, style.backgroundImage, style.opacity, style.position,
                        groundsOf(element.parentElement)].join(' '));
                }
                return grounds.get(element);
            };
            const isRead = element => element.value
                || [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
            const looks = [...document.querySelectorAll('body, body *')]
                .filter(element => element.checkVisibility() && isRead(element))
                .map(element => {
                    const style = getComputedStyle(element);
                    return [style.color, style.fontSize, style.fontWeight, style.textShadow, element.disabled,
                        groundsOf(element)].join(' ');
                });
            const page = document.documentElement.cloneNode(true);
            page.classList.remove('dr-js');
            page.querySelectorAll('input[type=hidden], meta[name=csrf]').forEach(secret => secret.remove());
            const ids = new Map();
            const states = [...document.querySelectorAll('*')].map(element => [
                element.checkVisibility(), element.type === 'hidden' || element.value, element.checked,
                element === document.activeElement]);
            return {
                width: innerWidth,
                hasAxe: 'axe' in window,
                looks: [...new Set(looks)].filter(look => !passed.has(look)),
                all: (page.outerHTML + JSON.stringify(states)).replace(
                    /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
                    id => ids.get(id) || ids.set(id, 'id-' + ids.size).get(id)) };
            """;

    private final ChromeDriver driver;

    /**
     * Pages that axe found nothing wrong with in this run, and the narrowest that they were; most are met by several people,
     * with scripts and without. What fits and can be hit on a narrow screen does so on a wide one that shows the same.
     */
    private final Map<UUID, Integer> accessible = new HashMap<>();

    /** Looks of texts whose contrast is enough. */
    private final Set<String> readable = new HashSet<>();

    private String origin = "";

    private boolean javaScript = true;

    Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** For what is not here. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Opens a path of the product, or any whole address. */
    public Browser open(String address) {
        driver.get(address.startsWith("/") ? origin + address : address);
        return this;
    }

    public Browser at(int width) {
        return screen(width, SCREEN);
    }

    public Browser screen(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** From the next page on, its scripts do not run. */
    public Browser withoutJavaScript() {
        return javaScript(false);
    }

    public WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** All that a page owes its readers, whatever it is about; to be asked at each width that matters. */
    public Browser assertFit() {
        return assertAccessible().assertLaidOut();
    }

    /** No violation of WCAG 2.2 A and AA that a machine can find. */
    @SuppressWarnings("unchecked")
    public Browser assertAccessible() {
        var page = (Map<String, Object>) Objects.requireNonNull(driver.executeScript(THIS_PAGE, List.copyOf(readable)));
        var all = UUID.nameUUIDFromBytes(((String) page.get("all")).getBytes(StandardCharsets.UTF_8));
        var width = ((Number) page.get("width")).intValue();
        var looks = (List<String>) page.get("looks");
        if (looks.isEmpty() && accessible.getOrDefault(all, Integer.MAX_VALUE) <= width) {
            return this;
        }
        var withJavaScript = javaScript;
        // The page's own scripts had their chance when it was opened; the check is one itself.
        javaScript(true);
        if (!(boolean) page.get("hasAxe")) {
            // as it is: the driver's own way of running a script packs one of this size for as long as it runs
            driver.executeCdpCommand("Runtime.evaluate", Map.of("expression", Axe.SCRIPT));
        }
        var violations = (List<String>) driver.executeAsyncScript(AXE, !looks.isEmpty());
        javaScript(withJavaScript);
        assertThat(violations).as("accessibility of %s", driver.getCurrentUrl()).isEmpty();
        accessible.merge(all, width, Math::min);
        readable.addAll(looks);
        return this;
    }

    /**
     * Laid out by the rules of today, which a page without its doctype is not; no wider than its window; and calm: nothing
     * refused by the content security policy, nothing missing, no script that failed, since last asked.
     */
    public Browser assertLaidOut() {
        var layout = (List<?>) Objects.requireNonNull(driver.executeScript("const root = document.documentElement;"
                + "return [document.compatMode, root.scrollWidth <= root.clientWidth, location.href]"));
        assertThat(layout.get(0)).as("layout rules of %s", layout.get(2)).isEqualTo("CSS1Compat");
        assertThat(layout.get(1)).as("%s fits into its window", layout.get(2)).isEqualTo(true);
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                        .map(LogEntry::getMessage))
                .as("console of %s", layout.get(2))
                .isEmpty();
        return this;
    }

    /** The whole page, into {@code target/screenshots}. */
    public Path screenshot(String name) {
        scrollbars(false);
        var png = shot(Map.of("format", "png", "captureBeyondViewport", true));
        scrollbars(true);
        return write(SCREENSHOTS, name, png);
    }

    /** Keeps a picture of the whole page for whoever wants to see what a journey saw. */
    public Browser keep(String name) {
        if (PICTURES_WANTED) {
            screenshot(name);
        }
        return this;
    }

    /** A picture for the user guide: what a desk's screen shows of the page, from the top. */
    public Browser picture(String name) {
        return picture(name, "html");
    }

    /** A picture for the user guide: what a desk's screen shows of the page, from this element on. */
    public Browser picture(String name, String from) {
        scrollbars(false);
        screen(DESK, Math.min(SCREEN, (int) number("document.body.offsetHeight")));
        driver.executeScript("arguments[0].scrollIntoView({ behavior: 'instant' })", find(from));
        var png = shot(Map.of("format", "png"));
        scrollbars(true);
        write(SCREENSHOTS, name, png);
        if (PICTURES_WANTED && !origin.isEmpty()) {
            write(Path.of("docs", "user-guide"), name, smaller(png));
        }
        return at(DESK);
    }

    /** They are no part of the page, and cover or cut its right edge. */
    private void scrollbars(boolean shown) {
        driver.executeScript("document.documentElement.style.scrollbarWidth = arguments[0]", shown ? "" : "none");
    }

    private byte[] shot(Map<String, Object> how) {
        var shot = driver.executeCdpCommand("Page.captureScreenshot", how);
        return Base64.getDecoder().decode((String) Objects.requireNonNull(shot.get("data")));
    }

    /** The same dots in fewer bytes: the browser packs them in a hurry. */
    private static byte[] smaller(byte[] png) {
        try {
            var packed = new ByteArrayOutputStream();
            ImageIO.write(ImageIO.read(new ByteArrayInputStream(png)), "png", packed);
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path folder, String name, byte[] png) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name + ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void renew(String origin) {
        this.origin = origin;
        javaScript(true).at(DESK);
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        open("about:blank");
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
        driver.manage().logs().get(LogType.BROWSER);
    }

    private Browser javaScript(boolean on) {
        javaScript = on;
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
        return this;
    }

    private long number(String expression) {
        return (long) Objects.requireNonNull(driver.executeScript("return " + expression));
    }

    private static final class Axe {

        static final String SCRIPT = read();

        private static String read() {
            try (var script = Browser.class.getResourceAsStream("/axe.min.js")) {
                return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Gives tests their {@link Browser}. Where none is installed they are left out and the log says so; with {@code
     * CI=true} they fail, because there nobody reads the log.
     */
    public static final class Extension
            implements ExecutionCondition, BeforeEachCallback, AfterTestExecutionCallback, ParameterResolver {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Chromium.missing().isEmpty() || Chromium.REQUIRED
                    ? ConditionEvaluationResult.enabled("A browser is there, or has to be")
                    : ConditionEvaluationResult.disabled(Chromium.missing());
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            Chromium.browser().renew(origin(context));
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            if (context.getExecutionException().isPresent()) {
                var test = context.getRequiredTestClass().getSimpleName() + "-"
                        + context.getUniqueId().hashCode();
                Chromium.browser().screenshot("failed-" + test);
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browser.class;
        }

        @Override
        public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Chromium.browser();
        }

        private static String origin(ExtensionContext context) {
            if (!context.getRequiredTestClass().isAnnotationPresent(org.dueregard.BrowserTest.class)) {
                return "";
            }
            var port = SpringExtension.getApplicationContext(context)
                    .getBean(Environment.class)
                    .getRequiredProperty("local.server.port");
            return "http://localhost:" + port;
        }
    }
}
