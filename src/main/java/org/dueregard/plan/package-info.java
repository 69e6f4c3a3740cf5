/**
 * Plans and what they promise: objectives, priority areas, key activities and the places where indicators stand, each
 * with who answers for it and by when.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "calendar", "organisation", "history", "site"})
package org.dueregard.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
