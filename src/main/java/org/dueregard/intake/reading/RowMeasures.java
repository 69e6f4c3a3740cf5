package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.PeriodKind;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.words.About;
import org.dueregard.indicator.words.Sureness;
import org.dueregard.indicator.words.TargetReader;
import org.dueregard.indicator.words.TargetReading;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/** What the rows of a table measure. */
final class RowMeasures {

    /** Names that say only which part of a thing is meant that was named before. */
    private static final Pattern PART = Pattern.compile(
            "(?i)(primary|secondary|special|nursery|infant|junior|boys|girls|male|males|female|females|men|women|all|other|others|white|black|asian|mixed|bme|bame|reading|writing|maths|mathematics|english|science|east|west|north|south|disabled|non-disabled|fsm|sen|send|lac|under \\d+s?|over \\d+s?|\\d+\\s*[-–]\\s*\\d+|\\d+\\+|key stage \\d|ks ?\\d|early years|staff|residents|children|adults|young people|applicants|shortlisted|appointed)( schools| pupils| academies| staff)?[.:]?");

    private static final Pattern GROUP =
            Pattern.compile("(?i)\\W*(sub-?)?(groups?|categor(y|ies)|cohorts?|breakdown)\\W*");

    private static final Pattern OUTCOMES = Pattern.compile("(?is)\\W*outcomes?\\s*(/|and|or|&)\\W*\\w.*");
    /** {@code 24 assessments completed and published}, {@code 70% of employees return the survey}. */
    private static final Pattern COUNTED_THING = Pattern.compile(
            "(?is)(at least )?\\d[\\d,]*(\\.\\d+)?\\s?(%( of)?|per ?cent of)?\\s\\p{L}{3,} .{0,40}\\p{L}{3,}.*");

    private static final Set<String> OF_FIGURES = Set.of(
            ("increase increased reduce reduced reduction rise rises fall decrease decreased improve improved improvement maintain"
                            + " minimum maximum least most more less fewer than from and the per each year years annum annually month months"
                            + " target targets baseline figure figures level levels current previous last now points point percentage"
                            + " percent tbc confirmed set agreed ongoing achieve achieved reach meet met above below over under with"
                            + " average national england london january february march april may june july august september october"
                            + " november december end quarter")
                    .split(" "));

    private static final int FEWEST_OF_A_MEASURE = 2;

    /** That slipped in from the column of times. */
    private static final Pattern YEAR_OF_PLAN = Pattern.compile("(?i)year \\d\\W*");

    private static final Pattern NOT_YET = Pattern.compile("(?i)not (at this time|applicable|yet)\\b.*|n/?a|none|-+");
    private final Ground ground;
    private final PlanTable table;
    private final Leading leading;
    private final Set<Spot> measuredAt = new HashSet<>();

    /** Where each row stands; rows are asked for one by one, and comparing them would take as long again for each. */
    private final Map<LogicalRow, Integer> places = new IdentityHashMap<>();

    private final boolean targetsAreMeasures;

    /** The measure whose parts may follow. */
    private @Nullable Growing fullName;

    private @Nullable Growing characteristic;

    RowMeasures(Ground ground, PlanTable table, Leading leading) {
        this.ground = ground;
        this.table = table;
        this.leading = leading;
        for (int at = 0; at < table.rows().size(); at++) {
            places.put(table.rows().get(at), at);
        }
        this.targetsAreMeasures = areTargetsMeasures();
    }

    /** After a row that names something else to measure. */
    void forgetName() {
        fullName = null;
    }

    /** After a row that begins something else. */
    void forget() {
        fullName = null;
        characteristic = null;
    }

