package org.dueregard.organisation;

import java.util.UUID;
import org.dueregard.access.Role;
import org.dueregard.exchange.CouncilCopy;
import org.dueregard.organisation.model.Administration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Makes councils with people in them, by the steps that administrators take. */
final class Councils {

    static final String PASSWORD = CouncilCopy.PASSWORD;

    private final Administration administration;
    private final JdbcClient jdbc;

    Councils(Administration administration, JdbcClient jdbc) {
        this.administration = administration;
        this.jdbc = jdbc;
    }

    /** A council and its first administrator. */
    record Council(OrganisationId id, Somebody administrator) {}

    /** Somebody who has chosen {@link #PASSWORD}. */
    record Somebody(PersonId id, String email) {

        Visitor signedIn(MockMvc mvc) throws Exception {
            Visitor visitor = new Visitor(mvc);
            visitor.signIn(email, PASSWORD);
            return visitor;
        }
    }

    Council council() {
        OrganisationId council = administration.addOrganisation("Wandle Borough Council");
        return new Council(council, add(council, "Administrator", Role.ADMINISTRATOR, null));
    }

    Somebody add(OrganisationId council, String post, Role role, @Nullable UnitId unit) {
        String email = anyEmail();
        PersonId person = administration.addPerson(council, null, post, email);
        administration.giveRole(council, null, person, role, unit);
        jdbc.sql("update person set password_hash = ? where person_id = ?")
                .params(CouncilCopy.PASSWORD_HASH, person.personId())
                .update();
        return new Somebody(person, email);
    }

    static String anyEmail() {
        return UUID.randomUUID() + "@wandle.example";
    }
}
