/**
 * Papers that are read as pages, printed and worked on: what stands in one, and how it becomes a PDF or a Word file.
 * Knows nothing of what they are about.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.dueregard.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
