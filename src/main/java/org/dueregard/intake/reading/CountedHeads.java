package org.dueregard.intake.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Heads that count what they name by a word of the council's own: {@code High impact action 2: …}. */
final class CountedHeads {

    static final Pattern COUNTED = Pattern.compile(
            "(?s)^(?<what>\\p{L}+(?: \\p{L}+){0,3}) (?<number>\\d{1,2}(?:\\.\\d{1,2})?[a-z]?)\\s*[:.–—-]\\s*(?<title>\\p{L}.*)$");

    private static final Pattern TIME = Pattern.compile("(?i)(year|quarter|phase|term|month)");

    private CountedHeads() {}

    /** {@code High impact action 2: …}, where several begin with the same words and a number each. */
    static Optional<LevelLabel> level(String words, Map<String, Integer> times) {
        Matcher own = COUNTED.matcher(words);
        return own.matches() && !TIME.matcher(own.group("what")).matches() && times.getOrDefault(kind(own), 0) > 1
                ? Optional.of(new LevelLabel(
                        Role.OBJECTIVE, own.group("number"), own.group("title").strip(), ""))
                : Optional.empty();
    }

    /** How often each thing is counted that the words begin with. */
    static Map<String, Integer> times(Stream<String> all) {
        Map<String, Integer> times = new HashMap<>();
        all.distinct()
                .map(COUNTED::matcher)
                .filter(Matcher::matches)
                .forEach(one -> times.merge(kind(one), 1, Integer::sum));
        return times;
    }

    private static String kind(Matcher counted) {
        return counted.group("what").toLowerCase(Locale.UK);
    }
}
