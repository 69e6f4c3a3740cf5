/**
 * Who changed what, when, from what to what, and why: append-only, and chained so that tampering shows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "organisation", "site"})
package org.dueregard.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
