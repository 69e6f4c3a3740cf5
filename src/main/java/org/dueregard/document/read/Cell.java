package org.dueregard.document.read;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table. One that covers several places stands in each of them: where it begins, and as its continuation in
 * the others, with the same words.
 *
 * @param lines its paragraphs; empty ones between them are kept, since figures are lined up by them
 * @param markdown all of it, with lists and with what stands in tables of its own
 * @param merge what it covers, the same in each of its places; null when it covers one
 * @param tables those that stand in it
 */
public record Cell(
        List<Line> lines,
        String markdown,
        Kind kind,
        @Nullable Merge merge,
        Look look,
        List<Table> tables) {

    public enum Kind {
        GIVEN,
        /** Covered by a cell that begins above or to the left. */
        CONTINUATION,
        /** The row of the file has no cell there. */
        MISSING,
        /** The row of the file has more cells than its table says it has columns. */
        EXTRA
    }

    /** The part of the table that one cell covers, counted from 0 as in {@link Table#rows}. */
    public record Merge(int row, int column, int rows, int columns) {}

    /**
     * What may tell a row of its own kind from the others.
     *
     * @param strong whether all its words are bold
     * @param shade its ground as six hexadecimal digits; empty for none
     */
    public record Look(boolean strong, String shade) {

        public static final Look PLAIN = new Look(false, "");
        static final Look STRONG = new Look(true, "");

        static Look of(boolean strong, String shade) {
            return shade.isEmpty() ? strong ? STRONG : PLAIN : new Look(strong, shade);
        }
    }

    static final Cell EMPTY = new Cell(List.of(), "", Kind.GIVEN, null, Look.PLAIN, List.of());
    static final Cell ABSENT = new Cell(List.of(), "", Kind.MISSING, null, Look.PLAIN, List.of());

    /** Its lines as they are read on paper, with their bullets and numbers. */
    public String text() {
        return lines.size() == 1
                ? lines.get(0).printed()
                : lines.stream().map(Line::printed).collect(Collectors.joining("\n"));
    }

    public boolean isEmpty() {
        return lines.isEmpty() && tables.isEmpty();
    }

    Cell as(Kind otherKind, @Nullable Merge otherMerge) {
        return new Cell(lines, markdown, otherKind, otherMerge, look, tables);
    }
}
