/** What the group hands out: papers before a meeting, minutes and the report to the management team after it. */
@NullMarked
package org.dueregard.review.paper;

import org.jspecify.annotations.NullMarked;