    /** What the row measures, under what is given or under all its activities. */
    List<Growing> grow(LogicalRow row, @Nullable Growing under, List<Growing> activities) {
        List<Growing> leaves = new ArrayList<>();
        boolean named = false;
        for (int column : table.columnsOf(Role.INDICATOR)) {
            LogicalCell cell = row.cells().get(column);
            if (cell.isEmpty()) {
                continue;
            }
            if (under != null && saysOnlyHow(cell, column)) {
                under.add(RowValues.value(cell, table.columns().get(column), cell.inherited())
                        .as(Role.SOURCE));
                continue;
            }
            named |= !ColumnLook.isNothing(cell.text());
            if (!cell.inherited() || fullName == null && !measuredAt.contains(start(cell))) {
                measuredAt.add(start(cell));
                Growing of = coversActivities(row, column) ? ground.deepest() : under;
                leaves.addAll(measured(row, column, of, activities));
            }
        }
        if (!named && under != null && !under.title.isEmpty() && promises(row)) {
            leaves.add(inPlace(row, under));
        }
        return leaves;
    }

    private static Spot start(LogicalCell cell) {
        return cell.words().get(0).spots().get(0);
    }

    /** Whether a measure covers rows that name activities of their own, so that it is of all of them. */
    private boolean coversActivities(LogicalRow row, int column) {
        int at = places.getOrDefault(row, table.rows().size());
        for (int next = at + 1; next < table.rows().size(); next++) {
            LogicalRow below = table.rows().get(next);
            LogicalCell cell = below.cells().get(column);
            if (!cell.inherited()
                    || cell.isEmpty()
                    || !start(cell).equals(start(row.cells().get(column)))) {
                return false;
            }
            if (table.columnsOf(Role.ACTIVITY).stream()
                    .anyMatch(activity -> below.cells().get(activity).isOwn())) {
                return true;
            }
        }
        return false;
    }

    /** A measure of something that has its target in another column, but names nothing that can be counted. */
    private boolean saysOnlyHow(LogicalCell cell, int column) {
        boolean beside =
                table.has(Role.TARGET) && leading.isByArea() && column != leading.column() && !table.has(Role.ACTIVITY);
        return beside && !ColumnLook.isMeasuring(cell.text()) && !ColumnLook.isMeasuring(Naming.measured(cell.text()));
    }

