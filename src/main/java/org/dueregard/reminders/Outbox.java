package org.dueregard.reminders;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where letters wait from the transaction that writes them until {@link Post} has sent them. */
@Component
class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody who gets a letter. */
    record Addressee(UUID person, String email, UUID organisation) {}

    UUID put(Addressee to, Occasion about, String subject, String body) {
        UUID letter = UUID.randomUUID();
        jdbc.sql("""
                        insert into letter (letter_id, organisation_id, person_id, kind, address, subject, body, written_at,
                            state, next_try_at)
                        values (:letter, :organisation, :person, :kind, :address, :subject, :body, :now, 'WAITING', :now)""")
                .param("letter", letter)
                .param("organisation", to.organisation())
                .param("person", to.person())
                .param("kind", about.name())
                .param("address", to.email())
                .param("subject", subject)
                .param("body", body)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return letter;
    }
}
