package org.dueregard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
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

    private static final String AXE = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
                .then(found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
                    rule.id + ': ' + rule.help + '\\n    ' + node.target.join(' ') + '\\n    ' + node.html))))
                .catch(fault => done(['axe itself failed: ' + fault]));
            """;

    private final ChromeDriver driver;

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
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
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
        return assertStandardsMode().assertNoSidewaysScroll().assertAccessible().assertCalmConsole();
    }

    /** No violation of WCAG 2.2 A and AA that a machine can find. */
    @SuppressWarnings("unchecked")
    public Browser assertAccessible() {
        var withJavaScript = javaScript;
        // The page's own scripts had their chance when it was opened; the check is one itself.
        javaScript(true);
        driver.executeScript(Axe.SCRIPT);
        var violations = (List<String>) driver.executeAsyncScript(AXE);
        javaScript(withJavaScript);
        assertThat(violations).as("accessibility of %s", driver.getCurrentUrl()).isEmpty();
        return this;
    }

    public Browser assertNoSidewaysScroll() {
        var root = "document.documentElement.";
        assertThat(number(root + "scrollWidth"))
                .as("width of %s", driver.getCurrentUrl())
                .isLessThanOrEqualTo(number(root + "clientWidth"));
        return this;
    }

    /** Nothing refused by the content security policy, nothing missing, no script that failed, since last asked. */
    public Browser assertCalmConsole() {
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                        .map(LogEntry::getMessage))
                .as("console of %s", driver.getCurrentUrl())
                .isEmpty();
        return this;
    }

    /** Without its doctype a page is laid out by the rules of 1998. */
    public Browser assertStandardsMode() {
        assertThat(driver.executeScript("return document.compatMode"))
                .as("layout rules of %s", driver.getCurrentUrl())
                .isEqualTo("CSS1Compat");
        return this;
    }

    /** The whole page, into {@code target/screenshots}. */
    public Path screenshot(String name) {
        var shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        var file = Path.of("target", "screenshots", name + ".png");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, Base64.getDecoder().decode((String) Objects.requireNonNull(shot.get("data"))));
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
    public static final class Extension implements ExecutionCondition, BeforeEachCallback, ParameterResolver {

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
