package org.dueregard.document.read;

import java.util.ArrayList;
import java.util.List;
import org.dueregard.document.read.Cell.Kind;
import org.dueregard.document.read.Cell.Merge;
import org.jspecify.annotations.Nullable;

/** A table in the making: cells are put where they stand, and what they cover is resolved at the end. */
final class Grid {

    /** A cell with the part of the table that it covers. */
    private static final class Given {
        final Cell cell;
        final int row;
        final int column;
        final int columns;
        int rows;

        Given(Cell cell, int row, int column, int rows, int columns) {
            this.cell = cell;
            this.row = row;
            this.column = column;
            this.rows = rows;
            this.columns = columns;
        }
    }

    private record Line(int number, boolean head, boolean hidden) {}

    private final Place.OfCells place;
    private final Bounds bounds;
    private final List<Line> lines = new ArrayList<>();
    private final List<List<@Nullable Given>> slots = new ArrayList<>();

    Grid(Place.OfCells place, Bounds bounds) {
        this.place = place;
        this.bounds = bounds;
    }

    int rows() {
        return lines.size();
    }

    void row(int number, boolean head, boolean hidden) {
        lines.add(new Line(number, head, hidden));
        if (slots.size() < lines.size()) {
            slots.add(new ArrayList<>());
        }
    }

    /** The first column from the given one on that nothing covers yet in the last row. */
    int free(int from) {
        List<@Nullable Given> row = slots.get(lines.size() - 1);
        int column = from;
        while (column < row.size() && row.get(column) != null) {
            column++;
        }
        return column;
    }

    /** Puts a cell into the last row; it covers what is free of the part that it claims. */
    void put(int column, int rows, int columns, Cell cell) {
        int row = lines.size() - 1;
        int wide = Math.max(1, Math.min(columns, Bounds.MOST_COLUMNS + 1 - column));
        int high = Math.max(1, Math.min(rows, Bounds.MOST_ROWS));
        bounds.fits((long) high * wide, column + wide);
        Given given = new Given(cell, row, column, high, wide);
        for (int r = row; r < row + high; r++) {
            while (slots.size() <= r) {
                slots.add(new ArrayList<>());
            }
            for (int c = column; c < column + wide; c++) {
                cover(r, c, given);
            }
        }
    }

    /**
     * Lets the cell above go on in the last row, when it begins at the same column and is as wide.
     *
     * @return whether there is such a cell
     */
    boolean goesOn(int column, int columns) {
        int row = lines.size() - 1;
        Given above = row == 0 ? null : at(row - 1, column);
        if (above == null || above.column != column || above.columns != columns || above.row + above.rows != row) {
            return false;
        }
        bounds.fits(columns, column + columns);
        above.rows++;
        for (int c = column; c < column + columns; c++) {
            cover(row, c, above);
        }
        return true;
    }

    /** What stands at a place of the last row. */
    @Nullable
    Cell covering(int column) {
        Given given = at(lines.size() - 1, column);
        return given == null ? null : given.cell;
    }

    private @Nullable Given at(int row, int column) {
        List<@Nullable Given> line = slots.get(row);
        return column < line.size() ? line.get(column) : null;
    }

    private void cover(int row, int column, Given given) {
        List<@Nullable Given> line = slots.get(row);
        while (line.size() <= column) {
            line.add(null);
        }
        if (line.get(column) == null) {
            line.set(column, given);
        }
    }

    /**
     * @param columns what the file says of its columns, as many as it says
     * @param uneven whether a place without a cell is one that the file leaves out, and a cell beyond the columns one too
     *     many; otherwise such places are just empty
     */
    Table table(List<Table.Column> columns, boolean uneven) {
        int wide = columns.size();
        for (int r = 0; r < lines.size(); r++) {
            wide = Math.max(wide, slots.get(r).size());
        }
        bounds.cells((long) lines.size() * wide, wide);
        List<Row> rows = new ArrayList<>(lines.size());
        for (int r = 0; r < lines.size(); r++) {
            List<Cell> cells = new ArrayList<>(wide);
            for (int c = 0; c < wide; c++) {
                cells.add(cell(r, c, uneven, columns.isEmpty() ? wide : columns.size()));
            }
            Line line = lines.get(r);
            rows.add(new Row(line.number(), line.head(), line.hidden(), cells));
        }
        List<Table.Column> all = new ArrayList<>(columns);
        while (all.size() < wide) {
            int number = all.isEmpty() ? 1 : all.get(all.size() - 1).number() + 1;
            all.add(new Table.Column(number, 0, false));
        }
        return new Table(place, all, rows);
    }

    private Cell cell(int row, int column, boolean uneven, int stated) {
        Given given = at(row, column);
        if (given == null) {
            return uneven ? Cell.ABSENT : Cell.EMPTY;
        }
        int high = Math.min(given.rows, lines.size() - given.row);
        Merge merge = high == 1 && given.columns == 1 ? null : new Merge(given.row, given.column, high, given.columns);
        if (given.row != row || given.column != column) {
            return given.cell.as(Kind.CONTINUATION, merge);
        }
        Kind kind = uneven && column >= stated ? Kind.EXTRA : given.cell.kind();
        return merge == null && kind == given.cell.kind() ? given.cell : given.cell.as(kind, merge);
    }
}
