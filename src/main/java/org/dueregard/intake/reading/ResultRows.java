package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.dueregard.plan.NodeKind;

/** A table of results: something that is measured in each row, a period in each column. */
final class ResultRows {

    private ResultRows() {}

    /** Hangs its rows under what they are results of; what was promised there before counts for each of them. */
    static void grow(PlanTable table, Growing above, Ground ground) {
        int name = Math.max(0, table.firstColumnOf(Role.INDICATOR));
        List<Value> promised = promised(above);
        Growing group = above;
        PlanTable.Column heads = table.columns().get(name);
        for (LogicalRow row : table.rows()) {
            if (row.kind() == RowKind.HEADING
                    && group == above
                    && !heads.heading().isBlank()) {
                Spot head = new Spot(row.start().block(), row.start().row(), name, -1);
                group = new Growing(
                        NodeKind.INDICATOR_GROUP,
                        head,
                        new Value(Role.INDICATOR, heads.heading(), "", List.of(head), Certainty.LIKELY, false));
                above.children.add(group);
            }
            if (row.kind() == RowKind.TOTAL) {
                ground.because(row.start(), Unplaced.Why.TOTAL);
            }
            if (row.kind() == RowKind.ITEM && !row.cells().get(name).isEmpty()) {
                Growing indicator = indicator(table, row, name);
                promised.forEach(value -> indicator.add(value.shared()));
                group.children.add(indicator);
            }
        }
    }

    /** What stood in for indicators that nobody had named yet. */
    private static List<Value> promised(Growing above) {
        List<Value> promised = new ArrayList<>();
        above.children.removeIf(child -> {
            if (child.placeholder) {
                promised.addAll(child.values);
            }
            return child.placeholder;
        });
        return promised;
    }

    private static Growing indicator(PlanTable table, LogicalRow row, int name) {
        List<Snippet> words = row.cells().get(name).words();
        Growing indicator = new Growing(
                NodeKind.INDICATOR,
                words.get(0).spots().get(0),
                new Value(Role.INDICATOR, Snippet.inOneLine(words), "", Snippet.spots(words), Certainty.LIKELY, false));
        for (int column = 0; column < table.columns().size(); column++) {
            LogicalCell cell = row.cells().get(column);
            PlanTable.Column role = table.columns().get(column);
            if (column != name && !cell.isEmpty()) {
                indicator.add(new Value(
                        role.role() == Role.OTHER ? Role.OUTTURN : role.role(),
                        cell.text(),
                        role.heading(),
                        Snippet.spots(cell.words()),
                        role.certainty(),
                        cell.inherited()));
            }
        }
        return indicator;
    }
}
