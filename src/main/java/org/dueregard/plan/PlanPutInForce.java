package org.dueregard.plan;

/** A plan is in force from now on. Published inside the transaction that puts it in force. */
public record PlanPutInForce(PlanId plan) {}
