package org.dueregard.organisation.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody who may sign in. Known by post, since plans outlive the people in the posts. */
@Entity
@Table(name = "person")
public class Person {

    @EmbeddedId
    private PersonId id;

    @Embedded
    private OrganisationId organisation;

    private String post;

    private String email;

    private @Nullable String passwordHash;

    private boolean demonstration;

    private Instant createdAt;

    private @Nullable Instant endedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    public Person(OrganisationId organisation, String post, String email, boolean demonstration, Instant now) {
        this.id = PersonId.random();
        this.organisation = organisation;
        this.post = post;
        this.email = email;
        this.demonstration = demonstration;
        this.createdAt = now;
    }

    public PersonId id() {
        return id;
    }

    public OrganisationId organisation() {
        return organisation;
    }

    public String post() {
        return post;
    }

    public String email() {
        return email;
    }

    /** Empty until the person has followed their one-time link. */
    public @Nullable String passwordHash() {
        return passwordHash;
    }

    /** Whether this is one of the demonstration's people, who are signed in with one click. */
    public boolean demonstration() {
        return demonstration && hasAccess();
    }

    public boolean hasAccess() {
        return endedAt == null;
    }

    public void choosePassword(String hash) {
        if (!hasAccess()) {
            throw new IllegalStateException("Access of person " + id + " has ended");
        }
        this.passwordHash = hash;
    }

    public void endAccess(Instant now) {
        if (hasAccess()) {
            this.endedAt = now;
            this.passwordHash = null;
        }
    }
}
