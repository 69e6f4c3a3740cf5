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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that work once and for a while: to choose a password, and to become the first administrator. */
@Component
public class OneTimeLinks {

    /** How long somebody who was sent a link has before they have to see to it. */
    public static final Duration VALID = Duration.ofDays(3);

    /** How long somebody who asked for a link waits for it. */
    public static final Duration VALID_WHEN_ASKED_FOR = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String address;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinks(JdbcClient jdbc, Clock clock, @Value("${dueregard.address}") String address) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    /** The link in which a token for a password is sent. */
    public String toPassword(String token) {
        return address + "/password/" + token;
    }

    /** The link in which the first administrator's token is logged. */
    public String toFirstAdministrator(String token) {
        return address + "/first-administrator/" + token;
    }

    /** A new token by which the person chooses a password; earlier ones of theirs stop working. */
    public String forPassword(PersonId person, Duration valid) {
        stop(person);
        return issue("SET_PASSWORD", person.personId(), valid);
    }

    /** Whatever links the person still has stop working. */
    public void stop(PersonId person) {
        jdbc.sql("update one_time_link set used_at = :now where person_id = :person and used_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person.personId())
                .update();
    }

    /** A new token by which the first administrator comes in; earlier ones stop working. */
    public String forFirstAdministrator() {
        jdbc.sql("delete from one_time_link where purpose = 'FIRST_ADMINISTRATOR'")
                .update();
        return issue("FIRST_ADMINISTRATOR", null, VALID);
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

    private String issue(String purpose, @Nullable UUID person, Duration valid) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = clock.instant().plus(valid);
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
