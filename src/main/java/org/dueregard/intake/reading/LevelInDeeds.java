package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.calendar.Deadline;
import org.dueregard.indicator.Target;
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

    private static final String SEVERAL =
            "(?:[2-9]|[1-9]\\d{1,2}|[1-9]\\d{0,2},\\d{3}|two|three|four|five|six|seven|eight|nine|ten|twelve)";

    private static final Pattern LEADING_IN = Pattern.compile("(?i)^(we|it|the council) (will|shall|are going to) ");

    private static final Pattern FIGURE = Pattern.compile("(?i)\\d|\\b" + SEVERAL + " ");

    /** At least so many, so many more, or so many in a time. */
    private static final Pattern OFTEN_ENOUGH =
            Pattern.compile("(?i)\\bat least " + SEVERAL + "\\b|\\b" + SEVERAL + " more\\b|\\b" + SEVERAL
                    + " \\p{L}[\\p{L} -]{2,60} (?:each|every|a|per) (?:year|season|quarter|month|term)\\b");

    private LevelInDeeds() {}

    /** Adds a measure to each action that has none, and ends so. */
    static void tell(List<Growing> nodes) {
        List<Growing> all = new ArrayList<>();
        nodes.forEach(node -> node.gather(all));
        tell(nodes, all.stream().anyMatch(node -> node.kind == NodeKind.INDICATOR));
    }

    /** @param elsewhere whether anything is measured but by what is done */
    private static void tell(List<Growing> nodes, boolean elsewhere) {
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
            } else if (bare && node.children.isEmpty() && !elsewhere && isLevelOfItself(node.title)) {
                measure(node, node.title, node.title);
            } else if (instead && COUNTED.matcher(node.title).matches()) {
                measure(node, Naming.measured(node.title), node.title);
            } else if (instead && DUE.matcher(node.title).matches()) {
                measure(node, node.title, node.title).add(day(node));
            }
            tell(
                    node.children.stream()
                            .filter(child -> child.kind != NodeKind.INDICATOR)
                            .toList(),
                    elsewhere);
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

    /** {@code Offer 20 placements each year}, {@code Complete 90% of the audits}: a level that can be met, and not only a number. */
    private static boolean isLevelOfItself(String words) {
        TargetReading reading = TargetReader.read(words, About.nothing());
        Target target = reading.target();
        boolean deed =
                ColumnLook.isDoing(LEADING_IN.matcher(words).replaceFirst("")) || words.matches("(?is).* to be .*");
        boolean open = target == null
                || !target.kind().isJudgedByFigure()
                || target instanceof Target.Increase increase && increase.change() == null
                || target instanceof Target.Reduce reduce && reduce.change() == null
                || "£".equals(reading.unit());
        if (!deed || open) {
            return false;
        }
        boolean figure = FIGURE.matcher(words).find();
        return figure
                        && reading.baselineInWords() == null
                        && (reading.sureness() == Sureness.STATED || "%".equals(reading.unit()))
                || reading.sureness() == Sureness.GUESS
                        && OFTEN_ENOUGH.matcher(words).find();
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
