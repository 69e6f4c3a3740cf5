@NullMarked
package org.dueregard.plan.web;

import org.jspecify.annotations.NullMarked;
