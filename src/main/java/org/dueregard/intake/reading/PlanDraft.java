package org.dueregard.intake.reading;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a file says it.
 *
 * @param title null when the file has none
 * @param period of the plan, in the file's words; null when it does not say
 * @param tables what was made of each table, in the order of the file
 * @param nodes what stands at the top: objectives, or whatever stands highest where there are none
 * @param unplaced words that are in none of the values
 */
public record PlanDraft(
        @Nullable Value title,
        @Nullable Value period,
        List<TableReading> tables,
        List<DraftNode> nodes,
        List<Unplaced> unplaced) {

    public PlanDraft {
        tables = List.copyOf(tables);
        nodes = List.copyOf(nodes);
        unplaced = List.copyOf(unplaced);
    }

    /** Every node, in plan order. */
    public Stream<DraftNode> all() {
        return nodes.stream().flatMap(node -> node.withAllUnder().stream());
    }
}
