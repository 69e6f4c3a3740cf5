package org.dueregard.document.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dueregard.document.BoundedFiles;
import org.dueregard.document.FileKind;
import org.dueregard.document.UntrustedFiles;
import org.dueregard.document.UntrustedFiles.Trouble;
import org.dueregard.document.UntrustedFiles.Unreadable;
import org.dueregard.document.read.Paragraph.Aside;
import org.dueregard.document.read.Paragraph.Heading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that a fuzzer thought up, and those that reading has once come to grief over. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class FuzzedFilesTests {

    private static final UntrustedFiles FILES = BoundedFiles.make();
    private static final Path KEPT = Path.of("src/test/resources/fuzz");

    @AfterAll
    static void stop() {
        FILES.destroy();
    }

    static Stream<Arguments> kept() {
        return Arrays.stream(FuzzedFile.values()).flatMap(kind -> files(kind).map(file -> Arguments.of(kind, file)));
    }

    @ParameterizedTest
    @MethodSource
    void kept(FuzzedFile kind, Path file) throws IOException {
        byte[] content = kind.of(Files.readAllBytes(file));
        boolean read = ReadingLaw.holdsFor("plan." + kind.ending(), content);

        assertThat(throughTheGuards(kind, content)).isEqualTo(read);
    }

    @ParameterizedTest
    @EnumSource
    void someOfTheKeptAreRead(FuzzedFile kind) {
        assertThat(files(kind))
                .filteredOn(file -> throughTheGuards(kind, kind.of(bytes(file))))
                .hasSizeGreaterThan(5);
    }

    @Test
    void takesANumberThatIsLongerThanTheTextForTooMuch() {
        String paragraphs = "<p><pPr><numPr><numId val='1'/></numPr></pPr><r><t>one</t></r></p>".repeat(5_000);
        String number = "%1".repeat(20_000);

        assertIsRefused(
                FuzzedFile.DOCX,
                "~<document><body>" + paragraphs + "</body></document>\n"
                        + "=== word/numbering.xml\n<numbering><abstractNum abstractNumId='0'><lvl ilvl='0'><lvlText val='"
                        + number + "'/></lvl></abstractNum><num numId='1'><abstractNumId val='0'/></num></numbering>");
    }

    @Test
    void takesAPrefixOfItemsThatIsLongerThanTheTextForTooMuch() {
        String style = "<list-style name='L'><list-level-style-number level='1' num-format='1' num-prefix='"
                + "p".repeat(20_000) + "'/></list-style>";
        String items = "<list-item><p>x</p></list-item>".repeat(2_000);

        assertIsRefused(
                FuzzedFile.ODT,
                "~<document-content><automatic-styles>" + style
                        + "</automatic-styles><body><text><list style-name='L'>" + items
                        + "</list></text></body></document-content>");
    }

    @Test
    void readsACellThatStandsBeyondTheLastColumnThatAnySheetHas() throws Exception {
        String far = "<table-cell number-columns-repeated='999999999'/>".repeat(3);
        NeutralDocument document = read(
                FuzzedFile.ODS,
                sheet("<table-row>" + far
                        + "<table-cell number-columns-spanned='999999999' number-rows-spanned='999999999'><p>20</p>"
                        + "</table-cell></table-row>"));

        assertThat(document.blocks()).hasSize(1);
    }

    @Test
    void readsARowThatStandsBelowTheLastThatAnySheetHas() throws Exception {
        NeutralDocument document = read(
                FuzzedFile.ODS,
                sheet("<table-row number-rows-repeated='999999999'/>".repeat(3)
                        + "<table-row><table-cell><p>20</p></table-cell></table-row>"));

        Place.InSheet place = (Place.InSheet) document.blocks().get(0).place();
        assertThat(place.row()).isPositive();
    }

    @Test
    void takesACommentInAHundredMillionCellsForTooMuch() {
        assertIsRefused(
                FuzzedFile.ODS,
                sheet("<table-row number-rows-repeated='999999999'>"
                        + "<table-cell number-columns-repeated='999999999'><annotation/></table-cell>"
                        + "<table-cell><p>1</p></table-cell></table-row>"));
    }

    @Test
    void doesNotLookForTheEndOfEachOfManyOpenQuotes() {
        assertThat(ReadingLaw.holdsFor("plan.csv", "a,\"".repeat(300_000).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void stillReadsAFileWithAForgottenQuoteInEachRow() throws Exception {
        String rows = IntStream.range(0, 3_000)
                .mapToObj(row -> "Area " + row + ",\"Reduce the gap,20%")
                .collect(Collectors.joining("\n"));

        NeutralDocument document = DocumentFiles.inBounds("plan.csv", rows.getBytes(StandardCharsets.UTF_8));

        assertThat(document.tables().get(0).rows()).hasSize(3_000);
        assertThat(document.tables().get(0).cell(2_999, 1).text()).isEqualTo("\"Reduce the gap");
    }

    @Test
    void showsANumberPlainlyWhereItsFormatIsLongerThanExcelLetsItBe() throws Exception {
        String styles = "<styleSheet><numFmts><numFmt numFmtId='165' formatCode='&quot;" + "x".repeat(100_000)
                + "&quot;0'/></numFmts><cellXfs><xf/><xf numFmtId='165'/></cellXfs></styleSheet>";
        NeutralDocument document = read(
                FuzzedFile.XLSX,
                "~<worksheet><sheetData>" + "<row><c s='1'><v>7</v></c></row>".repeat(2_500)
                        + "</sheetData></worksheet>\n=== xl/styles.xml\n" + styles);

        assertThat(document.tables().get(0).cell(2_499, 0).text()).isEqualTo("7");
    }

    @Test
    void countsWhatAFormatAddsToANumber() {
        String styles = "<styleSheet><numFmts><numFmt numFmtId='165' formatCode='&quot;" + "x".repeat(250)
                + "&quot;0'/></numFmts><cellXfs><xf/><xf numFmtId='165'/></cellXfs></styleSheet>";

        String rows = new Random(3)
                .ints(45_000, 0, 1_000_000)
                .mapToObj(number -> "<row><c s='1'><v>" + number + "</v></c></row>")
                .collect(Collectors.joining());

        assertIsRefused(
                FuzzedFile.XLSX,
                "~<worksheet><sheetData>" + rows + "</sheetData></worksheet>\n=== xl/styles.xml\n" + styles);
    }

    @Test
    void looksOnceForTheLevelsOfAList() throws Exception {
        String levels =
                many(40_000, number -> "<lvl ilvl='9" + number + "'/>") + "<lvl ilvl='0'><lvlText val='%1'/></lvl>";
        String paragraphs =
                many(20_000, number -> "<p><pPr><numPr><numId val='1'/></numPr></pPr><r><t>" + number + "</t></r></p>");
        NeutralDocument word = read(
                FuzzedFile.DOCX,
                "<document><body>" + paragraphs + "</body></document>\n=== word/numbering.xml\n<numbering>"
                        + "<abstractNum abstractNumId='0'>" + levels
                        + "</abstractNum><num numId='1'><abstractNumId val='0'/></num></numbering>");
        assertThat(((Paragraph) word.blocks().get(19_999)).line().number()).isEqualTo("20000");

        String styles = many(40_000, number -> "<list-level-style-number level='9" + number + "'/>")
                + "<list-level-style-number level='1' num-format='1'/>";
        NeutralDocument text = read(
                FuzzedFile.ODT,
                "<document-content><automatic-styles><list-style name='L'>" + styles
                        + "</list-style></automatic-styles><body><text><list style-name='L'>"
                        + many(20_000, number -> "<list-item><p>" + number + "</p></list-item>")
                        + "</list></text></body></document-content>");
        assertThat(((Paragraph) text.blocks().get(19_999)).line().number()).isEqualTo("20000");
    }

    @Test
    void looksOnceForWhatAStyleSays() throws Exception {
        String junk = many(60_000, number -> "<x" + number + "/>");
        NeutralDocument word = read(
                FuzzedFile.DOCX,
                "<document><body>"
                        + many(20_000, number -> "<p><pPr><pStyle val='S'/></pPr><r><t>" + number + "</t></r></p>")
                        + "</body></document>\n=== word/styles.xml\n<styles><style styleId='S'>" + junk
                        + "<rPr><b/></rPr></style></styles>");
        assertThat(((Paragraph) word.blocks().get(19_999)).line().strong()).isTrue();

        NeutralDocument text = read(
                FuzzedFile.ODT,
                "<document-content><automatic-styles><style name='S' family='paragraph'>" + junk
                        + "<text-properties font-weight='bold'/></style></automatic-styles><body><text>"
                        + many(20_000, number -> "<p style-name='S'>" + number + "</p>")
                        + "</text></body></document-content>");
        assertThat(((Paragraph) text.blocks().get(19_999)).line().strong()).isTrue();
    }

    @Test
    void takesTheSameSheetAThousandTimesForTooMuch() {
        String sheets = many(20_000, number -> "<sheet name='" + number + "' id='a'/>");

        assertIsRefused(
                FuzzedFile.XLSX,
                "<worksheet>" + many(5_000, number -> "<x" + number + "/>") + "</worksheet>\n=== xl/workbook.xml\n"
                        + "<workbook><sheets>" + sheets + "</sheets></workbook>");
    }

    @Test
    void takesWordsInTenThousandPiecesInEachOfManyCellsForTooMuch() {
        String runs = many(20_000, number -> "<r a='" + number + "'><t> </t></r>");

        assertIsRefused(
                FuzzedFile.XLSX,
                "<worksheet><sheetData>"
                        + many(50_000, number -> "<row><c t='s' a='" + number + "'><v>0</v></c></row>")
                        + "</sheetData></worksheet>\n=== xl/sharedStrings.xml\n<sst><si><r><rPr><b/></rPr><t>a</t></r>"
                        + runs + "</si></sst>");
    }

    @Test
    void takesACellOfTenThousandElementsInEachOfManyRowsForTooMuch() {
        String row = "<table-row number-rows-repeated='50000'><table-cell number-columns-repeated='9'>"
                + many(20_000, number -> "<x" + number + "/>") + "<p>a</p></table-cell></table-row>";

        assertIsRefused(FuzzedFile.ODS, sheet(row).substring(1));
        assertIsRefused(
                FuzzedFile.ODT,
                "<document-content><body><text><table>" + row + "</table></text></body></document-content>");
    }

    @Test
    void readsAWorkbookThatRefersToWhatIsNoPlace() throws Exception {
        NeutralDocument document = read(
                FuzzedFile.XLSX,
                "~<worksheet><sheetData><row><c><v>7</v></c></row></sheetData>"
                        + "</worksheet>\n=== xl/worksheets/_rels/sheet1.xml.rels\n"
                        + "<Relationships><Relationship Id='t' Type='/table' Target='mailto:somebody'/></Relationships>");

        assertThat(document.blocks()).hasSize(1);
    }

    @Test
    void knowsNoHeadingDeeperThanOpenDocumentDoes() throws Exception {
        NeutralDocument document = read(
                FuzzedFile.ODT,
                "~<document-content><body><text><h outline-level='999999999'>Plan</h></text></body></document-content>");

        assertThat(((Paragraph) document.blocks().get(0)).heading().level()).isEqualTo(10);
    }

    @Test
    void theLawSeesATableThatIsNoRectangle() {
        Place.InTable place = new Place.InTable("plan.docx", 1, 0, 0);
        Row narrow = new Row(1, false, false, List.of(Cell.EMPTY));
        Table.Column column = new Table.Column(1, 0, false);

        assertIsAgainstTheLaw(new Table(place, List.of(column, column), List.of(narrow)));
        assertIsAgainstTheLaw(new Table(place, List.of(column), List.of(narrow, narrow)));
        Cell alone = Cell.EMPTY.as(Cell.Kind.CONTINUATION, null);
        assertIsAgainstTheLaw(new Table(place, List.of(column), List.of(new Row(1, false, false, List.of(alone)))));
        Cell wide = Cell.EMPTY.as(Cell.Kind.GIVEN, new Cell.Merge(0, 0, 1, 2));
        assertIsAgainstTheLaw(new Table(place, List.of(column), List.of(new Row(1, false, false, List.of(wide)))));
    }

    @Test
    void theLawSeesMoreWordsThanAreRead() {
        String words = "w".repeat(1_000_000);
        Paragraph one =
                new Paragraph(new Place.InText("plan.docx", 1), Line.of(words), words, Heading.NONE, "", Aside.NONE);

        assertIsAgainstTheLaw(Stream.generate(() -> one).limit(21).toArray(Block[]::new));
    }

    private static void assertIsAgainstTheLaw(Block... blocks) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        ReadingLaw.check(new NeutralDocument("plan.docx", FileKind.WORD, List.of(blocks), List.of())));
    }

    private static void assertIsRefused(FuzzedFile kind, String content) {
        byte[] file = kind.of(content.getBytes(StandardCharsets.UTF_8));
        assertThat(ReadingLaw.holdsFor("plan." + kind.ending(), file)).isFalse();
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> DocumentFiles.inBounds("plan." + kind.ending(), file))
                .matches(refused -> refused.trouble() == Trouble.TOO_LARGE, "is too large");
    }

    private static NeutralDocument read(FuzzedFile kind, String content) throws Exception {
        byte[] file = kind.of(content.getBytes(StandardCharsets.UTF_8));
        assertThat(ReadingLaw.holdsFor("plan." + kind.ending(), file)).isTrue();
        return DocumentFiles.inBounds("plan." + kind.ending(), file);
    }

    /** Different from one another, since a zip that packs too well is refused for that alone. */
    private static String many(int times, IntFunction<String> one) {
        return new Random(7).ints(times, 100_000, 1_000_000).mapToObj(one).collect(Collectors.joining());
    }

    private static String sheet(String rows) {
        return "~<document-content><body><spreadsheet><table name='Plan'>" + rows
                + "</table></spreadsheet></body></document-content>";
    }

    private static boolean throughTheGuards(FuzzedFile kind, byte[] content) {
        try {
            new DocumentFiles(FILES).read("plan." + kind.ending(), content);
            return true;
        } catch (Unreadable refused) {
            return false;
        }
    }

    private static Stream<Path> files(FuzzedFile kind) {
        try (Stream<Path> all = Files.list(KEPT.resolve(kind.name().toLowerCase(Locale.ROOT)))) {
            return all.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
