package org.dueregard.organisation;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a unit of a council, or a body outside it that answers for part of a plan. */
@Embeddable
public record UnitId(UUID unitId) implements Serializable {

    public static UnitId of(String text) {
        return new UnitId(UUID.fromString(text));
    }

    public static UnitId random() {
        return new UnitId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return unitId.toString();
    }
}
