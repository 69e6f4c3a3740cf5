package org.dueregard.intake.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.plan.NodeKind;

/**
 * The figure that a target starts from, where it stands among the words of the target or of the measure instead of in a
 * column: {@code from 71% to 80%}, {@code (currently 7.8%)}, {@code (2022: 71%)}.
 */
final class BeforeInWords {

    private static final String FIGURE =
            "(?<figure>[-−]?£?\\d[\\d,]*(?:\\.\\d+)?(?:\\s?(?:%|pp\\b|percentage points?|points?|days?|weeks?|months?|years?|hours?|m\\b|k\\b))?)";
    private static final String PERIOD = "(?<period>(?:(?:19|20)\\d\\d(?:[/–-]\\d{2,4})?|\\d\\d/\\d\\d))";
    private static final String NOW =
            "(?:currently|current(?:ly)?(?: figure| level| position)?|now|was|were|from|baseline(?: figure)?|previously|up from|down from|at present|presently|existing)";

    private static final List<Pattern> WORDINGS = List.of(
            Pattern.compile("(?i)\\bfrom\\s+(?:the current |a baseline of |a )?" + FIGURE
                    + "(?!\\s*(?:year|to \\d+[ -]year|[-–]))(?=[^.;]{0,40}?\\bto\\b)"),
            Pattern.compile(
                    "(?i)\\(\\s*" + NOW + "\\b(?:[^()\\d£]{0,30}?)" + FIGURE + "(?:[^()\\d]*" + PERIOD + ")?[^()]*\\)"),
            Pattern.compile("(?i)\\bbaseline(?: of| is| was| figure)?\\s*[:=–-]?\\s*" + FIGURE
                    + "(?:\\s*\\(?(?:in |at )?" + PERIOD + ")?"),
            Pattern.compile("(?i)\\(\\s*" + PERIOD + "[^():\\d]{0,25}:\\s*" + FIGURE + "\\s*\\)"),
            Pattern.compile("(?i)\\(\\s*" + FIGURE + "[^()\\d]{0,40}\\b(?:in|at|for)\\s+" + PERIOD + "\\s*\\)"),
            Pattern.compile(
                    "(?i)\\b(?:halved?|halving|doubl(?:e|ed|ing)|reduc(?:e|ed|ing|tion)|increas(?:e|ed|ing)|improv(?:e|ed|ing)|rais(?:e|ed|ing)|ris(?:e|en|ing)|fall(?:en|ing)?|narrow(?:ed|ing)?)\\b[^.;]{0,60}?\\bfrom\\s+"
                            + FIGURE));

    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private BeforeInWords() {}

    /** Adds it to each indicator that has no baseline of its own. */
    static void tell(List<Growing> nodes) {
        for (Growing node : nodes) {
            if (node.kind == NodeKind.INDICATOR && !node.has(Role.BASELINE)) {
                node.values.stream()
                        .filter(value -> value.role() == Role.TARGET)
                        .findFirst()
                        .or(() -> Optional.of(node.titleFrom))
                        .flatMap(BeforeInWords::in)
                        .ifPresent(node::add);
            }
            tell(node.children);
        }
    }

    private static Optional<Value> in(Value said) {
        for (Pattern wording : WORDINGS) {
            Matcher found = wording.matcher(said.words());
            while (found.find()) {
                String figure = found.group("figure").strip();
                if (!YEAR.matcher(figure).matches()) {
                    String when = wording.pattern().contains("?<period>") && found.group("period") != null
                            ? found.group("period")
                            : "";
                    return Optional.of(
                            new Value(Role.BASELINE, figure, when, said.spots(), Certainty.LIKELY, said.inherited()));
                }
            }
        }
        return Optional.empty();
    }
}
