package org.dueregard.reporting;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a reporting round. */
@Embeddable
public record RoundId(UUID roundId) implements Serializable {

    public static RoundId of(String text) {
        return new RoundId(UUID.fromString(text));
    }

    public static RoundId random() {
        return new RoundId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return roundId.toString();
    }
}
