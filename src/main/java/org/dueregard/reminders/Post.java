package org.dueregard.reminders;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the letters that wait, one after the other. The row of a letter is held while it is sent, so two nodes never send
 * the same. A node that dies between the mail server's answer and its own commit sends it once more, with the same
 * message id, by which mailboxes know it for the same.
 */
@Component
class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    /** How long to wait after each failed try; the last holds for all that follow. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

    private static final Duration GIVE_UP_AFTER = Duration.ofDays(2);

    private static final int LONGEST_OUTCOME = 500;

    private final ObjectProvider<JavaMailSender> server;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String from;
    private final String host;
    private final Clock clock;

    Post(
            ObjectProvider<JavaMailSender> server,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Value("${dueregard.address}") URI address,
            @Value("${dueregard.mail.from:}") String from,
            Clock clock) {
        this.server = server;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.host = address.getHost();
        this.from = from.isBlank() ? "due-regard@" + host : from;
        this.clock = clock;
    }

    private record Waiting(UUID id, String address, String subject, String body, Instant writtenAt, int tries) {}

    @Scheduled(
            fixedDelayString = "${dueregard.reminders.every:60s}",
            initialDelayString = "${dueregard.reminders.after:20s}")
    void sendWhatWaits() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> sendNext()));
        }
    }

    private boolean sendNext() {
        Optional<Waiting> next = jdbc.sql("""
                        select * from letter where state = 'WAITING' and next_try_at <= :now
                        order by next_try_at limit 1 for update skip locked""")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Waiting(
                        row.getObject("letter_id", UUID.class),
                        row.getString("address"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getTimestamp("written_at").toInstant(),
                        row.getInt("tries")))
                .optional();
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(Waiting letter) {
        JavaMailSender mail = server.getIfAvailable();
        if (mail == null) {
            settle(letter, Letter.State.UNSENT, null);
            return;
        }
        try {
            mail.send(message(mail, letter));
            settle(letter, Letter.State.SENT, null);
        } catch (MailException | MessagingException notTaken) {
            boolean givenUp = notTaken instanceof MailParseException
                    || letter.writtenAt().plus(GIVE_UP_AFTER).isBefore(clock.instant());
            LOG.warn("Letter {} was not taken by the mail server, try {}", letter.id(), letter.tries() + 1, notTaken);
            String why = String.valueOf(notTaken.getMessage());
            String outcome = why.substring(0, Math.min(why.length(), LONGEST_OUTCOME));
            if (givenUp) {
                settle(letter, Letter.State.FAILED, outcome);
            } else {
                tryAgain(letter, outcome);
            }
        }
    }

    private MimeMessage message(JavaMailSender mail, Waiting letter) throws MessagingException {
        String id = "<" + letter.id() + "@" + host + ">";
        MimeMessage message = new MimeMessage(mail.createMimeMessage().getSession()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(from);
        message.setRecipients(MimeMessage.RecipientType.TO, letter.address());
        message.setSubject(letter.subject(), "UTF-8");
        message.setText(letter.body(), "UTF-8");
        message.setSentDate(java.util.Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private void settle(Waiting letter, Letter.State state, @Nullable String outcome) {
        jdbc.sql("update letter set state = :state, tries = tries + 1, settled_at = :now, outcome = :outcome"
                        + " where letter_id = :letter")
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("outcome", outcome, Types.VARCHAR)
                .param("letter", letter.id())
                .update();
    }

    private void tryAgain(Waiting letter, String outcome) {
        Duration pause = PAUSES.get(Math.min(letter.tries(), PAUSES.size() - 1));
        jdbc.sql(
                        "update letter set tries = tries + 1, next_try_at = :next, outcome = :outcome where letter_id = :letter")
                .param("next", Timestamp.from(clock.instant().plus(pause)))
                .param("outcome", outcome)
                .param("letter", letter.id())
                .update();
    }
}
