/**
 * Organisations, their units and people, the roles that people hold, and how they sign in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "calendar", "database", "site"})
package org.dueregard.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
