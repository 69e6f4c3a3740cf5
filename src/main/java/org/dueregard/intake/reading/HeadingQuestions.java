package org.dueregard.intake.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The questions of {@code heading-questions.txt}: {@code How will we know if we have been successful?} */
final class HeadingQuestions {

    private static final Map<Pattern, Role> ALL = read();

    private HeadingQuestions() {}

    private static Map<Pattern, Role> read() {
        Map<Pattern, Role> all = new LinkedHashMap<>();
        for (String line : WordLists.lines("heading-questions.txt")) {
            String[] parts = line.split(" = ", 2);
            all.put(Pattern.compile(parts[1]), Role.valueOf(parts[0]));
        }
        return all;
    }

    /** @param words in small letters and without signs */
    static Optional<Role> of(String words) {
        return ALL.entrySet().stream()
                .filter(question -> question.getKey().matcher(words).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
