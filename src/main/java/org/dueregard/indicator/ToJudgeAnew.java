package org.dueregard.indicator;

import java.util.List;
import org.dueregard.plan.NodeId;

/**
 * Something that these items are judged by has changed: a target, a tolerance, a figure, a comparator. Published inside
 * the transaction that does it.
 */
public record ToJudgeAnew(List<NodeId> nodes) {

    public ToJudgeAnew {
        nodes = List.copyOf(nodes);
    }
}
