package org.dueregard.organisation.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dueregard.access.Role;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recognises programs by the token that they bear, and gives them the rights that its maker has at this moment. */
@Component
public class KeyBearers {

    private static final Logger LOG = LoggerFactory.getLogger(KeyBearers.class);

    /** Every use would be a write to the disk; to the minute is enough to see which keys are still in use. */
    private static final Duration WRITTEN_DOWN_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    KeyBearers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A program that was let in.
     *
     * @param by the person in whose name it acts
     * @param name what that person called the key
     */
    public record Bearer(SignedIn by, UUID key, String name, LocalDate expiresOn) {}

    private record Found(Bearer bearer, @Nullable Instant lastUsedAt) {}

    /** Empty when no key has this token, or the one that has it works no longer. */
    public Optional<Bearer> of(KeyToken token) {
        Instant now = clock.instant();
        Optional<Found> found = jdbc.sql("""
                        select key.api_key_id, key.name, key.expires_on, key.last_used_at, person.person_id,
                            person.organisation_id, person.post, organisation.name as council,
                            array(select distinct held.role from role_held held
                                where held.person_id = person.person_id and held.ended_at is null) as roles
                        from api_key key
                        join person on person.person_id = key.person_id and person.ended_at is null
                        join organisation on organisation.organisation_id = person.organisation_id
                        where key.token_hash = :hash and key.revoked_at is null and key.expires_on >= :today""")
                .param("hash", token.hash())
                .param("today", LocalDate.now(clock))
                .query((row, number) -> found(row))
                .optional();
        found.filter(known -> isDue(known.lastUsedAt(), now)).ifPresent(known -> noteUse(known.bearer(), now));
        return found.map(Found::bearer);
    }

    private static Found found(ResultSet row) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        SignedIn by = new SignedIn(
                new PersonId(row.getObject("person_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("council"),
                row.getString("post"),
                roles);
        Timestamp used = row.getTimestamp("last_used_at");
        return new Found(
                new Bearer(
                        by,
                        row.getObject("api_key_id", UUID.class),
                        row.getString("name"),
                        row.getObject("expires_on", LocalDate.class)),
                used == null ? null : used.toInstant());
    }

    private static boolean isDue(@Nullable Instant lastUsedAt, Instant now) {
        return lastUsedAt == null || !lastUsedAt.plus(WRITTEN_DOWN_EVERY).isAfter(now);
    }

    private void noteUse(Bearer bearer, Instant now) {
        // several requests may find at the same moment that a minute is over
        int noted = jdbc.sql("update api_key set last_used_at = :now where api_key_id = :key"
                        + " and (last_used_at is null or last_used_at <= :due)")
                .param("now", Timestamp.from(now))
                .param("key", bearer.key())
                .param("due", Timestamp.from(now.minus(WRITTEN_DOWN_EVERY)))
                .update();
        if (noted == 1) {
            LOG.info("API key {} of person {} in use", bearer.key(), bearer.by().person());
        }
    }
}
