package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;

/**
 * Tables of one row, each below a heading of its own, that say who, by when and what is measured, but not what is done: the
 * heading says that.
 */
final class HeadedRows {

    private static final int FEWEST = 3;

    /** By the block of the table. */
    private final Map<Integer, Snippet> named;

    private HeadedRows(Map<Integer, Snippet> named) {
        this.named = named;
    }

    static HeadedRows of(NeutralDocument document, Tables tables, Corrections corrections) {
        Map<Integer, Snippet> named = new HashMap<>();
        for (int block = 1; block < document.blocks().size(); block++) {
            int head = block - 1;
            boolean headed = document.blocks().get(head) instanceof Paragraph paragraph
                    && paragraph.heading().level() > 1
                    && LevelLabel.of(paragraph.text()).isEmpty()
                    && corrections.level(Spot.block(head)) == null;
            if (headed
                    && tables.at(block).size() == 1
                    && saysNoDeed(tables.at(block).get(0))) {
                named.put(block, Snippet.of(((Paragraph) document.blocks().get(head)).line(), Spot.block(head)));
            }
        }
        return new HeadedRows(named.size() < FEWEST ? Map.of() : named);
    }

    private static boolean saysNoDeed(PlanTable table) {
        return table.isOfPlan()
                && table.has(Role.OWNER)
                && table.has(Role.DEADLINE)
                && table.columns().stream()
                        .noneMatch(column ->
                                column.role() == Role.ACTIVITY || column.role().isLevel())
                && table.rows().stream()
                                .filter(row -> row.kind() == RowKind.ITEM)
                                .count()
                        == 1
                && table.rows().stream().noneMatch(row -> row.kind() == RowKind.SECTION);
    }

    /** Whether the words in a block name what a table below them does. */
    boolean isName(int block) {
        return named.containsKey(block + 1);
    }

    /** The same table with what is done in a column of its own behind the others; the table itself where no heading says it. */
    PlanTable named(PlanTable table) {
        Snippet name = named.get(table.block());
        return name == null ? table : with(table, name);
    }

    private static PlanTable with(PlanTable table, Snippet name) {
        List<PlanTable.Column> columns = new ArrayList<>(table.columns());
        columns.add(new PlanTable.Column(Role.ACTIVITY, "", Certainty.LIKELY, null));
        List<LogicalRow> rows = new ArrayList<>();
        for (LogicalRow row : table.rows()) {
            List<LogicalCell> cells = new ArrayList<>(row.cells());
            cells.add(row.kind() == RowKind.ITEM ? new LogicalCell(List.of(name), false) : LogicalCell.NONE);
            rows.add(new LogicalRow(row.start(), row.kind(), cells));
        }
        return new PlanTable(table.block(), table.kind(), table.certainty(), columns, rows, table.labels());
    }
}
