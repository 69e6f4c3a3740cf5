package org.dueregard.document.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the items of lists as OpenDocument programs print them. */
final class OdfNumbering {

    private static final int LEVELS = 10;
    private static final int NOT_BEGUN = -1;

    private final OdfStyles styles;
    private final Map<String, int[]> counts = new HashMap<>();

    OdfNumbering(OdfStyles styles) {
        this.styles = styles;
    }

    /** A new list begins to count anew, whatever its style has counted before. */
    int[] begin() {
        int[] counted = new int[LEVELS + 1];
        Arrays.fill(counted, NOT_BEGUN);
        return counted;
    }

    /** The counts that a list goes on from; null when there are none under that name. */
    int @Nullable [] goingOn(String name) {
        return counts.get(name);
    }

    void keep(String name, int[] counted) {
        counts.put(name, counted);
    }

    /** @param value the number that the item itself says it has; 0 for none */
    String next(@Nullable String style, int depth, int[] counted, int value) {
        return next(depth, counted, value, of -> styles.level(style, of));
    }

    String heading(int depth, int[] counted) {
        Xml level = styles.outlineLevel(depth);
        return level == null || level.get("num-format", "").isEmpty()
                ? ""
                : next(depth, counted, 0, styles::outlineLevel);
    }

    private interface Levels {
        @Nullable
        Xml level(int depth);
    }

    private static String next(int depth, int[] counted, int value, Levels levels) {
        Xml level = depth < 1 || depth > LEVELS ? null : levels.level(depth);
        if (level == null) {
            return "";
        }
        if (level.name().equals("list-level-style-bullet")) {
            return Signs.bullet(level.get("bullet-char", "•"));
        }
        counted[depth] =
                value > 0 ? value : counted[depth] == NOT_BEGUN ? level.number("start-value", 1) : counted[depth] + 1;
        Arrays.fill(counted, depth + 1, counted.length, NOT_BEGUN);
        int shown = Math.max(1, Math.min(level.number("display-levels", 1), depth));
        StringBuilder number = new StringBuilder();
        for (int of = depth - shown + 1; of <= depth; of++) {
            Xml other = levels.level(of);
            String format = other == null ? "1" : other.get("num-format", "");
            if (!format.isEmpty()) {
                int count = counted[of] == NOT_BEGUN ? 1 : counted[of];
                number.append(number.isEmpty() ? "" : ".").append(Counting.printed(count, format(format)));
            }
        }
        if (number.isEmpty()) {
            return "";
        }
        return (level.get("num-prefix", "") + number + level.get("num-suffix", "")).strip();
    }

    private static String format(String format) {
        return switch (format) {
            case "a" -> "lowerLetter";
            case "A" -> "upperLetter";
            case "i" -> "lowerRoman";
            case "I" -> "upperRoman";
            default -> "decimal";
        };
    }
}
