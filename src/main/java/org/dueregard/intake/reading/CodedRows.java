package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;

/** Lists whose numbers say which rows stand under which: {@code 1.01} over {@code 1.01.01} and {@code 1.01.02}. */
final class CodedRows {

    private static final int FEWEST = 2;

    private CodedRows() {}

    /** Whether rows with a number stand over others whose number begins with theirs; of a column of numbers, in its order. */
    static boolean areLevels(List<String> codes) {
        int over = 0;
        for (int at = 0; at + 1 < codes.size(); at++) {
            over += isOver(codes.get(at), codes.get(at + 1)) ? 1 : 0;
        }
        return over >= FEWEST && codes.stream().allMatch(Reference::isOne);
    }

    private static boolean isOver(String code, String next) {
        return !code.isBlank() && next.strip().startsWith(code.strip() + ".");
    }

    /** The same with the rows that stand over others as rows across, but for those that a person spoke of; the table itself where it is no such list. */
    static PlanTable apart(PlanTable table, Corrections corrections) {
        int codes = table.firstColumnOf(Role.REFERENCE);
        if (codes < 0 || !areLevels(codes(table, codes))) {
            return table;
        }
        List<LogicalRow> rows = new ArrayList<>();
        for (int at = 0; at < table.rows().size(); at++) {
            LogicalRow row = table.rows().get(at);
            boolean over = row.kind() == RowKind.ITEM
                    && corrections.row(row.start().block(), row.start().row()) == null
                    && at + 1 < table.rows().size()
                    && isOver(
                            row.cells().get(codes).text(),
                            table.rows().get(at + 1).cells().get(codes).text())
                    && row.cells().stream().filter(LogicalCell::isOwn).count() == 2;
            rows.add(over ? new LogicalRow(row.start(), RowKind.SECTION, row.cells()) : row);
        }
        return new PlanTable(table.block(), table.kind(), table.certainty(), table.columns(), rows, table.labels());
    }

    private static List<String> codes(PlanTable table, int column) {
        return table.rows().stream()
                .filter(row -> row.kind() == RowKind.ITEM)
                .map(row -> row.cells().get(column).text())
                .toList();
    }
}
