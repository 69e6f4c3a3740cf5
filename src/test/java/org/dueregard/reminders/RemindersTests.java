package org.dueregard.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.sql.Timestamp;
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
                "delete from remark_told where person_id in (select person_id from person where organisation_id = ?)",
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

    @Test
    void whoGetsMoreTimeIsRemindedBeforeTheNewDayToo() {
        writer(dueOn.minusDays(7), 9).write();
        writer(dueOn, 9).write();
        assertThat(subjects()).hasSize(2);
        LocalDate later = dueOn.plusDays(20);
        change("update return set due_on = '" + later + "' where return_id = ?", owed);

        writer(later.minusDays(10), 9).write();
        assertThat(subjects()).as("ten days before").hasSize(2);
        writer(later.minusDays(7), 9).write();
        writer(later, 9).write();
        writer(later.plusDays(1), 9).write();
        assertThat(subjects()).hasSize(5);
        assertThat(subjects().subList(2, 5))
                .satisfiesExactly(
                        week -> assertThat(week).contains("is due on"),
                        day -> assertThat(day).contains("is due today"),
                        late -> assertThat(late).contains("is late"));
    }

    @Test
    void aReminderByHandGoesOutAtAnyHourOnceAndToThoseWhoChoseFewerToo() {
        jdbc.sql("insert into letter_unwanted (person_id, kind) select person_id, 'LATE' from person where email = ?")
                .param(council.email(Role.SERVICE_MANAGER))
                .update();
        LocalDate day = dueOn.minusDays(12);
        remindByHand(at(day, 3).instant());
        writer(day, 3).write();
        writer(day, 4).write();
        assertThat(bodies()).singleElement().asString().contains("Asked for by Policy Officer", "/returns/" + owed);

        remindByHand(at(day.plusDays(1), 10).instant());
        writer(day.plusDays(1), 10).write();
        assertThat(bodies()).as("asked for again").hasSize(2);
    }

    private void remindByHand(Instant at) {
        change(
                "update return set reminded_by = 'Policy Officer', reminded_at = '" + at + "' where return_id = ?",
                owed);
    }

    @Test
    void whatIsSaidAboutAnItemReachesItsOwnerOnceADay() {
        UUID node = itemOf(owed);
        say(node, Role.REVIEWER, "Comment", false, at(dueOn, 9).instant());
        say(node, Role.REVIEWER, "Why so few?", true, at(dueOn, 10).instant());
        say(node, Role.SERVICE_MANAGER, "My own words", false, at(dueOn, 10).instant());

        digest(dueOn, 7).write();
        assertThat(bodies()).as("before the morning").isEmpty();
        digest(dueOn, 11).write();
        digest(dueOn, 12).write();
        assertThat(bodies())
                .singleElement()
                .asString()
                .contains("Member, ECCA group writes: Comment", "Member, ECCA group asks: Why so few?")
                .contains(ADDRESS + "/items/" + node + "/remarks")
                .doesNotContain("My own words");

        say(node, Role.REVIEWER, "One more", false, at(dueOn, 13).instant());
        digest(dueOn, 14).write();
        assertThat(bodies()).as("once a day at most").hasSize(1);
        digest(dueOn.plusDays(1), 9).write();
        assertThat(bodies()).hasSize(2).last().asString().contains("One more").doesNotContain("Why so few?");
    }

    @Test
    void whoAskedIsToldOfTheAnswer() {
        UUID node = itemOf(owed);
        say(node, Role.REVIEWER, "Why so few?", true, at(dueOn, 9).instant());
        jdbc.sql("update remark set answer = 'Two schools closed', answered_by = ?, answered_at = ? where node_id = ?"
                        + " and words = 'Why so few?'")
                .params(
                        CouncilCopy.UNIT + " Manager",
                        Timestamp.from(at(dueOn, 10).instant()),
                        node)
                .update();

        digest(dueOn, 11).write();

        assertThat(jdbc.sql("select body from letter join person using (person_id) where email = ?")
                        .param(council.email(Role.REVIEWER))
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains(CouncilCopy.UNIT + " Manager answers: Two schools closed")
                .doesNotContain("asks");
        assertThat(jdbc.sql("select count(*) from letter join person using (person_id) where email = ?")
                        .param(council.email(Role.CHAIR))
                        .query(Integer.class)
                        .single())
                .as("who takes no part")
                .isZero();
    }

    @Test
    void whoAskedAndLeftSinceIsNotToldOfTheAnswer() {
        UUID node = itemOf(owed);
        say(node, Role.REVIEWER, "Why so few?", true, at(dueOn, 9).instant());
        jdbc.sql("update remark set answer = 'Two schools closed', answered_by = ?, answered_at = ? where node_id = ?")
                .params(
                        CouncilCopy.UNIT + " Manager",
                        Timestamp.from(at(dueOn, 10).instant()),
                        node)
                .update();
        jdbc.sql("update person set ended_at = now() where email = ?")
                .param(council.email(Role.REVIEWER))
                .update();

        digest(dueOn, 11).write();

        assertThat(bodies()).as("the owner still is told of the question").hasSize(1);
        assertThat(jdbc.sql("select count(*) from letter join person using (person_id) where email = ?")
                        .param(council.email(Role.REVIEWER))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsDealtWithIsToldOfNoMore() {
        UUID node = itemOf(owed);
        say(node, Role.REVIEWER, "Never mind", false, at(dueOn, 9).instant());
        change("update remark set resolved_by = 'Chair', resolved_at = now() where node_id = ?", node);
        digest(dueOn, 11).write();
        assertThat(bodies()).isEmpty();
    }

    @Test
    void severalNodesTellOfARemarkOnce() {
        say(itemOf(owed), Role.REVIEWER, "Comment", false, at(dueOn, 9).instant());
        List<CompletableFuture<Void>> nodes = IntStream.range(0, 4)
                .mapToObj(node ->
                        CompletableFuture.runAsync(() -> digest(dueOn, 11).write()))
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(bodies()).hasSize(1);
    }

    private UUID itemOf(UUID owed) {
        return jdbc.sql("select node_id from return_item where return_id = ? order by node_id limit 1")
                .param(owed)
                .query(UUID.class)
                .single();
    }

    private void say(UUID node, Role role, String words, boolean question, Instant at) {
        jdbc.sql("""
                        insert into remark (remark_id, node_id, question, words, written_by, post, written_at)
                        select gen_random_uuid(), :node, :question, :words, person_id, post, :at from person
                        where email = :email""")
                .param("node", node)
                .param("question", question)
                .param("words", words)
                .param("at", Timestamp.from(at))
                .param("email", council.email(role))
                .update();
    }

    private RemarkDigest digest(LocalDate day, int hour) {
        Clock clock = at(day, hour);
        return new RemarkDigest(new Outbox(jdbc, clock), jdbc, transactions, messages, ADDRESS, clock);
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
        return new Writer(new Outbox(jdbc, at(day, hour)), jdbc, transactions, messages, when, ADDRESS, at(day, hour));
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
