package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/** Rows across a table: each begins what the rows after it stand under. */
final class Sections {

    private static final Pattern RECOMMENDATION = Pattern.compile(
            "(?is)(?<whose>(?:\\p{L}+ ){0,4})recommendation(?: (?<number>\\d{1,2}(?:\\.\\d{1,2})?))?\\s*[:–-]\\s*(?<title>\\p{L}.*)");

    /** What a line below what is begun may say that it is for. */
    private static final Set<Role> AIMS = Set.of(Role.OBJECTIVE, Role.OUTCOME);

    /** Words. */
    private static final int FEWEST_OF_REASONS = 12;

    private final Ground ground;
    private final Headings headings;
    private final Corrections corrections;

    /** The objective that a row began without saying that it is one. */
    private @Nullable Growing unsaid;

    Sections(Ground ground, Headings headings, Corrections corrections) {
        this.ground = ground;
        this.headings = headings;
        this.corrections = corrections;
    }

    /** What is known of the rows across one table. */
    static final class Shape {

        private final Set<LogicalRow> overHead = new HashSet<>();
        /** With no item after them. */
        private final Set<LogicalRow> behind = new HashSet<>();

        /** Over a head, in front of the row that names what begins there. */
        private final Set<LogicalRow> aheadOfName = new HashSet<>();

        private final Set<LogicalRow> directlyOver = new HashSet<>();
        private final Map<String, Integer> times;

        /** Whether they count what they begin by bare numbers. */
        private final boolean counting;

        Shape(PlanTable table) {
            List<String> begun = table.rows().stream()
                    .filter(row -> row.kind() == RowKind.SECTION)
                    .flatMap(row ->
                            row.cells().stream().filter(cell -> !cell.isEmpty()).limit(1))
                    .map(cell -> cell.asOne().text())
                    .toList();
            times = CountedHeads.times(begun.stream());
            // a note among them counts nothing
            counting = CountedHeads.areNumbered(begun.stream()
                    .filter(words -> Character.isDigit(words.charAt(0)))
                    .toList());
            boolean before = table.rows().stream().anyMatch(row -> row.kind() == RowKind.HEADING);
            LogicalRow last = null;
            for (LogicalRow row : table.rows()) {
                before &= row.kind() != RowKind.HEADING && row.kind() != RowKind.ITEM;
                if (row.kind() == RowKind.SECTION) {
                    if (before) {
                        overHead.add(row);
                    }
                    if (last != null && !overHead.contains(last)) {
                        directlyOver.add(last);
                    }
                }
                last = row.kind() == RowKind.SECTION ? row : null;
            }
            List<LogicalRow> run = new ArrayList<>();
            List<LogicalRow> alone = new ArrayList<>();
            for (LogicalRow row : table.rows()) {
                if (row.kind() == RowKind.HEADING) {
                    int named = run.size() - 1;
                    while (named > 0
                            && LevelLabel.of(firstWords(run.get(named))).isEmpty()) {
                        named--;
                    }
                    aheadOfName.addAll(run.subList(0, Math.max(0, named)));
                    if (run.size() == 1) {
                        alone.add(run.get(0));
                    }
                }
                if (row.kind() == RowKind.SECTION) {
                    run.add(row);
                } else {
                    run.clear();
                }
            }
            // where each head has a row over it, they are no names of tables
            if (alone.size() > 1) {
                alone.forEach(overHead::remove);
            }
            int end = table.rows().size();
            while (end > 0 && table.rows().get(end - 1).kind() != RowKind.ITEM) {
                end--;
            }
            if (end > 0) {
                behind.addAll(table.rows().subList(end, table.rows().size()));
            }
        }
    }

    private static String firstWords(LogicalRow row) {
        return row.cells().stream()
                .filter(cell -> !cell.isEmpty())
                .map(cell -> cell.asOne().text())
                .findFirst()
                .orElse("");
    }

