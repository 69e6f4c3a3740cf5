@NullMarked
package org.dueregard.review.model;

import org.jspecify.annotations.NullMarked;
