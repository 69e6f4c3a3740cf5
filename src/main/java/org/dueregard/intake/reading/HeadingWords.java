package org.dueregard.intake.reading;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the heading of a column, or a label before its value, says it is there for. Knows the field's words and how they go
 * together, not any council's table: the longest phrase in a heading decides, and one of the same length that stands first.
 */
final class HeadingWords {

    /**
     * @param second what else the heading names: {@code Lead officer and timescale}; null for nothing
     * @param whole whether the phrase is all that the heading says
     * @param mostly whether the heading says little else, so that it is hardly a sentence with such a word in it
     */
    record Meaning(Role role, Certainty certainty, @Nullable Role second, boolean whole, boolean mostly) {

        Meaning surely() {
            return new Meaning(role, Certainty.CERTAIN, second, whole, mostly);
        }
    }

    /** Words that say nothing of their own in a heading. */
    private static final Set<String> BESIDE =
            Set.of(("the a of to for and or in on by be is are we our your please including"
                            + " include eg year march april september december january june key")
                    .split(" "));

    /** As exports of other systems call their columns: {@code OBJ_DESC}, {@code TARGET_TXT}. */
    private static final Map<String, String> IN_EXPORTS = Map.of(
            "desc",
            "description",
            "descr",
            "description",
            "txt",
            "text",
            "val",
            "value",
            "yr",
            "year",
            "nbr",
            "number",
            "resp",
            "responsible",
            "dt",
            "date",
            "prd",
            "period");

    private static final Map<String, String> BEFORE_OTHERS =
            Map.of("obj", "objective", "act", "action", "ind", "indicator", "base", "baseline", "tgt", "target");

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}%#£]+");
    private static final Pattern NUMBERED = Pattern.compile("\\d+|q[1-4]");
    private static final Pattern NUMBER_SIGN = Pattern.compile("#|no|nr");
    private static final Map<Pattern, String> IN_FULL = Map.of(
            Pattern.compile("['’]re\\b"), " are",
            Pattern.compile("['’]ll\\b"), " will",
            Pattern.compile("['’]ve\\b"), " have");

    private static final Pattern BASELINE_DATE = Pattern.compile(
            "(baseline|base line) (date|year|period|as at|as of)|(date|year|period) of (the )?(baseline|base line)");

    /** Characters; longer words are no heading. */
    private static final int LONGEST = 400;

    private static final Set<String> OURS = Set.of("our", "your", "the");

    /** What {@code our} says nothing more of: our progress is progress, but {@code Our organisation} is no owner. */
    private static final Set<Role> TOLD =
            EnumSet.of(Role.ACTIVITY, Role.INDICATOR, Role.OUTCOME, Role.BASELINE, Role.TARGET, Role.UPDATE);

    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\([^()]*$");

    private HeadingWords() {}

    /** Its words in small letters, without signs. */
    static List<String> words(String heading) {
        String small = heading.toLowerCase(Locale.UK);
        boolean cut = small.indexOf('\'') >= 0 || small.indexOf('’') >= 0;
        String bare = SIGNS.matcher(cut ? inFull(small) : small).replaceAll(" ").strip();
        return bare.isEmpty() ? List.of() : unabridged(bare.split(" "));
    }

    private static List<String> unabridged(String[] words) {
        boolean exported =
                Arrays.stream(words).anyMatch(IN_EXPORTS::containsKey) || words.length == 2 && words[1].equals("code");
        for (int at = 0; exported && at < words.length; at++) {
            String word = words[at];
            words[at] = IN_EXPORTS.getOrDefault(word, BEFORE_OTHERS.getOrDefault(word, word));
        }
        return List.of(words);
    }

    /** {@code What we're aiming for} is what we are aiming for. */
    private static String inFull(String small) {
        String words = small;
        for (Map.Entry<Pattern, String> shortened : IN_FULL.entrySet()) {
            words = shortened.getKey().matcher(words).replaceAll(shortened.getValue());
        }
        return words;
    }

    /** Whether a column says of when the baseline is. */
    static boolean isOfBaselineDate(String heading) {
        return BASELINE_DATE.matcher(String.join(" ", words(heading))).matches();
    }

    /** What the heading means; empty when it has no word that is known. */
    static Optional<Meaning> of(String heading) {
        if (heading.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> words = words(heading);
        Optional<Meaning> alone = words.size() == 1
                ? HeadingPhrases.alone(words.get(0)).map(role -> new Meaning(role, Certainty.LIKELY, null, true, true))
                : Optional.empty();
        if (alone.isPresent()) {
            return alone;
        }
        if (words.size() == 1 && NUMBER_SIGN.matcher(words.get(0)).matches()) {
            return Optional.of(new Meaning(Role.REFERENCE, Certainty.CERTAIN, null, true, true));
        }
        Optional<Meaning> outside = outsideBrackets(heading);
        if (outside.isPresent()) {
            return outside;
        }
        Optional<Meaning> asked = words.size() > 1
                ? HeadingQuestions.of(String.join(" ", words))
                        .map(role -> new Meaning(role, Certainty.CERTAIN, null, true, true))
                : Optional.empty();
        if (asked.isPresent()) {
            return asked;
        }
        HeadingPhrases.Found first = HeadingPhrases.longest(words, null);
        if (first == null) {
            return beforeColon(heading);
        }
        HeadingPhrases.Found second = HeadingPhrases.longest(words, first);
        boolean ours =
                OURS.contains(words.get(0)) && TOLD.contains(first.phrase().role());
        boolean whole = first.phrase().words().size() == words.size() - (ours ? 1 : 0);
        Certainty certainty =
                first.phrase().weak() || words.size() > first.phrase().words().size() + 6
                        ? Certainty.LIKELY
                        : Certainty.CERTAIN;
        Role other = second == null || second.phrase().role() == first.phrase().role()
                ? null
                : second.phrase().role();
        int said = first.phrase().words().size()
                + (second == null ? 0 : second.phrase().words().size());
        long others = words.stream()
                        .filter(word -> !BESIDE.contains(word)
                                && !NUMBERED.matcher(word).matches())
                        .count()
                - said;
        boolean mostly = whole || !first.phrase().weak() && others <= said;
        return Optional.of(new Meaning(first.phrase().role(), certainty, other, whole, mostly));
    }

    /** What a label means that says nothing else, in one language or in two: {@code Actions / Camau gweithredu}. */
    static Optional<Meaning> ofLabel(String words) {
        String bare = words.replaceAll("[:?]\\s*$", "");
        Optional<Meaning> whole = of(bare).filter(Meaning::whole);
        return whole.isPresent()
                ? whole
                : Arrays.stream(bare.split("\\s*[/|]\\s*"))
                        .map(part -> of(part.replaceAll("[:?]\\s*$", "")).filter(Meaning::whole))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /** {@code Plan: who, how and where} is a plan. */
    private static Optional<Meaning> beforeColon(String heading) {
        int colon = heading.indexOf(':');
        return colon < 0 || colon == heading.strip().length() - 1
                ? Optional.empty()
                : of(heading.substring(0, colon)).filter(Meaning::whole);
    }

    /** {@code Rationale (issue identified)} is a rationale. */
    private static Optional<Meaning> outsideBrackets(String heading) {
        Matcher brackets = BRACKETS.matcher(heading);
        return brackets.find()
                ? of(brackets.replaceAll(" ").replaceAll("[()]", " "))
                        .filter(Meaning::whole)
                        .filter(one -> one.second() == null)
                : Optional.empty();
    }
}
