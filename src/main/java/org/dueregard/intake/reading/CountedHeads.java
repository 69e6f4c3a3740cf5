package org.dueregard.intake.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Heads that count what they name, by a word of the council's own, {@code High impact action 2: …}, or by bare numbers. */
final class CountedHeads {

    static final Pattern COUNTED = Pattern.compile(
            "(?s)^(?<what>\\p{L}+(?: \\p{L}+){0,3}) (?<number>\\d{1,2}(?:\\.\\d{1,2})?[a-z]?)\\s*[:.–—-]\\s*(?<title>\\p{L}.*)$");

    private static final Pattern BARE_NUMBER = Pattern.compile("(?s)(?<number>\\d{1,2})\\s+(?<title>\\p{Lu}.*)");

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

    /** What is counted there. */
    static Optional<String> word(String words) {
        Matcher own = COUNTED.matcher(words);
        return own.matches() ? Optional.of(own.group("what")) : Optional.empty();
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

    /** Whether all begin with a number, from 1 on and none left out: one alone might be {@code 25 health champions}. */
    static boolean areNumbered(List<String> all) {
        int last = 0;
        for (String words : all) {
            Matcher bare = BARE_NUMBER.matcher(words);
            int number = bare.matches() ? Integer.parseInt(bare.group("number")) : -1;
            if (number != last && number != last + 1) {
                return false;
            }
            last = number;
        }
        return last > 1;
    }

    /** Takes the bare number before a title for the reference. */
    static void number(Growing node) {
        Matcher bare = BARE_NUMBER.matcher(node.title);
        if (bare.matches()) {
            node.referTo(bare.group("number"));
            node.title = bare.group("title");
        }
    }

    private static String kind(Matcher counted) {
        return counted.group("what").toLowerCase(Locale.UK);
    }
}
