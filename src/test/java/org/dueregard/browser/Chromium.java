package org.dueregard.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.springframework.util.FileSystemUtils;

/**
 * The Chromium or Chrome that is installed here, started once per test run. Nothing is downloaded: {@code CHROME} and
 * {@code CHROMEDRIVER} say where the programs are when they are not where programs usually are.
 */
final class Chromium {

    private static final Optional<Path> PROGRAM =
            installed("CHROME", "chromium", "chromium-browser", "google-chrome", "chrome.exe");

    private static final Optional<Path> DRIVER = installed("CHROMEDRIVER", "chromedriver", "chromedriver.exe");

    /** Where nobody reads the log, leaving tests out would be a lie. */
    static final boolean REQUIRED = Boolean.parseBoolean(System.getenv("CI"));

    private static final String MISSING = whatIsMissing();

    /** It warns that it does not know the newest protocol, of which nothing is used. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private Chromium() {}

    /** What keeps browser tests from running here; empty when nothing does. */
    static String missing() {
        return MISSING;
    }

    static Browser browser() {
        return Running.BROWSER;
    }

    private static String whatIsMissing() {
        if (PROGRAM.isPresent() && DRIVER.isPresent()) {
            return "";
        }
        var reason = (PROGRAM.isEmpty() ? "Chromium or Chrome" : "chromedriver")
                + " was not found (set CHROME and CHROMEDRIVER, or install both)";
        if (!REQUIRED) {
            var line = "!".repeat(110);
            System.out.printf("%n%s%n! BROWSER TESTS ARE LEFT OUT: %s%n%s%n%n", line, reason, line);
        }
        return reason;
    }

    private static Optional<Path> installed(String variable, String... names) {
        var named = System.getenv(variable);
        var folders = Stream.concat(
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of("/usr/bin", "/usr/lib/chromium", "/Applications/Google Chrome.app/Contents/MacOS"))
                .map(Path::of)
                .toList();
        return Stream.concat(
                        Stream.ofNullable(named).map(Path::of),
                        Stream.concat(
                                        Stream.of(names),
                                        Stream.of("Google Chrome").filter(x -> variable.equals("CHROME")))
                                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name))))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static final class Running {

        static final Browser BROWSER = start();

        private static Browser start() {
            SELENIUM.setLevel(Level.SEVERE);
            try {
                var profile = Files.createTempDirectory("due-regard-browser");
                var driver = new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(
                                        DRIVER.orElseThrow(Running::unavailable).toFile())
                                .build(),
                        options(profile));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(driver, profile), "stop-browser"));
                return new Browser(driver);
            } catch (IOException e) {
                throw new IllegalStateException("No folder for the browser", e);
            }
        }

        private static ChromeOptions options(Path profile) {
            var options = new ChromeOptions();
            options.setBinary(PROGRAM.orElseThrow(Running::unavailable).toFile());
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--lang=en-GB",
                    "--user-data-dir=" + profile);
            var logging = new LoggingPreferences();
            logging.enable(LogType.BROWSER, Level.ALL);
            options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
            return options;
        }

        private static IllegalStateException unavailable() {
            return new IllegalStateException(MISSING);
        }

        private static void stop(ChromeDriver driver, Path profile) {
            driver.quit();
            try {
                FileSystemUtils.deleteRecursively(profile);
            } catch (IOException leftToTheSystem) {
                // A temporary folder: the system clears it away.
            }
        }
    }
}
