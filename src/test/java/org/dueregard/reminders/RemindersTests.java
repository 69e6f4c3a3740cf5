package org.dueregard.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.exchange.CouncilCopy;
import org.dueregard.site.When;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** Owners are told what is theirs, once, whatever happens to the mail server or to one of several nodes. */
@ProductTest
class RemindersTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final URI ADDRESS = URI.create("https://equality.wandle.example");

    @Autowired
    ApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MessageSource messages;

    @Autowired
    When when;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private CouncilCopy council;
    private UUID owed;
    private LocalDate dueOn;

    @BeforeEach
    void load() {
        council = CouncilCopy.in(product);
        owed = council.owed("OPEN", CouncilCopy.UNIT);
        dueOn = jdbc.sql("select due_on from return where return_id = ?")
                .param(owed)
                .query(LocalDate.class)
                .single();
        change(
                "update return set state = 'DRAFT', sent_back_at = null, sent_back_reason = null where return_id = ?",
                owed);
        server.start();
    }

    @AfterEach
    void stop() {
        change(
                "delete from reminder_told where person_id in (select person_id from person where organisation_id = ?)",
                council.organisation().organisationId());
        change(
                "delete from letter where organisation_id = ?",
                council.organisation().organisationId());
        server.stop();
    }

    @Test
    void aWeekBeforeTheOwnerIsToldOfEverythingThatIsTheirsInOneMessageThatLeadsThere() throws Exception {
        alsoGiveThem("Primary Standards");

        writer(dueOn.minusDays(7), 9).write();

        List<String> letters = bodies();
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0))
                .contains(
                        CouncilCopy.UNIT, "Primary Standards", ADDRESS + "/returns/" + owed, ADDRESS + "/your-e-mails");

        post(sender(), at(dueOn.minusDays(7), 9)).sendWhatWaits();
        MimeMessage[] received = received();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("2 of your updates are due within a week");
        assertThat(GreenMailUtil.getBody(received[0])).contains("/returns/" + owed);
        assertThat(received[0].getAllRecipients()[0]).hasToString(council.email(Role.SERVICE_MANAGER));
    }

    @Test
    void nobodyIsToldTwice() {
        Writer writer = writer(dueOn, 9);
        writer.write();
        writer.write();
        writer(dueOn, 17).write();
        assertThat(bodies()).hasSize(1);

        writer(dueOn.plusDays(1), 9).write();
        writer(dueOn.plusDays(4), 9).write();
        assertThat(subjects()).hasSize(2).last().asString().contains("late");
        writer(dueOn.plusDays(8), 9).write();
        assertThat(bodies()).hasSize(3);
    }

    @Test
    void nothingGoesOutAtNightButWhatBecameOfAReturn() {
        writer(dueOn, 3).write();
        assertThat(bodies()).isEmpty();

        Instant night = at(dueOn, 3).instant();
        change(
                "update return set state = 'SENT_BACK', sent_back_at = '" + night
                        + "', sent_back_by = 'Policy Officer',"
                        + " sent_back_reason = 'The figure is last year''s' where return_id = ?",
                owed);
        writer(dueOn, 3).write();
        assertThat(bodies()).singleElement().asString().contains("Policy Officer wrote: The figure is last year's");
    }

    @Test
    void whoHandedInIsNotReminded() {
        change("update return set state = 'SUBMITTED' where return_id = ?", owed);
        writer(dueOn.minusDays(3), 9).write();
        writer(dueOn, 9).write();
        writer(dueOn.plusDays(2), 9).write();
        assertThat(bodies()).isEmpty();
    }

    @Test
    void whoChoseFewerLettersGetsFewer() {
        jdbc.sql(
                        "insert into letter_unwanted (person_id, kind) select person_id, 'WEEK_BEFORE' from person where email = ?")
                .param(council.email(Role.SERVICE_MANAGER))
                .update();
        writer(dueOn.minusDays(7), 9).write();
        assertThat(bodies()).isEmpty();
        writer(dueOn, 9).write();
        assertThat(bodies()).hasSize(1);
    }

    @Test
    void severalNodesWriteAndSendEachLetterOnce() {
        List<CompletableFuture<Void>> nodes = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.runAsync(() -> {
                    writer(dueOn, 9).write();
                    post(sender(), at(dueOn, 9)).sendWhatWaits();
                }))
                .toList();
        nodes.forEach(CompletableFuture::join);
        post(sender(), at(dueOn, 9)).sendWhatWaits();

        assertThat(bodies()).hasSize(1);
        assertThat(received()).hasSize(1);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void aMailServerThatIsDownDelaysLettersAndLosesNone() {
        writer(dueOn, 9).write();
        JavaMailSenderImpl dead = sender();
        dead.setPort(1);
        post(dead, at(dueOn, 9)).sendWhatWaits();
        assertThat(states()).containsExactly("WAITING");
        assertThat(jdbc.sql("select outcome from letter where organisation_id = ?")
                        .param(council.organisation().organisationId())
                        .query(String.class)
                        .single())
                .isNotBlank();

        post(sender(), at(dueOn, 9)).sendWhatWaits();
        assertThat(received()).as("not before the pause is over").isEmpty();
        post(sender(), Clock.offset(at(dueOn, 9), Duration.ofMinutes(2))).sendWhatWaits();
        assertThat(received()).hasSize(1);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void whatWasTriedForTwoDaysIsGivenUpAndSaysWhy() {
        writer(dueOn, 9).write();
        JavaMailSenderImpl dead = sender();
        dead.setPort(1);
        post(dead, at(dueOn.plusDays(3), 9)).sendWhatWaits();
        assertThat(states()).containsExactly("FAILED");
    }

    @Test
    void withoutAMailServerLettersAreKeptAndSayThatNoneWent() {
        writer(dueOn, 9).write();
        post(null, at(dueOn, 9)).sendWhatWaits();
        assertThat(states()).containsExactly("UNSENT");
    }

    private void alsoGiveThem(String unit) {
        jdbc.sql("""
                        insert into role_held (role_held_id, person_id, role, unit_id, given_at)
                        select gen_random_uuid(), person_id, 'SERVICE_MANAGER', unit_id, now() from person, unit
                        where email = :email and unit.name = :unit and unit.organisation_id = :organisation""")
                .param("email", council.email(Role.SERVICE_MANAGER))
                .param("unit", unit)
                .param("organisation", council.organisation().organisationId())
                .update();
        change("update return set state = 'DRAFT' where return_id = ?", council.owed("OPEN", unit));
    }

    private Writer writer(LocalDate day, int hour) {
        return new Writer(jdbc, transactions, messages, when, ADDRESS, at(day, hour));
    }

    private static Clock at(LocalDate day, int hour) {
        return Clock.fixed(day.atTime(LocalTime.of(hour, 0)).atZone(LONDON).toInstant(), LONDON);
    }

    private Post post(JavaMailSender sender, Clock clock) {
        ObjectProvider<JavaMailSender> provider = new ObjectProvider<>() {
            @Override
            public JavaMailSender getIfAvailable() {
                return sender;
            }
        };
        return new Post(provider, jdbc, transactions, ADDRESS, "", clock);
    }

    private JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        return sender;
    }

    /** Of this council: other tests' letters may wait in the same database. */
    private MimeMessage[] received() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> GreenMailUtil.getWholeMessage(message).contains(council.email(Role.SERVICE_MANAGER)))
                .toArray(MimeMessage[]::new);
    }

    private List<String> bodies() {
        return column("body");
    }

    private List<String> subjects() {
        return column("subject");
    }

    private List<String> states() {
        return column("state");
    }

    private List<String> column(String name) {
        return jdbc.sql("select " + name
                        + " from letter join person using (person_id) where email = ? order by written_at")
                .param(Objects.requireNonNull(council.email(Role.SERVICE_MANAGER)))
                .query(String.class)
                .list();
    }

    private void change(String sql, UUID of) {
        jdbc.sql(sql).param(of).update();
    }
}
