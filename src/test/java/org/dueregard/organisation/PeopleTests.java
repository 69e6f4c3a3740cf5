package org.dueregard.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.ProductTest;
import org.dueregard.StatementCount;
import org.dueregard.access.Role;
import org.dueregard.organisation.Councils.Council;
import org.dueregard.organisation.Councils.Somebody;
import org.dueregard.organisation.Visitor.Form;
import org.dueregard.organisation.Visitor.Page;
import org.dueregard.organisation.model.Administration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class PeopleTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Administration administration;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCount statements;

    Councils councils;
    Council council;
    Visitor administrator;
    UnitId education;

    @BeforeEach
    void signIn() throws Exception {
        councils = new Councils(administration, jdbc);
        council = councils.council();
        education = administration.addUnit(council.id(), null, null, UnitKind.DEPARTMENT, "Education", "EDU");
        administrator = council.administrator().signedIn(mvc);
    }

    Form newPerson(String email) throws Exception {
        return administrator.fill(
                administrator.open("/people/new"),
                "/people",
                "post",
                "Early Years Manager",
                "email",
                email,
                "role",
                "SERVICE_MANAGER",
                "unit",
                education.toString());
    }

    String linkOn(Page page) {
        String link = Objects.requireNonNull(page.html().getElementById("link")).val();
        assertThat(link).startsWith("http://localhost:8080/password/");
        return link.substring("http://localhost:8080".length());
    }

    @Test
    void letsInWhoeverIsAdded() throws Exception {
        String email = Councils.anyEmail();
        Page added = administrator.follow(administrator.send(newPerson(email)));
        assertThat(added.text()).contains("Copy it now, it is not shown again.", "Service manager", "Education");

        Visitor person = new Visitor(mvc);
        Page choose = person.open(linkOn(added));
        assertThat(choose.text()).contains("You are Early Years Manager. You sign in with " + email);
        Page chosen = person.send(choose, choose.path(), "password", Councils.PASSWORD);
        assertThat(chosen.leadsTo()).isEqualTo("/sign-in?password-chosen");
        assertThat(person.follow(chosen).text()).contains("Your password is set.");

        Page in = person.signIn(email, Councils.PASSWORD);
        assertThat(in.leadsTo()).isEqualTo("/");
        assertThat(person.follow(in).leadsTo()).isEqualTo("/updates");
        assertThat(administrator.open("/people").text()).contains("2 people have access.");
    }

    @Test
    void showsALinkOnce() throws Exception {
        Page added = administrator.follow(administrator.send(newPerson(Councils.anyEmail())));
        assertThat(added.html().getElementById("link")).isNotNull();

        assertThat(administrator.open(added.path()).html().getElementById("link"))
                .isNull();
    }

    @Test
    void letsALinkWorkOnce() throws Exception {
        String link = linkOn(administrator.follow(administrator.send(newPerson(Councils.anyEmail()))));
        Visitor person = new Visitor(mvc);
        Page choose = person.open(link);
        person.send(choose, link, "password", Councils.PASSWORD);

        Page again = person.open(link);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.text()).contains("This link no longer works", "ask your council’s administrator");
        assertThat(person.send(choose, link, "password", "another long password")
                        .status())
                .isEqualTo(404);
        assertThat(person.open("/password/unknown").status()).isEqualTo(404);
    }

    @Test
    void letsOnlyTheNewestLinkWork() throws Exception {
        Page added = administrator.follow(administrator.send(newPerson(Councils.anyEmail())));
        String first = linkOn(added);

        Page renewed = administrator.follow(administrator.send(added, added.path() + "/link"));

        assertThat(new Visitor(mvc).open(first).status()).isEqualTo(404);
        assertThat(new Visitor(mvc).open(linkOn(renewed)).status()).isEqualTo(200);
    }

    @Test
    void addsOnePersonHoweverOftenTheFormIsSent() throws Exception {
        Form form = newPerson(Councils.anyEmail());

        Page first = administrator.send(form);
        Page second = administrator.send(form);

        assertThat(second.leadsTo()).isEqualTo(first.leadsTo());
        Page shown = administrator.follow(second);
        assertThat(new Visitor(mvc).open(linkOn(shown)).status()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from person where email = ?")
                        .param(form.fields().get("email"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from one_time_link join person using (person_id) where email = ?")
                        .param(form.fields().get("email"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Somebody pressed twice: the first page was on its way when the second form left, and nobody read it. */
    @Test
    void showsTheLinkAgainToWhoeverSentTheFormTwice() throws Exception {
        Form form = newPerson(Councils.anyEmail());
        String unread = linkOn(administrator.follow(administrator.send(form)));

        assertThat(linkOn(administrator.follow(administrator.send(form)))).isEqualTo(unread);
    }

    @Test
    void keepsWhatWasTypedIntoARefusedForm() throws Exception {
        Page refused = administrator.send(
                administrator.open("/people/new"),
                "/people",
                "post",
                "Early Years Manager",
                "email",
                "early.years(at)wandle",
                "role",
                "CHAIR",
                "unit",
                "council");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.html().title()).startsWith("Error: ");
        assertThat(refused.problemOf("email")).contains("like name@council.gov.uk");
        assertThat(List.of(
                        refused.valueOf("post"),
                        refused.valueOf("email"),
                        refused.valueOf("role"),
                        refused.valueOf("unit")))
                .containsExactly("Early Years Manager", "early.years(at)wandle", "CHAIR", "council");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Page refused = administrator.send(administrator.open("/people/new"), "/people");

        assertThat(refused.problemOf("post")).contains("Enter the post");
        assertThat(refused.problemOf("email")).contains("Enter a work e-mail address");
        assertThat(refused.problemOf("role")).contains("Choose a role");
        assertThat(refused.problemOf("unit")).contains("or the whole council");
    }

    @ParameterizedTest
    @CsvSource({"UPPER", "lower"})
    void refusesAnAddressThatIsKnown(String letters) throws Exception {
        String known = council.administrator().email();

        Page refused = administrator.send(newPerson(letters.equals("UPPER") ? known.toUpperCase() : known));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problemOf("email")).contains("is here already");
    }

    @Test
    void refusesAnAdministratorOfOneUnit() throws Exception {
        Form form = newPerson(Councils.anyEmail());
        form.fields().put("role", "ADMINISTRATOR");

        assertThat(administrator.send(form).problemOf("unit")).contains("choose the whole council");
    }

    @Test
    void givesAndEndsRoles() throws Exception {
        Somebody manager = councils.add(council.id(), "Early Years Manager", Role.SERVICE_MANAGER, education);
        String path = "/people/" + manager.id();

        Page page = administrator.open(path);
        Page given =
                administrator.follow(administrator.send(page, path + "/roles", "role", "REVIEWER", "unit", "council"));
        assertThat(given.html().select("td, th").text())
                .contains("Member of the equalities group", "The whole council");
        Page twice = administrator.send(given, path + "/roles", "role", "REVIEWER", "unit", "council");
        assertThat(twice.problemOf("role")).contains("They hold this role there already");

        UUID held = heldBy(manager, Role.SERVICE_MANAGER);
        Page ended = administrator.follow(administrator.send(given, path + "/roles/" + held + "/end"));
        assertThat(ended.html().select("table").text()).doesNotContain("Service manager");
    }

    @Test
    void letsNobodyShutThemselvesOut() throws Exception {
        Somebody self = council.administrator();
        String path = "/people/" + self.id();
        Page page = administrator.open(path);
        assertThat(page.text()).contains("Only another administrator can end it", "Another administrator can.");

        UUID held = heldBy(self, Role.ADMINISTRATOR);
        Form link = administrator.fill(page, path + "/link");
        Page endRole = administrator.send(new Form(path + "/roles/" + held + "/end", link.fields()));
        assertThat(endRole.status()).isEqualTo(400);
        assertThat(endRole.text()).contains("You cannot end your own role as administrator");
        Page endAccess = administrator.send(new Form(path + "/end", link.fields()));
        assertThat(endAccess.status()).isEqualTo(400);
        assertThat(endAccess.text()).contains("You cannot end your own access");
        assertThat(administrator.open("/people").status()).isEqualTo(200);
    }

    @Test
    void endsSessionsAtOnceWhenAccessEnds() throws Exception {
        Somebody manager = councils.add(council.id(), "Early Years Manager", Role.SERVICE_MANAGER, education);
        Visitor person = manager.signedIn(mvc);
        assertThat(person.open("/").leadsTo()).isEqualTo("/updates");
        assertThat(sessionsOf(manager)).isEqualTo(1);

        String path = "/people/" + manager.id() + "/end";
        Page list = administrator.follow(administrator.send(administrator.open(path), path));

        assertThat(sessionsOf(manager)).isZero();
        assertThat(person.open("/").leadsTo()).endsWith("/sign-in");
        assertThat(person.signIn(manager.email(), Councils.PASSWORD).leadsTo()).isEqualTo("/sign-in?refused");
        assertThat(list.html().select("section").text()).contains("Access ended", manager.email());
        assertThat(administrator.open("/people/" + manager.id()).html().select("main form"))
                .isEmpty();
    }

    @Test
    void letsSomebodyWhoLeftComeBackWithTheSameAddress() throws Exception {
        Somebody manager = councils.add(council.id(), "Early Years Manager", Role.SERVICE_MANAGER, education);
        String path = "/people/" + manager.id() + "/end";
        administrator.send(administrator.open(path), path);

        Page added = administrator.follow(administrator.send(newPerson(manager.email())));

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.path()).isNotEqualTo("/people/" + manager.id());
        assertThat(linkOn(added)).isNotBlank();
        assertThat(administrator.send(newPerson(manager.email())).text()).contains("is here already");
    }

    @Test
    void stopsTheLinksOfWhoeverLostAccess() throws Exception {
        Page added = administrator.follow(administrator.send(newPerson(Councils.anyEmail())));
        String link = linkOn(added);

        String path = added.path() + "/end";
        administrator.send(administrator.open(path), path);

        assertThat(new Visitor(mvc).open(link).status()).isEqualTo(404);
    }

    @Test
    void keepsCouncilsApart() throws Exception {
        Somebody manager = councils.add(council.id(), "Early Years Manager", Role.SERVICE_MANAGER, education);
        String path = "/people/" + manager.id();
        Form any = administrator.fill(administrator.open(path), path + "/link");
        UUID held = heldBy(manager, Role.SERVICE_MANAGER);
        Visitor stranger = councils.council().administrator().signedIn(mvc);
        Form own = stranger.fill(stranger.open("/people/new"), "/people");

        assertThat(stranger.open(path).status()).isEqualTo(404);
        assertThat(stranger.open(path + "/end").status()).isEqualTo(404);
        assertThat(stranger.open("/units/" + education).status()).isEqualTo(404);
        for (String action : List.of("/roles", "/roles/" + held + "/end", "/link", "/end")) {
            assertThat(stranger.send(new Form(path + action, own.fields())).status())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(stranger.open("/people").text()).doesNotContain(manager.email());
        assertThat(administrator.send(any).status()).isEqualTo(302);
    }

    @Test
    void isForAdministratorsOnly() throws Exception {
        for (Role role : Role.values()) {
            Visitor visitor =
                    councils.add(council.id(), role.name(), role, null).signedIn(mvc);
            int expected = role == Role.ADMINISTRATOR ? 200 : 403;
            for (String path : List.of("/people", "/people/new", "/units", "/units/new")) {
                assertThat(visitor.open(path).status()).as(role + " at " + path).isEqualTo(expected);
            }
        }
        assertThat(new Visitor(mvc).open("/people").leadsTo()).endsWith("/sign-in");
    }

    @Test
    void readsHoweverManyPeopleInAFixedNumberOfStatements() throws Exception {
        administrator.open("/people");
        int few = statements.during(() -> administrator.open("/people")).size();
        for (int person = 0; person < 10; person++) {
            PersonId id = administration.addPerson(council.id(), null, "Manager " + person, Councils.anyEmail());
            administration.giveRole(council.id(), null, id, Role.SERVICE_MANAGER, education);
        }

        List<String> many = statements.during(() -> administrator.open("/people"));

        assertThat(many).hasSize(few);
        assertThat(many.stream().filter(sql -> !sql.contains("SPRING_SESSION"))).hasSize(2);
    }

    UUID heldBy(Somebody person, Role role) {
        return jdbc.sql("select role_held_id from role_held where person_id = ? and role = ?")
                .params(person.id().personId(), role.name())
                .query(UUID.class)
                .single();
    }

    int sessionsOf(Somebody person) {
        return jdbc.sql("select count(*) from spring_session where principal_name = ?")
                .param(person.id().toString())
                .query(Integer.class)
                .single();
    }
}
