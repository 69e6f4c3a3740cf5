@NullMarked
package org.dueregard.organisation.web;

import org.jspecify.annotations.NullMarked;
