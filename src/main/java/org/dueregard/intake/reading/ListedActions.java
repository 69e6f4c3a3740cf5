package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;

/** Tables whose column of objectives names an objective now and then, and lists what is done for it in the same cells. */
final class ListedActions {

    private static final double MOST = 0.5;

    private ListedActions() {}

    /** The same with the actions in a column of their own behind the others; the table itself where it is no such list. */
    static PlanTable apart(PlanTable table) {
        int objectives = table.firstColumnOf(Role.OBJECTIVE);
        boolean may =
                objectives >= 0 && !table.has(Role.ACTIVITY) && (table.has(Role.OWNER) || table.has(Role.DEADLINE));
        boolean heads = may && areHeadsOfLines(table, objectives);
        if (!may || !heads && !areListed(table, objectives)) {
            return table;
        }
        List<PlanTable.Column> columns = new ArrayList<>(table.columns());
        columns.add(columns.get(objectives).as(Role.ACTIVITY, Certainty.LIKELY));
        List<LogicalRow> rows = new ArrayList<>();
        for (LogicalRow row : table.rows()) {
            List<LogicalCell> cells = new ArrayList<>(row.cells());
            LogicalCell cell = cells.get(objectives);
            boolean apart = row.kind() == RowKind.ITEM && !cell.inherited();
            List<Snippet> named = cell.words().stream()
                    .filter(line -> heads ? isHead(cell, line) : !line.inList())
                    .toList();
            List<Snippet> listed =
                    cell.words().stream().filter(line -> !named.contains(line)).toList();
            cells.set(objectives, apart ? new LogicalCell(named, false) : cell);
            cells.add(apart ? new LogicalCell(listed, false) : LogicalCell.NONE);
            rows.add(new LogicalRow(row.start(), row.kind(), cells));
        }
        return new PlanTable(table.block(), table.kind(), table.certainty(), columns, rows, table.labels());
    }

    /** {@code • Ethnic monitoring}, and below it in plain lines what is done for it: whether several cells are so, and none the other way. */
    private static boolean areHeadsOfLines(PlanTable table, int column) {
        List<LogicalCell> cells = own(table, column);
        long heads = cells.stream()
                .filter(cell ->
                        !cell.words().isEmpty() && isHead(cell, cell.words().get(0)))
                .count();
        boolean other = cells.stream()
                .anyMatch(cell ->
                        !cell.words().get(0).inList() && cell.words().stream().anyMatch(Snippet::inList));
        return heads > 1 && !other;
    }

    /** The only item of a list in its cell, over other lines. */
    private static boolean isHead(LogicalCell cell, Snippet line) {
        List<Snippet> lines = cell.words();
        return lines.size() > 1
                && line.equals(lines.get(0))
                && line.inList()
                && lines.stream().filter(Snippet::inList).count() == 1;
    }

    private static List<LogicalCell> own(PlanTable table, int column) {
        return table.rows().stream()
                .filter(row -> row.kind() == RowKind.ITEM)
                .map(row -> row.cells().get(column))
                .filter(LogicalCell::isOwn)
                .toList();
    }

    /** Whether most cells have items of a list, and some of them nothing else. */
    private static boolean areListed(PlanTable table, int column) {
        List<LogicalCell> cells = own(table, column);
        long listed = cells.stream()
                .filter(cell -> cell.words().stream().anyMatch(Snippet::inList))
                .count();
        boolean named = cells.stream().anyMatch(cell -> !cell.words().get(0).inList());
        boolean only = cells.stream().anyMatch(cell -> cell.words().stream().allMatch(Snippet::inList));
        return named && only && listed > cells.size() * MOST;
    }
}
