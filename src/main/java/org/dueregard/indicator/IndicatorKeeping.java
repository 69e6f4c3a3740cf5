package org.dueregard.indicator;

import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;

/** Indicators, where they stand in plans, their targets and their figures. */
public interface IndicatorKeeping {

    /** Adds an indicator and places it at a node of a plan. */
    IndicatorId add(OrganisationId organisation, NodeId node, IndicatorDraft draft);

    /**
     * Sets a target; one that stood for the same plan year is kept beside it, with why it was replaced.
     *
     * @param by null when the product loads it by itself
     * @param why null when it is the first
     */
    void setTarget(@Nullable SignedIn by, NodeId node, TargetDraft target, @Nullable String why);

    /**
     * Records a figure. One for the same period is kept as what was known before.
     *
     * @param comparator whose it is; null for the council's own
     * @param enteredBy the post of whoever entered it
     * @param note may be null
     */
    void record(
            IndicatorId indicator,
            Figure figure,
            @Nullable String comparator,
            String enteredBy,
            @Nullable String note,
            @Nullable String why);
}
