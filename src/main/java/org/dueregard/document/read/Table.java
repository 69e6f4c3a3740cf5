package org.dueregard.document.read;

import java.util.List;

/** Rows that all have the same number of cells. */
public record Table(Place.OfCells place, List<Column> columns, List<Row> rows) implements Block {

    /**
     * @param width in hundredths of the table's; 0 when the file does not say
     * @param number as the file counts: 1 is the first column of the table, or of the sheet
     */
    public record Column(int number, int width, boolean hidden) {}

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Where a cell stands in the file; row and column are counted from 0 as in {@link #rows}. */
    public Place placeOf(int row, int column) {
        return place.cell(rows.get(row).number(), columns.get(column).number());
    }

    public Cell cell(int row, int column) {
        return rows.get(row).cells().get(column);
    }
}
