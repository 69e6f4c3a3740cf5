@NullMarked
package org.dueregard.reporting.model;

import org.jspecify.annotations.NullMarked;
