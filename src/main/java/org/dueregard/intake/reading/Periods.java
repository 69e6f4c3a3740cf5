package org.dueregard.intake.reading;

import java.util.Optional;
import org.dueregard.calendar.Period;

/** Periods that stand among other words. */
final class Periods {

    private static final int LONGEST = 6;
    private static final String AROUND = "^[\\s(\\[,;:–—-]+|[\\s)\\],;:.–—-]+$";

    /** What sets the parts of one apart: {@code Quarter 2, 2014/15}, {@code Q2 (2014/15)}. */
    private static final String BETWEEN = "[\\s,()\\[\\]]+";

    record Found(String words, Period period) {}

    private Periods() {}

    /** The longest that the words name, and of those the first; {@code 2013/14} in {@code 2013/14 out turn}. */
    static Optional<Found> in(String words) {
        String[] all = words.strip().split("\\s+");
        if (words.chars().noneMatch(Character::isDigit) || all.length > 60) {
            return Optional.empty();
        }
        for (int length = Math.min(LONGEST, all.length); length > 0; length--) {
            for (int at = 0; at + length <= all.length; at++) {
                String part = String.join(" ", java.util.Arrays.copyOfRange(all, at, at + length))
                        .replaceAll(AROUND, "");
                if (part.chars().anyMatch(Character::isDigit)) {
                    Optional<Period> period = Period.read(part)
                            .or(() -> Period.read(part.replaceAll(BETWEEN, " ").strip()));
                    if (period.isPresent()) {
                        return Optional.of(new Found(part, period.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