    void begin(LogicalRow row, PlanTable table, Shape shape) {
        List<LogicalCell> given =
                row.cells().stream().filter(one -> !one.isEmpty()).toList();
        if (given.isEmpty()) {
            return;
        }
        LogicalCell all = withoutLabelBelow(given.get(0));
        LogicalCell named = named(all);
        LogicalCell first = withoutReasons(named);
        Snippet words = given.size() == 2 && row.kind() == RowKind.SECTION
                ? beside(first.asOne(), given.get(1).asOne())
                : first.asOne();
        Optional<LevelLabel> level = LevelLabel.of(words.text()).or(() -> recommendation(words.text()));
        Optional<LevelLabel> counted = CountedHeads.level(words.text(), shape.times);
        Role told = corrections.level(row.start());
        if (told == null && level.isEmpty() && shape.aheadOfName.contains(row)) {
            ground.because(row.start(), Unplaced.Why.AROUND);
            return;
        }
        if (told == null && level.isEmpty() && (isAside(words) || shape.behind.contains(row))) {
            ground.because(row.start(), Unplaced.Why.REMARK);
            return;
        }
        boolean said = told == null && level.isEmpty() && (says(words) || isOverObjectives(row, table));
        if (said) {
            return;
        }
        // the name of a table over its head is no part of the plan
        boolean name = told == null
                && level.isEmpty()
                && shape.overHead.contains(row)
                && Reference.in(words.text()).isEmpty();
        if (told == Role.OTHER || name) {
            ground.because(row.start(), name ? Unplaced.Why.AROUND : Unplaced.Why.LEFT_OUT);
            return;
        }
        Role role = told != null
                ? told
                : level.map(one -> isUnderHeading(one, words) ? Role.AREA : headings.settled(one.level()))
                        .orElseGet(() -> unlabelled(row, table, shape));
        Certainty certainty =
                told != null ? Certainty.CONFIRMED : level.isPresent() ? Certainty.CERTAIN : Certainty.LIKELY;
        Growing node =
                Growing.begun(Growing.kind(role), words, level.or(() -> counted).orElse(null), certainty);
        named.words().stream().skip(first.words().size()).forEach(line -> node.add(told(line)));
        all.words().stream()
                .skip(named.words().size())
                .forEach(line -> node.add(aim(line).orElseGet(() -> told(line))));
        if (shape.counting && node.reference.isEmpty()) {
            CountedHeads.number(node);
        }
        if (node.kind == NodeKind.OBJECTIVE) {
            ground.close();
            Growing again = ground.goOn(node, words);
            if (again != null) {
                unsaid = level.isPresent() ? null : again;
                return;
            }
            unsaid = level.isPresent() ? null : node;
        }
        ground.hang(node);
    }

    /** What is begun, without what it is for: {@code 4 Workforce}, and below it {@code Objective – To make sure that …}. */
    static LogicalCell named(LogicalCell cell) {
        List<Snippet> lines = cell.words();
        for (int line = 1; line < lines.size(); line++) {
            if (aim(lines.get(line)).isPresent()) {
                return new LogicalCell(lines.subList(0, line), cell.inherited());
            }
        }
        return cell;
    }

    private static Optional<Value> aim(Snippet line) {
        List<Labelled> all = Labelled.in(line.text());
        boolean one = all.size() == 1
                && AIMS.contains(all.get(0).role())
                && !all.get(0).words().isEmpty();
        return one
                ? Optional.of(new Value(
                        Role.OUTCOME, all.get(0).words(), all.get(0).label(), line.spots(), Certainty.LIKELY, false))
                : Optional.empty();
    }

    private static Value told(Snippet line) {
        return new Value(Role.NARRATIVE, line.text(), "", line.spots(), Certainty.LIKELY, false);
    }

    /** The line that says what is begun, where whole sentences below it say why. */
    private static LogicalCell withoutReasons(LogicalCell cell) {
        List<Snippet> lines = cell.words();
        boolean named = LevelLabel.of(lines.get(0).text())
                .filter(level -> !level.title().isEmpty())
                .isPresent();
        int below = lines.stream()
                .skip(1)
                .mapToInt(line -> ColumnLook.count(line.text()))
                .sum();
        return named && below >= FEWEST_OF_REASONS ? new LogicalCell(lines.subList(0, 1), cell.inherited()) : cell;
    }

