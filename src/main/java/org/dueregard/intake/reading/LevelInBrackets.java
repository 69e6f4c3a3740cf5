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
 * A level in brackets behind what is done, where nothing else says what is measured: {@code Train all managers (at least 80%)},
 * or {@code Make up 3% of the workforce (2.1% in 2007)}, which is where it starts from.
 */
final class LevelInBrackets {

    private static final Pattern BEHIND = Pattern.compile("(?s)(?<what>.{6,}?)\\s*\\((?<level>[^()]{2,60})\\)\\W*");

    private LevelInBrackets() {}

    /** Adds a measure to each action that has none, and ends so. */
    static void tell(List<Growing> nodes) {
        for (Growing node : nodes) {
            Matcher behind = BEHIND.matcher(node.title);
            boolean bare = node.kind == NodeKind.ACTIVITY
                    && node.children.stream().noneMatch(child -> child.kind == NodeKind.INDICATOR);
            if (bare && behind.matches()) {
                if (isMovedFrom(node.title)) {
                    measure(node, node.title, node.title);
                } else if (isLevel(behind.group("level"))) {
                    measure(node, behind.group("what"), behind.group("level"));
                }
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

    /** Whether the words say where it is to go, and in brackets where it was before. */
    private static boolean isMovedFrom(String words) {
        TargetReading reading = TargetReader.read(words, About.nothing());
        return reading.baselineInWords() != null
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
