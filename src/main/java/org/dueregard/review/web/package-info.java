@NullMarked
package org.dueregard.review.web;

import org.jspecify.annotations.NullMarked;
