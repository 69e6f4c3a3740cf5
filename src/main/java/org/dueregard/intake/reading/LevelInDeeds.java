package org.dueregard.intake.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.calendar.Deadline;
import org.dueregard.indicator.words.About;
import org.dueregard.indicator.words.Sureness;
import org.dueregard.indicator.words.TargetReader;
import org.dueregard.indicator.words.TargetReading;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/**
 * A level among the words of what is done, where nothing else says what is measured: behind it in brackets, {@code Train all
 * managers (at least 80%)}, or beside where it starts from, {@code Women to make up 30% of managers (21% in 2023)}.
 */
final class LevelInDeeds {

    private static final Pattern BEHIND = Pattern.compile("(?s)(?<what>.{6,}?)\\s*\\((?<level>[^()]{2,60})\\)\\W*");

    private static final Pattern FROM_TO = Pattern.compile("(?i)\\bfrom £?\\d[\\d.,]*\\s?%? to £?\\d");

    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]{0,60}\\d[^()]{0,60}\\)");

    private static final Pattern COUNTED = Pattern.compile(
            "(?is)(to )?(increase|raise|reduce|lower|decrease|double|halve) the (number|percentage|proportion|share|rate) of .+");

    private static final Pattern DUE = Pattern.compile(
            "(?is).+ to be (undertaken|completed?|carried out|held|published|in place|delivered) (by|before|ahead of|in|during) .*\\d.*");

    private LevelInDeeds() {}

    /** Adds a measure to each action that has none, and ends so. */
    static void tell(List<Growing> nodes) {
        for (Growing node : nodes) {
            List<Growing> measures = node.children.stream()
                    .filter(child -> child.kind == NodeKind.INDICATOR)
                    .toList();
            boolean bare = node.kind == NodeKind.ACTIVITY && measures.isEmpty();
            boolean instead = node.kind == NodeKind.ACTIVITY && !bare && areOnlyDeeds(measures);
            Matcher behind = BEHIND.matcher(node.title);
            if (bare && isMovedFrom(node.title)) {
                measure(node, node.title, node.title);
            } else if (bare && behind.matches() && isLevel(behind.group("level"))) {
                measure(node, behind.group("what"), behind.group("level"));
            }
            if (instead && COUNTED.matcher(node.title).matches()) {
                measure(node, Naming.measured(node.title), node.title);
            } else if (instead && DUE.matcher(node.title).matches()) {
                measure(node, node.title, node.title).add(day(node));
            }
            tell(node.children.stream()
                    .filter(child -> child.kind != NodeKind.INDICATOR)
                    .toList());
        }
    }

    /** Whether what stands among the measures only says what else is done. */
    private static boolean areOnlyDeeds(List<Growing> measures) {
        return measures.stream()
                .allMatch(one -> ColumnLook.isDoing(one.title)
                        && !ColumnLook.isMeasuring(Naming.measured(one.title))
                        && one.title.chars().noneMatch(Character::isDigit));
    }

    private static @Nullable Value day(Growing node) {
        Deadline by = TargetReader.read(node.title, About.nothing()).deadline();
        return by == null || !by.isStated() ? null : said(Role.DEADLINE, by.words(), node);
    }

    private static Growing measure(Growing node, String what, String level) {
        Value name = said(Role.INDICATOR, what, node);
        Growing measure = new Growing(NodeKind.INDICATOR, name.spots().get(0), name);
        measure.add(said(Role.TARGET, level, node));
        node.children.add(measure);
        return measure;
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
