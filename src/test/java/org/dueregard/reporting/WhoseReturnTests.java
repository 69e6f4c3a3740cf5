package org.dueregard.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import org.dueregard.DemonstrationCouncil;
import org.dueregard.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** The right role in the wrong unit is told that there is no such return, by address and by form. */
@ProductTest
@Transactional
class WhoseReturnTests {

    private static final String OWNER = "Secondary Standards and Inclusion Manager";
    private static final String OTHER = "Primary Standards Manager";

    @Autowired
    DemonstrationCouncil.Loaded demonstration;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aManagerReadsTheReturnOfTheirOwnUnit() throws Exception {
        assertThat(statusOf("/returns/" + mine(), OWNER)).isEqualTo(200);
    }

    @Test
    void aManagerOfAnotherUnitDoesNotFindIt() throws Exception {
        for (String page : List.of("", "/check", "/receipt")) {
            assertThat(statusOf("/returns/" + mine() + page, OTHER)).as(page).isEqualTo(404);
        }
    }

    @Test
    void noFormOfAnotherUnitsManagerChangesIt() throws Exception {
        UUID item = demonstration.item(mine());
        for (String step : List.of("", "/items/" + item, "/submit", "/take-back")) {
            String before = everything();
            int status = mvc.perform(post("/returns/" + mine() + step)
                            .with(csrf())
                            .with(authentication(demonstration.as(OTHER)))
                            .param("seen-" + item, "0-0")
                            .param("choice-" + item, "NO_UPDATE")
                            .param("noUpdateReason-" + item, "Not mine"))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as(step).isEqualTo(404);
            assertThat(everything()).as(step).isEqualTo(before);
        }
    }

    @Test
    void aManagerDoesNotJudgeEvenTheirOwn() throws Exception {
        UUID item = demonstration.item(mine());
        for (String step : List.of("/accept", "/items/" + item + "/accept", "/send-back")) {
            int status = mvc.perform(post("/returns/" + mine() + step)
                            .with(csrf())
                            .with(authentication(demonstration.as(OWNER)))
                            .param("reason", "Because"))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as(step).isEqualTo(403);
        }
    }

    @Test
    void readersAndReviewersAndAdministratorsDoNotOpenReturns() throws Exception {
        for (String post : List.of("Director, Children, Schools and Families", "Chair, ECCA group", "Administrator")) {
            assertThat(statusOf("/returns/" + mine(), post)).as(post).isEqualTo(403);
        }
    }

    @Test
    void thePolicyOfficerReadsAndEntersForAnyUnit() throws Exception {
        assertThat(statusOf("/returns/" + mine(), "Policy Officer")).isEqualTo(200);
        assertThat(statusOf("/returns/" + mine() + "/review", "Policy Officer")).isEqualTo(200);
    }

    private UUID mine() {
        return demonstration.openReturn("Secondary Standards and Inclusion");
    }

    private int statusOf(String path, String post) throws Exception {
        return mvc.perform(get(path).with(authentication(demonstration.as(post))))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String everything() {
        return jdbc.sql("select string_agg(item::text, '|' order by item_id) from return_item item")
                .query(String.class)
                .single();
    }
}
