@NullMarked
package org.dueregard.history.web;

import org.jspecify.annotations.NullMarked;
