package org.dueregard.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known beside a stored status before acting on it.
 *
 * @param direction BETTER, WORSE, SAME, UP, DOWN or CHANCE; null where nothing can be said
 * @param directionWords the figure it moved from; null where nothing can be said
 * @param exception what was said because its trigger fired; null when it did not
 * @param caveats in whole sentences
 */
public record Notes(
        @Nullable String direction,
        @Nullable String directionWords,
        @Nullable String exception,
        List<String> caveats) {

    /** How many things there are to be careful about. */
    public int count() {
        return caveats.size() + (exception == null ? 0 : 1);
    }
}
