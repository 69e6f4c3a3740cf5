package org.dueregard.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server process that a cluster's {@code postmaster.pid} names. After a crash the number may be nobody's, or by now
 * another program's.
 *
 * @param pid 0 when there is no such file
 */
record Postmaster(Path file, long pid) {

    enum Whose {
        /** No such process: PostgreSQL finds that out for itself, and more safely than we could. */
        NONE,
        OURS,
        ANOTHER_PROGRAM,
        UNREADABLE
    }

    static Postmaster of(Path cluster) {
        var file = cluster.resolve("postmaster.pid");
        try (var lines = Files.lines(file)) {
            return new Postmaster(
                    file, lines.findFirst().map(Postmaster::number).orElse(0L));
        } catch (NoSuchFileException e) {
            return new Postmaster(file, 0);
        } catch (IOException e) {
            throw new DatabaseStartException(
                    file + " cannot be read: " + e + ".", "Start Due Regard as the user who owns it.", e);
        }
    }

    boolean isAlive() {
        return process().isPresent();
    }

    /** @param home the directory that our programs were unpacked into */
    Whose whose(Path home) throws IOException {
        var process = process();
        if (process.isEmpty()) {
            return Whose.NONE;
        }
        var info = process.get().info();
        if (info.user().isPresent()
                && !info.user().get().equals(Files.getOwner(file).getName())) {
            // PostgreSQL does not take another user's process for its own server either.
            return Whose.NONE;
        }
        if (info.command().isEmpty()) {
            return Whose.UNREADABLE;
        }
        var program = Path.of(info.command().get());
        if (program.startsWith(home.toRealPath())) {
            return Whose.OURS;
        }
        var name = String.valueOf(program.getFileName());
        return name.startsWith("postgres") ? Whose.UNREADABLE : Whose.ANOTHER_PROGRAM;
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private Optional<ProcessHandle> process() {
        return pid > 0 ? ProcessHandle.of(pid).filter(ProcessHandle::isAlive) : Optional.empty();
    }

    private static long number(String line) {
        try {
            return Long.parseLong(line.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
