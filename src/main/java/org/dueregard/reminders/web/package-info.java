@NullMarked
package org.dueregard.reminders.web;

import org.jspecify.annotations.NullMarked;
