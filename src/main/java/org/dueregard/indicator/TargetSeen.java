package org.dueregard.indicator;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stood there when somebody opened the page of a target.
 *
 * @param target null when there was none
 * @param version of the indicator, which holds the tolerance
 */
public record TargetSeen(@Nullable TargetId target, long version) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36}|none):(\\d{1,18})");
    private static final String NONE = "none";

    /**
     * What {@link #toString()} wrote; lets a form carry it.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static TargetSeen of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("This tells no target: " + text);
        }
        String target = matcher.group(1);
        return new TargetSeen(
                target.equals(NONE) ? null : new TargetId(UUID.fromString(target)), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return Objects.toString(target, NONE) + ":" + version;
    }
}
