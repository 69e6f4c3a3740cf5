package org.dueregard.intake.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.indicator.words.About;
import org.dueregard.indicator.words.Sureness;
import org.dueregard.indicator.words.TargetReader;
import org.dueregard.indicator.words.TargetReading;
import org.dueregard.plan.NodeKind;

/**
 * A level among the words of what is done, where nothing else says what is measured: behind it in brackets, {@code Train all
 * managers (at least 80%)}, or beside where it starts from, {@code Women to make up 30% of managers (21% in 2023)}.
 */
final class LevelInDeeds {

    private static final Pattern BEHIND = Pattern.compile("(?s)(?<what>.{6,}?)\\s*\\((?<level>[^()]{2,60})\\)\\W*");

    private static final Pattern FROM_TO = Pattern.compile("(?i)\\bfrom £?\\d[\\d.,]*\\s?%? to £?\\d");

    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]{0,60}\\d[^()]{0,60}\\)");

    private LevelInDeeds() {}

    /** Adds a measure to each action that has none, and ends so. */
    static void tell(List<Growing> nodes) {
        for (Growing node : nodes) {
            boolean bare = node.kind == NodeKind.ACTIVITY
                    && node.children.stream().noneMatch(child -> child.kind == NodeKind.INDICATOR);
            Matcher behind = BEHIND.matcher(node.title);
            if (bare && isMovedFrom(node.title)) {
                measure(node, node.title, node.title);
            } else if (bare && behind.matches() && isLevel(behind.group("level"))) {
                measure(node, behind.group("what"), behind.group("level"));
            }
            tell(node.children.stream()
                    .filter(child -> child.kind != NodeKind.INDICATOR)
                    .toList());
        }
    }

    private static void measure(Growing node, String what, String level) {
        Value name = said(Role.INDICATOR, what, node);
        Growing measure = new Growing(NodeKind.INDICATOR, name.spots().get(0), name);
        measure.add(said(Role.TARGET, level, node));
        node.children.add(measure);
    }

    /** Whether the words say where it is to go, and where it was before. */
    private static boolean isMovedFrom(String words) {
        TargetReading reading = TargetReader.read(words, About.nothing());
        boolean beside =
                FROM_TO.matcher(words).find() || IN_BRACKETS.matcher(words).find();
        return beside
                && reading.baselineInWords() != null
                && reading.target() != null
                && reading.target().kind().isJudgedByFigure();
    }

    private static boolean isLevel(String words) {
        TargetReading reading = TargetReader.read(words, About.nothing());
        boolean stated = reading.sureness() == Sureness.STATED || "%".equals(reading.unit());
        return stated
                && reading.target() != null
                && reading.target().kind().isJudgedByFigure()
                && words.chars().anyMatch(Character::isDigit);
    }

    private static Value said(Role role, String words, Growing node) {
        return new Value(role, words, "", node.titleFrom.spots(), Certainty.DOUBTFUL, true);
    }
}
