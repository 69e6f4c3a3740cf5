package org.dueregard.organisation;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a person who uses the product. */
@Embeddable
public record PersonId(UUID personId) implements Serializable {

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return personId.toString();
    }
}
