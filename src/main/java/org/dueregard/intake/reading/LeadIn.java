package org.dueregard.intake.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.calendar.Deadline;
import org.jspecify.annotations.Nullable;

/** Words before a list that say by when what it names is done: {@code By April 2026, we will:}. */
final class LeadIn {

    private static final Pattern FIRST =
            Pattern.compile("(?is)^(?<day>(?:by|before|during|in) .{3,60}?),? (?:we|the \\p{L}+|our \\p{L}+) .*:$");
    private static final Pattern LAST = Pattern.compile("(?is).*\\b(?<day>(?:by|before|during|in) [^:,]{3,40}):$");

    /** What was done in a year is no plan for it. */
    private static final Pattern TO_COME =
            Pattern.compile("(?i)\\b(will|shall|actions?|plan to|aim to|intend to|going to)\\b");

    private LeadIn() {}

    /** Null where the words say none. */
    static @Nullable Value day(Snippet words) {
        if (!TO_COME.matcher(words.text()).find()) {
            return null;
        }
        for (Pattern pattern : List.of(FIRST, LAST)) {
            Matcher day = pattern.matcher(words.text());
            if (day.matches() && Deadline.of(day.group("day")).lastDay().isPresent()) {
                return new Value(Role.DEADLINE, day.group("day"), words.text(), words.spots(), Certainty.LIKELY, true);
            }
        }
        return null;
    }
}
