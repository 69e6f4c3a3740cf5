package org.dueregard.organisation;

import java.io.Serial;
import java.io.Serializable;
import java.util.Set;
import org.dueregard.access.Role;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person who is signed in.
 *
 * @param council the name of the organisation
 * @param post what the person is called on screen and in history
 * @param roles the parts they play somewhere in the council; for which units is asked of the database each time
 */
public record SignedIn(PersonId person, OrganisationId organisation, String council, String post, Set<Role> roles)
        implements AuthenticatedPrincipal, Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** The name under which sessions are found when access ends. */
    @Override
    public String getName() {
        return person.toString();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
