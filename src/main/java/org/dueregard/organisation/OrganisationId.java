package org.dueregard.organisation;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a council. */
@Embeddable
public record OrganisationId(UUID organisationId) implements Serializable {

    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    public static OrganisationId random() {
        return new OrganisationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return organisationId.toString();
    }
}
