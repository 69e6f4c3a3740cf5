/** Files that plans are read from, as they are kept, and what is made of them. */
@NullMarked
package org.dueregard.intake.model;

import org.jspecify.annotations.NullMarked;
