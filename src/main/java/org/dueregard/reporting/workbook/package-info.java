/** A return as a workbook: to take along, fill in without a connection, and bring back. */
@NullMarked
package org.dueregard.reporting.workbook;

import org.jspecify.annotations.NullMarked;
