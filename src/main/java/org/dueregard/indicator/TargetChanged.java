package org.dueregard.indicator;

import org.dueregard.plan.NodeId;

/** A target was set or changed; published inside the transaction that does it. */
public record TargetChanged(NodeId node) {}
