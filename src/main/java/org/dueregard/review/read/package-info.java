@NullMarked
package org.dueregard.review.read;

import org.jspecify.annotations.NullMarked;
