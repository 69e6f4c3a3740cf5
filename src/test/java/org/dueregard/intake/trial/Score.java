package org.dueregard.intake.trial;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What came out right and what did not, and which words were lost. */
final class Score {

    enum Outcome {
        RIGHT,

        /** Read, but as something else, elsewhere or otherwise. */
        WRONG,

        /** In the truth and not in the draft, or only among what has no place. */
        MISSING,

        /** In the draft and not in the truth. */
        INVENTED
    }

    /**
     * @param truth the words that should have been read; empty for what was invented
     * @param instead what was read; empty for nothing
     * @param where it stands in the file, and what is wrong with it
     */
    record Miss(Measured measured, Outcome outcome, String truth, String instead, String where) {}

    /** A piece of the file that came to nothing, and where it stands. */
    record Dropped(String words, String where) {}

    private final Map<Measured, int[]> counts = new EnumMap<>(Measured.class);
    private final List<Miss> misses = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private int elsewhere;

    void right(Measured measured) {
        oneMore(measured, Outcome.RIGHT);
    }

    void miss(Miss miss) {
        oneMore(miss.measured(), miss.outcome());
        misses.add(miss);
    }

    void drop(Dropped words) {
        dropped.add(words);
    }

    /** Something that stands in another of the files that the truth serves. */
    void inAnotherFile() {
        elsewhere++;
    }

    int elsewhere() {
        return elsewhere;
    }

    void add(Score other) {
        other.counts.forEach((measured, numbers) -> {
            int[] sum = counts.computeIfAbsent(measured, nothing -> new int[Outcome.values().length]);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += numbers[i];
            }
        });
        misses.addAll(other.misses);
        dropped.addAll(other.dropped);
        elsewhere += other.elsewhere;
    }

    int count(Measured measured, Outcome outcome) {
        return counts.getOrDefault(measured, new int[Outcome.values().length])[outcome.ordinal()];
    }

    /** How many the truth has. */
    int expected(Measured measured) {
        return count(measured, Outcome.RIGHT) + count(measured, Outcome.WRONG) + count(measured, Outcome.MISSING);
    }

    /** In per cent; 100 where the truth has none. */
    double rate(Measured measured) {
        int expected = expected(measured);
        return expected == 0 ? 100 : 100.0 * count(measured, Outcome.RIGHT) / expected;
    }

    int invented() {
        return counts.values().stream()
                .mapToInt(numbers -> numbers[Outcome.INVENTED.ordinal()])
                .sum();
    }

    List<Miss> misses() {
        return List.copyOf(misses);
    }

    List<Dropped> dropped() {
        return List.copyOf(dropped);
    }

    private void oneMore(Measured measured, Outcome outcome) {
        counts.computeIfAbsent(measured, nothing -> new int[Outcome.values().length])[outcome.ordinal()]++;
    }
}
