package org.dueregard.intake.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.document.read.Block;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Place;
import org.dueregard.document.read.Table;

/**
 * A place in a document as it was read, down to a line. Row, column and line are -1 where a larger piece is meant. A cell
 * that covers several places is named by the one where it begins.
 *
 * @param block counted from 0 in {@link NeutralDocument#blocks}
 */
public record Spot(int block, int row, int column, int line) implements Comparable<Spot> {

    private static final Pattern WRITTEN =
            Pattern.compile("b(\\d{1,7})(?:r(\\d{1,7}))?(?:c(\\d{1,5}))?(?:l(\\d{1,7}))?");

    public static Spot block(int block) {
        return new Spot(block, -1, -1, -1);
    }

    public static Spot row(int block, int row) {
        return new Spot(block, row, -1, -1);
    }

    public static Spot column(int block, int column) {
        return new Spot(block, -1, column, -1);
    }

    public static Spot cell(int block, int row, int column) {
        return new Spot(block, row, column, -1);
    }

    public Spot line(int number) {
        return new Spot(block, row, column, number);
    }

    /** The cell or paragraph that it is in. */
    public Spot whole() {
        return line == -1 ? this : new Spot(block, row, column, -1);
    }

    /** What {@link #toString} wrote; throws IllegalArgumentException for anything else. */
    public static Spot parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a spot: " + written);
        }
        return new Spot(
                Integer.parseInt(parts.group(1)),
                number(parts.group(2)),
                number(parts.group(3)),
                number(parts.group(4)));
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? -1 : Integer.parseInt(digits);
    }

    /** Where it stands in the file, as a person would look for it. */
    public Place placeIn(NeutralDocument document) {
        Block block = document.blocks().get(block());
        if (block instanceof Table table && row >= 0) {
            return column >= 0
                    ? table.placeOf(row, column)
                    : table.place().cell(table.rows().get(row).number(), 0);
        }
        return block.place();
    }

    @Override
    public int compareTo(Spot other) {
        int byBlock = Integer.compare(block, other.block);
        int byRow = byBlock != 0 ? byBlock : Integer.compare(row, other.row);
        int byColumn = byRow != 0 ? byRow : Integer.compare(column, other.column);
        return byColumn != 0 ? byColumn : Integer.compare(line, other.line);
    }

    /** {@code b4r2c0l1}, fit to be an address within a page. */
    @Override
    public String toString() {
        return "b" + block + (row < 0 ? "" : "r" + row) + (column < 0 ? "" : "c" + column)
                + (line < 0 ? "" : "l" + line);
    }
}
