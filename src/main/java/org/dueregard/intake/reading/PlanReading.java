package org.dueregard.intake.reading;

import org.dueregard.document.read.NeutralDocument;

/** Reads a plan out of a document. */
public final class PlanReading {

    private PlanReading() {}

    /** Never refuses: a document without a plan comes out as a draft without nodes. */
    public static PlanDraft read(NeutralDocument document, Corrections corrections) {
        return Amending.amend(new Drafting(document, corrections).draft(), corrections.nodes());
    }
}
