package org.dueregard.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server on a folder, reachable from this computer only and with a password, that keeps what it
 * acknowledged: an interrupted first start is begun again, and a server that outlived a killed application is found and
 * stopped before the next one starts.
 *
 * <p>The folder belongs to one application at a time; its programs, data and password all lie in it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final String USER = "dueregard";

    private static final String DATABASE = "dueregard";

    /** Recovery after a crash counts as starting, and giving up on it would only repeat it. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private static final int START_ATTEMPTS = 5;

    private static final long LOG_LIMIT = 10_000_000;

    private final Path home;

    private final DirectoryLock lock;

    private final PostgresBinaries binaries;

    private final Account account;

    private String password = "";

    private int port;

    private boolean closed;

    private EmbeddedPostgres(Path home, DirectoryLock lock, PostgresBinaries binaries, Account account) {
        this.home = home;
        this.lock = lock;
        this.binaries = binaries;
        this.account = account;
    }

    /**
     * Starts the server that keeps its data in the given directory, making both if need be.
     *
     * @throws DatabaseInUseException when another application runs on the directory
     * @throws DatabaseStartException when the server cannot be started, saying why
     */
    public static EmbeddedPostgres start(Path directory) {
        var begun = Instant.now();
        var home = directory.toAbsolutePath().normalize();
        try {
            createPrivate(home);
            var lock = DirectoryLock.take(home);
            try {
                var server = new EmbeddedPostgres(home, lock, PostgresBinaries.in(home), Account.current());
                server.launch();
                LOG.info(
                        "Embedded PostgreSQL started in {} s, data in {}",
                        "%.1f".formatted(Duration.between(begun, Instant.now()).toMillis() / 1000.0),
                        home);
                return server;
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new DatabaseStartException(
                    "The embedded database in " + home + " could not be started: " + e + ".",
                    "Check that this user may write there and that the disk is not full.",
                    e);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** The address of another database on this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String username() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Stops the server after what it is doing, and gives the directory free. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (Postmaster.of(cluster()).isAlive()) {
                stop();
            }
        } finally {
            try {
                lock.close();
            } catch (IOException e) {
                LOG.warn("The lock on {} could not be given back", home, e);
            }
        }
    }

    private void launch() throws IOException, SQLException {
        password = initialise();
        refuseOtherMajorVersion();
        stopOrphan();
        keepLogSmall();
        startOnFreePort();
        try {
            createDatabase();
            binaries.removeOthers();
        } catch (IOException | SQLException | RuntimeException e) {
            stop();
            throw e;
        }
    }

    private String initialise() throws IOException {
        var passwordFile = home.resolve("password");
        if (Files.isDirectory(cluster())) {
            return Files.readString(passwordFile).strip();
        }
        var unfinished = home.resolve("cluster.tmp");
        FileSystemUtils.deleteRecursively(unfinished);
        var generated = randomPassword();
        writePrivate(passwordFile, generated);
        var result = run(
                START_LIMIT,
                binaries.program("initdb"),
                "-D",
                unfinished.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8");
        if (result.failed()) {
            throw cannotStart(result.output());
        }
        Files.move(unfinished, cluster(), StandardCopyOption.ATOMIC_MOVE);
        return generated;
    }

    private void refuseOtherMajorVersion() throws IOException {
        var written = Files.readString(cluster().resolve("PG_VERSION")).strip();
        var version = run(STOP_LIMIT, binaries.program("postgres"), "--version").output();
        if (!version.contains(" " + written + ".")) {
            throw new DatabaseStartException(
                    "The data in " + home + " were written by PostgreSQL " + written
                            + ", and this release of Due Regard comes with " + version + ".",
                    "Make a back-up with the release that wrote them, and restore it into an empty directory.");
        }
    }

    /** A server that outlived its killed application; holding the lock, we know that nobody uses it. */
    private void stopOrphan() throws IOException {
        var left = Postmaster.of(cluster());
        switch (left.whose(home)) {
            case OURS -> {
                LOG.info("Stopping the database server that an earlier run left behind (process {})", left.pid());
                stop();
            }
            case ANOTHER_PROGRAM -> left.forget();
            case UNREADABLE ->
                throw new DatabaseStartException(
                        "Process " + left.pid() + " may be a database server on " + home + ", and cannot be looked at.",
                        "End it, or start Due Regard as the user who owns it.");
            case NONE -> LOG.debug("No server was left behind in {}", home);
        }
    }

    private void startOnFreePort() throws IOException {
        for (var attempt = 1; ; attempt++) {
            port = freePort();
            var result = run(
                    START_LIMIT.plusSeconds(30),
                    binaries.program("pg_ctl"),
                    "start",
                    "-D",
                    cluster().toString(),
                    "-w",
                    "-t",
                    String.valueOf(START_LIMIT.toSeconds()),
                    "-l",
                    log().toString(),
                    "-o",
                    "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=");
            if (!result.failed()) {
                return;
            }
            if (Postmaster.of(cluster()).isAlive()) {
                stop();
            }
            var reason = lastOf(log());
            if (attempt == START_ATTEMPTS || !mayPass(reason)) {
                throw cannotStart(result.output() + System.lineSeparator() + reason);
            }
            pause(Duration.ofSeconds(1));
        }
    }

    /** The port was taken meanwhile, or children of a killed server are still about to leave. */
    private static boolean mayPass(String reason) {
        return reason.contains("could not bind") || reason.contains("in use");
    }

    private void createDatabase() throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        }
    }

    private void stop() {
        try {
            var result = run(
                    STOP_LIMIT.plusSeconds(30),
                    binaries.program("pg_ctl"),
                    "stop",
                    "-D",
                    cluster().toString(),
                    "-m",
                    "fast",
                    "-w",
                    "-t",
                    String.valueOf(STOP_LIMIT.toSeconds()));
            if (result.failed()) {
                LOG.warn("The embedded database did not stop: {}", result.output());
            }
        } catch (IOException e) {
            LOG.warn("The embedded database could not be stopped", e);
        }
    }

    private Result run(Duration limit, String... command) throws IOException {
        var whole = new ArrayList<>(account.prefix());
        whole.addAll(List.of(command));
        // A file and not a pipe: the server inherits it, so that a pipe would stay open as long as the server runs.
        var output = home.resolve("command.log");
        var builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(home.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Result(true, command[0] + " did not finish within " + limit.toSeconds() + " s.");
            }
            return new Result(process.exitValue() != 0, lastOf(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return new Result(true, "Interrupted.");
        }
    }

    private DatabaseStartException cannotStart(String reason) {
        return new DatabaseStartException(
                "The embedded database in " + home + " could not be started: " + reason,
                "More is in " + log() + ". The data have not been touched.");
    }

    private void keepLogSmall() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
            Files.move(log(), home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path cluster() {
        return home.resolve("cluster");
    }

    private Path log() {
        return home.resolve("postgres.log");
    }

    private static String lastOf(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        var lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 10), lines.size()))
                .strip();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static String randomPassword() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void createPrivate(Path home) throws IOException {
        if (Files.isDirectory(home)) {
            return;
        }
        Files.createDirectories(home.resolve("..").normalize());
        if (posix(home)) {
            Files.createDirectory(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(home);
        }
    }

    private static void writePrivate(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (posix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Result(boolean failed, String output) {}
}
