/**
 * The database that everything is kept in: an external PostgreSQL where one is configured, otherwise a real one that
 * the application starts itself, and in both cases one that keeps what it acknowledged.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.dueregard.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
