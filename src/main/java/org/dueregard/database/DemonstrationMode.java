package org.dueregard.database;

/**
 * Whether this is the application as someone tries it out: no database was configured, so the embedded one runs, a
 * demonstration council may be loaded and its sign-ins printed. Off as soon as a database is configured.
 */
@FunctionalInterface
public interface DemonstrationMode {

    boolean on();
}
