@NullMarked
package org.dueregard.indicator.web;

import org.jspecify.annotations.NullMarked;
