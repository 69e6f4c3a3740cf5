package org.dueregard.intake.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/**
 * A flat list in which each row names the code of the one that it belongs to, as systems for performance management write
 * them: what nothing stands above is an objective, what stands under an objective is done for it, and so on down.
 */
final class Tree {

    private final PlanTable table;
    private final int code;
    private final int parent;
    private final int title;
    private final Set<String> parents = new HashSet<>();
    private final Map<String, Growing> byCode = new HashMap<>();

    private Tree(PlanTable table, int code, int parent, int title) {
        this.table = table;
        this.code = code;
        this.parent = parent;
        this.title = title;
        table.rows().stream().filter(row -> row.kind() == RowKind.ITEM).forEach(row -> parents.add(words(row, parent)));
    }

    /** Null where the rows name no others. */
    static @Nullable Tree of(PlanTable table) {
        int code = -1;
        int parent = -1;
        for (int column : table.columnsOf(Role.REFERENCE)) {
            if (HeadingWords.words(table.columns().get(column).heading()).contains("parent")) {
                parent = column;
            } else if (code < 0) {
                code = column;
            }
        }
        int title = table.firstColumnOf(Role.ACTIVITY);
        return code < 0 || parent < 0 || title < 0 || table.has(Role.OBJECTIVE)
                ? null
                : new Tree(table, code, parent, title);
    }

    private static String words(LogicalRow row, int column) {
        return row.cells().get(column).text().strip();
    }

    /** Hangs what the row names where it belongs; null where it names nothing. */
    @Nullable
    Growing grow(LogicalRow row, Ground ground) {
        if (row.cells().get(title).isEmpty()) {
            return null;
        }
        String own = words(row, code);
        Growing above = byCode.get(words(row, parent));
        NodeKind kind = above == null && parents.contains(own) ? NodeKind.OBJECTIVE : NodeKind.ACTIVITY;
        Growing node = Growing.begun(
                kind, row.cells().get(title).asOne(), table.columns().get(title).certainty());
        node.referTo(own);
        for (int column : new int[] {code, parent}) {
            ground.structure.addAll(Snippet.spots(row.cells().get(column).words()));
        }
        if (kind == NodeKind.OBJECTIVE) {
            ground.close();
            ground.hang(node);
        } else {
            (above == null ? ground.under(ground.deepest()) : above.children).add(node);
        }
        byCode.put(own, node);
        return node;
    }
}
