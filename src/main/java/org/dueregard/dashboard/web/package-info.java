@NullMarked
package org.dueregard.dashboard.web;

import org.jspecify.annotations.NullMarked;
