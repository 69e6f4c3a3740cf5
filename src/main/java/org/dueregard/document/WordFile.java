package org.dueregard.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.dueregard.document.Block.Bar;
import org.dueregard.document.Block.Bars;
import org.dueregard.document.Block.Heading;
import org.dueregard.document.Block.Notice;
import org.dueregard.document.Block.Paragraph;
import org.dueregard.document.Block.Part;
import org.dueregard.document.Block.Point;
import org.dueregard.document.Block.Points;
import org.dueregard.document.Block.Row;
import org.dueregard.document.Block.Table;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** One Word file in the making. Measures are twentieths of a point, letters half points, as the format has them. */
final class WordFile implements AutoCloseable {

    private static final String LETTERS = "Arial";
    private static final String INK = "14191B";
    private static final String QUIET = "48545A";
    private static final String RULE = "C4CDD0";
    private static final long PAGE_WIDTH = 11_906;
    private static final long PAGE_HEIGHT = 16_838;
    private static final long MARGIN = 1_020;
    private static final long TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;

    private final XWPFDocument document = new XWPFDocument();
    private final String language;
    private final String site;
    private final BigInteger points;
    private final XWPFNumbering numbering;
    private int numberedLists;

    /** @param site where the product's own pages are */
    WordFile(String language, String site) {
        this.language = language;
        this.site = site;
        this.numbering = document.createNumbering();
        this.points = numbering.addNum(kindOfList(0, STNumberFormat.BULLET));
        styles();
        page();
    }

    void write(Paper paper, OutputStream file) throws IOException {
        document.getProperties().getCoreProperties().setTitle(Plain.forXml(paper.title() + " – " + paper.above()));
        document.getProperties().getCoreProperties().setCreator("Due Regard");
        document.getProperties().getCoreProperties().setSubjectProperty(Plain.forXml(paper.below()));
        document.getProperties()
                .getCoreProperties()
                .getUnderlyingProperties()
                .setLanguageProperty(java.util.Optional.of(language));
        styled("Above", paper.above());
        styled("Title", paper.title());
        styled("Subtitle", paper.below());
        foot(paper.above() + " – " + paper.title());
        paper.blocks().forEach(block -> block(block, null, 0));
        document.write(file);
    }

