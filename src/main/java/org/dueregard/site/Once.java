package org.dueregard.site;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One sending of one form. Its change and its key are kept in one transaction: sent again with the same content, however
 * often and however much at the same time, the form changes nothing more and gets the answer of the first.
 */
public final class Once {

    private final UUID key;
    private final String sentBy;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Once(UUID key, String sentBy, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.key = key;
        this.sentBy = sentBy;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes the change unless it was made before.
     *
     * @param change makes the change and says where to go next
     */
    public String perform(Supplier<String> change) {
        return transaction.execute(status -> {
            int first = jdbc.sql("insert into form_sent (form_key, sent_by, sent_at) values (:key, :by, :at)"
                            + " on conflict do nothing")
                    .param("key", key)
                    .param("by", sentBy)
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            if (first == 0) {
                Optional<String> answer = jdbc.sql("select answer from form_sent where form_key = :key")
                        .param("key", key)
                        .query(String.class)
                        .optional();
                return answer.orElse("redirect:/");
            }
            String answer = change.get();
            jdbc.sql("update form_sent set answer = :answer where form_key = :key")
                    .param("answer", answer)
                    .param("key", key)
                    .update();
            return answer;
        });
    }
}
