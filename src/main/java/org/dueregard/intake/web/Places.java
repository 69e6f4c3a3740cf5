package org.dueregard.intake.web;

import org.dueregard.document.read.Place;

/** Where something stands in a file, in words. */
final class Places {

    private Places() {}

    static String of(Place place) {
        if (place instanceof Place.InText text) {
            return "Paragraph " + text.paragraph();
        }
        if (place instanceof Place.InTable table) {
            return "Table " + table.table() + rowAndColumn(table.row(), table.column());
        }
        if (place instanceof Place.InCell cell) {
            return of(cell.outer()) + ", table " + cell.table() + " in it" + rowAndColumn(cell.row(), cell.column());
        }
        if (place instanceof Place.InSheet sheet) {
            return sheet.row() == 0 ? "Sheet " + sheet.sheet() : "Sheet " + sheet.sheet() + ", " + sheet.reference();
        }
        Place.InLines lines = (Place.InLines) place;
        return "Line " + lines.row() + (lines.column() > 0 ? ", value " + lines.column() : "");
    }

    private static String rowAndColumn(int row, int column) {
        return (row > 0 ? ", row " + row : "") + (column > 0 ? ", column " + column : "");
    }
}