    /** Whether a figure or a target that can be met or is still to come stands in the row. */
    private boolean promises(LogicalRow row) {
        for (Role role : List.of(Role.TARGET, Role.BASELINE, Role.OUTTURN)) {
            for (int column : table.columnsOf(role)) {
                String words = row.cells().get(column).text();
                boolean nothing = words.isBlank()
                        || TargetReader.read(words, About.nothing()).target() instanceof Target.NotStated
                        || NOT_YET.matcher(words).matches()
                        || LevelColumns.areCodes(words) && words.chars().anyMatch(Character::isLetter);
                if (!nothing) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the column of targets says is to be done, or says in full is counted, where nothing else is measured. */
    private Optional<Value> inFull(LogicalRow row) {
        return table.columnsOf(Role.TARGET).stream()
                .map(row.cells()::get)
                .filter(cell -> !cell.isEmpty() && ColumnLook.count(cell.text()) > 1)
                .filter(cell -> targetsAreMeasures && cell.isOwn() && saysWhat(cell.text())
                        || TargetReader.read(cell.text(), About.nothing()).target() instanceof Target.Milestone
                        || COUNTED_THING.matcher(cell.text()).matches())
                .findFirst()
                .map(cell -> new Value(
                        Role.INDICATOR, cell.text(), "", Snippet.spots(cell.words()), Certainty.LIKELY, false));
    }

    /** Whether a target names something besides figures and how they are to go. */
    private static boolean saysWhat(String words) {
        return Stream.of(words.toLowerCase(Locale.UK).split("[^\\p{L}]+"))
                        .filter(word -> word.length() > 2 && !OF_FIGURES.contains(word))
                        .count()
                >= FEWEST_OF_A_MEASURE;
    }

    /** Whether targets name what they are of, in a table where an action has several of them and measures no column. */
    private boolean areTargetsMeasures() {
        if (table.has(Role.INDICATOR)
                || !table.has(Role.ACTIVITY)
                || table.columnsOf(Role.TARGET).size() != 1) {
            return false;
        }
        int target = table.firstColumnOf(Role.TARGET);
        int done = table.firstColumnOf(Role.ACTIVITY);
        List<LogicalRow> items = table.rows().stream()
                .filter(row -> row.kind() == TableReading.RowKind.ITEM)
                .filter(row -> row.cells().get(target).isOwn())
                .toList();
        boolean several = items.stream()
                .anyMatch(row -> row.cells().get(done).inherited()
                        || row.cells().get(done).isEmpty());
        long named = items.stream()
                .filter(row -> saysWhat(row.cells().get(target).text()))
                .count();
        return several && named * 2 > items.size();
    }

    /** An indicator of what the row is about, where the row gives it figures or targets but no name. */
    private Growing inPlace(LogicalRow row, Growing under) {
        Value name = inFull(row)
                .orElseGet(() -> new Value(
                        Role.INDICATOR,
                        Naming.measured(under.title),
                        "",
                        under.titleFrom.spots(),
                        Certainty.DOUBTFUL,
                        false));
        Growing indicator = new Growing(NodeKind.INDICATOR, name.spots().get(0), name);
        indicator.placeholder = under.kind != NodeKind.ACTIVITY;
        boolean open = table.columnsOf(Role.TARGET).stream()
                .map(row.cells()::get)
                .allMatch(cell -> cell.isEmpty() || MeasureCell.isOpen(cell.words()));
        TargetReading own = TargetReader.read(under.title, About.nothing());
        if (open
                && own.target() != null
                && own.sureness() != Sureness.NOT_UNDERSTOOD
                && under.title.matches(".*\\d.*%.*|^\\d.*")) {
            indicator.add(new Value(Role.TARGET, under.title, "", under.titleFrom.spots(), Certainty.DOUBTFUL, false));
        }
        under.children.add(indicator);
        return indicator;
    }

    List<Growing> measured(LogicalRow row, int column, @Nullable Growing under, List<Growing> activities) {
        LogicalCell cell = row.cells().get(column);
        Growing about = under != null && under.title.isEmpty() && !activities.isEmpty() ? activities.get(0) : under;
        Value words = about == null
                ? new Value(Role.INDICATOR, "", "", List.of(), Certainty.DOUBTFUL, false)
                : new Value(Role.INDICATOR, about.title, "", about.titleFrom.spots(), Certainty.DOUBTFUL, false);
        List<Snippet> lines = cell.words().stream()
                .filter(line -> !YEAR_OF_PLAN.matcher(line.text()).matches())
                .toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        if (about != null
                && OUTCOMES.matcher(table.columns().get(column).heading()).matches()) {
            List<Snippet> wanted =
                    lines.stream().filter(line -> isOnlyWanted(line.text())).toList();
            wanted.forEach(line -> about.add(new Value(
                    Role.OUTCOME,
                    line.text(),
                    table.columns().get(column).heading(),
                    line.spots(),
                    Certainty.LIKELY,
                    false)));
            lines = lines.stream().filter(line -> !wanted.contains(line)).toList();
            if (lines.isEmpty()) {
                return List.of();
            }
        }
        List<MeasureCell.Measured> all = MeasureCell.read(lines, words, !table.has(Role.TARGET));
        Spot start = cell.words().get(0).spots().get(0);
        Growing whole = fullName;
        if (all.size() == 1
                && whole != null
                && PART.matcher(all.get(0).name().words().strip()).matches()) {
            Growing part = Ground.measured(all.get(0), start);
            whole.children.add(part);
            leading.refer(row, column, part, ground);
            return List.of(part);
        }
        Growing group = groupOf(row, column, under);
        List<Growing> leaves = ground.measured(all, group == null ? under : group, start);
        if (leaves.size() == 1 && group == null) {
            fullName = leaves.get(0);
        }
        leaves.forEach(leaf -> {
            amongMilestones(column, leaf);
            preferDayOfRow(row, leaf);
            quarterOfHeading(row, column, leaf);
        });
        if (!leaves.isEmpty()) {
            leading.refer(row, column, leaves.get(0), ground);
            activities.stream()
                    .filter(activity -> activities.size() == 1 && leading.isByArea())
                    .flatMap(activity -> activity.values.stream())
                    .filter(value -> value.role() == Role.DEADLINE)
                    .findFirst()
                    .ifPresent(day -> leaves.stream()
                            .filter(leaf -> !leaf.has(Role.DEADLINE))
                            .forEach(leaf -> leaf.add(day.shared())));
        }
        return leaves;
    }

    /** Whether words beside measures, under {@code Outcomes and measures}, say only how things are to be. */
    private static boolean isOnlyWanted(String words) {
        TargetReading reading = TargetReader.read(words, About.nothing());
        boolean open = reading.target() == null
                || reading.target() instanceof Target.Milestone && MeasureCell.isState(words)
                || reading.target() instanceof Target.AgainstComparator && reading.needsALook();
        return open && !ColumnLook.isMeasuring(words) && words.chars().noneMatch(Character::isDigit);
    }

    /** Under {@code Milestones}, what stands there is to be done, though the words alone may not say so. */
    private void amongMilestones(int column, Growing leaf) {
        String heading = table.columns().get(column).heading();
        Value name = leaf.titleFrom;
        if (!Understood.isOfMilestones(heading) || ColumnLook.isMeasuring(name.words())) {
            return;
        }
        leaf.values.removeIf(value -> value.role() == Role.TARGET);
        leaf.add(new Value(Role.TARGET, name.words(), heading, name.spots(), Certainty.LIKELY, false));
    }

    /** Groups of people are measured by the characteristic that stands before them: {@code Ethnicity | Black}; else null. */
    private @Nullable Growing groupOf(LogicalRow row, int column, @Nullable Growing under) {
        if (column == 0
                || role(column - 1) != Role.CHARACTERISTIC
                || !GROUP.matcher(table.columns().get(column).heading()).matches()) {
            return null;
        }
        LogicalCell cell = row.cells().get(column - 1);
        boolean another = !cell.isEmpty() && (characteristic == null || !characteristic.title.equals(cell.text()));
        if (another) {
            characteristic = new Growing(
                    NodeKind.INDICATOR_GROUP,
                    start(cell),
                    new Value(Role.INDICATOR, cell.text(), "", Snippet.spots(cell.words()), Certainty.LIKELY, false));
            ground.under(under).add(characteristic);
        }
        return characteristic;
    }

    /** {@code Milestones 2025/26, Q1} over a column says by when what stands in it is done. */
    private void quarterOfHeading(LogicalRow row, int column, Growing leaf) {
        PlanTable.Column role = table.columns().get(column);
        Periods.in(role.heading())
                .filter(found -> found.period().kind() == PeriodKind.QUARTER && !leaf.has(Role.DEADLINE))
                .ifPresent(found -> leaf.add(new Value(
                        Role.DEADLINE,
                        found.words(),
                        role.heading(),
                        List.of(Spot.cell(row.start().block(), row.start().row(), column)),
                        Certainty.LIKELY,
                        true)));
    }

    /** A bare year in the words of a measure says less than the day of that year in a column of its own. */
    private void preferDayOfRow(LogicalRow row, Growing leaf) {
        table.columnsOf(Role.DEADLINE).stream()
                .map(column -> Deadline.of(row.cells().get(column).text()).lastDay())
                .flatMap(Optional::stream)
                .forEach(day -> leaf.values.removeIf(value -> value.role() == Role.DEADLINE
                        && value.words().strip().matches("(?i)(by |in |before |end of )*" + day.getYear())));
    }

    private Role role(int column) {
        return table.columns().get(column).role();
    }
}
