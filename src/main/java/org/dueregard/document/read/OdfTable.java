package org.dueregard.document.read;

import java.util.ArrayList;
import java.util.List;
import org.dueregard.document.read.Paragraph.Aside;

/** Reads a table of an OpenDocument text: cells say what they cover, and what is covered stands there too. */
final class OdfTable {

    private final OdfReader reader;
    private final Place.OfCells place;
    private final Grid grid;
    private final List<Table.Column> columns = new ArrayList<>();

    OdfTable(OdfReader reader, Place.OfCells place) {
        this.reader = reader;
        this.place = place;
        this.grid = new Grid(place, reader.bounds());
    }

    Table read(Xml table) {
        rows(table, false);
        return grid.table(columns, true);
    }

    private void rows(Xml holder, boolean head) {
        for (Xml child : holder.children()) {
            switch (child.name()) {
                case "table-row" -> {
                    int times = Math.max(1, child.number("number-rows-repeated", 1));
                    int size = times == 1 ? 0 : child.size();
                    for (int i = 0; i < times; i++) {
                        reader.bounds().again(i == 0 ? 0 : size);
                        row(child, head);
                    }
                }
                case "table-column" -> {
                    int times = Math.min(child.number("number-columns-repeated", 1), Bounds.MOST_COLUMNS);
                    for (int i = 0; i < times; i++) {
                        columns.add(new Table.Column(columns.size() + 1, 0, !visible(child)));
                    }
                }
                case "table-header-rows" -> rows(child, true);
                default -> rows(child, head);
            }
        }
    }

    private static boolean visible(Xml part) {
        return part.get("visibility", "visible").equals("visible");
    }

    private void row(Xml row, boolean head) {
        reader.bounds().row();
        grid.row(grid.rows() + 1, head, !visible(row));
        int column = 0;
        for (Xml cell : row.children()) {
            int times = Math.max(1, Math.min(cell.number("number-columns-repeated", 1), Bounds.MOST_COLUMNS));
            int size = times == 1 ? 0 : cell.size();
            for (int i = 0; i < times; i++) {
                reader.bounds().again(i == 0 ? 0 : size);
                if (cell.name().equals("covered-table-cell")) {
                    covered(cell, column++);
                } else if (cell.name().equals("table-cell")) {
                    Place.OfCells here = place.cell(grid.rows(), column + 1);
                    grid.put(
                            column++,
                            cell.number("number-rows-spanned", 1),
                            cell.number("number-columns-spanned", 1),
                            words(cell, here));
                }
            }
        }
    }

    private void covered(Xml cell, int column) {
        Place.OfCells here = place.cell(grid.rows(), column + 1);
        Cell words = words(cell, here);
        if (!words.isEmpty() && grid.covering(column) != null) {
            reader.notes().add(Note.Kind.COVERED, here, words.text());
        } else if (!words.isEmpty()) {
            grid.put(column, 1, 1, words);
        }
    }

    private Cell words(Xml cell, Place.OfCells here) {
        CellWords words = new CellWords();
        reader.inside(cell, new InCell(words, here), Aside.NONE);
        return words.cell(reader.styles().shade("table-cell", cell.get("style-name")));
    }

    private final class InCell implements OdfReader.Flow {

        private final CellWords words;
        private final Place.OfCells here;
        private int tables;

        InCell(CellWords words, Place.OfCells here) {
            this.words = words;
            this.here = here;
        }

        @Override
        public Place here() {
            return here;
        }

        @Override
        public void paragraph(OdfText text, Line line, String style, int heading, Aside aside) {
            words.add(line, text.runs());
        }

        @Override
        public void table(Xml table) {
            Table inner = new OdfTable(reader, new Place.InCell(here, ++tables, 0, 0)).read(table);
            if (!inner.rows().isEmpty()) {
                words.add(inner);
            }
        }
    }
}
