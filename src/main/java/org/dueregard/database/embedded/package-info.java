/** Starts and stops a PostgreSQL of our own on a folder, so that nothing has to be installed to try the product. */
@NullMarked
package org.dueregard.database.embedded;

import org.jspecify.annotations.NullMarked;
