package org.dueregard.organisation.web;

import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;

/**
 * Who is signed in, as far as what stands around every page depends on it.
 *
 * @param updates whether updates are owed by this person
 */
public record Visitor(
        String council, String post, boolean updates, boolean rounds, boolean meetings, boolean administration) {

    static Visitor of(SignedIn by) {
        return new Visitor(
                by.council(),
                by.post(),
                by.is(Role.SERVICE_MANAGER),
                by.is(Role.POLICY_OFFICER),
                by.is(Role.POLICY_OFFICER) || by.is(Role.REVIEWER) || by.is(Role.CHAIR),
                by.is(Role.ADMINISTRATOR));
    }
}
