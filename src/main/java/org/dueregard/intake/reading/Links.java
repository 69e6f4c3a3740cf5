package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/** A table of measures that says by number, in a column of its own, which of the actions each of them measures. */
final class Links {

    private static final Set<String> ACTIONS =
            Set.of("action", "actions", "activity", "activities", "task", "tasks", "act");

    private final int column;
    private final Map<String, Growing> byNumber;

    private Links(int column, Map<String, Growing> byNumber) {
        this.column = column;
        this.byNumber = byNumber;
    }

    /** Null where the table points at none that there is. */
    static @Nullable Links of(PlanTable table, Ground ground) {
        int column = column(table);
        if (column < 0) {
            return null;
        }
        Map<String, Growing> byNumber = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (Growing node : ground.all()) {
            String number = LevelNames.plain(node.reference);
            if (node.kind == NodeKind.ACTIVITY && !number.isEmpty() && byNumber.put(number, node) != null) {
                twice.add(number);
            }
        }
        byNumber.keySet().removeAll(twice);
        boolean known = table.rows().stream()
                .map(row -> LevelNames.plain(row.cells().get(column).text()))
                .anyMatch(byNumber::containsKey);
        return known ? new Links(column, byNumber) : null;
    }

    /** Whether a table is one that may point at actions, by its heads alone. */
    static boolean mayPoint(PlanTable table) {
        return column(table) >= 0;
    }

    private static int column(PlanTable table) {
        if (table.has(Role.ACTIVITY) || !table.has(Role.INDICATOR)) {
            return -1;
        }
        return table.columnsOf(Role.REFERENCE).stream()
                .filter(column -> HeadingWords.words(table.columns().get(column).heading()).stream()
                        .anyMatch(ACTIONS::contains))
                .findFirst()
                .orElse(-1);
    }

    /** The table without the column, whose words say only what the rows belong to. */
    PlanTable rest(PlanTable table, Ground ground) {
        table.rows().stream()
                .map(row -> row.cells().get(column))
                .forEach(cell -> ground.structure.addAll(Snippet.spots(cell.words())));
        List<PlanTable.Column> columns = new ArrayList<>(table.columns());
        columns.set(
                column, columns.get(column).as(Role.OTHER, columns.get(column).certainty()));
        return new PlanTable(table.block(), table.kind(), table.certainty(), columns, table.rows(), table.labels());
    }

    /** The action that a row measures; null for none that there is. */
    @Nullable
    Growing of(LogicalRow row) {
        LogicalCell cell = row.cells().get(column);
        return byNumber.get(LevelNames.plain(cell.text()));
    }
}
