/**
 * Who may open an address: the roles people hold, the rule that each address carries, and the refusal of every address
 * without one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.dueregard.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
