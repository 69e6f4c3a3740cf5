package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The phrases of {@code heading-phrases.txt}, and which of them a heading has. */
final class HeadingPhrases {

    /**
     * @param weak whether it means the role only where nothing else says so outright
     * @param alone whether it means the role only where nothing else is said
     */
    record Phrase(List<String> words, Role role, boolean weak, boolean alone) {

        /** Several of it are called by its plural: {@code Improvement actions}. */
        private boolean isAt(List<String> heading, int at) {
            int last = words.size() - 1;
            String said = heading.get(at + last);
            return heading.subList(at, at + last).equals(words.subList(0, last))
                    && (said.equals(words.get(last)) || last > 0 && said.equals(words.get(last) + "s"));
        }
    }

    /** @param at the place of its first word in the heading */
    record Found(Phrase phrase, int at) {

        int end() {
            return at + phrase.words.size();
        }

        private boolean isBetterThan(@Nullable Found other) {
            if (other == null) {
                return true;
            }
            int longer = phrase.words.size() - other.phrase.words.size();
            if (longer != 0) {
                return longer > 0;
            }
            return phrase.weak != other.phrase.weak ? other.phrase.weak : at < other.at;
        }
    }

    private static final Map<String, List<Phrase>> BY_FIRST_WORD = read().stream()
            .collect(Collectors.groupingBy(phrase -> phrase.words().get(0)));

    private static final int SHORT = 3;

    /** Words that mean a role only where little else is said: {@code Who}, but not {@code What the data tell us}. */
    private static final Set<String> QUESTIONS =
            Set.of("what", "who", "when", "why", "from", "row", "line", "state", "due");

    private HeadingPhrases() {}

    private static List<Phrase> read() {
        List<Phrase> all = new ArrayList<>();
        Set<String> said = new HashSet<>();
        String section = "";
        for (String line : WordLists.lines("heading-phrases.txt")) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
                continue;
            }
            String[] role = section.split(" ");
            String how = role.length > 1 ? role[1] : "";
            if (!said.add(line + " " + how)) {
                throw new IllegalStateException("Twice in the phrases of headings: " + line);
            }
            all.add(new Phrase(
                    List.of(line.split(" ")), Role.valueOf(role[0]), how.equals("weakly"), how.equals("alone")));
        }
        return all;
    }

    /** What a word means that is all that a heading says. */
    static Optional<Role> alone(String word) {
        return BY_FIRST_WORD.getOrDefault(word, List.of()).stream()
                .filter(Phrase::alone)
                .map(Phrase::role)
                .findFirst();
    }

    /**
     * The longest phrase in the words.
     *
     * @param apart one that it may not overlap; null for none
     * @return null where there is none
     */
    static @Nullable Found longest(List<String> words, @Nullable Found apart) {
        Found best = null;
        for (int at = 0; at < words.size(); at++) {
            boolean question = words.size() > SHORT && QUESTIONS.contains(words.get(at));
            for (Phrase phrase : BY_FIRST_WORD.getOrDefault(words.get(at), List.of())) {
                Found found = new Found(phrase, at);
                boolean free = apart == null || found.end() <= apart.at() || at >= apart.end();
                if (free
                        && !phrase.alone()
                        && found.end() <= words.size()
                        && !(question && phrase.words().size() == 1)
                        && phrase.isAt(words, at)
                        && found.isBetterThan(best)) {
                    best = found;
                }
            }
        }
        return best;
    }
}
