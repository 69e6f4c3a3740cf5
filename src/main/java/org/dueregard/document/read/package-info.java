/**
 * Other people's files, as a document that says what stands where and not how it looked: paragraphs, tables, and notes of
 * what a reader of the file should know. Knows nothing of what the words mean.
 */
@NullMarked
@NamedInterface("read")
package org.dueregard.document.read;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
