package org.dueregard.document.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dueregard.document.read.Paragraph.Aside;
import org.dueregard.document.read.Paragraph.Heading;

/**
 * One sheet in the making. What stands on it falls apart into tables where rows or columns between them are empty; a cell that
 * stands all alone is a paragraph.
 */
final class SheetCells {

    /** How often a part of a sheet is parted again, rows and columns in turn. */
    private static final int DEEPEST = 8;

    /** Characters. */
    private static final int NARROW = 3;

    record Region(int top, int left, int bottom, int right) {}

    private record Filled(int row, boolean hidden, List<Integer> columns, List<Cell> cells) {}

    private final Place.InSheet sheet;
    private final Bounds bounds;
    private final Notes notes;
    private final List<Filled> lines = new ArrayList<>();
    private final List<Region> merges = new ArrayList<>();
    private final Map<Integer, Integer> widths = new HashMap<>();
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet crossed = new BitSet();
    private final BitSet heads = new BitSet();

    SheetCells(Place.InSheet sheet, Bounds bounds, Notes notes) {
        this.sheet = sheet;
        this.bounds = bounds;
        this.notes = notes;
    }

    /** Rows come from top to bottom, counted from 1; those without words need not come. */
    void row(int row, boolean hidden) {
        bounds.row();
        lines.add(new Filled(row, hidden, new ArrayList<>(), new ArrayList<>()));
    }

    /** Cells come from left to right, counted from 1. */
    void cell(int column, Cell cell) {
        if (cell.isEmpty() && cell.look().shade().isEmpty()) {
            return;
        }
        Filled line = lines.get(lines.size() - 1);
        bounds.held();
        line.columns().add(column);
        line.cells().add(cell);
    }

    void merge(Region region) {
        bounds.held();
        merges.add(region);
        if (region.right() - region.left() > 1) {
            crossed.set(region.left() + 1, region.right());
        }
    }

    void column(int column, int width, boolean hidden) {
        widths.put(column, width);
        hiddenColumns.set(column, hidden);
    }

    /** A row that the file keeps in view, repeats on each page, or filters by. */
    void head(int row) {
        heads.set(row);
    }

    Place.InSheet place() {
        return sheet;
    }

    void into(List<Block> blocks) {
        lines.removeIf(line -> line.cells().stream().allMatch(Cell::isEmpty));
        // most merges of a large sheet are far from most of its rows
        merges.sort(Comparator.comparingInt(Region::top));
        if (!lines.isEmpty()) {
            part(0, lines.size(), 1, Integer.MAX_VALUE, 0, blocks);
        }
        int hiddenRows = (int) lines.stream().filter(Filled::hidden).count();
        notes.counted(Note.Kind.HIDDEN_ROW, sheet, hiddenRows);
        BitSet used = used(0, lines.size(), 1, Integer.MAX_VALUE);
        used.and(hiddenColumns);
        notes.counted(Note.Kind.HIDDEN_COLUMN, sheet, used.cardinality());
    }

    /** @param from and to, lines of those with words */
    private void part(int from, int to, int left, int right, int depth, List<Block> blocks) {
        int begin = from;
        int reaches = 0;
        boolean parted = false;
        for (int i = from; i < to; i++) {
            Filled line = lines.get(i);
            if (i > begin && line.row() > Math.max(lines.get(i - 1).row(), reaches) + 1) {
                columns(begin, i, left, right, depth, blocks);
                begin = i;
                parted = true;
            }
            reaches = Math.max(reaches, mergedDownFrom(line.row(), left, right));
        }
        if (parted || depth == 0) {
            columns(begin, to, left, right, depth, blocks);
        } else {
            emit(from, to, left, right, blocks);
        }
    }

    private int mergedDownFrom(int row, int left, int right) {
        int bottom = 0;
        for (Region region : mergedFrom(row, row)) {
            if (region.left() <= right && region.right() >= left) {
                bottom = Math.max(bottom, region.bottom());
            }
        }
        return bottom;
    }

    /** What begins in these rows; no table is cut through one. */
    private List<Region> mergedFrom(int top, int bottom) {
        return merges.subList(firstFrom(top), firstFrom(bottom + 1));
    }

