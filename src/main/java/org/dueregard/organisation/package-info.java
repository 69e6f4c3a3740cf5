/**
 * Organisations, their units and people, the roles that people hold, how they sign in, and how programs of theirs are let in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "calendar", "database", "site"})
package org.dueregard.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
