@NullMarked
package org.dueregard.reporting.web;

import org.jspecify.annotations.NullMarked;
