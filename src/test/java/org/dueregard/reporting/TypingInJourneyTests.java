package org.dueregard.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dueregard.BrowserTest;
import org.dueregard.access.Role;
import org.dueregard.browser.Browser;
import org.dueregard.browser.Steps;
import org.dueregard.exchange.CouncilCopy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How a return gets its words, figures and evidence from where people have them: Word, a spreadsheet, files. */
@BrowserTest
class TypingInJourneyTests {

    private static final String MATHS = "Key stage 4 expected progress in maths – Black pupils";
    private static final String ENGLISH = "Key stage 4 expected progress in English – other Asian pupils";

    /** As a browser does it when people press Ctrl and V. */
    private static final String PASTE = """
            const clipboard = new DataTransfer();
            clipboard.setData('text/plain', arguments[1]);
            if (arguments[2]) { clipboard.setData('text/html', arguments[2]); }
            const event = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true });
            if (arguments[0].dispatchEvent(event)) { document.execCommand('insertText', false, arguments[1]); }
            """;

    @Autowired
    ApplicationContext product;

    @TempDir
    Path folder;

    private CouncilCopy council;
    private UUID owed;

    @BeforeEach
    void load() {
        council = CouncilCopy.in(product);
        owed = council.owed("OPEN", CouncilCopy.UNIT);
    }

