package org.dueregard.indicator.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases with their meanings; the longest that stands at a position is found. */
final class Wordings<T> {

    /** A meaning and the position after the phrase that has it. */
    record Found<T>(T meaning, int end) {}

    private record Entry<T>(List<String> words, T meaning) {}

    private final Map<String, List<Entry<T>>> byFirst = new HashMap<>();

    private Wordings(Map<T, List<String>> phrases) {
        phrases.forEach((meaning, all) -> all.forEach(phrase -> {
            List<String> words = List.of(phrase.split(" "));
            byFirst.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(new Entry<>(words, meaning));
        }));
        byFirst.values()
                .forEach(entries -> entries.sort(Comparator.comparingInt(
                                (Entry<T> entry) -> entry.words().size())
                        .reversed()));
    }

    @Nullable
    Found<T> at(Phrase phrase, int i) {
        for (Entry<T> entry : byFirst.getOrDefault(phrase.text(i), List.of())) {
            boolean matches = true;
            for (int k = 1; matches && k < entry.words().size(); k++) {
                matches = phrase.is(i + k, entry.words().get(k));
            }
            if (matches) {
                return new Found<>(entry.meaning(), i + entry.words().size());
            }
        }
        return null;
    }

    /** The position after the phrase at the position; -1 when there is none. */
    int end(Phrase phrase, int i) {
        Found<T> found = at(phrase, i);
        return found == null ? -1 : found.end();
    }

    static <T> Builder<T> builder() {
        return new Builder<>();
    }

    /** Phrases that all mean the same, with commas between. */
    static Wordings<Boolean> of(String phrases) {
        return Wordings.<Boolean>builder().with(true, phrases).build();
    }

    static final class Builder<T> {

        private final Map<T, List<String>> phrases = new LinkedHashMap<>();

        /** Adds phrases, with commas between. */
        Builder<T> with(T meaning, String more) {
            phrases.computeIfAbsent(meaning, fresh -> new ArrayList<>())
                    .addAll(List.of(more.strip().replaceAll("\\s+", " ").split(", ")));
            return this;
        }

        Wordings<T> build() {
            return new Wordings<>(phrases);
        }
    }
}
