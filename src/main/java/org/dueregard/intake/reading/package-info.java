/**
 * What a council's file says of a plan, in steps that can be looked at: tables and their columns get roles, rows become
 * nodes, each value keeps its words, where it stands and how sure its role is. Pure: knows no database, person or web.
 */
@NullMarked
package org.dueregard.intake.reading;

import org.jspecify.annotations.NullMarked;
