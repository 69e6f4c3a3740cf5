package org.dueregard.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's access, a role or a unit changed. Published inside the transaction that changes it.
 *
 * @param by null when the product itself did it, as when the first administrator is made
 * @param subjectKind what changed: person or unit
 * @param what what was done, in plain words
 */
public record RightsChanged(
        OrganisationId organisation,
        @Nullable SignedIn by,
        String subjectKind,
        UUID subject,
        String what,
        @Nullable String was,
        @Nullable String became) {}
