package org.dueregard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.dueregard.database.DemonstrationMode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
class ProductStartsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    StatementCount statements;

    @Autowired
    DemonstrationMode demonstration;

    @Test
    void saysThatItIsHealthy() throws Exception {
        mvc.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
    }

    @Test
    void reckonsInTheCouncilsTime() {
        assertThat(jdbc.queryForObject("show timezone", String.class)).isEqualTo("Europe/London");
    }

    @Test
    void countsTheStatementsOfWhatHappensMeanwhile() throws Exception {
        jdbc.queryForObject("select 0", Integer.class);

        assertThat(statements.during(() -> {
                    jdbc.queryForObject("select 1", Integer.class);
                    jdbc.queryForObject("select ?::int", Integer.class, 2);
                }))
                .containsExactly("select 1", "select ?::int");
    }

    @Test
    void isNoDemonstrationUnderTest() {
        assertThat(demonstration.on()).isFalse();
    }
}
