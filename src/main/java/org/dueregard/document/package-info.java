/**
 * Papers that are read as pages, printed and worked on: what stands in one, and how it becomes a PDF or a Word file.
 * Files that people bring in, and text that they paste, are read here too, in bounds. Knows nothing of what any of them
 * are about.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.dueregard.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
