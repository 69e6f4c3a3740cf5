package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Objects;
import org.dueregard.ProductTest;
import org.dueregard.organisation.Councils.Council;
import org.dueregard.organisation.Visitor.Page;
import org.dueregard.organisation.model.Administration;
import org.dueregard.organisation.model.SignInPace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class SigningInTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Administration administration;

    @Autowired
    SignInPace pace;

    @Autowired
    JdbcClient jdbc;

    Council council;

    @BeforeEach
    void makeCouncil() {
        council = new Councils(administration, jdbc).council();
    }

    @Test
    void answersAWrongPasswordAndAnUnknownAddressAlike() throws Exception {
        Visitor visitor = new Visitor(mvc);
        Page wrong = visitor.signIn(council.administrator().email(), "not the password");
        Page unknown = visitor.signIn(Councils.anyEmail(), "not the password");

        assertThat(wrong.leadsTo()).isEqualTo(unknown.leadsTo()).isEqualTo("/sign-in?refused");
        String first = visitor.follow(wrong).html().select("main").text();
        assertThat(first).contains("Check your e-mail address and password.");
        assertThat(visitor.follow(unknown).html().select("main").text()).isEqualTo(first);
    }

    @Test
    void slowsTheEleventhGuessDownAndNobodyElse() throws Exception {
        String email = council.administrator().email();
        Visitor guessing = new Visitor(mvc, "192.0.2.66");
        for (int guess = 1; guess <= 10; guess++) {
            assertThat(guessing.signIn(email, "guess " + guess).leadsTo()).isEqualTo("/sign-in?refused");
        }

        assertThat(guessing.signIn(email, Councils.PASSWORD).leadsTo()).isEqualTo("/sign-in?refused");
        assertThat(new Visitor(mvc, "192.0.2.77")
                        .signIn(email, Councils.PASSWORD)
                        .leadsTo())
                .isEqualTo("/");
    }

    @Test
    void letsTheTenthTryIn() throws Exception {
        String email = council.administrator().email();
        Visitor forgetful = new Visitor(mvc, "192.0.2.88");
        for (int guess = 1; guess <= 9; guess++) {
            forgetful.signIn(email, "guess " + guess);
        }

        assertThat(forgetful.signIn(email, Councils.PASSWORD).leadsTo()).isEqualTo("/");
    }

    @Test
    void forgetsTriesThatNoLongerCount() throws Exception {
        String email = council.administrator().email();
        new Visitor(mvc, "192.0.2.99").signIn(email, "a guess");
        pace.forgetWhatIsOver();
        assertThat(bucketsOf("192.0.2.99")).isEqualTo(2);

        jdbc.sql("update sign_in_bucket set expires_at = 1 where id like '%192.0.2.99'")
                .update();
        pace.forgetWhatIsOver();
        assertThat(bucketsOf("192.0.2.99")).isZero();
    }

    private int bucketsOf(String address) {
        return jdbc.sql("select count(*) from sign_in_bucket where id like '%' || ?")
                .param(address)
                .query(Integer.class)
                .single();
    }

    @Test
    void givesTheSessionAnotherIdAtSignIn() throws Exception {
        Visitor visitor = new Visitor(mvc);
        Page page = visitor.open("/sign-in");
        String before = visitor.session();
        assertThat(before).isNotNull();

        visitor.send(page, "/sign-in", "email", council.administrator().email(), "password", Councils.PASSWORD);

        assertThat(visitor.session()).isNotNull().isNotEqualTo(before);
        assertThat(visitor.open("/people").status()).isEqualTo(200);
    }

    @Test
    void tellsBrowsersWhatNotToDoWithItsPages() throws Exception {
        MockHttpServletResponse people =
                council.administrator().signedIn(mvc).open("/people").response();
        assertThat(people.getHeader("Cache-Control")).contains("no-store");
        for (MockHttpServletResponse page : new MockHttpServletResponse[] {
            people, new Visitor(mvc).open("/sign-in").response()
        }) {
            assertThat(page.getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.getHeader("X-Frame-Options")).isEqualTo("DENY");
            assertThat(page.getHeader("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(page.getHeader("Permissions-Policy")).contains("camera=()");
        }
        assertThat(new Visitor(mvc)
                        .open("/sign-in")
                        .response()
                        .getHeaders("Set-Cookie")
                        .toString())
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void signsOut() throws Exception {
        Visitor visitor = council.administrator().signedIn(mvc);
        Page page = visitor.open("/people");

        assertThat(visitor.send(page, "/sign-out").leadsTo()).isEqualTo("/sign-in?signed-out");
        assertThat(visitor.open("/people").leadsTo()).endsWith("/sign-in");
    }

    @Test
    void writesDownOnceAMinuteThatASessionIsInUse() throws Exception {
        Visitor visitor = council.administrator().signedIn(mvc);
        visitor.open("/people");
        long written = lastUse(visitor);

        visitor.open("/people");
        assertThat(lastUse(visitor)).isEqualTo(written);

        jdbc.sql("update spring_session set last_access_time = last_access_time - 60000 where session_id = ?")
                .param(id(visitor))
                .update();
        visitor.open("/people");
        assertThat(lastUse(visitor)).isGreaterThanOrEqualTo(written);
    }

    private long lastUse(Visitor visitor) {
        return jdbc.sql("select last_access_time from spring_session where session_id = ?")
                .param(id(visitor))
                .query(Long.class)
                .single();
    }

    private static String id(Visitor visitor) {
        return new String(Base64.getDecoder().decode(Objects.requireNonNull(visitor.session())));
    }
}
