package org.dueregard.intake.reading;

import java.util.List;
import java.util.regex.Pattern;

/** The sentences of words: one ends where another begins with a capital; the number that words begin with ends none. */
final class Sentences {

    private static final Pattern NEXT = Pattern.compile("(?<=[.!?])(?<!^\\d{1,2}\\.)\\s+(?=\\p{Lu})");

    private Sentences() {}

    static List<String> of(String words) {
        return List.of(NEXT.split(words));
    }
}