    private void styled(String style, String words) {
        if (!words.isEmpty()) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setStyle(style);
            paragraph.createRun().setText(Plain.forXml(words));
        }
    }

    /** @param list whose item the block stands in; null when it stands in none */
    private void block(Block block, @Nullable BigInteger list, int depth) {
        if (block instanceof Heading heading) {
            styled("Heading" + (heading.level() - 1), heading.words());
        } else if (block instanceof Paragraph paragraph) {
            XWPFParagraph written = document.createParagraph();
            written.setStyle(paragraph.quiet() ? "Quiet" : "Normal");
            if (list != null) {
                written.setStyle("ListParagraph");
                written.setNumID(list);
                written.setNumILvl(BigInteger.valueOf(depth));
            }
            pieces(written, paragraph.pieces());
        } else if (block instanceof Points all) {
            BigInteger own =
                    all.numbered() ? numbering.addNum(kindOfList(++numberedLists, STNumberFormat.DECIMAL)) : points;
            int inner = list == null ? 0 : Math.min(depth + 1, 2);
            for (Point point : all.points()) {
                boolean first = true;
                for (Block part : point.blocks()) {
                    block(part, first || part instanceof Points ? own : null, inner);
                    first = false;
                }
            }
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Bars bars) {
            bars(bars);
        } else if (block instanceof Notice notice) {
            notice(notice);
        }
    }

    private void pieces(XWPFParagraph paragraph, List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Words words) {
                XWPFRun run = paragraph.createRun();
                run.setText(Plain.forXml(words.words()));
                run.setBold(words.strong());
                run.setItalic(words.slanted());
            } else if (piece instanceof Piece.Link link) {
                XWPFRun run = paragraph.createHyperlinkRun(
                        link.address().startsWith("/") ? site + link.address() : safe(link.address()));
                run.setText(Plain.forXml(link.words()));
                run.setColor("0B5A66");
                run.setUnderline(org.apache.poi.xwpf.usermodel.UnderlinePatterns.SINGLE);
            } else if (piece instanceof Piece.Mark mark) {
                picture(paragraph, mark.key(), Shapes.png(mark.key()), 9);
                XWPFRun run = paragraph.createRun();
                run.setText("\u00a0" + Plain.forXml(mark.said()) + " ");
                run.setBold(true);
            } else {
                paragraph.createRun().addBreak();
            }
        }
    }

    /** An address that cannot be one leads nowhere. */
    private String safe(String address) {
        try {
            return java.net.URI.create(address).toString();
        } catch (IllegalArgumentException none) {
            return site;
        }
    }

    private static void picture(XWPFParagraph paragraph, String name, byte[] png, int points) {
        try {
            XWPFRun run = paragraph.createRun();
            run.addPicture(
                    new ByteArrayInputStream(png),
                    PictureType.PNG,
                    name + ".png",
                    Units.toEMU(points),
                    Units.toEMU(points));
            // the word beside it says the same
            run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr("");
        } catch (InvalidFormatException | IOException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private void table(Table table) {
        if (table.columns().isEmpty()) {
            return;
        }
        int columns = table.columns().size();
        XWPFTable written = plainTable(1, columns);
        written.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, RULE);
        written.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, RULE);
        long all = table.columns().stream().mapToLong(Block.Column::width).sum();
        XWPFTableRow head = written.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int column = 0; column < columns; column++) {
            XWPFTableCell cell = head.getCell(column);
            width(cell, TEXT_WIDTH * table.columns().get(column).width() / all);
            width(written, column, TEXT_WIDTH * table.columns().get(column).width() / all);
            XWPFParagraph paragraph = cell.getParagraphs().get(0);
            paragraph.setStyle("TableHead");
            paragraph
                    .createRun()
                    .setText(Plain.forXml(table.columns().get(column).head()));
        }
        for (Row row : table.rows()) {
            XWPFTableRow line = written.createRow();
            line.setCantSplitRow(true);
            for (int column = 0; column < columns && column < row.cells().size(); column++) {
                XWPFTableCell cell = line.getCell(column);
                width(cell, TEXT_WIDTH * table.columns().get(column).width() / all);
                List<Paragraph> paragraphs = row.cells().get(column).paragraphs();
                for (int place = 0; place < paragraphs.size(); place++) {
                    XWPFParagraph paragraph = place == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
                    paragraph.setStyle(paragraphs.get(place).quiet() ? "TableQuiet" : "TableText");
                    pieces(paragraph, paragraphs.get(place).pieces());
                }
            }
        }
        document.createParagraph().setStyle("Gap");
    }

    private XWPFTable plainTable(int rows, int columns) {
        XWPFTable table = document.createTable(rows, columns);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int column = grid.sizeOfGridColArray(); column < columns; column++) {
            grid.addNewGridCol().setW(BigInteger.valueOf(TEXT_WIDTH / columns));
        }
        table.setTableAlignment(TableRowAlign.LEFT);
        table.setWidth((int) TEXT_WIDTH);
        table.removeBorders();
        table.setCellMargins(40, 0, 40, 100);
        return table;
    }

    private static void width(XWPFTable table, int column, long twentieths) {
        table.getCTTbl().getTblGrid().getGridColArray(column).setW(BigInteger.valueOf(twentieths));
    }

    private static void width(XWPFTableCell cell, long twentieths) {
        CTTblWidth width = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr().isSetTcW()
                        ? cell.getCTTc().getTcPr().getTcW()
                        : cell.getCTTc().getTcPr().addNewTcW()
                : cell.getCTTc().addNewTcPr().addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(twentieths));
    }

    private void bars(Bars bars) {
        for (Bar bar : bars.bars()) {
            styled("BarLabel", bar.label());
            if (bar.parts().isEmpty()) {
                continue;
            }
            XWPFTable written = plainTable(1, bar.parts().size());
            for (int place = 0; place < bar.parts().size(); place++) {
                Part part = bar.parts().get(place);
                Shapes.Ground ground = Shapes.Ground.of(part.mark().key());
                XWPFTableCell cell = written.getRow(0).getCell(place);
                width(cell, Math.round(TEXT_WIDTH * bar.width(part) / 100));
                width(written, place, Math.round(TEXT_WIDTH * bar.width(part) / 100));
                cell.setColor(ground.colour);
                XWPFParagraph paragraph = cell.getParagraphs().get(0);
                paragraph.setStyle("TableText");
                paragraph.setAlignment(ParagraphAlignment.CENTER);
                picture(
                        paragraph,
                        part.mark().key() + "-on-ground",
                        Shapes.onGround(part.mark().key()),
                        8);
                XWPFRun run = paragraph.createRun();
                run.setText("\u00a0" + part.count());
                run.setBold(true);
                run.setColor(ground.ink);
            }
            written.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "5A656A");
            written.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "5A656A");
            written.setLeftBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "5A656A");
            written.setRightBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "5A656A");
            written.setInsideVBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "5A656A");
        }
        XWPFParagraph key = document.createParagraph();
        key.setStyle("Quiet");
        for (Piece.Mark mark : bars.marks()) {
            pieces(key, List.of(mark, new Piece.Words("   ")));
        }
    }

    private void notice(Notice notice) {
        XWPFTable frame = plainTable(1, 1);
        for (var border : List.<Border>of(
                XWPFTable::setTopBorder,
                XWPFTable::setBottomBorder,
                XWPFTable::setLeftBorder,
                XWPFTable::setRightBorder)) {
            border.set(frame, XWPFTable.XWPFBorderType.SINGLE, 12, 0, "12494F");
        }
        frame.setCellMargins(80, 140, 80, 140);
        XWPFTableCell cell = frame.getRow(0).getCell(0);
        width(cell, TEXT_WIDTH);
        for (int place = 0; place < notice.paragraphs().size(); place++) {
            XWPFParagraph paragraph = place == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
            paragraph.setStyle("Normal");
            pieces(paragraph, notice.paragraphs().get(place).pieces());
        }
        document.createParagraph().setStyle("Gap");
    }

    private interface Border {
        void set(XWPFTable table, XWPFTable.XWPFBorderType type, int size, int space, String colour);
    }

    private void foot(String words) {
        XWPFParagraph paragraph =
                document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setStyle("Footer");
        XWPFRun run = paragraph.createRun();
        run.setText(Plain.forXml(words));
        run.addTab();
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
        paragraph.createRun().setText(" / ");
        paragraph.getCTP().addNewFldSimple().setInstr("NUMPAGES");
        var tab = paragraph.getCTP().getPPr().addNewTabs().addNewTab();
        tab.setVal(org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc.RIGHT);
        tab.setPos(BigInteger.valueOf(TEXT_WIDTH));
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(MARGIN));
        margin.setBottom(BigInteger.valueOf(MARGIN));
        margin.setLeft(BigInteger.valueOf(MARGIN));
        margin.setRight(BigInteger.valueOf(MARGIN));
        margin.setHeader(BigInteger.valueOf(567));
        margin.setFooter(BigInteger.valueOf(567));
        margin.setGutter(BigInteger.ZERO);
    }

    private BigInteger kindOfList(int number, STNumberFormat.Enum format) {
        CTAbstractNum kind = CTAbstractNum.Factory.newInstance();
        kind.setAbstractNumId(BigInteger.valueOf(number));
        for (int depth = 0; depth < 3; depth++) {
            CTLvl level = kind.addNewLvl();
            level.setIlvl(BigInteger.valueOf(depth));
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(format);
            level.addNewLvlText().setVal(format == STNumberFormat.BULLET ? "•" : "%" + (depth + 1) + ".");
            CTPPrGeneral indent = level.addNewPPr();
            indent.addNewInd().setLeft(BigInteger.valueOf(360L * (depth + 1)));
            indent.getInd().setHanging(BigInteger.valueOf(360));
        }
        return numbering.addAbstractNum(new XWPFAbstractNum(kind));
    }

    private void styles() {
        XWPFStyles styles = document.createStyles();
        styles.setDefaultFonts(letters());
        styles.setSpellingLanguage(language);
        style(styles, "Normal", "Normal", null, null, 20, false, INK, 0, 100);
        style(styles, "Above", "Above", "Normal", null, 20, false, QUIET, 0, 40);
        style(styles, "Title", "Title", "Normal", null, 40, true, INK, 0, 60);
        style(styles, "Subtitle", "Subtitle", "Normal", null, 22, false, INK, 0, 240);
        style(styles, "Heading1", "heading 1", "Normal", 0, 28, true, INK, 320, 100);
        style(styles, "Heading2", "heading 2", "Normal", 1, 23, true, INK, 220, 60);
        style(styles, "ListParagraph", "List Paragraph", "Normal", null, 20, false, INK, 0, 50);
        style(styles, "Quiet", "Quiet", "Normal", null, 18, false, QUIET, 40, 100);
        style(styles, "BarLabel", "Bar label", "Normal", null, 18, false, INK, 100, 40);
        style(styles, "TableHead", "Table head", "Normal", null, 17, false, QUIET, 0, 0);
        style(styles, "TableText", "Table text", "Normal", null, 18, false, INK, 0, 0);
        style(styles, "TableQuiet", "Table quiet", "Normal", null, 17, false, QUIET, 0, 0);
        style(styles, "Gap", "Gap", "Normal", null, 8, false, INK, 0, 0);
        style(styles, "Footer", "footer", "Normal", null, 16, false, QUIET, 0, 0);
    }

    private static org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts letters() {
        var letters = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts.Factory.newInstance();
        letters.setAscii(LETTERS);
        letters.setHAnsi(LETTERS);
        letters.setCs(LETTERS);
        return letters;
    }

    private static void style(
            XWPFStyles styles,
            String id,
            String name,
            @Nullable String basedOn,
            @Nullable Integer outline,
            int size,
            boolean bold,
            String colour,
            int before,
            int after) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        if (basedOn == null) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal(basedOn);
            style.addNewNext().setVal("Normal");
        }
        style.addNewQFormat();
        CTPPrGeneral paragraph = style.addNewPPr();
        if (outline != null) {
            paragraph.addNewKeepNext();
        }
        CTSpacing spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(before));
        spacing.setAfter(BigInteger.valueOf(after));
        if (outline != null) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        CTRPr letters = style.addNewRPr();
        letters.addNewRFonts().set(letters());
        if (bold) {
            letters.addNewB();
        }
        letters.addNewColor().setVal(colour);
        letters.addNewSz().setVal(BigInteger.valueOf(size));
        styles.addStyle(new XWPFStyle(style));
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
