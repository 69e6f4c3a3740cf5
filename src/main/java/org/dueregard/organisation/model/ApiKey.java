package org.dueregard.organisation.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dueregard.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/** Lets a program act as the person who made it, until its last day or until somebody revokes it. */
@Entity
@Table(name = "api_key")
public class ApiKey {

    @Id
    private UUID apiKeyId;

    @Embedded
    private PersonId person;

    private String name;

    private byte[] tokenHash;

    private Instant madeAt;

    private LocalDate expiresOn;

    private @Nullable Instant revokedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    ApiKey(PersonId person, String name, KeyToken token, LocalDate expiresOn, Instant now) {
        this.apiKeyId = UUID.randomUUID();
        this.person = person;
        this.name = name;
        this.tokenHash = token.hash();
        this.madeAt = now;
        this.expiresOn = expiresOn;
    }

    UUID id() {
        return apiKeyId;
    }

    String name() {
        return name;
    }

    LocalDate expiresOn() {
        return expiresOn;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    boolean worksOn(LocalDate day) {
        return !isRevoked() && !day.isAfter(expiresOn);
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
