package org.dueregard.review;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies an action that a meeting recorded. */
@Embeddable
public record ActionId(UUID actionId) implements Serializable {

    public static ActionId of(String text) {
        return new ActionId(UUID.fromString(text));
    }

    public static ActionId random() {
        return new ActionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return actionId.toString();
    }
}
