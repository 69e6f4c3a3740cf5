package org.dueregard;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dueregard.exchange.Demonstration;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.model.People;
import org.dueregard.organisation.model.SigningIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The demonstration council, loaded into the tests' database when the first test asks for it. A test that changes it does
 * so in a transaction that is rolled back.
 */
@TestConfiguration(proxyBeanMethods = false)
public class DemonstrationCouncil {

    @Bean
    Loaded demonstrationCouncil(
            Demonstration demonstration,
            People people,
            SigningIn signingIn,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ObjectProvider<MockMvc> mvc,
            EntityManager entities) {
        return new Loaded(demonstration, people, signingIn, jdbc, transactions, mvc, entities);
    }

    /** What tests want to know of it. */
    public static final class Loaded {

        private final Demonstration demonstration;
        private final People people;
        private final SigningIn signingIn;
        private final JdbcClient jdbc;
        private final TransactionTemplate ofItsOwn;
        private final ObjectProvider<MockMvc> mvc;
        private final EntityManager entities;

        Loaded(
                Demonstration demonstration,
                People people,
                SigningIn signingIn,
                JdbcClient jdbc,
                PlatformTransactionManager transactions,
                ObjectProvider<MockMvc> mvc,
                EntityManager entities) {
            this.mvc = mvc;
            this.entities = entities;
            this.demonstration = demonstration;
            this.people = people;
            this.signingIn = signingIn;
            this.jdbc = jdbc;
            this.ofItsOwn = new TransactionTemplate(
                    transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        }

        /** The council; loaded by the first call, for good: the transaction of the test that asks is rolled back. */
        public synchronized OrganisationId organisation() {
            return jdbc.sql("select organisation_id from person where email = 'ecca.chair@wandle.example'")
                    .query((row, number) -> new OrganisationId(row.getObject(1, UUID.class)))
                    .optional()
                    .orElseGet(() -> Objects.requireNonNull(ofItsOwn.execute(status -> demonstration.load())));
        }

        /** Somebody signed in, by post. */
        public Authentication as(String post) {
            organisation();
            UUID id = jdbc.sql("select person_id from person where organisation_id = :organisation and post = :post")
                    .param("organisation", organisation().organisationId())
                    .param("post", post)
                    .query(UUID.class)
                    .single();
            return signingIn.signedIn(people.findById(new PersonId(id)).orElseThrow());
        }

        /** Where somebody sits, by post. */
        public Desk desk(String post) {
            return new Desk(mvc.getObject(), entities, as(post));
        }

        /** Where somebody of whatever council sits. */
        public Desk desk(Authentication somebody) {
            return new Desk(mvc.getObject(), entities, somebody);
        }

        public List<String> posts() {
            organisation();
            return jdbc.sql("select post from person where demonstration order by created_at, post")
                    .query(String.class)
                    .list();
        }

        /** The action plan of the year. */
        public UUID plan() {
            return one(
                    "select plan_id from plan where organisation_id = ? order by period_first desc limit 1",
                    organisation().organisationId());
        }

        /** The objectives for several years that are reported on beside it. */
        public UUID objectives() {
            return one(
                    "select plan_id from plan where organisation_id = ? order by period_first limit 1",
                    organisation().organisationId());
        }

        public UUID round(String state) {
            return one("select round_id from round where plan_id = ? and state = ?", plan(), state);
        }

        public UUID meeting(String round) {
            return one("select meeting_id from meeting where round_id = ?", round(round));
        }

        /** The unit's return in the round that is open. */
        public UUID openReturn(String unit) {
            return one(
                    "select return_id from return join unit using (unit_id) where round_id = ? and unit.name = ?",
                    round("OPEN"),
                    unit);
        }

        public UUID item(UUID owed) {
            return one(
                    "select item_id from return_item join plan_node using (node_id) where return_id = ?"
                            + " order by reading_order limit 1",
                    owed);
        }

        /** The node of an indicator, by its full name. */
        public UUID indicatorNode(String name) {
            return one(
                    "select node_id from plan_indicator join indicator using (indicator_id) join plan_node using (node_id)"
                            + " where plan_id = ? and indicator.name = ?",
                    plan(),
                    name);
        }

        private UUID one(String sql, Object... parameters) {
            return jdbc.sql(sql).params(List.of(parameters)).query(UUID.class).single();
        }
    }
}
