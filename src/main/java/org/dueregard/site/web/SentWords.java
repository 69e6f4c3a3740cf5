package org.dueregard.site.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words in a form that was not taken, for whoever typed them: nothing typed is ever lost. */
final class SentWords {

    /** Fields that the page fills in, not the person, and secrets, which no page shows. */
    private static final Pattern UNSHOWN =
            Pattern.compile("(?i)_.*|seen.*|was-.*|then|from|version|.*password.*|.*token.*");

    private SentWords() {}

    /** Whatever consists of several words, or of one that is no key of ours; the same words once. */
    static List<String> of(Map<String, ? extends Collection<String>> fields) {
        Set<String> words = new LinkedHashSet<>();
        fields.forEach((field, values) -> {
            if (!UNSHOWN.matcher(field).matches()) {
                values.stream().map(String::strip).filter(SentWords::areTyped).forEach(words::add);
            }
        });
        return new ArrayList<>(words);
    }

    private static boolean areTyped(String text) {
        return text.chars().anyMatch(Character::isWhitespace)
                || text.chars().anyMatch(Character::isLetter)
                        && !text.matches("[A-Z_]+|true|on|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
