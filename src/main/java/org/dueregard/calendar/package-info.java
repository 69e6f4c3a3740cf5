/**
 * The council's time: periods that figures are about, deadlines in the words that plans use, and school terms. Plain
 * values without Spring.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.dueregard.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
