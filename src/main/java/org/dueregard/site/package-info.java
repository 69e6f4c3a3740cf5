/**
 * What every screen stands on: page chrome, errors for people and for programs, the pages that need no sign-in, and the promises that the
 * same form sent twice makes one change and that words typed into a session that is over are kept. Knows nothing of what
 * the screens are about.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "document"})
package org.dueregard.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
