package org.dueregard.intake.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What else a plan calls an objective or an area: {@code High Impact Action 1: …} is {@code HIA 1} in the table of measures
 * behind it, and {@code Objective 2} is {@code O2}.
 */
final class LevelNames {

    private static final int LONGEST = 24;
    private static final int SHORTEST_IN_FULL = 6;

    private static final Pattern COUNTED = Pattern.compile(
            "(?s)^(?<what>\\p{L}+(?: \\p{L}+){0,4}) (?<number>\\d{1,2}(?:\\.\\d{1,2})?[a-z]?|[A-H])(?!\\w).*$");

    private LevelNames() {}

    /** In small letters and figures only. */
    static String plain(String words) {
        return words.toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}.]+", "");
    }

    /** The short names of what a heading, a row across a table or a cell begins; none where it counts nothing. */
    static Set<String> of(String words) {
        Set<String> names = new LinkedHashSet<>();
        Matcher counted = COUNTED.matcher(words.strip().replaceAll("\\s+", " "));
        if (counted.matches()) {
            String number = counted.group("number").toLowerCase(Locale.UK);
            names.add(plain(counted.group("what")) + number);
            names.add(plain(initials(counted.group("what"))) + number);
        }
        Reference.in(words)
                .map(Reference::reference)
                .filter(LevelNames::hasLetter)
                .map(LevelNames::plain)
                .ifPresent(names::add);
        return names;
    }

    /** What a heading or a row across a table is called in full, with its number and without. */
    static Set<String> inFull(String words) {
        Set<String> names = new LinkedHashSet<>();
        names.add(plain(words));
        LevelLabel.of(words).map(LevelLabel::title).map(LevelNames::plain).ifPresent(names::add);
        Reference.in(words).map(Reference::rest).map(LevelNames::plain).ifPresent(names::add);
        Matcher counted = CountedHeads.COUNTED.matcher(words);
        if (counted.matches()) {
            names.add(plain(counted.group("title")));
        }
        names.removeIf(name -> name.length() < SHORTEST_IN_FULL);
        return names;
    }

    /** Whether a name is that of several: {@code High Impact Actions} of {@code HIA}. */
    static boolean isPlural(String several, String one) {
        return plain(initials(several)).equals(plain(one)) || plain(several).equals(plain(one) + "s");
    }

    private static String initials(String words) {
        return Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }

    /** Whether a name can be found again without anything that says what it counts. */
    static boolean hasLetter(String name) {
        return name.chars().anyMatch(Character::isLetter);
    }

    /** The one that is called so, for short, or by its number alone; null for none. */
    static @Nullable Growing meant(String words, List<Growing> among) {
        String plain = plain(words);
        boolean code = Reference.isOne(words)
                && plain.length() <= LONGEST
                && words.chars().anyMatch(Character::isDigit);
        return among.stream()
                .filter(node -> !node.title.isBlank() && !plain.isEmpty())
                .filter(node -> plain(node.title).equals(plain)
                        || plain(node.titleFrom.words()).equals(plain)
                        || node.reference.length() > 1 && plain(node.reference).equals(plain) && hasLetter(plain)
                        || code
                                && (plain(node.reference).equals(plain)
                                        || of(node.titleFrom.words()).contains(plain)))
                .findFirst()
                .orElse(null);
    }
}
