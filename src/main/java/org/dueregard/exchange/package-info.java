/**
 * Plans in and out as documents: the product's own plan format, and the demonstration council that is loaded through
 * it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "calendar",
            "database",
            "history",
            "indicator",
            "organisation",
            "plan",
            "reporting",
            "review",
            "site"
        })
package org.dueregard.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
