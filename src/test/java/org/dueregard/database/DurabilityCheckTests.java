package org.dueregard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import org.dueregard.TestDatabase;
import org.dueregard.database.embedded.DatabaseStartException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DurabilityCheckTests {

    private final DriverManagerDataSource database = database();

    @Test
    void acceptsADatabaseThatWritesBeforeItAcknowledges() {
        assertThatCode(new DurabilityCheck(database)::afterPropertiesSet).doesNotThrowAnyException();
    }

    @Test
    void refusesADatabaseThatAcknowledgesBeforeItWrites() throws SQLException {
        var name = database.getConnection().getCatalog();
        new JdbcTemplate(database).execute("alter database " + name + " set synchronous_commit = off");

        assertThatExceptionOfType(DatabaseStartException.class)
                .isThrownBy(new DurabilityCheck(database)::afterPropertiesSet)
                .satisfies(refusal -> assertThat(refusal.sentence())
                        .isEqualTo("The database has synchronous_commit switched off,"
                                + " so it could lose what people were told is saved."));
    }

    private static DriverManagerDataSource database() {
        var details = TestDatabase.empty();
        return new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }
}
