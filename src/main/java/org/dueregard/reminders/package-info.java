/**
 * E-mails that ask owners for their returns and tell them what became of these: one message per person, however many
 * returns it is about, each with a way back to the work, and each kept with its outcome.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "organisation", "site"})
package org.dueregard.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
