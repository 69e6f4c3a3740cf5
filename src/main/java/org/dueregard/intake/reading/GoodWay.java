package org.dueregard.intake.reading;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dueregard.indicator.Polarity;
import org.jspecify.annotations.Nullable;

/** Which side of a figure is the good one, as tables of measures say it: {@code Low}, {@code Bigger is better}, {@code ↓}. */
final class GoodWay {

    private static final Set<String> UP = Set.of(
            "high",
            "higher",
            "highest",
            "big",
            "bigger",
            "large",
            "larger",
            "more",
            "up",
            "increase",
            "increasing",
            "upwards",
            "maximise",
            "max",
            "positive",
            "rise",
            "↑",
            "▲",
            "+");

    private static final Set<String> DOWN = Set.of(
            "low",
            "lower",
            "lowest",
            "small",
            "smaller",
            "less",
            "fewer",
            "down",
            "decrease",
            "decreasing",
            "downwards",
            "minimise",
            "min",
            "reduce",
            "reduction",
            "negative",
            "fall",
            "↓",
            "▼",
            "-");

    private GoodWay() {}

    /** Null where the words say neither side, or both. */
    static @Nullable Polarity of(String words) {
        boolean up = has(words, UP);
        boolean down = has(words, DOWN);
        return up == down ? null : up ? Polarity.HIGHER : Polarity.LOWER;
    }

    private static boolean has(String words, Set<String> side) {
        return Stream.of(words.toLowerCase(Locale.UK).strip().split("[^\\p{L}↑▲↓▼+-]+"))
                .anyMatch(side::contains);
    }
}
