package org.dueregard;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.dueregard.database.embedded.DatabaseInUseException;
import org.dueregard.database.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One PostgreSQL server per test run, in a container where Docker answers and from the embedded programs otherwise. A
 * template is migrated once, and every Spring context gets its own copy of it.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final String TEMPLATE = "template_migrated";

    private static final AtomicInteger COPIES = new AtomicInteger();

    @Bean
    JdbcConnectionDetails testConnectionDetails() {
        return copy();
    }

    /** A new database with all migrations applied, for tests that need one of their own. */
    public static JdbcConnectionDetails copy() {
        return Running.SERVER.database("copy_" + COPIES.incrementAndGet(), TEMPLATE);
    }

    /** A new database without any tables, for tests of the migrations themselves. */
    public static JdbcConnectionDetails empty() {
        return Running.SERVER.database("empty_" + COPIES.incrementAndGet(), "template1");
    }

    private static final class Running {

        static final Server SERVER = started();

        private static Server started() {
            var server = dockerAnswers() ? container() : embedded();
            var template = server.database(TEMPLATE, "template1");
            Flyway.configure()
                    .dataSource(template.getJdbcUrl(), template.getUsername(), template.getPassword())
                    .load()
                    .migrate();
            return server;
        }

        private static boolean dockerAnswers() {
            var logging = LoggingSystem.get(TestDatabase.class.getClassLoader());
            logging.setLogLevel("org.testcontainers", LogLevel.OFF);
            try {
                return DockerClientFactory.instance().isDockerAvailable();
            } finally {
                logging.setLogLevel("org.testcontainers", LogLevel.WARN);
            }
        }

        private static Server container() {
            var container = new PostgreSQLContainer("postgres:18-alpine");
            // The image's own command: Testcontainers' default switches fsync off, which the application refuses.
            container.withCommand("postgres");
            container.start();
            var address = "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/";
            return new Server(address, container.getUsername(), container.getPassword());
        }

        private static Server embedded() {
            for (var number = 1; ; number++) {
                try {
                    var postgres = EmbeddedPostgres.start(Path.of("target", "test-postgres", String.valueOf(number)));
                    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop-test-postgres"));
                    return new Server(postgres.jdbcUrl(""), postgres.username(), postgres.password());
                } catch (DatabaseInUseException anotherTestRun) {
                    if (number == 8) {
                        throw anotherTestRun;
                    }
                }
            }
        }
    }

    private record Server(String address, String username, String password) {

        JdbcConnectionDetails database(String name, String template) {
            try (var connection = DriverManager.getConnection(address + "postgres", username, password);
                    var statement = connection.createStatement()) {
                statement.execute("drop database if exists " + name);
                statement.execute("create database " + name + " template " + template);
            } catch (SQLException e) {
                throw new IllegalStateException("No test database " + name, e);
            }
            return new Database(address + name, username, password);
        }
    }

    private record Database(String url, String username, String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return username;
        }

        @Override
        public String getPassword() {
            return password;
        }
    }
}
