package org.dueregard.reporting;

import org.dueregard.indicator.Status;
import org.dueregard.plan.NodeId;

/** Takes note of the statuses that the group agrees, beside what was reported and calculated. */
public interface AgreedStatuses {

    void agreed(RoundId round, NodeId node, Status status);
}
