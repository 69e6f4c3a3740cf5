package org.dueregard.intake.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dueregard.document.read.Block;
import org.dueregard.document.read.Cell;
import org.dueregard.document.read.Line;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Place;
import org.dueregard.document.read.Table;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.Spot;
import org.dueregard.intake.reading.TableReading;
import org.jspecify.annotations.Nullable;

/** The file as it was brought in, or a part of it, to be shown beside what was read. */
final class Original {

    /**
     * A piece of the file; a paragraph or a table.
     *
     * @param change where a person says what it really is
     */
    public record Piece(
            String id,
            boolean isTable,
            String words,
            boolean heading,
            boolean listed,
            String place,
            String change,
            String kind,
            String node,
            List<Row> rows) {}

    /** @param kind what the row was taken for */
    public record Row(String id, String number, String kind, String change, List<Field> fields) {}

    /** @param used whether its words are in the draft, or say how others are read */
    public record Field(
            String id, int columns, int rows, boolean head, boolean used, String node, List<String> lines) {}

    private final NeutralDocument document;
    private final PlanDraft draft;
    private final String base;
    private final boolean linked;
    private final Map<Integer, TableReading> tables = new HashMap<>();
    private final Set<Spot> left = new TreeSet<>();
    private final Map<Spot, String> begins = new HashMap<>();

    /** @param linked whether the draft stands beside it */
    Original(NeutralDocument document, PlanDraft draft, String base, boolean linked) {
        this.document = document;
        this.draft = draft;
        this.base = base;
        this.linked = linked;
        draft.tables().forEach(table -> tables.put(table.block(), table));
        draft.all()
                .forEach(
                        node -> node.titleFrom().spots().forEach(spot -> begins.putIfAbsent(spot.whole(), node.key())));
        draft.unplaced().forEach(one -> one.spots().forEach(spot -> left.add(spot.whole())));
    }

    /** The blocks and rows of the spots, and what stands between them; not more than some rows of each table. */
    List<Piece> around(Set<Spot> spots) {
        Map<Integer, int[]> rows = new HashMap<>();
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (Spot spot : spots) {
            first = Math.min(first, spot.block());
            last = Math.max(last, spot.block());
            if (spot.row() >= 0) {
                rows.merge(spot.block(), new int[] {spot.row(), spot.row()}, (one, other) ->
                        new int[] {Math.min(one[0], other[0]), Math.max(one[1], other[1])});
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (int block = first; block <= last && last >= 0; block++) {
            boolean between = document.blocks().get(block) instanceof Paragraph || rows.containsKey(block);
            if (between || spots.contains(Spot.block(block))) {
                piece(block, rows.get(block)).ifPresentAdd(pieces);
            }
        }
        return pieces;
    }

    /** Only the blocks and rows of the spots themselves. */
    List<Piece> only(Set<Spot> spots) {
        Map<Integer, Set<Integer>> rows = new HashMap<>();
        Set<Integer> blocks = new TreeSet<>();
        for (Spot spot : spots) {
            blocks.add(spot.block());
            if (spot.row() >= 0) {
                rows.computeIfAbsent(spot.block(), block -> new TreeSet<>()).add(spot.row());
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (int block : blocks) {
            Set<Integer> some = rows.get(block);
            if (some == null) {
                piece(block, null).ifPresentAdd(pieces);
            } else {
                pieces.add(table(block, new ArrayList<>(some)));
            }
        }
        return pieces;
    }

    private record Maybe(@Nullable Piece piece) {
        void ifPresentAdd(List<Piece> pieces) {
            if (piece != null) {
                pieces.add(piece);
            }
        }
    }

    private Maybe piece(int block, int @Nullable [] rows) {
        Block one = document.blocks().get(block);
        if (one instanceof Paragraph paragraph) {
            return new Maybe(paragraph.text().isBlank() ? null : paragraph(block, paragraph));
        }
        Table table = (Table) one;
        List<Integer> some = new ArrayList<>();
        TableReading reading = tables.get(block);
        for (int row = 0; row < table.rows().size(); row++) {
            boolean head = reading != null && reading.rows().get(row) == TableReading.RowKind.HEADING && row < 4;
            if (rows == null || head || row >= rows[0] && row <= rows[1]) {
                some.add(row);
            }
        }
        return new Maybe(some.isEmpty() ? null : table(block, some));
    }

    private Piece paragraph(int block, Paragraph paragraph) {
        Spot spot = Spot.block(block);
        return new Piece(
                spot.toString(),
                false,
                paragraph.line().printed(),
                paragraph.heading().level() > 0,
                paragraph.line().depth() > 0,
                "",
                base + "/spots/" + spot,
                left.contains(spot) ? "LEFT" : "USED",
                linked ? this.begins.getOrDefault(spot, "") : "",
                List.of());
    }

    private Piece table(int block, List<Integer> rows) {
        Table table = (Table) document.blocks().get(block);
        TableReading reading = tables.get(block);
        List<Row> shown = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            shown.add(row(block, table, reading, rows, at));
        }
        return new Piece(
                Spot.block(block).toString(),
                true,
                "",
                false,
                false,
                Places.of(table.place()),
                base + "/spots/" + Spot.block(block),
                reading == null
                        ? TableReading.Kind.OTHER.name()
                        : reading.kind().name(),
                "",
                shown);
    }

    private Row row(int block, Table table, @Nullable TableReading reading, List<Integer> rows, int at) {
        int row = rows.get(at);
        TableReading.RowKind kind =
                reading == null ? TableReading.RowKind.ITEM : reading.rows().get(row);
        List<Field> fields = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            Cell cell = table.cell(row, column);
            Cell.Merge merge = cell.merge();
            int topRow = merge == null ? row : merge.row();
            boolean firstShown = at == 0 || rows.get(at - 1) < topRow;
            boolean begins = merge == null
                    || merge.column() == column
                            && (merge.row() == row
                                    || firstShown && merge.row() < row && (at == 0 || rows.get(at - 1) < merge.row()));
            if (!begins) {
                continue;
            }
            int columns = merge == null
                    ? 1
                    : Math.min(merge.columns(), table.columns().size() - column);
            int rowsCovered = merge == null ? 1 : shownUnder(rows, at, merge.row() + merge.rows());
            Spot spot = merge == null ? Spot.cell(block, row, column) : Spot.cell(block, merge.row(), merge.column());
            fields.add(new Field(
                    spot.toString(),
                    columns,
                    rowsCovered,
                    kind == TableReading.RowKind.HEADING,
                    !left.contains(spot),
                    linked ? this.begins.getOrDefault(spot, "") : "",
                    cell.lines().stream()
                            .map(Line::printed)
                            .filter(words -> !words.isBlank())
                            .toList()));
        }
        Spot spot = Spot.row(block, row);
        String number = table.place() instanceof Place.InSheet || table.place() instanceof Place.InLines
                ? String.valueOf(table.rows().get(row).number())
                : String.valueOf(row + 1);
        return new Row(spot.toString(), number, kind.name(), base + "/spots/" + spot, fields);
    }

    /** How many of the rows that are shown a cell covers. */
    private static int shownUnder(List<Integer> rows, int at, int end) {
        int covered = 0;
        for (int next = at; next < rows.size() && rows.get(next) < end; next++) {
            covered++;
        }
        return Math.max(1, covered);
    }
}
