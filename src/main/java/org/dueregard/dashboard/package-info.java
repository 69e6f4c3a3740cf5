/**
 * What directors look at: where the plan is, what got worse, what is off track and what is done about it, what is
 * missing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "calendar", "indicator", "organisation", "plan", "reporting", "review", "site"
        })
package org.dueregard.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
