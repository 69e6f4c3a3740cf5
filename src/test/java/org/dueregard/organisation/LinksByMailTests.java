package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.organisation.Councils.Council;
import org.dueregard.organisation.Councils.Somebody;
import org.dueregard.organisation.Visitor.Page;
import org.dueregard.organisation.model.Administration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

/** What is different where there is a mail server; has a context of its own for it. */
@ProductTest
class LinksByMailTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Administration administration;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    JavaMailSender server;

    Councils councils;
    Council council;
    Visitor administrator;

    @BeforeEach
    void signIn() throws Exception {
        councils = new Councils(administration, jdbc);
        council = councils.council();
        administrator = council.administrator().signedIn(mvc);
    }

    Page addPerson(String email) throws Exception {
        return administrator.follow(administrator.send(
                administrator.open("/people/new"),
                "/people",
                "post",
                "Early Years Manager",
                "email",
                email,
                "role",
                "POLICY_OFFICER",
                "unit",
                "council"));
    }

    List<SimpleMailMessage> letters() {
        ArgumentCaptor<SimpleMailMessage> letters = ArgumentCaptor.forClass(SimpleMailMessage.class);
        verify(server, atLeast(0)).send(letters.capture());
        return letters.getAllValues();
    }

    List<SimpleMailMessage> lettersTo(String email) {
        return letters().stream()
                .filter(letter ->
                        List.of(Objects.requireNonNull(letter.getTo())).contains(email))
                .toList();
    }

    static String linkIn(SimpleMailMessage letter) {
        Matcher link = Pattern.compile("http://localhost:8080(/password/\\S+)")
                .matcher(Objects.requireNonNull(letter.getText()));
        assertThat(link.find()).as(letter.getText()).isTrue();
        return link.group(1);
    }

    @Test
    void mailsTheLinkAndSaysSo() throws Exception {
        String email = Councils.anyEmail();

        Page page = addPerson(email);

        assertThat(page.text()).contains("A link to choose a password was e-mailed to " + email);
        assertThat(page.html().getElementById("link")).isNull();
        assertThat(lettersTo(email)).singleElement().satisfies(letter -> {
            assertThat(letter.getText()).contains("Early Years Manager", "Wandle Borough Council", "3 days");
            assertThat(letter.getFrom()).isEqualTo("due-regard@localhost");
            assertThat(new Visitor(mvc).open(linkIn(letter)).status()).isEqualTo(200);
        });
    }

    @Test
    void keepsThePersonAndShowsTheLinkWhenTheMailServerFails() throws Exception {
        doThrow(new MailSendException("Down")).when(server).send(any(SimpleMailMessage.class));
        String email = Councils.anyEmail();

        Page page = addPerson(email);

        assertThat(page.text()).contains("The mail server did not take the e-mail to " + email);
        String link = Objects.requireNonNull(page.html().getElementById("link")).val();
        assertThat(new Visitor(mvc)
                        .open(link.replace("http://localhost:8080", ""))
                        .status())
                .isEqualTo(200);
        assertThat(administrator.open("/people").text()).contains(email);
    }

    @Test
    void sendsALinkToWhoeverForgotTheirPassword() throws Exception {
        Somebody officer = councils.add(council.id(), "Policy Officer", Role.POLICY_OFFICER, null);
        Visitor visitor = new Visitor(mvc, "198.51.100.1");

        Page sent = visitor.follow(ask(visitor, officer.email().toUpperCase()));

        assertThat(sent.text()).contains("If somebody signs in with this address");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !lettersTo(officer.email()).isEmpty());
        String link = linkIn(lettersTo(officer.email()).get(0));
        assertThat(visitor.send(visitor.open(link), link, "password", "another long password 7")
                        .leadsTo())
                .isEqualTo("/sign-in?password-chosen");
        assertThat(visitor.signIn(officer.email(), "another long password 7").leadsTo())
                .isEqualTo("/");
    }

    @Test
    void answersTheSameAboutAnAddressThatNobodyHas() throws Exception {
        Visitor visitor = new Visitor(mvc, "198.51.100.2");

        Page known = visitor.follow(ask(visitor, council.administrator().email()));
        Page unknown = visitor.follow(ask(visitor, Councils.anyEmail()));

        assertThat(unknown.html().select("main").text())
                .isEqualTo(known.html().select("main").text());
    }

    @Test
    void sendsThreeLinksToOneAddressAndNoMore() throws Exception {
        Somebody officer = councils.add(council.id(), "Policy Officer", Role.POLICY_OFFICER, null);
        for (int wish = 0; wish < 5; wish++) {
            Visitor visitor = new Visitor(mvc, "198.51.100.1" + wish);
            assertThat(ask(visitor, officer.email()).leadsTo()).isEqualTo("/forgotten-password?sent");
        }

        await().atMost(Duration.ofSeconds(10))
                .until(() -> lettersTo(officer.email()).size() >= 3);
        // whatever else was on its way would have arrived with the next person's
        Somebody other = councils.add(council.id(), "Chair", Role.CHAIR, null);
        ask(new Visitor(mvc, "198.51.100.3"), other.email());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !lettersTo(other.email()).isEmpty());
        assertThat(lettersTo(officer.email())).hasSize(3);
    }

    @Test
    void refusesWhatIsNoAddress() throws Exception {
        Page refused = ask(new Visitor(mvc), "nobody");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problemOf("email")).contains("in the right form");
        assertThat(refused.valueOf("email")).isEqualTo("nobody");
    }

    static Page ask(Visitor visitor, String email) throws Exception {
        return visitor.send(visitor.open("/forgotten-password"), "/forgotten-password", "email", email);
    }
}
