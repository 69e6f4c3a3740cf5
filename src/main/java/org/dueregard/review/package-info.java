/**
 * The equalities group at work: meetings that go through a round item by item, the statuses they agree, their decisions
 * and actions.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "calendar",
            "document",
            "history",
            "indicator",
            "organisation",
            "plan",
            "reporting",
            "site"
        })
package org.dueregard.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
