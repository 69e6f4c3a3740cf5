package org.dueregard.database.embedded;

import java.nio.file.Path;

/** Another running application holds the database directory. */
public class DatabaseInUseException extends DatabaseStartException {

    DatabaseInUseException(Path directory, String owner) {
        super(
                "The database directory " + directory + " is in use by another running instance"
                        + (owner.isEmpty() ? "." : " (process " + owner + ")."),
                "Stop that one, or give this one its own with dueregard.database.directory,"
                        + " or a PostgreSQL server with spring.datasource.url.");
    }
}
