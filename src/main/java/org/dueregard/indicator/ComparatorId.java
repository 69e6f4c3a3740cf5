package org.dueregard.indicator;

import java.util.UUID;

/** Identifies what others publish, as England's figure of one measure. */
public record ComparatorId(UUID comparatorId) {

    public static ComparatorId of(String text) {
        return new ComparatorId(UUID.fromString(text));
    }

    public static ComparatorId random() {
        return new ComparatorId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return comparatorId.toString();
    }
}
