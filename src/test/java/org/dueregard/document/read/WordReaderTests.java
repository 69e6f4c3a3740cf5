package org.dueregard.document.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dueregard.document.read.Made.listed;
import static org.dueregard.document.read.Made.p;
import static org.dueregard.document.read.Made.styled;
import static org.dueregard.document.read.Made.tbl;
import static org.dueregard.document.read.Made.tc;
import static org.dueregard.document.read.Made.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dueregard.document.BoundedFiles;
import org.dueregard.document.FileKind;
import org.dueregard.document.UntrustedFiles;
import org.dueregard.document.read.Cell.Kind;
import org.dueregard.document.read.Paragraph.Aside;
import org.dueregard.document.read.Paragraph.Heading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordReaderTests {

    private static final UntrustedFiles FILES = BoundedFiles.make();

    private static final String RESTART = "<w:vMerge w:val='restart'/>";
    private static final String GOES_ON = "<w:vMerge/>";

    @AfterAll
    static void stop() {
        FILES.destroy();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 200, 300})
    void findsEveryWordInOrderAndEachMergeAndNumberInFilesOfAnyStructure(int from) throws Exception {
        for (int seed = from; seed < from + 50; seed++) {
            RandomWordFile file = new RandomWordFile(seed);
            NeutralDocument read = read(file.bytes);

            assertThat(Words.of(read)).as("words of %s", seed).isEqualTo(file.words);
            assertThat(paragraphs(read)).extracting(one -> one.line().number()).isEqualTo(file.numbers);
            assertThat(read.tables()).hasSameSizeAs(file.tables);
            for (int table = 0; table < file.tables.size(); table++) {
                assertThat(covered(read.tables().get(table)))
                        .as("table %s of %s", table, seed)
                        .isEqualTo(numbered(file.tables.get(table)));
            }
            assertThat(read(file.bytes)).isEqualTo(read);
        }
    }

    /** Where the cell begins that covers each place. */
    private static List<List<Integer>> covered(Table table) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int r = 0; r < table.rows().size(); r++) {
            List<Integer> row = new ArrayList<>();
            for (int c = 0; c < table.columns().size(); c++) {
                Cell cell = table.cell(r, c);
                int beginning = cell.merge() == null
                        ? r * 100 + c
                        : cell.merge().row() * 100 + cell.merge().column();
                assertThat(cell.kind() == Kind.GIVEN).isEqualTo(beginning == r * 100 + c);
                row.add(beginning);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<Integer>> numbered(int[][] covered) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] line : covered) {
            List<Integer> row = new ArrayList<>();
            for (int cell : line) {
                row.add(first(covered, cell));
            }
            rows.add(row);
        }
        return rows;
    }

    private static int first(int[][] covered, int cell) {
        for (int r = 0; r < covered.length; r++) {
            for (int c = 0; c < covered[r].length; c++) {
                if (covered[r][c] == cell) {
                    return r * 100 + c;
                }
            }
        }
        throw new IllegalArgumentException();
    }

    @Test
    void knowsHeadingsByTheirStyleWhateverItIsCalledAndGuessesThemWhereAllIsBold() throws Exception {
        NeutralDocument read = read(Made.word(styled("berschrift2", "Named in German")
                        + styled("Ours", "Based on a heading")
                        + "<w:p><w:pPr><w:outlineLvl w:val='2'/></w:pPr><w:r><w:t>By its level</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>All bold</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bold, but a sentence.</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>Not bold</w:t></w:r></w:p>")
                .with(
                        "styles",
                        "styles",
                        "<w:style w:type='paragraph' w:styleId='berschrift2'><w:name w:val='heading 2'/></w:style>"
                                + "<w:style w:type='paragraph' w:styleId='Ours'><w:name w:val='Theme'/>"
                                + "<w:basedOn w:val='berschrift2'/></w:style>")
                .bytes());

        assertThat(paragraphs(read))
                .extracting(Paragraph::heading)
                .containsExactly(
                        new Heading(2, true),
                        new Heading(2, true),
                        new Heading(3, true),
                        new Heading(4, false),
                        Heading.NONE,
                        Heading.NONE);
        assertThat(paragraphs(read)).extracting(Paragraph::style).startsWith("heading 2", "Theme");
        assertThat(paragraphs(read).get(2).place()).isEqualTo(new Place.InText("plan.docx", 3));
    }

    @Test
    void numbersAsWordPrintsThem() throws Exception {
        NeutralDocument read = read(Made.word(listed(1, 0, "one")
                        + listed(1, 1, "letter")
                        + listed(1, 1, "letter")
                        + listed(1, 2, "deep")
                        + listed(1, 0, "two")
                        + listed(1, 2, "deep without a level between")
                        + listed(2, 0, "goes on")
                        + listed(3, 0, "begins anew")
                        + listed(3, 0, "goes on")
                        + listed(4, 0, "bullet")
                        + listed(0, 0, "in no list")
                        + styled("Clause", "by its style"))
                .with(
                        "numbering",
                        "numbering",
                        "<w:abstractNum w:abstractNumId='7'>" + level(0, "decimal", "%1.", "")
                                + level(1, "lowerLetter", "%2)", "")
                                + level(2, "lowerRoman", "%1.%2.%3", "<w:isLgl/>")
                                + "</w:abstractNum><w:abstractNum w:abstractNumId='8'>"
                                + level(0, "bullet", "\uF0B7", "") + "</w:abstractNum>"
                                + "<w:abstractNum w:abstractNumId='9'>" + level(0, "upperRoman", "Part %1", "")
                                + level(1, "ordinal", "%2", "<w:pStyle w:val='Clause'/>") + "</w:abstractNum>"
                                + num(1, 7, "") + num(2, 7, "")
                                + num(3, 7, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>")
                                + num(4, 8, "") + num(5, 9, ""))
                .with(
                        "styles",
                        "styles",
                        "<w:style w:type='paragraph' w:styleId='Clause'><w:name w:val='Clause'/>"
                                + "<w:pPr><w:numPr><w:numId w:val='5'/></w:numPr></w:pPr></w:style>")
                .bytes());

        assertThat(paragraphs(read))
                .extracting(one -> one.line().number() + "|" + one.line().depth())
                .containsExactly(
                        "1.|1", "a)|2", "b)|2", "1.2.1|3", "2.|1", "2.1.1|3", "3.|1", "5.|1", "6.|1", "•|1", "|0",
                        "1st|2");
    }

    private static String level(int level, String format, String text, String more) {
        return "<w:lvl w:ilvl='" + level + "'><w:start w:val='1'/><w:numFmt w:val='" + format + "'/>" + more
                + "<w:lvlText w:val='" + text + "'/></w:lvl>";
    }

    private static String num(int list, int definition, String more) {
        return "<w:num w:numId='" + list + "'><w:abstractNumId w:val='" + definition + "'/>" + more + "</w:num>";
    }

    @Test
    void readsTrackedChangesAsAcceptedAndSaysSo() throws Exception {
        NeutralDocument read = read(Made.word("<w:p><w:r><w:t>Rise to </w:t></w:r>"
                        + "<w:del><w:r><w:delText>61%</w:delText></w:r></w:del>"
                        + "<w:ins><w:r><w:t>65%</w:t></w:r></w:ins></w:p>"
                        + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>" + p("line now")
                        + tbl(
                                1,
                                tr(tc("", p("kept"))),
                                "<w:tr><w:trPr><w:del/></w:trPr>" + tc("", p("struck")) + "</w:tr>")
                        + "<w:moveFrom><w:p><w:r><w:t>gone from here</w:t></w:r></w:p></w:moveFrom>"
                        + "<w:moveTo>" + p("came here") + "</w:moveTo>")
                .bytes());

        assertThat(Words.of(read)).containsExactly("Rise", "to", "65%", "One", "line", "now", "kept", "came", "here");
        assertThat(read.notes())
                .extracting(note -> note.kind() + " " + note.count() + " " + note.text())
                .containsExactly("DELETED 1 61%", "INSERTED 1 ", "DELETED 1 struck", "DELETED 1 gone from here");
    }

    @Test
    void resolvesMergedCellsInBothDirectionsAndMarksWhatIsMissingAndTooMany() throws Exception {
        String wide = "<w:gridSpan w:val='2'/>";
        Table table = read(Made.word(tbl(
                                3,
                                "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + tc("", p("Aim")) + tc(wide, p("Who"))
                                        + "</w:tr>",
                                tr(tc(RESTART, p("Gap")), tc("", p("A")), tc("", p("B"))),
                                tr(tc(GOES_ON, p("")), tc(wide + RESTART, p("C"))),
                                "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + tc(wide + GOES_ON, p("under"))
                                        + "</w:tr>",
                                tr(tc("", p("D")), tc("", p("E")), tc("", p("F")), tc("", p("G"))),
                                tr(tc(GOES_ON, p("stands alone")))))
                        .bytes())
                .tables()
                .get(0);

        assertThat(Words.drawn(table)).isEqualTo("""
                Aim | Who | (Who) | –
                Gap | A | B | –
                (Gap) | C | (C) | –
                – | (C) | (C) | –
                D | E | F | +G
                (D) | – | – | –""");
        assertThat(table.cell(3, 2).merge()).isEqualTo(new Cell.Merge(2, 1, 2, 2));
        assertThat(table.rows()).extracting(Row::head).containsExactly(true, false, false, false, false, false);
        assertThat(table.placeOf(4, 1)).isEqualTo(new Place.InTable("plan.docx", 1, 5, 2));
    }

    @Test
    void tellsWordsUnderAMergedCellInANote() throws Exception {
        NeutralDocument read = read(Made.word(tbl(1, tr(tc(RESTART, p("Shown"))), tr(tc(GOES_ON, p("never shown")))))
                .bytes());

        assertThat(Words.of(read)).containsExactly("Shown");
        assertThat(read.notes())
                .containsExactly(
                        new Note(Note.Kind.COVERED, new Place.InTable("plan.docx", 1, 2, 1), 1, "never shown"));
    }

    @Test
    void keepsTheLinesListsAndTablesOfACell() throws Exception {
        NeutralDocument read = read(Made.word(tbl(
                        1,
                        tr(tc(
                                "<w:shd w:fill='D9E2F3'/>",
                                p("First")
                                        + p("")
                                        + listed(4, 0, "point")
                                        + listed(4, 1, "inside")
                                        + tbl(2, tr(tc("", p("Ward")), tc("", p("12"))))
                                        + p("")))))
                .with(
                        "numbering",
                        "numbering",
                        "<w:abstractNum w:abstractNumId='8'>" + level(0, "bullet", "-", "")
                                + level(1, "bullet", "o", "") + "</w:abstractNum>" + num(4, 8, ""))
                .bytes());
        Cell cell = read.tables().get(0).cell(0, 0);

        assertThat(cell.text()).isEqualTo("First\n\n- point\no inside\nWard | 12");
        assertThat(cell.markdown()).isEqualTo("First\n\n- point\n  - inside\n\n| Ward | 12 |\n| --- | --- |");
        assertThat(cell.look().shade()).isEqualTo("D9E2F3");
        assertThat(read.tables()).hasSize(2);
        assertThat(read.tables().get(1).placeOf(0, 1))
                .isEqualTo(new Place.InCell(new Place.InTable("plan.docx", 1, 1, 1), 1, 1, 2));
    }

    @Test
    void looksIntoBoxesFieldsLinksContentControlsAndWhatItDoesNotKnow() throws Exception {
        NeutralDocument read = read(Made.word("<w:sdt><w:sdtPr><w:t>not this</w:t></w:sdtPr><w:sdtContent>"
                        + p("Controlled")
                        + "</w:sdtContent></w:sdt>"
                        + "<w:p><w:smartTag><w:r><w:t>Smart</w:t></w:r></w:smartTag><w:r><w:tab/><w:t>x</w:t><w:noBreakHyphen/>"
                        + "<w:t>y</w:t></w:r><w:hyperlink r:id='web'><w:r><w:t> the page</w:t></w:r></w:hyperlink></w:p>"
                        + "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK "
                        + "\"https://b.example\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
                        + "<w:r><w:t>field</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
                        + "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:t> done</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:t>anchor</w:t></w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
                        + "<w:txbxContent>" + p("In a box") + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
                        + "<mc:Fallback><w:pict><w:txbxContent>" + p("In a box")
                        + "</w:txbxContent></w:pict></mc:Fallback>"
                        + "</mc:AlternateContent></w:p>"
                        + "<w:unheardOf><w:p><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></w:p></w:unheardOf>")
                .leadingTo("web", "https://a.example/x")
                .bytes());

        assertThat(Words.of(read))
                .containsExactly(
                        "Controlled",
                        "Smart",
                        "x-y",
                        "the",
                        "page",
                        "field",
                        "✓",
                        "done",
                        "anchor",
                        "In",
                        "a",
                        "box",
                        "a=b");
        assertThat(paragraphs(read).get(1).markdown()).isEqualTo("Smart x-y [the page](https://a.example/x)");
        assertThat(paragraphs(read).get(2).markdown()).isEqualTo("[field](https://b.example)");
        assertThat(paragraphs(read)).extracting(Paragraph::aside).contains(Aside.TEXT_BOX);
    }

    @Test
    void tellsFootnotesAfterTheirParagraphAndPageHeadersPicturesAndCommentsInNotes() throws Exception {
        NeutralDocument read = read(Made.word("<w:p><w:r><w:t>85%</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
                        + "<w:p><w:r><w:t>next</w:t><w:commentReference w:id='0'/></w:r>"
                        + "<w:r><w:drawing><wp:inline><wp:docPr wp:descr='A logo'/></wp:inline></w:drawing></w:r></w:p>"
                        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>")
                .with(
                        "footnotes",
                        "footnotes",
                        "<w:footnote w:id='2'>" + p("provisional") + "</w:footnote>" + "<w:footnote w:id='3'>"
                                + p("orphan") + "</w:footnote>")
                .with("header1", "hdr", p("Strategy 2013"))
                .with("header2", "hdr", p("Strategy 2013"))
                .with("footer1", "ftr", p("Page 1"))
                .bytes());

        assertThat(paragraphs(read))
                .extracting(Paragraph::text)
                .containsExactly("85%", "provisional", "next", "hidden");
        assertThat(paragraphs(read).get(1).line().number()).isEqualTo("1");
        assertThat(paragraphs(read).get(1).aside()).isEqualTo(Aside.FOOTNOTE);
        assertThat(read.notes())
                .extracting(note -> note.kind() + ":" + note.text())
                .containsExactly(
                        "FOOTNOTE:",
                        "COMMENT:",
                        "PICTURE:A logo",
                        "HIDDEN_TEXT:",
                        "FOOTNOTE:orphan",
                        "HEADER:Strategy 2013",
                        "FOOTER:Page 1");
        assertThat(read.notes().get(1).place()).isEqualTo(new Place.InText("plan.docx", 3));
    }

    @Test
    void putsParagraphsTogetherAsOneTextWithItsLists() throws Exception {
        NeutralDocument read =
                read(Made.word(p("We will:") + listed(4, 0, "ask 5*") + listed(4, 1, "twice") + p("Then act"))
                        .with(
                                "numbering",
                                "numbering",
                                "<w:abstractNum w:abstractNumId='8'>" + level(0, "bullet", "\uF0B7", "")
                                        + level(1, "decimal", "1.%2", "") + "</w:abstractNum>" + num(4, 8, ""))
                        .bytes());

        assertThat(Paragraph.together(paragraphs(read))).isEqualTo("We will:\n\n- ask 5\\*\n  - 1.1 twice\n\nThen act");
    }

    private static NeutralDocument read(byte[] file) throws Exception {
        NeutralDocument read = new DocumentFiles(FILES).read("plan.docx", file);
        assertThat(read.kind()).isEqualTo(FileKind.WORD);
        for (Table table : read.tables()) {
            assertThat(table.rows()).allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(table.columns()));
        }
        return read;
    }

    private static List<Paragraph> paragraphs(NeutralDocument document) {
        return document.blocks().stream()
                .map(block -> block instanceof Paragraph paragraph ? paragraph : null)
                .filter(Objects::nonNull)
                .toList();
    }
}
