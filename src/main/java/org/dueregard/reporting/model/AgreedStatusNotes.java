package org.dueregard.reporting.model;

import org.dueregard.indicator.Status;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.AgreedStatuses;
import org.dueregard.reporting.RoundId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class AgreedStatusNotes implements AgreedStatuses {

    private final JdbcClient jdbc;

    AgreedStatusNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void agreed(RoundId round, NodeId node, Status status) {
        jdbc.sql("""
                        update return_item item set agreed_status = :status from return owed
                        where owed.return_id = item.return_id and owed.round_id = :round and item.node_id = :node""")
                .param("status", status.name())
                .param("round", round.roundId())
                .param("node", node.nodeId())
                .update();
    }
}
