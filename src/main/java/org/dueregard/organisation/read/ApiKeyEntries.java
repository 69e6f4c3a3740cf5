package org.dueregard.organisation.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dueregard.organisation.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads for a person which API keys they have. */
@Component
public class ApiKeyEntries {

    /** Of those that no longer work; older ones are found in the history. */
    private static final int MOST_ENDED = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiKeyEntries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A key.
     *
     * @param expiresOn the last day on which it works, unless it is revoked before
     * @param lastUsedAt to the minute; null when nobody ever used it
     */
    public record Entry(
            UUID id,
            String name,
            Instant madeAt,
            LocalDate expiresOn,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt,
            boolean works) {}

    /** Those that work, by name, then those that no longer do, the latest first. */
    public List<Entry> of(SignedIn by) {
        return jdbc.sql("""
                        select * from (
                            select key.*, row_number() over (partition by works order by made_at desc) as place
                            from (select *, revoked_at is null and expires_on >= :today as works
                                from api_key where person_id = :person) key) placed
                        where works or place <= :most
                        order by works desc, case when works then lower(name) end, made_at desc""")
                .param("today", LocalDate.now(clock))
                .param("person", by.person().personId())
                .param("most", MOST_ENDED)
                .query((row, number) -> new Entry(
                        row.getObject("api_key_id", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getObject("expires_on", LocalDate.class),
                        instant(row, "last_used_at"),
                        instant(row, "revoked_at"),
                        row.getBoolean("works")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
