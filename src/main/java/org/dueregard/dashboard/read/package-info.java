@NullMarked
package org.dueregard.dashboard.read;

import org.jspecify.annotations.NullMarked;
