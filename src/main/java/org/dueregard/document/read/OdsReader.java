package org.dueregard.document.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dueregard.document.FileKind;
import org.dueregard.document.UntrustedFiles.Trouble;

/** Reads spreadsheets in the OpenDocument format; what a cell shows stands in it as text. */
final class OdsReader {

    /** Farther out than any sheet reaches; whatever is said to stand beyond it stands there. */
    private static final int FARTHEST = 2_000_000;

    private final String file;
    private final Bounds bounds;
    private final Notes notes = new Notes();
    private final List<Block> blocks = new ArrayList<>();
    private final OdfStyles styles = new OdfStyles();

    private OdsReader(String file, Bounds bounds) {
        this.file = file;
        this.bounds = bounds;
    }

    static NeutralDocument read(String file, byte[] content) throws IOException {
        Bounds bounds = new Bounds();
        try (Parts parts = new Parts(content, bounds)) {
            OdsReader reader = new OdsReader(file, bounds);
            Xml common = parts.tree("styles.xml", OdfReader.TEXT);
            common.children().forEach(reader.styles::add);
            try (XmlInput in = parts.open("content.xml")) {
                while (in.next()) {
                    if (in.name().equals("automatic-styles")) {
                        reader.styles.add(in.element(nothing -> false));
                    } else if (in.name().equals("table")) {
                        reader.sheet(in);
                    }
                }
            }
            OdfReader.pages(common, reader.notes);
            if (reader.blocks.isEmpty()) {
                throw new Refused(Trouble.EMPTY);
            }
            return new NeutralDocument(file, FileKind.ODF_SPREADSHEET, reader.blocks, reader.notes.all());
        }
    }

    private void sheet(XmlInput in) throws IOException {
        String name = in.get("name");
        Place.InSheet place = new Place.InSheet(file, name == null ? "" : name, 0, 0);
        if ("false".equals(styles.property("table", in.get("style-name"), "display"))) {
            notes.add(Note.Kind.HIDDEN_SHEET, place);
        }
        Rows rows = new Rows(place);
        rows.inside(in, false);
        rows.cells.into(blocks);
        notes.counted(Note.Kind.FORMULA, place, rows.formulas);
    }

    /** The rows of one sheet. */
    private final class Rows {

        private final SheetCells cells;
        private final Place.InSheet place;
        private int row = 1;
        private int columns = 1;
        private int formulas;

        Rows(Place.InSheet place) {
            this.place = place;
            this.cells = new SheetCells(place, bounds, notes);
        }

        void inside(XmlInput in, boolean head) throws IOException {
            while (in.nextInside()) {
                switch (in.name()) {
                    case "table-row" -> row(in.element(OdfReader.TEXT), head);
                    case "table-header-rows" -> inside(in, true);
                    case "table-row-group",
                            "table-rows",
                            "table-column-group",
                            "table-columns",
                            "table-header-columns" -> inside(in, head);
                    case "table-column" -> column(in.element(nothing -> false));
                    case "shapes" -> shapes(in.element(OdfReader.TEXT));
                    default -> in.skip();
                }
            }
        }

        private void column(Xml column) {
            int times = column.number("number-columns-repeated", 1);
            boolean hidden = !column.get("visibility", "visible").equals("visible");
            for (int i = 0; i < times && columns <= Bounds.MOST_COLUMNS; i++) {
                cells.column(columns++, 0, hidden);
            }
        }

        /** The empty rest of a sheet is one row that is repeated a million times. */
        private void row(Xml element, boolean head) {
            int times = Math.max(1, element.number("number-rows-repeated", 1));
            if (element.first("p") == null && element.first("h") == null) {
                row = Math.min(row + times, FARTHEST);
                return;
            }
            boolean hidden = !element.get("visibility", "visible").equals("visible");
            int size = element.size();
            for (int i = 0; i < times; i++) {
                bounds.again(i == 0 ? 0 : size);
                cells.row(row, hidden);
                if (head) {
                    cells.head(row);
                }
                int column = 1;
                for (Xml cell : element.children()) {
                    int wide = Math.max(1, cell.number("number-columns-repeated", 1));
                    if (cell.child("p") == null && cell.child("annotation") == null && cell.first("p") == null) {
                        column = Math.min(column + wide, FARTHEST);
                        continue;
                    }
                    int cellSize = wide == 1 ? 0 : cell.size();
                    for (int c = 0; c < wide; c++) {
                        bounds.again(c == 0 ? 0 : cellSize);
                        cell(cell, column++);
                    }
                }
                row++;
            }
        }

        private void cell(Xml cell, int column) {
            Place.InSheet here = place.cell(row, column);
            String style = cell.get("style-name");
            CellWords words = new CellWords();
            boolean strong = styles.isStrong("table-cell", style, false);
            for (Xml part : cell.children()) {
                if (part.name().equals("annotation")) {
                    bounds.held();
                    notes.add(Note.Kind.COMMENT, here);
                } else if (part.name().equals("p")) {
                    OdfText text = new OdfText(styles, notes, here);
                    text.read(part);
                    bounds.characters(text.text().length());
                    words.add(
                            new Line(
                                    text.text(),
                                    "",
                                    0,
                                    (strong || text.isStrong()) && !text.text().isEmpty()),
                            text.runs());
                } else if (part.first("p") != null) {
                    notes.add(Note.Kind.TEXT_BOX, here, part.words().strip());
                }
            }
            formulas += cell.get("formula") == null ? 0 : 1;
            int high = Math.min(cell.number("number-rows-spanned", 1), FARTHEST);
            int wide = Math.min(cell.number("number-columns-spanned", 1), FARTHEST);
            if (high > 1 || wide > 1) {
                cells.merge(new SheetCells.Region(row, column, row + high - 1, column + wide - 1));
            }
            cells.cell(column, words.cell(styles.shade("table-cell", style)));
        }

        private void shapes(Xml shapes) {
            for (Xml shape : shapes.children()) {
                if (shape.first("p") != null) {
                    notes.add(Note.Kind.TEXT_BOX, place, shape.words().strip());
                } else {
                    notes.add(shape.first("object") == null ? Note.Kind.PICTURE : Note.Kind.CHART, place);
                }
            }
        }
    }
}
