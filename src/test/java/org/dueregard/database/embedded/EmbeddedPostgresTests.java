package org.dueregard.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test finds the database stopped, with one table, and leaves it so. */
class EmbeddedPostgresTests {

    @TempDir
    static Path home;

    @BeforeAll
    static void startsOnAnEmptyDirectory() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(home);
                var connection = connect(postgres)) {
            connection.createStatement().execute("create table entry (text varchar primary key)");
        }
    }

    @Test
    void keepsDataOverARestart() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(home)) {
            write(postgres, "before the restart");
        }
        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(holds(postgres, "before the restart")).isTrue();
        }
    }

    @Test
    void recoversWhatWasCommittedWhenTheServerIsKilled() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home)) {
            write(postgres, "before the server was killed");
            kill(serverProcess());
        }
        try (var postgres = EmbeddedPostgres.start(home)) {
            assertThat(holds(postgres, "before the server was killed")).isTrue();
        }
    }

    @Test
    void stopsTheServerThatAKilledApplicationLeftBehind() throws Exception {
        long orphan;
        try (var killed = AnotherApplication.startedOn(home)) {
            orphan = serverProcess();
            killed.kill();
        }
        assertThat(alive(orphan)).as("server outlives the application").isTrue();

        try (var postgres = EmbeddedPostgres.start(home)) {
            waitForEndOf(orphan);
            assertThat(alive(orphan)).as("orphan still runs").isFalse();
            write(postgres, "after the application was killed");
        }
    }

    @Test
    void recoversWhenApplicationAndServerAreKilled() throws Exception {
        long server;
        try (var killed = AnotherApplication.startedOn(home)) {
            killed.kill();
            server = serverProcess();
            kill(server);
        }
        try (var postgres = EmbeddedPostgres.start(home)) {
            write(postgres, "after both were killed");
            assertThat(serverProcess()).isNotEqualTo(server);
        }
    }

    @Test
    void refusesADirectoryThatAnotherApplicationUsesAndNamesIt() throws Exception {
        try (var other = AnotherApplication.startedOn(home)) {
            assertThatExceptionOfType(DatabaseInUseException.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(home))
                    .satisfies(refusal -> assertThat(refusal.sentence())
                            .isEqualTo("The database directory " + home + " is in use by another running instance"
                                    + " (process " + other.pid() + ")."));
        }
    }

    @Test
    void refusesASecondStartInTheSameProcessWithoutLosingTheFirst() throws Exception {
        try (var first = EmbeddedPostgres.start(home)) {
            assertThatExceptionOfType(DatabaseInUseException.class).isThrownBy(() -> EmbeddedPostgres.start(home));

            var refused = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            AnotherApplication.class.getName(),
                            home.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(refused.getInputStream().readAllBytes()))
                    .as("the first still holds its lock against other processes")
                    .contains("is in use by another running instance");
            write(first, "while a second one tried");
        }
    }

    @Test
    void startsWhenTheNumberOfAnOldServerBelongsToAnotherProgramNow() throws Exception {
        Files.writeString(
                home.resolve("cluster/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        try (var postgres = EmbeddedPostgres.start(home)) {
            write(postgres, "after a stale process number");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void beginsAgainAfterAnInterruptedFirstStart(@TempDir Path interrupted) throws Exception {
        Files.createDirectories(interrupted.resolve("dist.tmp/bin"));
        Files.createDirectories(interrupted.resolve("cluster.tmp"));
        Files.writeString(interrupted.resolve("cluster.tmp/PG_VERSION"), "18");
        Files.writeString(interrupted.resolve("password"), "of the interrupted start");

        try (var postgres = EmbeddedPostgres.start(interrupted);
                var connection = connect(postgres)) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(interrupted.resolve("dist.tmp")).doesNotExist();
        assertThat(interrupted.resolve("cluster.tmp")).doesNotExist();
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        var version = home.resolve("cluster/PG_VERSION");
        var current = Files.readString(version);
        Files.writeString(version, "12\n");
        try {
            assertThatExceptionOfType(DatabaseStartException.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(home))
                    .withMessageContaining("written by PostgreSQL 12");
        } finally {
            Files.writeString(version, current);
        }
    }

    @Test
    void saysWhyWhenTheServerDoesNotStart() throws Exception {
        var settings = home.resolve("cluster/postgresql.auto.conf");
        var good = Files.readString(settings);
        Files.writeString(settings, "no_such_setting = 1\n");
        try {
            assertThatExceptionOfType(DatabaseStartException.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(home))
                    .withMessageContaining("no_such_setting");
        } finally {
            Files.writeString(settings, good);
        }
    }

    @Test
    void listensOnThisComputerOnlyAndAsksForThePassword() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(home);
                var connection = connect(postgres)) {
            assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(connection, "unix_socket_directories")).isEmpty();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), "guessed"))
                    .withMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsTheDirectoryAndThePasswordToItsOwner() throws IOException {
        assumeThat(home.getFileSystem().supportedFileAttributeViews()).contains("posix");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void forgetsNothingThatItAcknowledged() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(home);
                var connection = connect(postgres)) {
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(connection, "full_page_writes")).isEqualTo("on");
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    private static void write(EmbeddedPostgres postgres, String text) throws SQLException {
        try (var connection = connect(postgres);
                var insert = connection.prepareStatement("insert into entry values (?)")) {
            insert.setString(1, text);
            insert.executeUpdate();
        }
    }

    private static boolean holds(EmbeddedPostgres postgres, String text) throws SQLException {
        try (var connection = connect(postgres);
                var select = connection.prepareStatement("select 1 from entry where text = ?")) {
            select.setString(1, text);
            return select.executeQuery().next();
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var row = connection.createStatement().executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private static long serverProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("cluster/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private static void kill(long pid) throws InterruptedException {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        waitForEndOf(pid);
    }

    private static void waitForEndOf(long pid) throws InterruptedException {
        var limit = Instant.now().plus(Duration.ofSeconds(10));
        while (alive(pid) && Instant.now().isBefore(limit)) {
            Thread.sleep(20);
        }
    }
}
