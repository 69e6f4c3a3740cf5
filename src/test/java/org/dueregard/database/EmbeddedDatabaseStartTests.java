package org.dueregard.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.dueregard.TestDatabase;
import org.dueregard.database.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

/** When the embedded database is started, when not, and what becomes of it when the rest fails. */
class EmbeddedDatabaseStartTests {

    @TempDir
    static Path home;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    EmbeddedDatabaseAutoConfiguration.class,
                    DataSourceAutoConfiguration.class,
                    DatabaseAutoConfiguration.class))
            .withPropertyValues("dueregard.database.directory=" + home);

    @Test
    void isADemonstrationWhenNoDatabaseIsConfigured() {
        application.run(context -> {
            assertThat(context).hasSingleBean(EmbeddedPostgres.class);
            assertThat(context.getBean(DemonstrationMode.class).on()).isTrue();
        });
    }

    @Test
    void isNoDemonstrationOnADatabaseOfItsOwn() {
        var details = TestDatabase.empty();
        application
                .withPropertyValues(
                        "spring.datasource.url=" + details.getJdbcUrl(),
                        "spring.datasource.username=" + details.getUsername(),
                        "spring.datasource.password=" + details.getPassword())
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedPostgres.class);
                    assertThat(context.getBean(DemonstrationMode.class).on()).isFalse();
                });
    }

    @Test
    void leavesConnectionDetailsThatAreGivenAlone() {
        application
                .withBean(JdbcConnectionDetails.class, TestDatabase::empty)
                .run(context -> assertThat(context).doesNotHaveBean(EmbeddedPostgres.class));
    }

    @Test
    void stopsTheDatabaseWhenTheApplicationFailsToStart() {
        application
                .withUserConfiguration(FailsAfterTheDatabaseStarted.class)
                .run(context -> assertThat(context).hasFailed());

        EmbeddedPostgres.start(home).close();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void saysInOneSentenceThatTheDirectoryIsInUse(CapturedOutput output) {
        try (var first = EmbeddedPostgres.start(home)) {
            assertThat(first.jdbcUrl()).isNotEmpty();
            var second = new SpringApplication(EmbeddedDatabaseAutoConfiguration.class);
            try {
                second.run("--dueregard.database.directory=" + home, "--spring.main.web-application-type=none")
                        .close();
            } catch (RuntimeException expected) {
                assertThat(output)
                        .contains("Description:")
                        .contains("The database directory " + home + " is in use by another running instance");
                return;
            }
        }
        throw new AssertionError("A second application started on the same directory");
    }

    @Test
    void isReachableFromThisComputerOnlyUntilADatabaseIsConfigured() {
        var unconfigured = new MockEnvironment();
        new LoopbackInDemonstration().postProcessEnvironment(unconfigured, new SpringApplication());
        assertThat(unconfigured.getProperty("server.address")).isEqualTo("127.0.0.1");

        var configured = new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/dueregard");
        new LoopbackInDemonstration().postProcessEnvironment(configured, new SpringApplication());
        assertThat(configured.getProperty("server.address")).isNull();

        var open = new MockEnvironment().withProperty("server.address", "0.0.0.0");
        new LoopbackInDemonstration().postProcessEnvironment(open, new SpringApplication());
        assertThat(open.getProperty("server.address")).isEqualTo("0.0.0.0");
    }

    @Configuration(proxyBeanMethods = false)
    static class FailsAfterTheDatabaseStarted {

        @Bean
        String fails(DataSource dataSource) {
            throw new IllegalStateException("The application fails after the database started");
        }
    }
}
