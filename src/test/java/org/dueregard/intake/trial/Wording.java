package org.dueregard.intake.trial;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Whether two wordings are the same thing to a careful reader: quotes, dashes, bullets, case and full stops do not count. */
final class Wording {

    /** Of the words of a name, how many have to be shared. */
    private static final double SHARED = 0.85;

    private static final Pattern LEADING =
            Pattern.compile("^(?:[-*•·▪‣o–]\\s+|[-•·▪–]|\\(?(?:\\d{1,2}|[a-z]|[ivx]{1,4})[.)]\\s+){1,20}");
    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{Nd}]+(?:(?:[.,':](?=[\\p{L}\\p{Nd}])|(?<=\\p{Nd})/(?=\\p{Nd}))[\\p{L}\\p{Nd}]+)*|[%£<>=+]");

    private static final Pattern QUOTE = Pattern.compile("[\\u2018\\u2019\\u201B\\u02BC\\u00B4`]");
    private static final Pattern DOUBLE_QUOTE = Pattern.compile("[\\u201C\\u201D\\u201E\\u00AB\\u00BB]");
    private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2000-\\u200B\\u202F\\uFEFF\\u00AD]+");

    private static final int MOST_KNOWN = 20_000;

    /** Each title of a draft is held against each of the truth, so that splitting them took most of the time of a comparison. */
    private static final Map<String, Split> SPLIT = new ConcurrentHashMap<>();

    /** @param bare without a bullet or number in front */
    private record Split(List<String> all, List<String> bare) {}

    private Wording() {}

    /** In one case, with one kind of space, quote and dash. */
    static String plain(String words) {
        String lower = words.toLowerCase(Locale.UK);
        String quoted =
                DOUBLE_QUOTE.matcher(QUOTE.matcher(lower).replaceAll("'")).replaceAll("\"");
        return SPACE.matcher(DASH.matcher(quoted).replaceAll("-"))
                .replaceAll(" ")
                .strip();
    }

    static List<String> words(String text) {
        return split(text).all();
    }

    private static List<String> bare(String text) {
        return split(text).bare();
    }

    private static Split split(String text) {
        Split known = SPLIT.get(text);
        if (known != null) {
            return known;
        }
        String plain = plain(text);
        Split split = new Split(found(plain), found(LEADING.matcher(plain).replaceFirst("")));
        if (SPLIT.size() >= MOST_KNOWN) {
            SPLIT.clear();
        }
        SPLIT.put(text, split);
        return split;
    }

    private static List<String> found(String plain) {
        return WORD.matcher(plain).results().map(MatchResult::group).toList();
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
