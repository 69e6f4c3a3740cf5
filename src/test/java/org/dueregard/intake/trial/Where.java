package org.dueregard.intake.trial;

import java.util.List;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Place;
import org.dueregard.intake.reading.Spot;

/** Says where in a file something stands. */
final class Where {

    private Where() {}

    static String of(Place place) {
        if (place instanceof Place.InText text) {
            return "paragraph " + text.paragraph();
        }
        if (place instanceof Place.InTable table) {
            return "table " + table.table() + cell(table.row(), table.column());
        }
        if (place instanceof Place.InCell cell) {
            return of(cell.outer()) + ", in it table " + cell.table() + cell(cell.row(), cell.column());
        }
        if (place instanceof Place.InSheet sheet) {
            return sheet.sheet() + " " + sheet.reference();
        }
        Place.InLines lines = (Place.InLines) place;
        return "line " + lines.row() + ", value " + lines.column();
    }

    /** As a person would look for it, and as the reading calls it. */
    static String of(List<Spot> spots, NeutralDocument document) {
        if (spots.isEmpty()) {
            return "";
        }
        Spot first = spots.get(0);
        if (first.block() >= document.blocks().size()) {
            return first.toString();
        }
        return of(first.placeIn(document)) + " (" + first + ")";
    }

    private static String cell(int row, int column) {
        return row == 0 ? "" : " row " + row + (column == 0 ? "" : " column " + column);
    }
}
