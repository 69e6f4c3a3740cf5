package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.organisation.Councils.Council;
import org.dueregard.organisation.Visitor.Form;
import org.dueregard.organisation.Visitor.Page;
import org.dueregard.organisation.model.Administration;
import org.dueregard.organisation.model.PasswordRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class PasswordTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Administration administration;

    @Autowired
    PasswordRules rules;

    @Autowired
    JdbcClient jdbc;

    Council council;
    PersonId person;
    String email;
    String link;

    @BeforeEach
    void makeLink() {
        council = new Councils(administration, jdbc).council();
        email = Councils.anyEmail();
        person = administration.addPerson(council.id(), null, "Early Years Manager", email);
        administration.giveRole(council.id(), null, person, Role.SERVICE_MANAGER, null);
        link = "/password/" + administration.passwordLink(council.id(), null, person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "Password1", "12345678", "qwertyuiop", "dueregard", "aaaaaaaaaaaaaaaa"})
    void refusesWhatEverybodyUses(String common) throws Exception {
        Visitor visitor = new Visitor(mvc);
        Page refused = visitor.send(visitor.open(link), link, "password", common);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problemOf("password")).contains("would be guessed quickly");
        assertThat(refused.valueOf("password")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"violet harbour ladder", "Tr0ub4dor&3-not", "ünïcödé schlüssel blume", "xK9#mQ2vLp"})
    void takesAnyOther(String good) {
        assertThat(rules.problem(good, email)).isEmpty();
    }

    @Test
    void knowsItsLimits() {
        assertThat(rules.problem("", email)).hasValue("organisation.password.missing");
        assertThat(rules.problem("xK9#mQ2", email)).hasValue("organisation.password.short");
        assertThat(rules.problem("xK9#mQ2v", email)).isEmpty();
        assertThat(rules.problem("xK9#mQ2vLp".repeat(20), email)).isEmpty();
        assertThat(rules.problem("xK9#mQ2vLp".repeat(20) + "x", email)).hasValue("organisation.password.long");
        assertThat(rules.problem(email.toUpperCase(), email)).hasValue("organisation.password.common");
        assertThat(rules.problem(email.replaceAll("@.*", ""), email)).hasValue("organisation.password.common");
    }

    @Test
    void leavesARefusedLinkWorking() throws Exception {
        Visitor visitor = new Visitor(mvc);
        Page refused = visitor.send(visitor.open(link), link, "password", "short");

        assertThat(visitor.send(refused, link, "password", Councils.PASSWORD).leadsTo())
                .isEqualTo("/sign-in?password-chosen");
    }

    @Test
    void answersTheSameFormSentTwiceTheSame() throws Exception {
        Visitor visitor = new Visitor(mvc);
        Form form = visitor.fill(visitor.open(link), link, "password", Councils.PASSWORD);

        assertThat(visitor.send(form).leadsTo()).isEqualTo("/sign-in?password-chosen");
        assertThat(visitor.send(form).leadsTo()).isEqualTo("/sign-in?password-chosen");
    }

    @Test
    void letsLinksRunOut() throws Exception {
        jdbc.sql("update one_time_link set expires_at = now() - interval '1 second' where person_id = ?")
                .param(person.personId())
                .update();

        Page over = new Visitor(mvc).open(link);

        assertThat(over.status()).isEqualTo(404);
        assertThat(over.text()).contains("This link no longer works");
    }

    @Test
    void sendsThoseWhoForgotToTheAdministratorWhereThereIsNoMailServer() throws Exception {
        Page page = new Visitor(mvc).open("/forgotten-password");

        assertThat(page.text()).contains("Ask your council’s administrator for a link");
        assertThat(page.html().select("main form")).isEmpty();
    }

    @Test
    void keepsOnlyHashes() {
        String token = link.substring("/password/".length());
        assertThat(jdbc.sql(
                                "select count(*) from one_time_link where position(convert_to(?, 'UTF8') in token_hash) > 0")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
