package org.dueregard.indicator.words;

import java.util.List;
import java.util.Set;

/** Words of one sort, written down as a list with spaces between. */
final class Vocabulary {

    private Vocabulary() {}

    static Set<String> of(String words) {
        return Set.copyOf(List.of(words.strip().split("\\s+")));
    }
}
