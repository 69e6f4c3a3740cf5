package org.dueregard.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.Desk;
import org.dueregard.ProductTest;
import org.dueregard.access.Role;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.model.Administration;
import org.dueregard.organisation.model.SigningIn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

/** What is said about an item comes from those whose item it is, the officer and the group, and stays with the item. */
@ProductTest
@Transactional
class RemarksTests {

    private static final String UNIT = "Secondary Standards and Inclusion";
    private static final String OWNER = UNIT + " Manager";
    private static final String OTHER = "Primary Standards Manager";
    private static final String OFFICER = "Policy Officer";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    Administration administration;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    private UUID node;

    @BeforeEach
    void find() {
        node = jdbc.sql("select node_id from return_item where return_id = ? order by node_id limit 1")
                .param(demonstration.openReturn(UNIT))
                .query(UUID.class)
                .single();
    }

    @Test
    void theOwnerTheOfficerAndTheGroupWrite() throws Exception {
        for (String post : List.of(OWNER, OFFICER, "Chair, ECCA group")) {
            assertThat(write(post, node)).as(post).isEqualTo(302);
        }
        assertThat(demonstration.desk(OWNER).page("/items/" + node + "/remarks").text())
                .contains("Chair, ECCA group", "What about the summer?");
    }

    @Test
    void theManagerOfAnotherUnitDoesNot() throws Exception {
        assertThat(write(OTHER, node)).isEqualTo(404);
        assertThat(count()).isZero();
    }

    @Test
    void anOfficerOfOneUnitWritesOnItsItemsOnly() throws Exception {
        jdbc.sql("update role_held set unit_id = (select unit_id from return where return_id = ?)"
                        + " from person where person.person_id = role_held.person_id and post = ?")
                .params(demonstration.openReturn("Primary Standards"), OFFICER)
                .update();
        UUID theirs = jdbc.sql("select node_id from return_item where return_id = ? order by node_id limit 1")
                .param(demonstration.openReturn("Primary Standards"))
                .query(UUID.class)
                .single();
        assertThat(write(OFFICER, theirs)).isEqualTo(302);
        assertThat(write(OFFICER, node)).isEqualTo(404);
    }

    @Test
    void aRemarkOfAnotherItemIsNotAtThisAddress() throws Exception {
        write(OFFICER, node);
        UUID remark = jdbc.sql("select remark_id from remark where node_id = ?")
                .param(node)
                .query(UUID.class)
                .single();
        UUID another = jdbc.sql("select node_id from return_item where return_id = ? and node_id <> ? limit 1")
                .params(demonstration.openReturn(UNIT), node)
                .query(UUID.class)
                .single();
        String wrong = "/items/" + another + "/remarks/" + remark;
        assertThat(demonstration
                        .desk(OWNER)
                        .send(wrong + "/answer", Map.of("answer", "Yes"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(demonstration.desk(OWNER).send(wrong + "/resolve").getStatus())
                .isEqualTo(404);

        String right = "/items/" + node + "/remarks/" + remark;
        assertThat(demonstration
                        .desk(OTHER)
                        .send(right + "/answer", Map.of("answer", "Yes"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(demonstration.desk(OTHER).send(right + "/resolve").getStatus())
                .isEqualTo(404);
        assertThat(demonstration
                        .desk(OWNER)
                        .send(right + "/answer", Map.of("answer", "Yes"))
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void anAnswerIsNotWrittenOverByALaterOneWhoseWordsAreShown() throws Exception {
        write(OFFICER, node);
        UUID remark = jdbc.sql("select remark_id from remark where node_id = ?")
                .param(node)
                .query(UUID.class)
                .single();
        String answer = "/items/" + node + "/remarks/" + remark + "/answer";
        demonstration.desk(OWNER).send(answer, Map.of("answer", "Two schools closed."));

        MockHttpServletResponse late =
                demonstration.desk("Chair, ECCA group").send(answer, Map.of("answer", "It is  the summer\nas ever."));

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(late.getContentAsString()).select("main textarea").stream()
                        .map(Element::wholeText)
                        .toList())
                .singleElement()
                .asString()
                .endsWith("It is  the summer\nas ever.");
        assertThat(jdbc.sql("select answer from remark where remark_id = ?")
                        .param(remark)
                        .query(String.class)
                        .single())
                .isEqualTo("Two schools closed.");
    }

    @Test
    void aQuestionWithoutWordsIsStillAQuestion() throws Exception {
        MockHttpServletResponse refused =
                demonstration.desk(OWNER).send("/items/" + node + "/remarks", Map.of("words", " ", "question", "true"));

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(refused.getContentAsString()).select("input[name=question][checked]"))
                .hasSize(1);
    }

    @Test
    void onAnItemOfNoUnitOnlyTheCouncilsOwnOfficerWrites() throws Exception {
        jdbc.sql("update plan_node set reporting_unit_id = null where node_id = ?")
                .param(node)
                .update();
        OrganisationId elsewhere = administration.addOrganisation("Elsewhere Council");
        PersonId officer = administration.addPerson(elsewhere, null, OFFICER, "officer@elsewhere.example");
        administration.giveRole(elsewhere, null, officer, Role.POLICY_OFFICER, null);
        entities.flush();
        Desk stranger = demonstration.desk(SigningIn.signedIn(
                new SignedIn(officer, elsewhere, "Elsewhere Council", OFFICER, Set.of(Role.POLICY_OFFICER)), null));

        assertThat(write(stranger, node)).isEqualTo(404);
        assertThat(count()).isZero();
        assertThat(write(OFFICER, node)).isEqualTo(302);
    }

    private int write(String post, UUID about) throws Exception {
        return write(demonstration.desk(post), about);
    }

    private static int write(Desk desk, UUID about) throws Exception {
        return desk.send("/items/" + about + "/remarks", Map.of("words", "What about the summer?", "question", "true"))
                .getStatus();
    }

    private int count() {
        return jdbc.sql("select count(*) from remark where node_id = ?")
                .param(node)
                .query(Integer.class)
                .single();
    }
}
