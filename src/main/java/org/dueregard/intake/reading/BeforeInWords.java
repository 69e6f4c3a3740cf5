package org.dueregard.intake.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.indicator.words.About;
import org.dueregard.indicator.words.TargetReader;
import org.dueregard.plan.NodeKind;

/**
 * The figure that a target starts from, where it stands among the words of the target or of the measure instead of in a
 * column: {@code from 71% to 80%}, {@code (currently 7.8%)}, {@code (2022: 71%)}.
 */
final class BeforeInWords {

    private static final Pattern FIGURE = Pattern.compile(
            "(?i)[-−]?£?(?<number>\\d[\\d,]*(?:\\.\\d+)?)(?:\\s?(?:%|pp\\b|percentage points?|points?|days?|weeks?|months?|years?|hours?))?");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");

    private BeforeInWords() {}

    /** Adds it to each indicator that has no baseline of its own. */
    static void tell(List<Growing> nodes) {
        for (Growing node : nodes) {
            if (node.kind == NodeKind.INDICATOR && !node.has(Role.BASELINE)) {
                node.values.stream()
                        .filter(value -> value.role() == Role.TARGET)
                        .findFirst()
                        .or(() -> Optional.of(node.titleFrom))
                        .flatMap(said -> in(said, node.title))
                        .ifPresent(node::add);
            }
            tell(node.children);
        }
    }

    private static Optional<Value> in(Value said, String title) {
        BigDecimal before = TargetReader.read(said.words(), About.named(title)).baselineInWords();
        if (before == null) {
            return Optional.empty();
        }
        Matcher figure = FIGURE.matcher(said.words());
        while (figure.find()) {
            boolean year = YEAR.matcher(figure.group().strip()).matches();
            if (!year && new BigDecimal(figure.group("number").replace(",", "")).compareTo(before.abs()) == 0) {
                return Optional.of(new Value(
                        Role.BASELINE,
                        figure.group().strip(),
                        when(said.words(), figure.start()),
                        said.spots(),
                        Certainty.LIKELY,
                        said.inherited()));
            }
        }
        return Optional.empty();
    }

    /** The period that stands in the same brackets; empty for none. */
    private static String when(String words, int at) {
        Matcher brackets = BRACKETS.matcher(words);
        while (brackets.find()) {
            if (brackets.start() < at && at < brackets.end()) {
                return Periods.in(brackets.group().replaceAll("[():]", " "))
                        .map(Periods.Found::words)
                        .orElse("");
            }
        }
        return "";
    }
}
