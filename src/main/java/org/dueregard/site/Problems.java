package org.dueregard.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form that was refused: for each field, by its id, one sentence that says what to do. In the order
 * in which they were found, which is the order of the page.
 */
public final class Problems {

    private final Map<String, String> sentences = new LinkedHashMap<>();

    /** A field and what to do about it. */
    public record Problem(String field, String sentence) {}

    /** Adds a sentence; a field that has one already keeps it. */
    public Problems add(String field, String sentence) {
        sentences.putIfAbsent(field, sentence);
        return this;
    }

    /**
     * Adds a sentence about words that have to be there, where none are or too many.
     *
     * @param atMost characters
     */
    public Problems require(String field, String words, int atMost, String missing, String tooLong) {
        if (words.isBlank()) {
            return add(field, missing);
        }
        return words.length() > atMost ? add(field, tooLong) : this;
    }

    public @Nullable String of(String field) {
        return sentences.get(field);
    }

    public boolean isEmpty() {
        return sentences.isEmpty();
    }

    public List<Problem> all() {
        return sentences.entrySet().stream()
                .map(entry -> new Problem(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Whether any field of the thing whose fields begin with the prefix has a problem. */
    public boolean anyWithin(String prefix) {
        return sentences.keySet().stream().anyMatch(field -> field.startsWith(prefix));
    }
}
