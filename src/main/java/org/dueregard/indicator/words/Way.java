package org.dueregard.indicator.words;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways in which words say that something is to change. */
enum Way {
    UP("""
            increase increased increases increasing raise raised raises raising rise rises rising grow grows
            growing growth grown risen boost uplift maximise"""),
    DOWN("""
            reduce reduced reduces reducing reduction reductions decrease decreased decreases decreasing cut
            cuts cutting fall falls falling drop drops decline declining minimise minimize minimising narrow
            narrowed narrows narrowing fallen close closing shrink lessen"""),
    BETTER("improve improved improves improving improvement improvements");

    /** Nouns, before which an amount can stand: {@code 5% reduction}. */
    private static final Set<String> NOUNS = Vocabulary.of("""
            increase reduction decrease rise improvement fall drop growth decline uplift cut improvements
            reductions""");

    private static final Set<String> WENT = Set.of("go", "goes", "going", "gone", "went");

    /** Said of gaps only: elsewhere they are other words. */
    private static final Set<String> OF_A_GAP = Set.of("close", "closing");

    private static final Map<String, Way> BY_WORD = Stream.of(values())
            .flatMap(way -> way.words.stream().map(word -> Map.entry(word, way)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Set<String> words;

    Way(String words) {
        this.words = Vocabulary.of(words);
    }

    /** The way that the word at the position says; null when it says none. */
    static @Nullable Way at(Phrase phrase, int i) {
        String word = phrase.text(i);
        boolean amount = phrase.is(i + 1, "by") && phrase.isNumber(i + 2);
        if (OF_A_GAP.contains(word) && !amount && !isGapNear(phrase, i)) {
            return null;
        }
        // who drop out, and not what drops
        if (word.equals("drop") && (phrase.is(i + 1, "out") || phrase.is(i + 1, "outs"))) {
            return null;
        }
        boolean phrasal =
                (word.equals("bring") || word.equals("drive") || word.equals("push")) && phrase.is(i + 1, "down");
        boolean went = phrase.isIn(i - 1, WENT);
        return phrasal || went && word.equals("down") ? DOWN : went && word.equals("up") ? UP : BY_WORD.get(word);
    }

    static boolean isNoun(String word) {
        return NOUNS.contains(word);
    }

    private static boolean isGapNear(Phrase phrase, int i) {
        for (int at = i + 1; at < i + 7; at++) {
            if (phrase.is(at, "gap") || phrase.is(at, "gaps") || phrase.is(at, "difference")) {
                return true;
            }
        }
        return false;
    }
}
