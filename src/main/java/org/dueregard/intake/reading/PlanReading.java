package org.dueregard.intake.reading;

import java.util.concurrent.CancellationException;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.plan.NodeKind;

/** Reads a plan out of a document. */
public final class PlanReading {

    private PlanReading() {}

    /**
     * Never refuses: a document without a plan comes out as a draft without nodes.
     *
     * @throws CancellationException when its thread is interrupted, since nobody waits for it any more
     */
    public static PlanDraft read(NeutralDocument document, Corrections corrections) {
        PlanDraft draft = new Drafting(document, new Tables(document, corrections), corrections).draft();
        PlanDraft plan = saysWhatIsDone(draft) ? draft : guessed(document, corrections, draft);
        return Amending.amend(plan, corrections.nodes());
    }

    private static boolean saysWhatIsDone(PlanDraft draft) {
        return draft.all().anyMatch(node -> node.kind().compareTo(NodeKind.ACTIVITY) >= 0);
    }

    /** Where nothing of a plan was found, its tables are taken for it by the look of their cells, if that finds anything. */
    private static PlanDraft guessed(NeutralDocument document, Corrections corrections, PlanDraft otherwise) {
        Tables tables = new Tables(document, corrections);
        if (!tables.guess()) {
            return otherwise;
        }
        PlanDraft draft = new Drafting(document, tables, corrections).draft();
        return saysWhatIsDone(draft) ? draft : otherwise;
    }
}
