package org.dueregard.organisation.read;

import java.util.List;
import org.dueregard.access.Role;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.UnitId;
import org.dueregard.organisation.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * A unit as administrators see it.
 *
 * @param parent the name of the unit it belongs to; null when it stands at the top
 * @param version counts its changes
 * @param people who holds a role for this very unit
 */
public record UnitSheet(
        UnitId id,
        UnitKind kind,
        String name,
        @Nullable String shortName,
        @Nullable String parent,
        long version,
        List<Holder> people) {

    /** Somebody who holds a role for the unit. */
    public record Holder(PersonId id, String post, Role role) {}
}
