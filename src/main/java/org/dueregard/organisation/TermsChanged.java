package org.dueregard.organisation;

import org.jspecify.annotations.Nullable;

/**
 * The council's own term dates of a school year changed. Published inside the transaction that changes them, after they
 * are stored, so that whatever keeps a day worked out from them works it out anew in the same transaction.
 *
 * @param schoolYear as people call it: 2026/27
 * @param was null when the year had no dates of the council's own
 */
public record TermsChanged(
        OrganisationId organisation,
        SignedIn by,
        String schoolYear,
        @Nullable String was,
        String became) {}
