package org.dueregard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.access.Role;
import org.dueregard.exchange.CouncilCopy;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole product twice on one database, as behind a balancer. When one of the two dies, nobody notices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private ConfigurableApplicationContext one;
    private ConfigurableApplicationContext other;
    private CouncilCopy council;
    private UUID owed;
    private final Map<String, String> cookies = new HashMap<>();

    @BeforeAll
    void start() {
        mail.start();
        JdbcConnectionDetails database = TestDatabase.copy();
        one = node(database);
        council = CouncilCopy.in(one);
        owed = council.owed("OPEN", CouncilCopy.UNIT);
        other = node(database);
    }

    private ConfigurableApplicationContext node(JdbcConnectionDetails database) {
        return new SpringApplicationBuilder(DueRegardApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword(),
                        "--spring.datasource.hikari.maximum-pool-size=5",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mail.getSmtp().getPort(),
                        "--dueregard.reminders.every=50ms",
                        "--dueregard.reminders.after=0s");
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
        mail.stop();
    }

    /** Comes last, since one node does not live through it; two more would take ten seconds to start. */
    @Test
    @Order(2)
    void whoIsSignedInGoesOnAtTheOtherNodeWithEveryWordTyped() throws IOException {
        Document in = send(
                one,
                open(one, "/sign-in"),
                "form[action$=/sign-in]:has([name=email])",
                Map.of("email", council.email(Role.SERVICE_MANAGER), "password", CouncilCopy.PASSWORD));
        assertThat(in.text()).contains("Your updates");
        Document page = open(one, "/returns/" + owed);
        String box = narrative(page);
        send(one, page, "form#return", Map.of(box, "Typed while the first node was there"));

        one.close();

        Document goesOn = open(other, "/returns/" + owed);
        assertThat(Objects.requireNonNull(goesOn.getElementById(box)).val())
                .isEqualTo("Typed while the first node was there");

        // the page of the node that died is sent to the one that lives
        send(other, page, "form#return", Map.of(box, "Typed on the old page"));
        assertThat(Objects.requireNonNull(open(other, "/returns/" + owed).getElementById(box))
                        .val())
                .isEqualTo("Typed on the old page");
    }

    @Test
    @Order(1)
    void bothRemindAndNobodyHearsTwice() {
        JdbcClient jdbc = one.getBean(JdbcClient.class);
        List<UUID> people = jdbc.sql("""
                        update return set reminded_at = now(), reminded_by = 'Policy Officer', state = 'DRAFT'
                        where return_id = ? returning return_id""").param(owed).query(UUID.class).list();
        assertThat(people).hasSize(1);

        await().atMost(PATIENCE).until(() -> lettersByHand() > 0);
        await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> lettersByHand() == 1);

        assertThat(jdbc.sql("select count(*) from letter where kind = 'BY_HAND' and state = 'SENT'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private long lettersByHand() {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getSubject().contains("asked for");
                    } catch (jakarta.mail.MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .count();
    }

    private Document open(ConfigurableApplicationContext node, String path) throws IOException {
        return read(Jsoup.connect(address(node) + path));
    }

    /** Sends a form of the page to a node, whichever the page is from. */
    private Document send(ConfigurableApplicationContext node, Document page, String which, Map<String, String> typed)
            throws IOException {
        FormElement form = (FormElement) Objects.requireNonNull(page.selectFirst(which), which);
        Map<String, String> fields = new HashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        form.select("[type=radio][checked][value='']").forEach(none -> fields.put(none.attr("name"), ""));
        fields.putAll(typed);
        return read(Jsoup.connect(address(node) + form.attr("action").replaceAll("^https?://[^/]+", ""))
                .method(Connection.Method.POST)
                .data(fields));
    }

    private Document read(Connection connection) throws IOException {
        Connection.Response answer =
                connection.cookies(cookies).maxBodySize(0).followRedirects(true).execute();
        cookies.putAll(answer.cookies());
        return answer.parse();
    }

    private static String address(ConfigurableApplicationContext node) {
        return "http://localhost:" + node.getEnvironment().getProperty("local.server.port");
    }

    private static String narrative(Document page) {
        Element box = Objects.requireNonNull(page.selectFirst("textarea[name^=narrative-]"));
        return box.attr("name");
    }
}
