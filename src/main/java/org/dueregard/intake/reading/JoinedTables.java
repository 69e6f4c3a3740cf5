package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.dueregard.intake.reading.TableSignature.Segment;

/** Tables with the rows that go on in those after them, where the end of a page cut them. */
final class JoinedTables {

    /** Words. */
    private static final int LONGEST_HEAD = 4;

    private final Corrections corrections;
    private final Map<Integer, List<PlanTable>> beginning = new HashMap<>();

    JoinedTables(Corrections corrections) {
        this.corrections = corrections;
    }

    /** By the block where each begins. */
    Map<Integer, List<PlanTable>> of(List<Segment> segments) {
        PlanTable open = null;
        for (Segment segment : segments) {
            TableSignature signature = segment.signature;
            List<PlanTable> forms = segment.part.hasHead() ? List.of() : Forms.of(segment.rows, corrections);
            if (!forms.isEmpty()) {
                segment.form = true;
                begin(segment, forms);
                open = null;
            } else if (segment.continues && open != null) {
                gather(segment, open.rows(), true);
            } else {
                open = new PlanTable(
                        segment.rows.block(),
                        signature.kind,
                        signature.certainty,
                        signature.columns,
                        new ArrayList<>());
                gather(segment, open.rows(), false);
                begin(segment, List.of(open));
            }
        }
        return beginning;
    }

    private void begin(Segment segment, List<PlanTable> tables) {
        beginning
                .computeIfAbsent(segment.rows.block(), block -> new ArrayList<>())
                .addAll(tables);
    }

    private void gather(Segment segment, List<LogicalRow> into, boolean goesOn) {
        boolean first = goesOn;
        for (int row = segment.part.from(); row < segment.part.to(); row++) {
            LogicalRow read = logical(segment, row);
            LogicalRow one =
                    isBeforeHead(segment, row) ? new LogicalRow(read.start(), RowKind.REMARK, read.cells()) : read;
            RowKind kind = one.kind();
            int before = lastItem(into);
            boolean item = kind == RowKind.ITEM || kind == RowKind.CONTINUATION;
            boolean told = kind == RowKind.CONTINUATION;
            if (item && before >= 0 && (told || goesOnWith(segment, into.get(before), one, first))) {
                into.set(before, together(into.get(before), one));
            } else {
                into.add(one);
            }
            first &= !item;
        }
    }

    /** {@code Page two}, say, over the head of a table, or a head of which nobody knew a word: no item of it. */
    private boolean isBeforeHead(Segment segment, int row) {
        if (segment.rows.kind(row) != RowKind.ITEM || corrections.row(segment.rows.block(), row) != null) {
            return false;
        }
        int guessed = segment.signature.guessed;
        boolean unknown = guessed >= 0
                && row == segment.part.from()
                && !ColumnLook.isDoing(segment.rows.words(row, guessed))
                && ColumnLook.count(segment.rows.words(row, guessed)) <= LONGEST_HEAD;
        return unknown
                || !segment.part.heads().isEmpty()
                        && row < segment.part.heads().get(0)
                        && segment.rows.given(row).size() == 1;
    }

    /** Only the row directly before can go on; not over a section. */
    private static int lastItem(List<LogicalRow> rows) {
        for (int at = rows.size() - 1; at >= 0; at--) {
            RowKind kind = rows.get(at).kind();
            if (kind == RowKind.ITEM || kind == RowKind.CONTINUATION) {
                return at;
            }
            if (kind != RowKind.HEADING && kind != RowKind.EMPTY) {
                return -1;
            }
        }
        return -1;
    }

    private LogicalRow logical(Segment segment, int row) {
        int width = Math.max(segment.signature.headings.size(), segment.rows.width());
        List<LogicalCell> cells = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            cells.add(LogicalCell.NONE);
        }
        RowKind kind = segment.rows.kind(row);
        for (int column = 0; column < segment.rows.width(); column++) {
            int at = segment.columns[column];
            if (at < 0) {
                continue;
            }
            boolean fromLeft = !segment.rows.spot(row, column).equals(Spot.cell(segment.rows.block(), row, column))
                    && !segment.rows.isFromAbove(row, column);
            if (!fromLeft) {
                cells.set(at, new LogicalCell(segment.rows.lines(row, column), segment.rows.isFromAbove(row, column)));
            }
        }
        return new LogicalRow(Spot.row(segment.rows.block(), row), kind, cells);
    }

    /**
     * Whether a row goes on with the one before. Right behind the end of a page where its first words are missing, lack the
     * number that the others have, or begin in the middle of a sentence; elsewhere where nothing but an update is in it.
     */
    private boolean goesOnWith(Segment segment, LogicalRow before, LogicalRow row, boolean afterPage) {
        List<PlanTable.Column> columns = segment.signature.columns;
        int lead = -1;
        boolean leads = false;
        for (int column = 0; column < columns.size(); column++) {
            boolean there = !row.cells().get(column).isEmpty()
                    && !row.cells().get(column).inherited();
            if (columns.get(column).role().leads()) {
                lead = lead < 0 ? column : lead;
                leads |= there;
            }
        }
        if (lead < 0) {
            return false;
        }
        if (!afterPage) {
            boolean figures = columns.stream().anyMatch(column -> column.role() == Role.TARGET);
            return !leads && !figures && !row.cells().stream().allMatch(LogicalCell::isEmpty);
        }
        LogicalCell words = row.cells().get(lead);
        if (words.inherited()) {
            return false;
        }
        if (words.isEmpty()) {
            int finest = -1;
            for (int column = lead + 1; column < columns.size(); column++) {
                boolean named = columns.get(column).role() == Role.ACTIVITY
                        && !row.cells().get(column).isEmpty();
                finest = named ? column : finest;
            }
            // the first columns may only cover what stood on the page before
            return finest < 0
                    || !isAnother(before.cells().get(finest), row.cells().get(finest));
        }
        Snippet start = words.words().get(0);
        boolean numbered = !start.number().isEmpty() && !start.isBullet()
                || Reference.in(start.text()).isPresent();
        if (numbered) {
            return false;
        }
        return isNumbered(segment.signature, lead)
                || Character.isLowerCase(start.text().charAt(0));
    }

    /** Whether words begin something new rather than go on with those before. */
    private static boolean isAnother(LogicalCell before, LogicalCell words) {
        if (before.isEmpty()) {
            return false;
        }
        List<Snippet> all = before.words();
        return !LogicalCell.goesOn(all.get(all.size() - 1), words.words().get(0))
                && !words.words().get(0).inList();
    }

    private boolean isNumbered(TableSignature signature, int column) {
        List<String> cells = signature.cells().get(column);
        long numbered =
                cells.stream().filter(cell -> Reference.in(cell).isPresent()).count();
        return cells.size() > 3 && numbered >= cells.size() * 0.6;
    }

    private static LogicalRow together(LogicalRow before, LogicalRow next) {
        List<LogicalCell> cells = new ArrayList<>();
        for (int column = 0;
                column < Math.max(before.cells().size(), next.cells().size());
                column++) {
            LogicalCell one = column < before.cells().size() ? before.cells().get(column) : LogicalCell.NONE;
            LogicalCell more = column < next.cells().size() ? next.cells().get(column) : LogicalCell.NONE;
            cells.add(more.inherited() ? one : one.with(more));
        }
        return new LogicalRow(before.start(), before.kind(), cells);
    }
}
