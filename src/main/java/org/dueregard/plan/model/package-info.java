@NullMarked
package org.dueregard.plan.model;

import org.jspecify.annotations.NullMarked;