    private int firstFrom(int row) {
        int low = 0;
        int high = merges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (merges.get(middle).top() < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void columns(int from, int to, int left, int right, int depth, List<Block> blocks) {
        BitSet used = used(from, to, left, right);
        List<int[]> runs = new ArrayList<>();
        for (int start = used.nextSetBit(0); start >= 0; ) {
            int end = used.nextClearBit(start);
            while (used.get(end + 1) && isSpace(end)) {
                end = used.nextClearBit(end + 1);
            }
            runs.add(new int[] {start, end - 1});
            start = used.nextSetBit(end);
        }
        // a row by itself is a label with its words, whatever stands between them
        if (runs.size() <= 1 || to - from == 1 || depth >= DEEPEST) {
            emit(from, to, left, right, blocks);
            return;
        }
        for (int[] run : runs) {
            SheetCells part = new SheetCells(sheet, bounds, notes);
            for (Filled line : lines.subList(from, to)) {
                Filled cut = part.cut(line, run[0], run[1]);
                if (!cut.cells().isEmpty()) {
                    part.lines.add(cut);
                }
            }
            part.merges.addAll(merges);
            part.widths.putAll(widths);
            part.hiddenColumns.or(hiddenColumns);
            part.crossed.or(crossed);
            part.heads.or(heads);
            part.part(0, part.lines.size(), run[0], run[1], depth + 1, blocks);
        }
    }

    /** A column without words that only sets others apart: it is narrow, or a cell reaches over it. */
    private boolean isSpace(int column) {
        int width = widths.getOrDefault(column, 0);
        return width > 0 && width <= NARROW || crossed.get(column);
    }

    private Filled cut(Filled line, int left, int right) {
        Filled cut = new Filled(line.row(), line.hidden(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < line.columns().size(); i++) {
            int column = line.columns().get(i);
            if (column >= left && column <= right) {
                cut.columns().add(column);
                cut.cells().add(line.cells().get(i));
            }
        }
        return cut;
    }

    /** Columns in which there are words, or that a cell with words covers. */
    private BitSet used(int from, int to, int left, int right) {
        BitSet used = new BitSet();
        for (Filled line : lines.subList(from, to)) {
            for (int i = 0; i < line.columns().size(); i++) {
                int column = line.columns().get(i);
                if (column >= left && column <= right && !line.cells().get(i).isEmpty()) {
                    used.set(column);
                }
            }
        }
        if (from < to) {
            for (Region region :
                    mergedFrom(lines.get(from).row(), lines.get(to - 1).row())) {
                if (used.get(region.left())) {
                    used.set(
                            region.left(),
                            Math.min(region.right(), right == Integer.MAX_VALUE ? region.right() : right) + 1);
                }
            }
        }
        return used;
    }

    private void emit(int from, int to, int left, int right, List<Block> blocks) {
        BitSet used = used(from, to, left, right);
        int first = used.nextSetBit(0);
        int last = used.length() - 1;
        if (first < 0) {
            return;
        }
        Filled top = lines.get(from);
        if (to - from == 1 && top.cells().size() == 1) {
            alone(top, blocks);
            return;
        }
        Map<Long, Region> covering = new HashMap<>();
        int bottom = lines.get(to - 1).row();
        for (Region region : merges) {
            if (region.top() >= top.row()
                    && region.top() <= bottom
                    && region.left() >= first
                    && region.left() <= last) {
                covering.put(key(region.top(), region.left()), region);
            }
        }
        Grid grid = new Grid(sheet.cell(top.row(), first), bounds);
        int row = top.row();
        for (Filled line : lines.subList(from, to)) {
            while (row < line.row()) {
                // only a cell that covers several rows leaves rows without words inside a table
                grid.row(row++, false, false);
            }
            grid.row(row++, heads.get(line.row()), line.hidden());
            put(line, first, last, covering, grid);
        }
        List<Table.Column> columns = new ArrayList<>();
        int sum = 0;
        for (int column = first; column <= last; column++) {
            sum += widths.getOrDefault(column, 0);
        }
        for (int column = first; column <= last; column++) {
            int width = sum == 0 ? 0 : 100 * widths.getOrDefault(column, 0) / sum;
            columns.add(new Table.Column(column, width, hiddenColumns.get(column)));
        }
        blocks.add(grid.table(columns, false));
    }

    private void put(Filled line, int first, int last, Map<Long, Region> covering, Grid grid) {
        for (int i = 0; i < line.columns().size(); i++) {
            int column = line.columns().get(i);
            Cell cell = line.cells().get(i);
            if (column < first || column > last) {
                continue;
            }
            Cell above = grid.covering(column - first);
            if (above != null) {
                if (!cell.isEmpty()) {
                    notes.add(Note.Kind.COVERED, sheet.cell(line.row(), column), cell.text());
                }
                continue;
            }
            Region region = covering.get(key(line.row(), column));
            int high = region == null ? 1 : region.bottom() - region.top() + 1;
            int wide = region == null ? 1 : Math.min(region.right(), last) - column + 1;
            grid.put(column - first, high, wide, cell);
        }
    }

    private static long key(int row, int column) {
        return ((long) row << 20) + column;
    }

    private void alone(Filled line, List<Block> blocks) {
        Cell cell = line.cells().get(0);
        boolean strong = cell.look().strong();
        boolean heading = strong && cell.lines().size() == 1;
        blocks.add(new Paragraph(
                sheet.cell(line.row(), line.columns().get(0)),
                new Line(cell.text(), "", 0, strong),
                cell.markdown(),
                heading ? new Heading(1, false) : Heading.NONE,
                "",
                Aside.NONE));
    }
}
