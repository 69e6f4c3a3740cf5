@NullMarked
package org.dueregard.site.web;

import org.jspecify.annotations.NullMarked;
