package org.dueregard.plan;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a plan. */
@Embeddable
public record PlanId(UUID planId) implements Serializable {

    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    public static PlanId random() {
        return new PlanId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return planId.toString();
    }
}
