package org.dueregard.organisation.model;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.UnitId;
import org.dueregard.organisation.UnitKind;
import org.jspecify.annotations.Nullable;

/** A department, division, service or team of the council, or a body outside it. */
@Entity
@Table(name = "unit")
public class Unit {

    @EmbeddedId
    private UnitId id;

    @Embedded
    private OrganisationId organisation;

    @Embedded
    @AttributeOverride(name = "unitId", column = @Column(name = "parent_id"))
    private @Nullable UnitId parent;

    @Column(name = "ancestors", columnDefinition = "uuid[]")
    private UUID[] ancestors;

    @Enumerated(EnumType.STRING)
    private UnitKind kind;

    private String name;

    private @Nullable String shortName;

    private @Nullable LocalDate endedOn;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Unit() {}

    public Unit(
            OrganisationId organisation,
            @Nullable Unit parent,
            UnitKind kind,
            String name,
            @Nullable String shortName) {
        this.id = UnitId.random();
        this.organisation = organisation;
        this.parent = parent == null ? null : parent.id;
        List<UUID> line = new ArrayList<>(parent == null ? List.of() : List.of(parent.ancestors));
        line.add(id.unitId());
        this.ancestors = line.toArray(UUID[]::new);
        this.kind = kind;
        this.name = name;
        this.shortName = shortName;
    }

    public UnitId id() {
        return id;
    }

    public String name() {
        return name;
    }

    public UnitKind kind() {
        return kind;
    }

    public @Nullable UnitId parent() {
        return parent;
    }

    public @Nullable String shortName() {
        return shortName;
    }

    /** Counts the changes, so that a form made before somebody else's change is told from one made after it. */
    public long version() {
        return version == null ? 0 : version;
    }

    public OrganisationId organisation() {
        return organisation;
    }

    /** Gives the unit its new name; what was written about it under the old one stays as written. */
    public void rename(String newName, @Nullable String newShortName) {
        this.name = newName;
        this.shortName = newShortName;
    }
}
