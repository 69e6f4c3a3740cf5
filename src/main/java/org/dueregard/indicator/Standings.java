package org.dueregard.indicator;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * The assessments that stand today. They are worked out when something changes and stored; pages only read them. A stored
 * assessment is never changed: a new one takes its place.
 */
public interface Standings {

    /**
     * Works out the nodes that owe updates anew and stores what came out differently.
     *
     * @param day of which the targets in force are meant
     * @param asOf the day on which the rule looks
     */
    void workOutPlan(PlanId plan, LocalDate day, LocalDate asOf);

    /** The same for some nodes. Answers the assessment that stands now for each. */
    Map<NodeId, AssessmentId> workOut(Collection<NodeId> nodes, LocalDate day, LocalDate asOf);

    /** Keeps what the owner says of a node; null takes it back. Does not work anything out. */
    void said(NodeId node, @Nullable Reported reported);

    /** Stores an assessment without making it the one that stands, as for a round that was closed long ago. */
    AssessmentId store(NodeId node, LocalDate asOf, Dossier dossier, Assessment assessment);

    /** Stores an assessment just as it was made elsewhere, as when a document with closed rounds is imported. */
    AssessmentId restore(NodeId node, StoredAssessment assessment);

    /** The assessments as they were stored. */
    Map<AssessmentId, StoredAssessment> read(Collection<AssessmentId> ids);
}
