package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;

/**
 * Rows that name several actions by number in one cell, and in others say behind the same numbers who does each and how it
 * goes: one row for each action.
 */
final class NumberedLines {

    private NumberedLines() {}

    /** The same table with such rows taken apart. */
    static PlanTable apart(PlanTable table) {
        int actions = table.firstColumnOf(Role.ACTIVITY);
        if (actions < 0) {
            return table;
        }
        List<LogicalRow> rows =
                table.rows().stream().flatMap(row -> apart(row, actions)).toList();
        return new PlanTable(table.block(), table.kind(), table.certainty(), table.columns(), rows, table.labels());
    }

    private static Stream<LogicalRow> apart(LogicalRow row, int actions) {
        Map<String, LogicalCell> named =
                row.kind() == RowKind.ITEM ? byNumber(row.cells().get(actions), true) : Map.of();
        if (named.size() < 2) {
            return Stream.of(row);
        }
        List<Map<String, LogicalCell>> beside = new ArrayList<>();
        boolean told = false;
        for (int column = 0; column < row.cells().size(); column++) {
            Map<String, LogicalCell> own =
                    column == actions ? Map.of() : byNumber(row.cells().get(column), false);
            boolean same = !own.isEmpty() && named.keySet().containsAll(own.keySet());
            beside.add(same ? own : Map.of());
            told |= same;
        }
        if (!told) {
            return Stream.of(row);
        }
        List<LogicalRow> rows = new ArrayList<>();
        named.forEach((number, action) -> {
            List<LogicalCell> cells = new ArrayList<>();
            for (int column = 0; column < row.cells().size(); column++) {
                LogicalCell cell = row.cells().get(column);
                LogicalCell shared = rows.isEmpty() ? cell : new LogicalCell(cell.lines(), true);
                cells.add(
                        column == actions
                                ? action
                                : beside.get(column).isEmpty()
                                        ? shared
                                        : beside.get(column).getOrDefault(number, LogicalCell.NONE));
            }
            rows.add(new LogicalRow(row.start(), row.kind(), cells));
        });
        return rows.stream();
    }

    /**
     * The lines of a cell from each number to the next; none where the first line has none.
     *
     * @param with whether the numbers stay before their lines
     */
    private static Map<String, LogicalCell> byNumber(LogicalCell cell, boolean with) {
        Map<String, List<Snippet>> lines = new LinkedHashMap<>();
        String number = null;
        for (Snippet line : cell.words()) {
            Optional<Reference> reference = Reference.in(line.printed());
            number = reference.map(Reference::reference).orElse(number);
            if (number == null) {
                return Map.of();
            }
            Snippet words = with || reference.isEmpty()
                    ? line
                    : line.saying(reference.get().rest()).unnumbered();
            lines.computeIfAbsent(number, any -> new ArrayList<>()).add(words);
        }
        Map<String, LogicalCell> cells = new LinkedHashMap<>();
        lines.forEach((one, own) -> cells.put(one, new LogicalCell(own, cell.inherited())));
        return cells;
    }
}
