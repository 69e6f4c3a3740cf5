@NullMarked
package org.dueregard.reporting.read;

import org.jspecify.annotations.NullMarked;
