package org.dueregard.document.read;

import java.util.List;

/**
 * @param number as the file counts: the row of a table or a sheet, or the line on which it begins; from 1
 * @param head whether the file says that it is repeated as head of the table
 */
public record Row(int number, boolean head, boolean hidden, List<Cell> cells) {

    public Row {
        cells = List.copyOf(cells);
    }
}
