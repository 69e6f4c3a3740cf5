/**
 * How well plans are read: holds what is read from files against what somebody wrote down as right, and counts. A command
 * for a clone, not part of the product; docs/reading-plans.md says how it is called.
 */
@NullMarked
package org.dueregard.intake.trial;

import org.jspecify.annotations.NullMarked;
