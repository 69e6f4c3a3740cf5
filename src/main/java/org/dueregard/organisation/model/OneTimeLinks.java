package org.dueregard.organisation.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.organisation.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that work once and for a while: to choose a password, and to become the first administrator. */
@Component
public class OneTimeLinks {

    private static final Duration VALID = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new token by which the person chooses a password; earlier ones of theirs stop working. */
    public String forPassword(PersonId person) {
        jdbc.sql("update one_time_link set used_at = :now where person_id = :person and used_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person.personId())
                .update();
        return issue("SET_PASSWORD", person.personId());
    }

    /** A new token by which the first administrator comes in; earlier ones stop working. */
    public String forFirstAdministrator() {
        jdbc.sql("delete from one_time_link where purpose = 'FIRST_ADMINISTRATOR'")
                .update();
        return issue("FIRST_ADMINISTRATOR", null);
    }

    /** Whose password the token is for; empty when it is unknown, used or too old. */
    public Optional<PersonId> personOf(String token) {
        return jdbc.sql("select person_id from one_time_link where token_hash = :hash and purpose = 'SET_PASSWORD'"
                        + " and used_at is null and expires_at > :now")
                .param("hash", hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }

    public boolean letsInFirstAdministrator(String token) {
        return jdbc.sql("select count(*) from one_time_link where token_hash = :hash"
                                + " and purpose = 'FIRST_ADMINISTRATOR' and used_at is null and expires_at > :now")
                        .param("hash", hash(token))
                        .param("now", Timestamp.from(clock.instant()))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Uses the token up; false when somebody else just did. */
    public boolean useUp(String token) {
        return jdbc.sql("update one_time_link set used_at = :now where token_hash = :hash and used_at is null"
                                + " and expires_at > :now")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("hash", hash(token))
                        .update()
                == 1;
    }

    private String issue(String purpose, @Nullable UUID person) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = clock.instant().plus(VALID);
        jdbc.sql("insert into one_time_link (token_hash, person_id, purpose, expires_at)"
                        + " values (:hash, :person, :purpose, :expires)")
                .param("hash", hash(token))
                .param("person", person, java.sql.Types.OTHER)
                .param("purpose", purpose)
                .param("expires", Timestamp.from(expires))
                .update();
        return token;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
