package org.dueregard.organisation.model;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dueregard.access.Role;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.UnitId;
import org.jspecify.annotations.Nullable;

/** A role that a person holds, for a unit and all below it, or for the whole organisation when it names none. */
@Entity
@Table(name = "role_held")
public class RoleHeld {

    @Id
    private UUID roleHeldId;

    @Embedded
    private PersonId person;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Embedded
    private @Nullable UnitId unit;

    private Instant givenAt;

    @Embedded
    @AttributeOverride(name = "personId", column = @Column(name = "named_by"))
    private @Nullable PersonId namedBy;

    private @Nullable LocalDate until;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected RoleHeld() {}

    public RoleHeld(PersonId person, Role role, @Nullable UnitId unit, Instant now) {
        this.roleHeldId = UUID.randomUUID();
        this.person = person;
        this.role = role;
        this.unit = unit;
        this.givenAt = now;
    }

    /**
     * What somebody may do in an owner's place.
     *
     * @param until the last day; null for as long as nobody ends it
     */
    static RoleHeld ofDelegate(PersonId person, UnitId unit, PersonId namedBy, @Nullable LocalDate until, Instant now) {
        RoleHeld held = new RoleHeld(person, Role.SERVICE_MANAGER, unit, now);
        held.namedBy = namedBy;
        held.until = until;
        return held;
    }

    boolean isDelegates() {
        return namedBy != null;
    }

    public Role role() {
        return role;
    }

    public UUID id() {
        return roleHeldId;
    }

    public PersonId person() {
        return person;
    }

    public @Nullable UnitId unit() {
        return unit;
    }

    public boolean hasEnded() {
        return endedAt != null;
    }

    public void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }
}
