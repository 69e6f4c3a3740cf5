/**
 * Plans in, from whatever files councils keep them in: what a file says is read into a draft, a person checks and corrects
 * the draft beside the original, and the plan is made from it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "calendar",
            "document",
            "document :: read",
            "exchange",
            "history",
            "indicator",
            "indicator :: words",
            "organisation",
            "plan",
            "reporting",
            "site"
        })
package org.dueregard.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
