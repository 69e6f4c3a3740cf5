package org.dueregard.reporting;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies what one owner owes in one round. */
@Embeddable
public record ReturnId(UUID returnId) implements Serializable {

    public static ReturnId of(String text) {
        return new ReturnId(UUID.fromString(text));
    }

    public static ReturnId random() {
        return new ReturnId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return returnId.toString();
    }
}
