package org.dueregard.intake.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * In a plan without headings, the lines over its tables that count: {@code Section 1 – Simpler processes - Consultees told us …}.
 */
final class CountedLines {

    /** Words. */
    private static final int LONGEST_TITLE = 20;

    private static final Pattern BEHIND_DASH = Pattern.compile("(?s)\\s[–—-]\\s.*");

    private final Outline outline;

    private CountedLines(Outline outline) {
        this.outline = outline;
    }

    /**
     * The objectives that such lines name, by the lines.
     *
     * @param lines each right over a table; one more than once where several tables stand under it
     */
    static Map<Integer, LevelLabel> in(Outline outline, List<Integer> lines) {
        return new CountedLines(outline).objectives(lines);
    }

    private Map<Integer, LevelLabel> objectives(List<Integer> lines) {
        Map<Integer, LevelLabel> objectives = new LinkedHashMap<>();
        Map<String, Integer> times = CountedHeads.times(lines.stream().map(outline::text));
        boolean numbered = areNumbered(lines);
        for (int line : lines) {
            CountedHeads.level(outline.text(line), times)
                    .or(() -> numbered ? byNumber(line) : Optional.empty())
                    .ifPresent(level -> objectives.put(
                            line, new LevelLabel(Role.OBJECTIVE, level.reference(), brief(level.title()), "")));
        }
        return objectives;
    }

    private static String brief(String title) {
        return ColumnLook.count(title) > LONGEST_TITLE
                ? BEHIND_DASH.matcher(title).replaceFirst("")
                : title;
    }

    /** {@code 1. A workforce like our community.}, {@code 2. …} over table after table. */
    private boolean areNumbered(List<Integer> lines) {
        List<String> numbers = lines.stream()
                .distinct()
                .map(line -> byNumber(line).map(LevelLabel::reference).orElse(""))
                .toList();
        return numbers.size() > 1
                && IntStream.range(0, numbers.size())
                        .allMatch(at -> numbers.get(at).equals(String.valueOf(at + 1)));
    }

    /** What is said behind the number, up to where another sentence begins. */
    private Optional<LevelLabel> byNumber(int line) {
        return Reference.in(outline.snippet(line).printed())
                .filter(reference -> reference.depth() == 1 && !reference.rest().isEmpty())
                .map(reference -> new LevelLabel(
                        Role.OBJECTIVE,
                        reference.reference(),
                        Sentences.of(reference.rest()).get(0),
                        ""));
    }
}
