package org.dueregard.plan;

/**
 * Something about a node changed on which statuses or returns depend: its deadline, who reports, or whether it is still in
 * the plan. Published inside the transaction that changes it.
 */
public record NodeChanged(PlanId plan, NodeId node) {}
