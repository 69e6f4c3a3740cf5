/**
 * What owners owe in a round: their figures, their words, and how a return moves from empty to accepted.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "organisation", "history", "plan", "indicator", "site"})
package org.dueregard.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
