@NullMarked
package org.dueregard.organisation.model;

import org.jspecify.annotations.NullMarked;
