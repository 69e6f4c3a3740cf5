package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of a paragraph behind their label: {@code Intended outcome: …}; several where the paragraph goes on with others:
 * {@code Action: … Lead: … By when: …}.
 */
record Labelled(Role role, String label, String words) {

    private static final int LONGEST_LABEL = 8;
    private static final int MOST = 12;

    /** {@code Progress at March 2025} and {@code Update, Q2 2024/25} are labels with a time. */
    private static final Pattern WHEN = Pattern.compile(
            "(?i)[\\s,(–-]+(?:(?:as )?(?:at|of|in|for|to|by|during|since)\\s+)?(?:\\(?(?:end of |mid-?)?(?:q[1-4]|quarter [1-4]|\\d{1,2}(?:st|nd|rd|th)?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|winter|term|year|(?:19|20)\\d\\d(?:[/-]\\d{2,4})?)[\\s,)]*)+$");

    private static final Pattern NAMES_TIME = Pattern.compile("\\p{L}{3}|\\d{4}|[qQ]\\d");

    private static final Pattern AIM = Pattern.compile("(?i)(our |the )?(aim|goal|ambition)");

    private static final Pattern FIRST = Pattern.compile(
            "(?s)^(?<label>[\\p{L}][\\p{L}\\d '’/&()?,-]{1,60}?)(?:\\s{0,9}(?:\\?\\s?:|[:?])\\s*|\\s{1,9}[–—-]\\s{1,9})(?<rest>.*)$");
    private static final Pattern UNKNOWN = Pattern.compile("(?s)^(?<label>\\p{Lu}[\\p{L} '’/&()-]{3,60}):\\s+\\S.*$");
    private static final Pattern NEXT =
            Pattern.compile("(?<=[.;,|\\n\\t)!0-9–—-])\\s{0,9}(?<label>\\p{Lu}[\\p{L} ]{1,40}):\\s");

    private static final Pattern NUMBER = Pattern.compile(
            "(?i)\\W*(?:key )?(?:action|activity|task|deliverable) (?<number>\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-z]?)\\W*");

    private static final Set<Role> BRIEF = EnumSet.of(Role.OWNER, Role.DEADLINE, Role.STRATEGY, Role.STATUS);

    /** {@code Action 1.1  Use plain words}, {@code Action (ii): …}: the number is that of what is done. */
    private static final Pattern COUNTED = Pattern.compile(
            "(?s)^(?<label>(?:Key )?(?:Action|Activity|Task|Deliverable) (?<number>\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-z]?|\\((?:[ivx]{1,4}|[a-h]|\\d{1,2})\\)))\\s{0,9}[:.)–—-]?\\s{1,9}(?<rest>\\p{Lu}.*)$");

    /** {@code Action 1.1} and no more: the number of what is done. */
    static Optional<String> number(String words) {
        Matcher number = NUMBER.matcher(words);
        return number.matches() ? Optional.of(number.group("number")) : Optional.empty();
    }

    /** What is done behind a label that counts it, with its number in front. */
    static Optional<Labelled> counted(String words) {
        Matcher counted = COUNTED.matcher(words);
        if (!counted.matches()) {
            return Optional.empty();
        }
        String number = counted.group("number");
        String stop = number.indexOf('.') < 0 && number.indexOf(')') < 0 ? ". " : " ";
        return Optional.of(new Labelled(Role.ACTIVITY, counted.group("label"), number + stop + counted.group("rest")));
    }

    /** Empty where the words do not begin with a label that is known. */
    static List<Labelled> in(String words) {
        Optional<Labelled> counted = counted(words);
        if (counted.isPresent()) {
            return List.of(counted.get());
        }
        Matcher first = FIRST.matcher(words);
        Optional<Role> role = first.matches() ? role(first.group("label")) : Optional.empty();
        if (role.isEmpty()) {
            return List.of();
        }
        List<Labelled> all = new ArrayList<>();
        String label = first.group("label");
        Role said = role.get();
        String rest = first.group("rest");
        Matcher next = NEXT.matcher(rest);
        int from = 0;
        while (next.find() && all.size() < MOST) {
            Optional<Role> other = role(next.group("label"));
            if (other.isPresent()) {
                all.add(new Labelled(said, label, between(rest.substring(from, next.start()))));
                said = other.get();
                label = next.group("label");
                from = next.end();
            }
        }
        all.add(new Labelled(said, label, rest.substring(from).strip()));
        return all.size() == 1 ? all : together(all);
    }

    /** Whether what is labelled so is said in a few words, so that another label ends it. */
    static boolean isBrief(Role role) {
        return BRIEF.contains(role);
    }

    /** Whether words begin with a label in full words that nobody knows. */
    static boolean isUnknown(String words) {
        Matcher first = UNKNOWN.matcher(words);
        return first.matches()
                && ColumnLook.count(first.group("label")) <= LONGEST_LABEL
                && in(words).isEmpty();
    }

    /** An aim behind a measure is its target; and each but the first thing ends with its own full stop. */
    private static List<Labelled> together(List<Labelled> all) {
        List<Labelled> together = new ArrayList<>();
        boolean measured = false;
        for (Labelled one : all) {
            boolean aim = measured
                    && one.role == Role.OBJECTIVE
                    && AIM.matcher(one.label).matches();
            measured |= one.role == Role.INDICATOR;
            String words = one.words.endsWith(".") && one.words.indexOf('.') == one.words.length() - 1
                    ? one.words.substring(0, one.words.length() - 1)
                    : one.words;
            together.add(new Labelled(aim ? Role.TARGET : one.role, one.label, words));
        }
        return together;
    }

    private static String between(String words) {
        String bare = words.strip();
        return !bare.isEmpty() && ";,|–—-".indexOf(bare.charAt(bare.length() - 1)) >= 0
                ? bare.substring(0, bare.length() - 1).strip()
                : bare;
    }

    private static Optional<Role> role(String label) {
        return ColumnLook.count(label) > LONGEST_LABEL
                ? Optional.empty()
                : HeadingWords.of(withoutTime(label))
                        .filter(HeadingWords.Meaning::whole)
                        .map(HeadingWords.Meaning::role);
    }

    /** A number alone is none: {@code Section 3} is the third section, and nobody's. */
    private static String withoutTime(String label) {
        Matcher when = WHEN.matcher(label);
        return when.find() && NAMES_TIME.matcher(when.group()).find() ? label.substring(0, when.start()) : label;
    }
}
