package org.dueregard.indicator.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Offers to split words that say more than one thing, at what stands between the things. */
final class Parts {

    private static final Set<String> SEPARATORS = Set.of(";", ",", "/", "and", ".", "but", "=", "|");

    private Parts() {}

    /**
     * The pieces, each with one of the anchors; empty when there is nothing to split at.
     *
     * @param anchors positions, in their order, of which no two belong to one thing
     */
    static List<String> of(Phrase phrase, List<Integer> anchors) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int k = 0; k + 1 < anchors.size(); k++) {
            int cut = cut(phrase, anchors.get(k), anchors.get(k + 1));
            if (cut < 0) {
                return List.of();
            }
            parts.add(phrase.original(from, cut));
            from = phrase.isIn(cut, SEPARATORS) ? cut + 1 : cut;
        }
        parts.add(phrase.original(from, phrase.size()));
        parts.removeIf(String::isBlank);
        return parts.size() < 2 ? List.of() : parts;
    }

    /** Where to cut between two anchors; -1 when nothing separates them. */
    static int cut(Phrase phrase, int one, int other) {
        int last = -1;
        for (int i = one + 1; i < other; i++) {
            if (phrase.isIn(i, SEPARATORS)) {
                last = i;
            }
        }
        if (last > 0) {
            return last;
        }
        for (int i = one + 1; i <= other; i++) {
            boolean newTime = phrase.isTime(i) && phrase.isTime(0);
            boolean oldTime = i == other && phrase.isTime(other - 1);
            if (phrase.isOnNewLine(i) || newTime || oldTime) {
                return i;
            }
        }
        return -1;
    }
}
