package org.dueregard.intake.reading;

import java.util.concurrent.CancellationException;
import org.dueregard.document.read.NeutralDocument;

/** Reads a plan out of a document. */
public final class PlanReading {

    private PlanReading() {}

    /**
     * Never refuses: a document without a plan comes out as a draft without nodes.
     *
     * @throws CancellationException when its thread is interrupted, since nobody waits for it any more
     */
    public static PlanDraft read(NeutralDocument document, Corrections corrections) {
        return Amending.amend(new Drafting(document, corrections).draft(), corrections.nodes());
    }
}
