@NullMarked
package org.dueregard.organisation.read;

import org.jspecify.annotations.NullMarked;
