package org.dueregard.document.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dueregard.document.read.Paragraph.Aside;
import org.jspecify.annotations.Nullable;

/** Reads a table of a Word file: rows of cells that say how many columns they take, and whether they go on from above. */
final class WordTable {

    private final WordReader reader;
    private final Place.OfCells place;
    private final Grid grid;

    WordTable(WordReader reader, Place.OfCells place) {
        this.reader = reader;
        this.place = place;
        this.grid = new Grid(place, reader.bounds());
    }

    Table read(Xml table) {
        rows(table);
        return grid.table(columns(table.child("tblGrid")), true);
    }

    private static List<Table.Column> columns(@Nullable Xml stated) {
        List<Table.Column> columns = new ArrayList<>();
        if (stated != null) {
            List<Xml> all = stated.children().stream()
                    .filter(column -> column.name().equals("gridCol"))
                    .toList();
            int sum = all.stream().mapToInt(column -> column.number("w", 0)).sum();
            for (Xml column : all) {
                int width = sum == 0 ? 0 : (int) (100L * column.number("w", 0) / sum);
                columns.add(new Table.Column(columns.size() + 1, width, false));
            }
        }
        return columns;
    }

    private void rows(Xml holder) {
        for (Xml child : holder.children()) {
            switch (child.name()) {
                case "tr" -> row(child);
                case "tblPr", "tblGrid", "sdtPr", "sdtEndPr" -> {}
                default -> rows(child);
            }
        }
    }

    private void row(Xml row) {
        Xml own = row.child("trPr");
        if (own != null && own.child("del") != null) {
            reader.marks().deleted(row, place);
            return;
        }
        if (own != null && own.child("ins") != null) {
            reader.marks().inserted(place.cell(grid.rows() + 1, 0));
        }
        reader.bounds().row();
        boolean hidden = own != null && own.is("hidden");
        grid.row(grid.rows() + 1, own != null && own.is("tblHeader"), hidden);
        int before = number(own, "gridBefore");
        cells(row, Math.min(before, Bounds.MOST_COLUMNS));
    }

    private static int number(@Nullable Xml holder, String name) {
        Xml said = holder == null ? null : holder.child(name);
        return said == null ? 0 : said.number("val", 0);
    }

    /** @return the column after the last cell */
    private int cells(Xml holder, int from) {
        int column = from;
        for (Xml child : holder.children()) {
            column = switch (child.name()) {
                case "tc" -> cell(child, column);
                case "trPr", "tblPrEx", "sdtPr", "sdtEndPr" -> column;
                default -> cells(child, column);
            };
        }
        return column;
    }

    private int cell(Xml cell, int column) {
        Xml own = cell.child("tcPr");
        int wide = Math.max(1, Math.min(number(own, "gridSpan"), Bounds.MOST_COLUMNS));
        Place.OfCells here = place.cell(grid.rows(), column + 1);
        Xml merge = own == null ? null : own.child("vMerge");
        if (merge != null && !merge.get("val", "continue").equals("restart") && grid.goesOn(column, wide)) {
            Cell covered = words(cell, here, shade(own));
            if (!covered.isEmpty()) {
                reader.marks().covered(here, covered.text());
            }
        } else {
            grid.put(column, 1, wide, words(cell, here, shade(own)));
        }
        return column + wide;
    }

    private static String shade(@Nullable Xml own) {
        Xml shade = own == null ? null : own.child("shd");
        String fill = shade == null ? "" : shade.get("fill", "").toUpperCase(Locale.ROOT);
        return fill.matches("[0-9A-F]{6}") && !fill.equals("FFFFFF") ? fill : "";
    }

    private Cell words(Xml cell, Place.OfCells here, String shade) {
        CellWords words = new CellWords();
        reader.inside(cell, new InCell(words, here), Aside.NONE);
        return words.cell(shade);
    }

    private final class InCell implements WordReader.Flow {

        private final CellWords words;
        private final Place.OfCells here;
        private int tables;

        InCell(CellWords words, Place.OfCells here) {
            this.words = words;
            this.here = here;
        }

        @Override
        public boolean isCell() {
            return true;
        }

        @Override
        public Place here() {
            return here;
        }

        @Override
        public void paragraph(WordText text, Line line, String style, @Nullable Integer heading, Aside aside) {
            words.add(line, text.runs());
        }

        @Override
        public void table(Xml table) {
            tables++;
            Table inner = new WordTable(reader, new Place.InCell(here, tables, 0, 0)).read(table);
            if (!inner.rows().isEmpty()) {
                words.add(inner);
            }
        }
    }
}
