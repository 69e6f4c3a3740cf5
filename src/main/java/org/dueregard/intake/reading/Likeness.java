package org.dueregard.intake.reading;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How much two texts have in common, by their words. */
public final class Likeness {

    private static final Set<String> SMALL = Set.of(
            "the", "a", "an", "of", "to", "for", "and", "or", "in", "on", "with", "by", "at", "from", "their", "our",
            "is", "are", "be", "that");

    private Likeness() {}

    /** From 0 for nothing to 1 for the same words; small words and what stands in brackets do not count. */
    public static double of(String one, String other) {
        Set<String> left = words(one);
        Set<String> right = words(other);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        Set<String> both = new LinkedHashSet<>(left);
        both.retainAll(right);
        return (double) both.size() / (left.size() + right.size() - both.size());
    }

    /**
     * How much of what only one title says is in some texts: the mean, over the words of the title that no other has, of the
     * share of texts with the word; of the two best words, so that a title may say more than the texts.
     */
    static double ofRare(String title, List<String> titles, List<String> texts) {
        Set<String> own = words(title);
        for (String other : titles) {
            if (!other.equals(title)) {
                own.removeAll(words(other));
            }
        }
        if (texts.isEmpty()) {
            return 0;
        }
        return own.stream()
                .mapToDouble(word -> (double) texts.stream()
                                .filter(text -> words(text).contains(word))
                                .count()
                        / texts.size())
                .boxed()
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .mapToDouble(share -> share / 2)
                .sum();
    }

    /** Whether at least two words that count, or one long one, are all in the other text. */
    public static boolean containedIn(String part, String whole) {
        Set<String> own = words(part);
        boolean enough = own.size() > 1 || own.stream().anyMatch(word -> word.length() > 5);
        return enough && words(whole).containsAll(own);
    }

    static Set<String> words(String text) {
        List<String> all = HeadingWords.words(text.toLowerCase(Locale.UK).replaceAll("\\([^)]*\\)", " "));
        Set<String> words = new LinkedHashSet<>(all);
        words.removeAll(SMALL);
        return words;
    }
}