    /** {@code Actions:} below what a row begins only says what comes next. */
    private static LogicalCell withoutLabelBelow(LogicalCell cell) {
        List<Snippet> lines = cell.words();
        Snippet last = lines.get(lines.size() - 1);
        boolean label = lines.size() > 1
                && last.text().endsWith(":")
                && HeadingWords.ofLabel(last.text()).isPresent();
        return label ? new LogicalCell(lines.subList(0, lines.size() - 1), cell.inherited()) : cell;
    }

    /** {@code Outcome one} across a table, under the heading {@code Objective one}, is a part of it. */
    private boolean isUnderHeading(LevelLabel level, Snippet words) {
        return level.level() == Role.OBJECTIVE
                && ground.opened(NodeKind.OBJECTIVE)
                        .filter(above -> above.headingLevel > 0)
                        .flatMap(above -> LevelLabel.word(above.titleFrom.words()))
                        .filter(word -> !LevelLabel.word(words.text()).equals(Optional.of(word)))
                        .isPresent();
    }

    /** {@code Audit recommendation 2: …}: what others ask of the council, over what it does about it. */
    private static Optional<LevelLabel> recommendation(String words) {
        Matcher found = RECOMMENDATION.matcher(words);
        return found.matches()
                ? Optional.of(new LevelLabel(
                        Role.OBJECTIVE,
                        found.group("number") == null ? "" : found.group("number"),
                        found.group("title"),
                        found.group("whose").strip()))
                : Optional.empty();
    }

    /** {@code Workstream 1A | Priority services} and {@code Objective | Priority services}. */
    private static Snippet beside(Snippet label, Snippet title) {
        boolean counted = LevelLabel.of(label.text()).isPresent();
        return Reference.isOne(label.text())
                ? label.saying(Reference.tidied(label.text()) + ".").and(title)
                : label.saying(label.text() + (counted ? "" : ":")).and(title);
    }

    /** A row that does not say what it is stands between what is known to be above it and below. */
    private Role unlabelled(LogicalRow row, PlanTable table, Shape shape) {
        boolean another = unsaid != null
                && ground.isOpened(unsaid)
                && (shape.directlyOver.isEmpty() || shape.directlyOver.contains(row));
        boolean objective = ground.isOpen(NodeKind.OBJECTIVE) || headings.hasObjectives() || table.has(Role.OBJECTIVE);
        if (another || !objective) {
            return Role.OBJECTIVE;
        }
        return table.has(Role.AREA) ? Role.THEME : Role.AREA;
    }

    /** {@code Why this matters: …} explains, and begins nothing. */
    private static boolean isAside(Snippet words) {
        List<Labelled> all = Labelled.in(words.text());
        return !all.isEmpty()
                && all.get(0).role() == Role.OTHER
                && !all.get(0).words().isEmpty();
    }

    /** {@code Outcome: …} across the table, of what is open; whether it says anything so. */
    boolean says(Snippet words) {
        Growing above = ground.deepest();
        List<Labelled> all = above == null ? List.of() : Labelled.in(words.text());
        boolean values = !all.isEmpty()
                && all.stream()
                        .allMatch(one -> !one.role().leads()
                                && one.role() != Role.OTHER
                                && one.role() != Role.REFERENCE
                                && !one.words().isEmpty());
        if (above == null || !values) {
            return false;
        }
        for (Labelled one : all) {
            above.add(new Value(one.role(), one.words(), one.label(), words.spots(), Certainty.CERTAIN, false));
        }
        return true;
    }

    /** Above objectives that have a column of their own there is nothing in a plan. */
    private boolean isOverObjectives(LogicalRow row, PlanTable table) {
        boolean column = table.columns().stream()
                .anyMatch(one -> one.role() == Role.OBJECTIVE && one.certainty().compareTo(Certainty.CERTAIN) <= 0);
        if (column) {
            ground.close();
            ground.because(row.start(), Unplaced.Why.UNCLEAR);
        }
        return column;
    }
}
