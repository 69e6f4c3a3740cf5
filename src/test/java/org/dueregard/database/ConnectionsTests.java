package org.dueregard.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.dueregard.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the product asks of PostgreSQL on each of its connections. */
@ProductTest
class ConnectionsTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void aStatementThatNobodyWaitsForAnyMoreIsEndedByTheServer() {
        assertThat(setting("statement_timeout")).isEqualTo("25s");
    }

    @Test
    void aDayIsTheCouncilsDay() {
        assertThat(setting("TimeZone")).isEqualTo("Europe/London");
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