    @Test
    void pastesFromWordAndSeesHowItReads(Browser browser) {
        Steps steps = new Steps(browser).signIn(council.email(Role.SERVICE_MANAGER));
        browser.open("/returns/" + owed);
        UUID item = council.item(owed, MATHS);
        WebElement box = browser.find("#narrative-" + item);
        box.clear();
        box.sendKeys("So far:");
        browser.driver().executeScript(PASTE, box, "Autumn term\r\n·\tTutors", clipboard("word-lists"));
        await().untilAsserted(() -> assertThat(value(box))
                .startsWith("So far:\n\n## Autumn term\n\nTwo of **four schools**")
                .contains("- Tutors in Ash Lane\n  - English, 14 pupils\n    - of whom 3 new\n"));
        assertThat(browser.find("#item-" + item + " [data-words-say]").getText())
                .startsWith("Pasted with its lists");

        WebElement preview = browser.find("#item-" + item + " .dr-write__show");
        assertThat(browser.find("#narrative-" + item + "-reads").isDisplayed()).isFalse();
        preview.sendKeys(Keys.ENTER);
        await().untilAsserted(() -> assertThat(browser.all("#narrative-" + item + "-reads li li li"))
                .hasSize(1));
        assertThat(preview.getDomAttribute("aria-expanded")).isEqualTo("true");
        steps.unfold("How to write lists and tables").look("typing-in-1-words");
        box.sendKeys("\n\nAnd more.");
        await().untilAsserted(() -> assertThat(
                        browser.find("#narrative-" + item + "-reads").getText())
                .endsWith("And more."));

        // Undone step by step: what was typed, then how it looked, then what was pasted.
        box.clear();
        browser.driver().executeScript(PASTE, box, "one\r\ntwo", "<ul><li>one</li><li>two</li></ul>");
        await().untilAsserted(() -> assertThat(value(box)).isEqualTo("- one\n- two"));
        undo(browser, box);
        assertThat(value(box)).isEqualTo("one\ntwo");
        undo(browser, box);
        assertThat(value(box)).isEmpty();

        // words without any looks stay as they are, from Word too
        browser.driver().executeScript(PASTE, box, "5 * 3\r\n", "<p class=MsoNormal style='mso-list:none'>5 * 3</p>");
        await().during(Duration.ofMillis(700))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(value(box)).isEqualTo("5 * 3\n"));
        box.clear();
        browser.driver().executeScript(PASTE, box, "plain *words*", null);
        assertThat(value(box)).isEqualTo("plain *words*");
        steps.press("Save and come back later");
        assertThat(council.text("select narrative from return_item where item_id = ?", item))
                .isEqualTo("plain *words*");
    }

    @Test
    void fillsTheGridWithAColumn(Browser browser) {
        Steps steps = new Steps(browser).signIn(council.email(Role.SERVICE_MANAGER));
        browser.open("/returns/" + owed);
        steps.press("Type the figures into a grid");
        UUID maths = council.item(owed, MATHS);
        UUID english = council.item(owed, ENGLISH);
        WebElement first = browser.find("#figure-" + maths);
        first.click();
        browser.driver().executeScript(PASTE, first, "76.5\r\n40\t51\r\nn/a\r\n\r\n", null);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(council.text(
                                "select coalesce(numerator, '') from return_item where item_id = ?", share()))
                        .isEqualTo("40"));
        assertThat(value(first)).isEqualTo("76.5");
        assertThat(browser.find("#pasted").getText())
                .contains("2 rows are filled", "Line 3, “n/a”, for " + ENGLISH, "as a number", "Put back");
        assertThat(value(browser.find("#figure-" + english))).isEmpty();
        steps.look("typing-in-2-grid");

        // by keyboard from row to row; the status comes while typing
        browser.find("#numerator-" + share()).sendKeys(Keys.ARROW_DOWN);
        new Actions(browser.driver()).sendKeys("20").perform();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(browser.find("#live-" + english).getText()).contains("Off track"));
        browser.find("#pasted button").click();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(council.text("select numerator from return_item where item_id = ?", share()))
                                .isEqualTo("31"));
        steps.press("Save and come back later");
        assertThat(value(browser.find("#figure-" + maths))).isEqualTo("75");
        assertThat(value(browser.find("#figure-" + english))).isEqualTo("20");

        Steps plain = new Steps(browser.withoutJavaScript());
        browser.open("/returns/" + owed + "/grid");
        plain.unfold("Paste a column")
                .type("column", "77\n41 of 51\nlots")
                .press("Show where the lines go")
                .look("typing-in-3-column");
        assertThat(plain.main()).contains("2 rows are filled", "Nothing is saved yet");
        plain.press("Save these figures");
        assertThat(council.text("select figure from return_item where item_id = ?", maths))
                .isEqualTo("77");
        assertThat(council.text("select figure from return_item where item_id = ?", english))
                .isEqualTo("20");
    }

    @Test
    void addsEvidenceOnTheWay(Browser browser) throws IOException {
        Path good = Files.writeString(folder.resolve("Attendance.pdf"), "%PDF-1.7 attendance");
        Path bad = Files.write(folder.resolve("Attendance.exe"), new byte[] {'M', 'Z', 0, 1});
        Steps steps = new Steps(browser.withoutJavaScript()).signIn(council.email(Role.SERVICE_MANAGER));
        browser.open("/returns/" + owed);
        UUID item = council.item(owed, MATHS);
        steps.type("narrative-" + item, "As the report says.");
        steps.leaveBy(browser.find("#item-" + item + " button[value='evidence-" + item + "']"));

        browser.find("#file").sendKeys(good + "\n" + bad);
        steps.press("Add files").lookAtRefusal("typing-in-4-evidence-refused");
        assertThat(steps.problemOf("file")).contains("Attendance.exe is not of a kind that is taken");
        steps.type("linkTitle", "Minutes of the heads")
                .type("address", "www.example.org")
                .press("Add a link");
        assertThat(steps.problemOf("address")).contains("begins with https://");
        steps.type("address", "https://www.example.org/minutes").press("Add a link");
        steps.lookAtRefusal("typing-in-5-evidence").press("Back to the update");
        assertThat(browser.find("#item-" + item + " .dr-evidence").getText())
                .contains("Attendance.pdf", "PDF", "Minutes of the heads", "Link");
        assertThat(value(browser.find("#narrative-" + item))).isEqualTo("As the report says.");

        steps.leaveBy(browser.find("#item-" + item + " button[value='evidence-" + item + "']"));
        steps.leaveBy(browser.driver().findElement(By.xpath("//tr[contains(., 'Minutes of the heads')]//button")));
        assertThat(steps.main()).contains("Removed").doesNotContain("Minutes of the heads");
    }

    @Test
    void takesTheReturnAlongAsAWorkbookAndBringsItBack(Browser browser) throws IOException {
        browser.driver()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        Steps steps = new Steps(browser).signIn(council.email(Role.SERVICE_MANAGER));
        browser.open("/returns/" + owed);
        steps.press("Fill it in as a workbook instead");
        browser.find("main ol a.govuk-button").click();
        await().atMost(Duration.ofSeconds(20)).until(() -> !downloaded().isEmpty());

        Path filled = folder.resolve("filled.xlsx");
        Files.write(filled, withFigure(downloaded().get(0), MATHS, "75", "76.5"));
        browser.find("#file").sendKeys(filled.toString());
        steps.press("Show what it says").look("typing-in-6-workbook");
        assertThat(steps.main()).contains("something new about 1 item", "Nothing is saved yet");
        UUID item = council.item(owed, MATHS);
        assertThat(value(browser.find("#figure-" + item))).isEqualTo("76.5");
        assertThat(council.text("select figure from return_item where item_id = ?", item))
                .isEqualTo("75");

        steps.press("Save what it says");
        assertThat(steps.path()).isEqualTo("/returns/" + owed);
        assertThat(council.text("select figure from return_item where item_id = ?", item))
                .isEqualTo("76.5");
    }

    private List<Path> downloaded() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xlsx")).toList();
        }
    }

    private static byte[] withFigure(Path workbook, String item, String was, String becomes) throws IOException {
        try (InputStream in = Files.newInputStream(workbook);
                XSSFWorkbook book = new XSSFWorkbook(in);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            int changed = 0;
            for (Row row : book.getSheetAt(0)) {
                if (Stream.iterate(0, column -> column < row.getLastCellNum(), column -> column + 1)
                        .map(row::getCell)
                        .anyMatch(cell -> cell != null && cell.toString().contains(item))) {
                    for (Cell cell : row) {
                        if (cell.toString().equals(was)) {
                            cell.setCellValue(becomes);
                            changed++;
                        }
                    }
                }
            }
            assertThat(changed).as("cells with %s", was).isEqualTo(1);
            book.write(out);
            return out.toByteArray();
        }
    }

    private UUID share() {
        return council.item(owed, "Key stage 4 expected progress in English – Bangladeshi pupils");
    }

    private static void undo(Browser browser, WebElement box) {
        box.sendKeys(Keys.chord(Keys.CONTROL, "z"));
    }

    private static String value(WebElement box) {
        return Objects.requireNonNull(box.getDomProperty("value"));
    }

    private static String clipboard(String file) {
        try (InputStream in = TypingInJourneyTests.class.getResourceAsStream("/pasted/" + file + ".html")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
