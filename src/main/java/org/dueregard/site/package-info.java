/**
 * What every screen stands on: who may open an address, security headers, page chrome, errors for people, and the
 * promise that the same form sent twice makes one change. Knows nothing of what the screens are about.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.dueregard.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
