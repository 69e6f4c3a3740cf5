package org.dueregard.intake.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a column that says both who and by when: {@code Head of HR / June 2024}, {@code June 2024 – HR}, {@code HR, March
 * 2025}.
 *
 * @param owner empty for none
 * @param day empty for none
 */
record OwnerAndDay(String owner, String day) {

    private static final int LONGEST = 300;
    private static final int FEW = 6;

    private static final Pattern LABELS =
            Pattern.compile("(?i)(^|[;,]\\s*)(?:lead|owner|led by|who|by when|when|date|due|deadline)\\s*:\\s*");
    private static final Pattern IN_BRACKETS =
            Pattern.compile("(?s)(?<what>.{6,}?)\\s*\\((?<inside>[^()]{2,80})\\)\\W?");
    private static final Pattern BEHIND_DASH =
            Pattern.compile("(?s)(?<what>.{6,})\\s[–—-]\\s(?<inside>[^–—]{2,80})\\W?");
    /** A year alone may be that of something. */
    private static final Pattern IN_MONTH = Pattern.compile(
            "(?i).*\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,6}\\.? (19|20)\\d\\d\\b.*|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}");

    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:[;,|(\\n]|(?<=\\s)[–—-](?=\\s)|/(?=\\s)|(?<=\\s)/)\\s*");
    private static final Pattern BY = Pattern.compile("(?i)(by|before|from|in|during|until|end of) [^,;/]+");
    private static final Pattern AT_END = Pattern.compile(
            "(?i)\\s(?=(?:by |from |end |end of |mid |early |late )*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,6}\\.? (?:19|20)\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|(?:19|20)\\d\\d|ongoing|on-going)\\W?$)");

    static OwnerAndDay of(String line) {
        if (line.length() > LONGEST) {
            return new OwnerAndDay(line, "");
        }
        if (BY.matcher(line).matches() && isOnlyDay(line)) {
            return new OwnerAndDay("", line);
        }
        Matcher between = BETWEEN.matcher(line);
        while (between.find()) {
            Optional<OwnerAndDay> parts = parts(line.substring(0, between.start()), line.substring(between.end()));
            if (parts.isPresent()) {
                return parts.get();
            }
        }
        Matcher end = AT_END.matcher(line);
        if (end.find()) {
            Optional<OwnerAndDay> parts = parts(line.substring(0, end.start()), line.substring(end.end()));
            if (parts.isPresent()) {
                return parts.get();
            }
        }
        return isDay(line) ? new OwnerAndDay("", line) : new OwnerAndDay(line, "");
    }

    /**
     * {@code Dignity at work training (L&D Team, by Dec-25)}: who and by when, in brackets behind what is done; or behind a dash,
     * where it is both.
     */
    static void tell(Growing activity) {
        tell(activity, true);
    }

    /** @param free whether days have no column of their own; else one behind a dash is a part of the name */
    static void tell(Growing activity, boolean free) {
        if (activity.title.length() > LONGEST) {
            return;
        }
        Matcher end = IN_BRACKETS.matcher(activity.title);
        boolean dashed = !end.matches();
        if (dashed) {
            end = BEHIND_DASH.matcher(activity.title);
            if (!end.matches()) {
                return;
            }
            OwnerAndDay behind = inBrackets(end);
            boolean month = free
                    && behind.owner.isEmpty()
                    && IN_MONTH.matcher(behind.day).matches();
            if (behind.day.isEmpty() || behind.owner.isEmpty() && !month) {
                return;
            }
        }
        OwnerAndDay both = inBrackets(end);
        if (both.owner.isEmpty() && isDay(both.day)) {
            activity.title = end.group("what").strip();
            activity.add(new Value(Role.DEADLINE, both.day, "", activity.titleFrom.spots(), Certainty.LIKELY, false));
            return;
        }
        // letters alone are short for what stands before them as often as for somebody
        boolean letters = both.owner.matches("[A-Z][A-Z&/]{1,7}");
        boolean somebody = letters || dashed
                ? !both.day.isEmpty() && Character.isUpperCase(both.owner.charAt(0))
                : ColumnLook.isSomebody(both.owner);
        boolean day = both.day.isEmpty() || isDay(both.day);
        if (!somebody || !day) {
            return;
        }
        activity.title = end.group("what").strip();
        activity.add(new Value(Role.OWNER, both.owner, "", activity.titleFrom.spots(), Certainty.LIKELY, false));
        activity.add(new Value(Role.DEADLINE, both.day, "", activity.titleFrom.spots(), Certainty.LIKELY, false));
    }

    private static OwnerAndDay inBrackets(Matcher end) {
        return of(LABELS.matcher(end.group("inside")).replaceAll("$1"));
    }

    /** Whether words end with who and by when in brackets. */
    static boolean isTold(String words) {
        Matcher end = IN_BRACKETS.matcher(words);
        if (words.length() > LONGEST || !end.matches()) {
            return false;
        }
        OwnerAndDay both = inBrackets(end);
        return !both.owner.isEmpty() && !both.day.isEmpty();
    }

    /** {@code By March 2027}, {@code Every year}: a few words that only say when. */
    static boolean isOnlyDay(String words) {
        return ColumnLook.count(words) <= FEW && !words.isBlank() && isDay(words);
    }

    private static Optional<OwnerAndDay> parts(String left, String right) {
        String before = left.strip();
        String after = right.strip().endsWith(")") && !right.contains("(")
                ? right.strip().substring(0, right.strip().length() - 1)
                : right.strip();
        if (before.isEmpty() || after.isEmpty() || isDay(before) == isDay(after)) {
            return Optional.empty();
        }
        OwnerAndDay both = isDay(after) ? new OwnerAndDay(before, after) : new OwnerAndDay(after, before);
        return both.owner.chars().anyMatch(Character::isLetter) ? Optional.of(both) : Optional.empty();
    }

    private static boolean isDay(String words) {
        return ColumnLook.isDay(words);
    }
}
