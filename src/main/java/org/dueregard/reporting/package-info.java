/**
 * What owners owe in a round: their figures, their words, and how a return moves from empty to accepted.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "calendar", "document", "history", "indicator", "organisation", "plan", "site"
        })
package org.dueregard.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
