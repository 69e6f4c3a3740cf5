package org.dueregard.organisation;

import org.dueregard.access.Role;
import org.jspecify.annotations.Nullable;

/** What documents and the demonstration bring along: a council, its units and people. */
public interface CouncilSetUp {

    OrganisationId addOrganisation(String name);

    /**
     * Adds a unit under another, or at the top when {@code parent} is null.
     *
     * @param by null when the product does it by itself
     */
    UnitId addUnit(
            OrganisationId organisation,
            @Nullable SignedIn by,
            @Nullable UnitId parent,
            UnitKind kind,
            String name,
            @Nullable String shortName);

    /** Adds one of the demonstration's people, who is signed in with one click and has no password. */
    PersonId addDemonstrationPerson(OrganisationId organisation, String post, String email);

    /** Gives a role for a unit and all below it, or for the whole organisation when {@code unit} is null. */
    void giveRole(
            OrganisationId organisation, @Nullable SignedIn by, PersonId person, Role role, @Nullable UnitId unit);
}
