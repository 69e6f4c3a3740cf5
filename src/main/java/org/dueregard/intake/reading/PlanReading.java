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
        Tables tables = new Tables(document, corrections);
        PlanDraft draft = new Drafting(document, tables, corrections).draft();
        // where nothing of a plan was found, its tables may look like one
        if (!saysWhatIsDone(draft) && tables.guess()) {
            draft = new Drafting(document, tables, corrections).draft();
        }
        return Amending.amend(draft, corrections.nodes());
    }

    private static boolean saysWhatIsDone(PlanDraft draft) {
        return draft.all().anyMatch(node -> node.kind().compareTo(NodeKind.ACTIVITY) >= 0);
    }
}
