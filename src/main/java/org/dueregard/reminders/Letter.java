package org.dueregard.reminders;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail as it was written, and what became of it.
 *
 * @param post whom it is for
 * @param settledAt when it was sent or given up; null while it waits
 * @param outcome what the mail server said, or why nothing was sent; null when it went at the first try
 */
public record Letter(
        UUID id,
        String post,
        String address,
        Occasion about,
        String subject,
        String body,
        Instant writtenAt,
        State state,
        int tries,
        @Nullable Instant settledAt,
        @Nullable String outcome) {

    /** How far it came. */
    public enum State {
        /** To be sent, or to be tried again. */
        WAITING,
        SENT,
        /** Given up after two days of trying. */
        FAILED,
        /** No mail server is configured. */
        UNSENT
    }
}
