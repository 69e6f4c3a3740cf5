/**
 * Indicators, their figures and targets, and the one rule that turns them into a status with its sentence.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "calendar", "organisation", "history", "plan", "site"})
package org.dueregard.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
