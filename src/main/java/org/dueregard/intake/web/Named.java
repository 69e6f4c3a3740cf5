package org.dueregard.intake.web;

import org.dueregard.site.NotHere;

/** Names that a form of ours sends; others are not there. */
final class Named {

    private Named() {}

    static <E extends Enum<E>> E of(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new NotHere();
        }
    }
}
