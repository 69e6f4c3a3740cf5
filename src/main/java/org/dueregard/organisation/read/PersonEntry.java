package org.dueregard.organisation.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dueregard.access.Role;
import org.dueregard.organisation.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person as administrators see them.
 *
 * @param hasPassword whether they have followed a link and chosen one
 * @param linkUntil until when the link that they have not used yet works; null when there is none
 * @param endedAt when their access ended; null while they have it
 * @param roles those that have not ended
 * @param apiKeys how many keys work that they made for programs
 * @param apiKeyUsedAt when one of these was used last; null when none ever was
 */
public record PersonEntry(
        PersonId id,
        String post,
        String email,
        boolean hasPassword,
        boolean demonstration,
        @Nullable Instant linkUntil,
        Instant createdAt,
        @Nullable Instant endedAt,
        List<Held> roles,
        int apiKeys,
        @Nullable Instant apiKeyUsedAt) {

    /**
     * A role that the person holds.
     *
     * @param unit the name of the unit for which and below which it holds; null for the whole council
     * @param namedBy the post of the owner whose delegate they are; null where the role is their own
     * @param until the last day as a delegate; null where no end was set
     */
    public record Held(
            UUID id,
            Role role,
            @Nullable String unit,
            @Nullable String namedBy,
            @Nullable LocalDate until) {}

    public boolean hasAccess() {
        return endedAt == null;
    }
}
