package org.dueregard.plan.model;

import java.util.Optional;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.plan.NodeId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PlanNodes extends Repository<PlanNode, NodeId> {

    PlanNode save(PlanNode node);

    /** Writes what changed, and finds out whether somebody was quicker. */
    void flush();

    /** The node, when it stands in a plan of this council that is not closed. */
    @Query("select n from PlanNode n, Plan p where n.id = :id and p.id = n.plan and p.organisation = :organisation"
            + " and p.state <> org.dueregard.plan.PlanState.CLOSED")
    Optional<PlanNode> findEditable(NodeId id, OrganisationId organisation);
}
