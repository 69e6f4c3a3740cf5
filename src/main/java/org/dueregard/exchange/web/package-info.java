@NullMarked
package org.dueregard.exchange.web;

import org.jspecify.annotations.NullMarked;
