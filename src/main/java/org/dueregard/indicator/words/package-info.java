/**
 * Council English read into typed targets and figures, with how sure the reading is and why. Nothing is invented: what
 * cannot be read stays words.
 */
@NullMarked
@NamedInterface("words")
package org.dueregard.indicator.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
