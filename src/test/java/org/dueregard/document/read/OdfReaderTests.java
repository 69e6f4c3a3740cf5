package org.dueregard.document.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dueregard.document.BoundedFiles;
import org.dueregard.document.FileKind;
import org.dueregard.document.UntrustedFiles;
import org.dueregard.document.read.Paragraph.Aside;
import org.dueregard.document.read.Paragraph.Heading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OdfReaderTests {

    private static final UntrustedFiles FILES = BoundedFiles.make();

    private static final String SPACES =
            " xmlns:office='urn:office' xmlns:text='urn:text' xmlns:table='urn:table' xmlns:style='urn:style'"
                    + " xmlns:fo='urn:fo' xmlns:draw='urn:draw' xmlns:xlink='urn:xlink' xmlns:svg='urn:svg'";

    private static final String STYLES = "<style:style style:name='B' style:family='text'>"
            + "<style:text-properties fo:font-weight='bold'/></style:style>"
            + "<text:list-style style:name='L'>"
            + "<text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>"
            + "<text:list-level-style-number text:level='2' style:num-format='a' text:display-levels='2' style:num-suffix=')'/>"
            + "<text:list-level-style-bullet text:level='3' text:bullet-char='–'/></text:list-style>"
            + "<style:style style:name='off' style:family='table'><style:table-properties table:display='false'/></style:style>";

    @AfterAll
    static void stop() {
        FILES.destroy();
    }

    @Test
    void readsHeadingsWordsListsAndWhatHangsOnThem() throws Exception {
        NeutralDocument read = text("<text:tracked-changes><text:changed-region><text:deletion><office:change-info>x"
                + "</office:change-info><text:p>struck</text:p></text:deletion></text:changed-region></text:tracked-changes>"
                + "<text:h text:outline-level='2'>Objective  one</text:h>"
                + "<text:p>Close<text:s text:c='2'/>the <text:span text:style-name='B'>gap</text:span><text:tab/>"
                + "<text:a xlink:href='https://a.example'>here</text:a><text:note text:note-class='footnote'>"
                + "<text:note-citation>1</text:note-citation><text:note-body><text:p>provisional</text:p></text:note-body>"
                + "</text:note></text:p>"
                + "<text:list text:style-name='L'><text:list-item>" + p("one") + "<text:list><text:list-item>"
                + p("deep")
                + p("more") + "<text:list><text:list-item>" + p("deeper")
                + "</text:list-item></text:list></text:list-item>"
                + "</text:list></text:list-item><text:list-item>" + p("two") + "</text:list-item></text:list>"
                + "<text:section><text:p><draw:frame><draw:text-box>" + p("boxed") + "</draw:text-box></draw:frame>"
                + "<draw:frame><draw:image/><svg:desc>A logo</svg:desc></draw:frame>anchor</text:p></text:section>"
                + "<text:p><text:span text:style-name='B'>All bold</text:span></text:p>");

        assertThat(read.kind()).isEqualTo(FileKind.ODF_TEXT);
        List<Paragraph> all = read.blocks().stream().map(Paragraph.class::cast).toList();
        assertThat(all)
                .extracting(one -> one.line().number() + "|" + one.line().depth() + "|" + one.text())
                .containsExactly(
                        "|0|Objective one",
                        "|0|Close  the gap\there",
                        "1|0|provisional",
                        "1.|1|one",
                        "1.a)|2|deep",
                        "|2|more",
                        "–|3|deeper",
                        "2.|1|two",
                        "|0|anchor",
                        "|0|boxed",
                        "|0|All bold");
        assertThat(all.get(0).heading()).isEqualTo(new Heading(2, true));
        assertThat(all.get(10).heading()).isEqualTo(new Heading(3, false));
        assertThat(all.get(1).markdown()).isEqualTo("Close the **gap** [here](https://a.example)");
        assertThat(all.get(9).aside()).isEqualTo(Aside.TEXT_BOX);
        assertThat(read.notes())
                .extracting(note -> note.kind() + ":" + note.text())
                .containsExactly("DELETED:struck", "FOOTNOTE:", "TEXT_BOX:", "PICTURE:A logo");
    }

    @Test
    void resolvesWhatCellsCover() throws Exception {
        NeutralDocument read = text("<table:table><table:table-column table:number-columns-repeated='3'/>"
                + "<table:table-header-rows><table:table-row>" + cell("", p("Aim")) + cell(wide(2), p("Who"))
                + "<table:covered-table-cell/></table:table-row></table:table-header-rows>"
                + "<table:table-row>" + cell(" table:number-rows-spanned='2'", p("Gap")) + cell("", p("A") + p("B"))
                + cell("", "") + "</table:table-row><table:table-row><table:covered-table-cell>" + p("under")
                + "</table:covered-table-cell>"
                + cell(
                        "",
                        "<table:table><table:table-row>" + cell("", p("in")) + cell("", p("side"))
                                + "</table:table-row></table:table>")
                + "</table:table-row></table:table>");

        assertThat(Words.drawn(read.tables().get(0)))
                .isEqualTo("Aim | Who | (Who)\nGap | A/B |  \n(Gap) | in | side | –".replace("|  \n", "| \n"));
        assertThat(read.tables()).hasSize(2);
        assertThat(read.tables().get(0).rows()).extracting(Row::head).containsExactly(true, false, false);
        assertThat(read.notes()).extracting(Note::text).containsExactly("under");
    }

    @Test
    void readsSpreadsheetsAsTheyShow() throws Exception {
        NeutralDocument read = sheets("<table:table table:name='Plan'><table:table-column/>"
                + "<table:table-column table:visibility='collapse'/><table:table-row>" + cell(wide(2), p("Title"))
                + "<table:covered-table-cell/></table:table-row><table:table-row>" + cell("", p("94.5%"))
                + cell(" table:formula='of:=A1' table:number-columns-repeated='2'", p("7")) + "</table:table-row>"
                + "<table:table-row table:number-rows-repeated='2'><table:table-cell/></table:table-row>"
                + "<table:table-row>" + cell("", p("alone")) + "</table:table-row>"
                + "<table:table-row table:number-rows-repeated='1048000'><table:table-cell"
                + " table:number-columns-repeated='16384'/></table:table-row></table:table>"
                + "<table:table table:name='Old' table:style-name='off'><table:table-row>" + cell("", p("kept"))
                + "</table:table-row></table:table>");

        assertThat(Words.drawn(read.tables().get(0))).isEqualTo("Title | (Title) | \n94.5% | 7 | 7");
        assertThat(read.blocks().get(1).place()).isEqualTo(new Place.InSheet("plan", "Plan", 5, 1));
        assertThat(Words.of(read)).endsWith("alone", "kept");
        assertThat(read.notes())
                .extracting(note -> note.kind() + " " + note.count())
                .containsExactly("HIDDEN_COLUMN 1", "FORMULA 2", "HIDDEN_SHEET 1");
    }

    @Test
    void findsEveryWordInOrderInTextsOfAnyStructure() throws Exception {
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            List<String> words = new ArrayList<>();
            StringBuilder body = new StringBuilder();
            for (int block = 0; block < 12; block++) {
                body.append(block(random, words, 0));
            }
            NeutralDocument read = text(body.toString());
            assertThat(Words.of(read)).as("text %s", seed).isEqualTo(words);
            for (Table table : read.tables()) {
                assertThat(table.rows())
                        .allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(table.columns()));
            }
            assertThat(text(body.toString())).isEqualTo(read);
        }
    }

    private static String block(Random random, List<String> words, int depth) {
        switch (depth > 2 ? 0 : random.nextInt(4)) {
            case 1 -> {
                StringBuilder items = new StringBuilder();
                for (int i = 0; i < 2; i++) {
                    items.append("<text:list-item>")
                            .append(word(random, words))
                            .append(block(random, words, depth + 1))
                            .append("</text:list-item>");
                }
                return "<text:list text:style-name='L'>" + items + "</text:list>";
            }
            case 2 -> {
                StringBuilder rows = new StringBuilder();
                for (int row = 0; row < 3; row++) {
                    rows.append("<table:table-row>");
                    for (int column = 0; column <= random.nextInt(3); column++) {
                        rows.append(cell("", word(random, words) + block(random, words, depth + 2)));
                    }
                    rows.append("</table:table-row>");
                }
                return "<table:table>" + rows + "</table:table>";
            }
            case 3 -> {
                return "<text:section>" + word(random, words) + "</text:section>";
            }
            default -> {
                return word(random, words);
            }
        }
    }

    private static String word(Random random, List<String> words) {
        String word = "w" + words.size();
        words.add(word);
        return random.nextBoolean() ? p(word) : p("<text:span text:style-name='B'>w</text:span>" + word.substring(1));
    }

    private static String p(String words) {
        return "<text:p>" + words + "</text:p>";
    }

    private static String wide(int columns) {
        return " table:number-columns-spanned='" + columns + "'";
    }

    private static String cell(String attributes, String content) {
        return "<table:table-cell" + attributes + ">" + content + "</table:table-cell>";
    }

    private static NeutralDocument text(String body) throws Exception {
        return read("text", "text", body);
    }

    private static NeutralDocument sheets(String body) throws Exception {
        return read("spreadsheet", "spreadsheet", body);
    }

    private static NeutralDocument read(String kind, String element, String body) throws Exception {
        return new DocumentFiles(FILES)
                .read(
                        "plan",
                        Made.parts()
                                .with("mimetype", "application/vnd.oasis.opendocument." + kind)
                                .with(
                                        "content.xml",
                                        "<office:document-content" + SPACES + "><office:automatic-styles>" + STYLES
                                                + "</office:automatic-styles><office:body><office:" + element + ">"
                                                + body
                                                + "</office:" + element + "></office:body></office:document-content>")
                                .bytes());
    }
}
