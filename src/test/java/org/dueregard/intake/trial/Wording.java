package org.dueregard.intake.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether two wordings are the same thing to a careful reader: quotes, dashes, bullets, case and full stops do not count. */
final class Wording {

    /** Of the words of a name, how many have to be shared. */
    private static final double SHARED = 0.85;

    private static final Pattern LEADING =
            Pattern.compile("^(?:[-*•·▪‣o–]\\s+|[-•·▪–]|\\(?(?:\\d{1,2}|[a-z]|[ivx]{1,4})[.)]\\s+)+");
    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{Nd}]+(?:(?:[.,':](?=[\\p{L}\\p{Nd}])|(?<=\\p{Nd})/(?=\\p{Nd}))[\\p{L}\\p{Nd}]+)*|[%£<>=+]");

    private Wording() {}

    /** In one case, with one kind of space, quote and dash. */
    static String plain(String words) {
        return words.toLowerCase(Locale.UK)
                .replaceAll("[\\u2018\\u2019\\u201B\\u02BC\\u00B4`]", "'")
                .replaceAll("[\\u201C\\u201D\\u201E\\u00AB\\u00BB]", "\"")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceAll("[\\s\\u00A0\\u2000-\\u200B\\u202F\\uFEFF\\u00AD]+", " ")
                .strip();
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(plain(text));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static List<String> bare(String text) {
        return words(LEADING.matcher(plain(text)).replaceFirst(""));
    }

    /** Equal, or one contains the other as whole words, or nearly all words are shared. */
    static boolean isSame(String one, String other) {
        List<String> first = bare(one);
        List<String> second = bare(other);
        return isSame(first, second) || isSame(words(one), words(other));
    }

    private static boolean isSame(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        return Collections.indexOfSubList(one, other) >= 0
                || Collections.indexOfSubList(other, one) >= 0
                || shared(one, other) >= SHARED;
    }

    /** From 0 for nothing in common to 1 for the same words. */
    static double likeness(String one, String other) {
        List<String> first = bare(one);
        List<String> second = bare(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        return first.equals(second) ? 1 : shared(first, second);
    }

    /** Which share of the first one's words is in the other. */
    static double covered(String one, String by) {
        List<String> first = words(one);
        return first.isEmpty() ? 1 : (double) inCommon(first, words(by)) / first.size();
    }

    private static double shared(List<String> one, List<String> other) {
        return (double) inCommon(one, other) / Math.max(one.size(), other.size());
    }

    private static int inCommon(List<String> one, List<String> other) {
        Map<String, Integer> left = new HashMap<>();
        other.forEach(word -> left.merge(word, 1, Integer::sum));
        int common = 0;
        for (String word : one) {
            Integer there = left.get(word);
            if (there != null && there > 0) {
                left.put(word, there - 1);
                common++;
            }
        }
        return common;
    }

    /** {@code 1.1.} is {@code 1.1}, and {@code Objective 2} is {@code 2}. */
    static boolean isSameReference(String one, String other) {
        String first = reference(one);
        String second = reference(other);
        return !first.isEmpty()
                && (first.equals(second) || first.endsWith(" " + second) || second.endsWith(" " + first));
    }

    private static String reference(String written) {
        return plain(written).replaceAll("^[(\\[]|[.):\\]\\s-]+$", "");
    }
}
