package org.dueregard.reporting;

import java.util.UUID;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Comments and questions on items. Policy officers and the group may write on any item of their council, service managers
 * on those that their units report; for everybody else the item is not there.
 */
public interface RemarkKeeping {

    /** @param round that the remark came up in; null when it is about none */
    UUID write(SignedIn by, NodeId node, @Nullable RoundId round, boolean question, String words);

    /** Answers a question. Answering it again replaces the answer; what stood there before is in the history. */
    void answer(SignedIn by, UUID remark, String words);

    /** Marks it as dealt with. */
    void resolve(SignedIn by, UUID remark);
}
