/** The pages on which a policy officer brings a plan in from a file. */
@NullMarked
package org.dueregard.intake.web;

import org.jspecify.annotations.NullMarked;
