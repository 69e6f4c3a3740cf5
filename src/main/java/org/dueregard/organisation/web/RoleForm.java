package org.dueregard.organisation.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dueregard.access.Role;
import org.dueregard.organisation.UnitEntry;
import org.dueregard.organisation.UnitId;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * A role as chosen on a form, and what it is to hold for.
 *
 * @param role the name of the role; empty when none is chosen
 * @param unit the id of a unit, or {@link #WHOLE_COUNCIL}; empty when nothing is chosen
 */
record RoleForm(String role, String unit) {

    /** Chosen on purpose: left to itself a role holds for nothing. */
    static final String WHOLE_COUNCIL = "council";

    static final RoleForm EMPTY = new RoleForm("", "");

    /** The role, once it is known to be right. */
    Role chosen() {
        return Role.valueOf(role);
    }

    /** For which unit the role is to hold; null for the whole council. */
    @Nullable
    UnitId where() {
        return unit.equals(WHOLE_COUNCIL) ? null : UnitId.of(unit);
    }

    void check(List<UnitEntry> units, Sentences sentences, Problems problems) {
        Optional<Role> known = Arrays.stream(Role.values())
                .filter(one -> one.name().equals(role))
                .findFirst();
        if (known.isEmpty()) {
            problems.add("role", sentences.of("organisation.role.missing"));
        }
        boolean council = unit.equals(WHOLE_COUNCIL);
        if (!council && units.stream().noneMatch(one -> one.id().toString().equals(unit))) {
            problems.add("unit", sentences.of("organisation.role.unit-missing"));
        } else if (!council && known.filter(Role.ADMINISTRATOR::equals).isPresent()) {
            problems.add("unit", sentences.of("organisation.role.administrator-of-unit"));
        }
    }
}
