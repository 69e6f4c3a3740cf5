package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dueregard.document.read.Cell;
import org.dueregard.document.read.Row;
import org.dueregard.document.read.Table;

/** The words of one table of a document, by row and column, as they cover each other. */
class TableWords {

    private final int block;
    private final Table table;

    TableWords(int block, Table table) {
        this.block = block;
        this.table = table;
    }

    int block() {
        return block;
    }

    Table table() {
        return table;
    }

    int size() {
        return table.rows().size();
    }

    int width() {
        return table.columns().size();
    }

    /** The lines of a cell; those of one that began above or to the left are that one's. */
    List<Snippet> lines(int row, int column) {
        return Snippet.of(table.cell(row, column), spot(row, column));
    }

    /** Where the cell begins. */
    Spot spot(int row, int column) {
        Cell.Merge merge = table.cell(row, column).merge();
        return merge == null ? Spot.cell(block, row, column) : Spot.cell(block, merge.row(), merge.column());
    }

    boolean isFromAbove(int row, int column) {
        Cell.Merge merge = table.cell(row, column).merge();
        return merge != null && merge.row() < row;
    }

    String words(int row, int column) {
        return Snippet.inOneLine(lines(row, column));
    }

    /** Columns with words of this row's own. */
    List<Integer> given(int row) {
        List<Integer> given = new ArrayList<>();
        for (int column = 0; column < width(); column++) {
            Cell cell = table.cell(row, column);
            if (cell.kind() != Cell.Kind.CONTINUATION
                    && cell.lines().stream().anyMatch(line -> !line.printed().isBlank())) {
                given.add(column);
            }
        }
        return given;
    }

    /** The words of the first cell that has any; empty for none. */
    String firstWords(int row) {
        List<Integer> given = given(row);
        return given.isEmpty() ? "" : words(row, given.get(0));
    }

    /** Whether one cell covers the whole row. */
    boolean isAcross(int row) {
        Cell.Merge merge = table.cell(row, 0).merge();
        return merge != null
                && merge.row() == row
                && merge.columns() >= width()
                && !words(row, 0).isEmpty();
    }

    int firstUsed() {
        for (int column = 0; column < width(); column++) {
            int at = column;
            if (table.rows().stream().anyMatch(row -> !row.cells().get(at).isEmpty())) {
                return column;
            }
        }
        return 0;
    }

    /** A row of the file, for its number and whether it is hidden. */
    Row row(int row) {
        return table.rows().get(row);
    }

    /** What stands alone in the rows before the first one that has several cells, with where it stands. */
    Map<String, Spot> linesOver() {
        Map<String, Spot> lines = new LinkedHashMap<>();
        for (int row = 0; row < size() && given(row).size() <= 1; row++) {
            if (given(row).size() == 1) {
                lines.put(
                        words(row, given(row).get(0)),
                        spot(row, given(row).get(0)).line(0));
            }
        }
        return lines;
    }
}
