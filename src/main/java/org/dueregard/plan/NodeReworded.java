package org.dueregard.plan;

/**
 * The plan calls a node something else from now on. Published inside the transaction that changes it, before
 * {@link NodeChanged}.
 */
public record NodeReworded(PlanId plan, NodeId node, String was, String became) {}
