package org.dueregard.database.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.util.List;

/**
 * The account that PostgreSQL runs under. It refuses to run as root, so there it gets a user namespace of its own in
 * which it is nobody; the files stay root's.
 *
 * @param prefix what goes before each of its commands
 */
record Account(List<String> prefix) {

    static Account current() {
        if (PostgresBinaries.windows() || new UnixSystem().getUid() != 0) {
            return new Account(List.of());
        }
        var prefix = List.of("unshare", "-U");
        if (!works(prefix)) {
            throw new DatabaseStartException(
                    "The embedded database does not run as root, and this system does not let root give it a user"
                            + " namespace of its own.",
                    "Start Due Regard as an ordinary user, or set spring.datasource.url to a PostgreSQL server.");
        }
        return new Account(prefix);
    }

    private static boolean works(List<String> prefix) {
        try {
            return new ProcessBuilder(prefix.get(0), prefix.get(1), "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
