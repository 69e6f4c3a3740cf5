package org.dueregard.indicator;

import java.io.Serializable;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What became of an item that was judged anew.
 *
 * @param before null when it had not been judged
 */
public record StatusMove(
        NodeId node, String title, String plan, @Nullable Status before, Status after, String sentence)
        implements Serializable {

    /** Whether the status is another; else only its reason is. */
    public boolean isMoved() {
        return before != after;
    }

    /** The same, told from where the item stood earlier still. */
    public StatusMove since(@Nullable Status earlier) {
        return new StatusMove(node, title, plan, earlier, after, sentence);
    }
}
