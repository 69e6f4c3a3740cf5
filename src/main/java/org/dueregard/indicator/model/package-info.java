@NullMarked
package org.dueregard.indicator.model;

import org.jspecify.annotations.NullMarked;
