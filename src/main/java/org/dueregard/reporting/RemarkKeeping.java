package org.dueregard.reporting;

import java.util.UUID;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Comments and questions on items. Policy officers, the group and service managers may write on items of the units that
 * their role holds for, the first two also on items that no unit reports when it holds for the whole council; for everybody
 * else the item is not there. A remark of another item is not there either.
 */
public interface RemarkKeeping {

    /** @param round that the remark came up in; null when it is about none */
    UUID write(SignedIn by, NodeId node, @Nullable RoundId round, boolean question, String words);

    /** Answers a question. Answering it again replaces the answer; what stood there before is in the history. */
    void answer(SignedIn by, NodeId node, UUID remark, String words);

    /** Marks it as dealt with. */
    void resolve(SignedIn by, NodeId node, UUID remark);
}
