package org.dueregard.database;

import java.sql.SQLException;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.dueregard.database.embedded.DatabaseStartException;
import org.springframework.beans.factory.InitializingBean;

/**
 * Refuses to start on a database that may forget what it acknowledged: with any of these settings off, a power cut can
 * lose a return that its owner was told is saved.
 */
class DurabilityCheck implements InitializingBean {

    private static final String SETTINGS = """
            select name, current_setting(name) from pg_settings
            where name in ('fsync', 'synchronous_commit', 'full_page_writes') and current_setting(name) = 'off'
            order by name""";

    private final DataSource dataSource;

    DurabilityCheck(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        var off = new ArrayList<String>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(SETTINGS)) {
            while (rows.next()) {
                off.add(rows.getString(1));
            }
        }
        if (!off.isEmpty()) {
            throw new DatabaseStartException(
                    "The database has " + String.join(" and ", off)
                            + " switched off, so it could lose what people were told is saved.",
                    "Switch on fsync, synchronous_commit and full_page_writes on the PostgreSQL server"
                            + " (and for the database and role that the application uses), then start again.");
        }
    }
}
