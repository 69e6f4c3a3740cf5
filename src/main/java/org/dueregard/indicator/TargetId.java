package org.dueregard.indicator;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a target of one plan node for one plan year. */
@Embeddable
public record TargetId(UUID targetId) implements Serializable {

    public static TargetId of(String text) {
        return new TargetId(UUID.fromString(text));
    }

    public static TargetId random() {
        return new TargetId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return targetId.toString();
    }
}
