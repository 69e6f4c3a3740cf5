package org.dueregard.indicator.words;

import java.util.List;
import java.util.Set;

/** Recognises slips of one letter in the words that decide most: a letter missing, doubled, wrong or in the wrong place. */
final class Spelling {

    private static final List<String> WORDS = List.of(
            "increase",
            "increased",
            "reduce",
            "reduction",
            "decrease",
            "maintain",
            "minimum",
            "maximum",
            "baseline",
            "improve",
            "improvement",
            "confirmed",
            "national",
            "between",
            "monitor",
            "neighbours",
            "statistical",
            "average");

    /** Proper words that lie too near. */
    private static final Set<String> OTHERS = Vocabulary.of("""
            increases reduced reduces reductions decreased decreases maintains improved improves approve
            improvements rational nationally monitors neighbour averages baselines produce seduce deduce
            confirmer averaged maximus minimums nationals educe""");

    private Spelling() {}

    static boolean isSlip(String word) {
        return !corrected(word).equals(word);
    }

    static String corrected(String word) {
        if (word.length() < 6 || word.length() > 13 || OTHERS.contains(word) || WORDS.contains(word)) {
            return word;
        }
        for (String proper : WORDS) {
            if (isOneSlipAway(word, proper)) {
                return proper;
            }
        }
        return word;
    }

    private static boolean isOneSlipAway(String word, String proper) {
        if (Math.abs(word.length() - proper.length()) > 1) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(word.length(), proper.length());
        while (same < shorter && word.charAt(same) == proper.charAt(same)) {
            same++;
        }
        String left = word.substring(same);
        String right = proper.substring(same);
        if (word.length() > proper.length()) {
            return left.substring(1).equals(right);
        }
        if (word.length() < proper.length()) {
            return left.equals(right.substring(1));
        }
        boolean swapped = left.length() >= 2
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && left.substring(2).equals(right.substring(2));
        return swapped || (!left.isEmpty() && left.substring(1).equals(right.substring(1)));
    }
}
