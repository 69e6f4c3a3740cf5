package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.PeriodKind;
import org.dueregard.indicator.Target;
import org.dueregard.indicator.words.About;
import org.dueregard.indicator.words.Sureness;
import org.dueregard.indicator.words.TargetReader;
import org.dueregard.indicator.words.TargetReading;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/** The items of a table of the plan, one under the other, with what the rows above left open. */
final class PlanRows {

    /** From this share of rows with words of their own, a column is what the rows are about. */
    private static final double ONE_PER_ROW = 0.8;

    /** Names that say only which part of a thing is meant that was named before. */
    private static final Pattern PART = Pattern.compile(
            "(?i)(primary|secondary|special|nursery|infant|junior|boys|girls|male|males|female|females|men|women|all|other|others|white|black|asian|mixed|bme|bame|reading|writing|maths|mathematics|english|science|east|west|north|south|disabled|non-disabled|fsm|sen|send|lac|under \\d+s?|over \\d+s?|\\d+\\s*[-–]\\s*\\d+|\\d+\\+|key stage \\d|ks ?\\d|early years|staff|residents|children|adults|young people|applicants|shortlisted|appointed)( schools| pupils| academies| staff)?[.:]?");

    /** {@code Equality objective 2} as a label before its words. */
    private static final Pattern COUNTED = Pattern.compile("\\D*\\s(?<number>\\d{1,2}(?:\\.\\d{1,2})*)\\W*");

    private static final Pattern MILESTONES = Pattern.compile("(?is).*\\bmilestones?\\b.*");

    private static final Pattern GROUP =
            Pattern.compile("(?i)\\W*(sub-?)?(groups?|categor(y|ies)|cohorts?|breakdown)\\W*");

    private static final Pattern BASELINE_DATE =
            Pattern.compile("(?i)\\W*(base ?line (date|year|period)|(date|year|period) of (the )?base ?line)\\W*");

    private static final Pattern BARE_NUMBER = Pattern.compile("(?s)(?<number>\\d{1,2})\\s+(?<title>\\p{Lu}.*)");

    private static final Pattern NOTHING = Pattern.compile("(?i)\\W*(n/?a|none|not applicable)?\\W*");

    private final Ground ground;
    private final PlanTable table;
    private final int lead;
    private final int baselineDate;
    private final Map<Role, Growing> current = new EnumMap<>(Role.class);
    private final @Nullable Tree tree;
    private final Set<Spot> measuredAt = new HashSet<>();
    private final Map<Integer, Integer> numbered = new HashMap<>();
    private final Map<Integer, Boolean> counted = new HashMap<>();
    private @Nullable Growing fullName;
    private @Nullable Growing characteristic;

    PlanRows(Ground ground, PlanTable table) {
        this.ground = ground;
        this.table = table;
        this.lead = lead();
        this.baselineDate = baselineDate(table);
        this.tree = Tree.of(table);
    }

    /** After a row that begins something else. */
    void forget() {
        current.clear();
        fullName = null;
        characteristic = null;
    }

    /** The column that the rows are about: the highest with words in each row, else the finest. */
    private int lead() {
        int finest = -1;
        if (table.kind() == TableReading.Kind.FORM && table.has(Role.ACTIVITY)) {
            return table.firstColumnOf(Role.ACTIVITY);
        }
        for (Role role : List.of(Role.OBJECTIVE, Role.AREA, Role.ACTIVITY, Role.INDICATOR)) {
            int column = table.firstColumnOf(role);
            if (column >= 0) {
                if (isOnePerRow(column)) {
                    return column;
                }
                boolean measuresOfActivities = role == Role.INDICATOR && finest >= 0 && role(finest) == Role.ACTIVITY;
                finest = measuresOfActivities ? finest : column;
            }
        }
        return finest;
    }

    private boolean isOnePerRow(int column) {
        int rows = 0;
        Set<String> different = new HashSet<>();
        String before = "";
        for (LogicalRow row : table.rows()) {
            if (row.kind() == RowKind.ITEM) {
                rows++;
                LogicalCell cell = row.cells().get(column);
                if (!cell.isEmpty() && !cell.inherited()) {
                    String words = cell.text();
                    if (words.equals(before)) {
                        // filled down
                        return false;
                    }
                    before = words;
                    different.add(words);
                }
            }
        }
        return rows > 0 && different.size() >= rows * ONE_PER_ROW;
    }

    private Role role(int column) {
        return table.columns().get(column).role();
    }

    /** Whether the rows are about something above activities and indicators. */
    private boolean isByArea() {
        return lead >= 0 && role(lead) != Role.ACTIVITY && role(lead) != Role.INDICATOR;
    }

    void item(LogicalRow row) {
        Growing named = tree == null ? null : tree.grow(row, ground);
        if (named != null) {
            values(row, named, List.of(named), List.of());
            return;
        }
        for (Role role : List.of(Role.OBJECTIVE, Role.THEME, Role.AREA)) {
            table.columnsOf(role).forEach(column -> structural(row, column, role));
        }
        if (isFilledDown(row)) {
            current.remove(Role.ACTIVITY);
        }
        List<Growing> activities = activities(row);
        Growing above = ground.deepest();
        Growing activity =
                activities.size() == 1 ? activities.get(0) : activities.isEmpty() ? current.get(Role.ACTIVITY) : null;
        boolean only = activities.size() == 1 && table.kind() != TableReading.Kind.FORM;
        List<Growing> indicators =
                indicators(row, isByArea() && !only || activity == null ? above : activity, activities);
        Growing bearer = bearer(above, activities, indicators);
        if (bearer == null) {
            ground.because(row.start(), Unplaced.Why.UNCLEAR);
            return;
        }
        values(row, bearer, activities, indicators);
    }

    /** Where the row names its objective or area itself, an activity that it does not name is none. */
    private boolean isFilledDown(LogicalRow row) {
        boolean named = table.columns().stream()
                        .anyMatch(column -> column.role() == Role.AREA || column.role() == Role.OBJECTIVE)
                && table.columnsOf(Role.AREA).stream().allMatch(column -> isOwn(row, column))
                && table.columnsOf(Role.OBJECTIVE).stream().allMatch(column -> isOwn(row, column));
        return named
                && table.columnsOf(Role.ACTIVITY).stream()
                        .allMatch(column -> row.cells().get(column).isEmpty());
    }

    private static boolean isOwn(LogicalRow row, int column) {
        LogicalCell cell = row.cells().get(column);
        return !cell.isEmpty() && !cell.inherited();
    }

    /** What the row says things of that are not said of a figure. */
    private @Nullable Growing bearer(@Nullable Growing above, List<Growing> activities, List<Growing> indicators) {
        if (isByArea() && above != null) {
            return above;
        }
        boolean ofForm = table.kind() == TableReading.Kind.FORM
                && activities.size() > 1
                && (table.has(Role.OBJECTIVE) || table.has(Role.AREA));
        if (ofForm && above != null) {
            return above;
        }
        if (!activities.isEmpty()) {
            return activities.get(0);
        }
        Growing before = current.get(Role.ACTIVITY);
        if (before != null) {
            return before;
        }
        return indicators.isEmpty() ? above : indicators.get(0);
    }

    /** The objective, theme or area of the row: a new one, or that of the row above. */
    private void structural(LogicalRow row, int column, Role role) {
        LogicalCell cell = row.cells().get(column);
        Growing known = current.get(role);
        if (cell.isEmpty() || cell.inherited() && known != null) {
            return;
        }
        Snippet words = cell.asOne();
        Growing same = known != null && known.titleFrom.spots().equals(words.spots()) ? known : filledDown(role, words);
        if (same != null) {
            ground.structure.addAll(words.spots());
            if (same != known) {
                open(role, same);
                ground.reopen(same);
            }
            return;
        }
        Growing node = Growing.begun(
                Growing.kind(role),
                words,
                LevelLabel.of(words.text()).orElse(null),
                table.columns().get(column).certainty());
        refer(row, column, node);
        Matcher bare = BARE_NUMBER.matcher(node.title);
        if (node.reference.isEmpty() && bare.matches() && isCounted(column)) {
            node.referTo(bare.group("number"));
            node.title = bare.group("title");
        }
        Matcher counted = COUNTED.matcher(table.columns().get(column).heading());
        if (table.kind() == TableReading.Kind.FORM && counted.matches()) {
            node.referTo(counted.group("number"));
        }
        open(role, node);
        ground.hang(node);
    }

    /** Whether all that a column names begins with a number, from 1 on: one alone might be {@code 25 health champions}. */
    private boolean isCounted(int column) {
        return counted.computeIfAbsent(column, at -> {
            int last = 0;
            for (LogicalRow row : table.rows()) {
                LogicalCell cell = row.cells().get(at);
                if (row.kind() != RowKind.ITEM || cell.isEmpty() || cell.inherited()) {
                    continue;
                }
                Matcher bare = BARE_NUMBER.matcher(cell.text());
                int number = bare.matches() ? Integer.parseInt(bare.group("number")) : -1;
                if (number != last && number != last + 1) {
                    return false;
                }
                last = number;
            }
            return last > 1;
        });
    }

    private void open(Role role, Growing node) {
        current.put(role, node);
        current.keySet().removeIf(other -> other.compareTo(role) > 0);
        fullName = null;
    }

    /** The same words in each row, in one before, or for short what a heading said before the table. */
    private @Nullable Growing filledDown(Role role, Snippet words) {
        String said = words.printed();
        Growing named = ground.named(ground.above(Growing.kind(role)), Growing.kind(role), said);
        return named == null && Reference.isOne(said) ? ground.meant(said) : named;
    }

    /** The number in the column before is the node's. */
    private void refer(LogicalRow row, int before, Growing node) {
        for (int column : table.columnsOf(Role.REFERENCE)) {
            LogicalCell cell = row.cells().get(column);
            if (numbered(column) == before && !cell.isEmpty()) {
                boolean another = column + 1 < table.columns().size()
                        && role(column + 1) == Role.REFERENCE
                        && numbered(column + 1) == before;
                if (another) {
                    cell.words()
                            .forEach(line -> line.spots().forEach(spot -> ground.because(spot, Unplaced.Why.COLUMN)));
                } else {
                    node.referTo(cell.text());
                    ground.structure.addAll(Snippet.spots(cell.words()));
                }
            }
        }
    }

    /** The column that a column of numbers counts: the next, unless that one covers several of the rows that are counted. */
    private int numbered(int column) {
        return numbered.computeIfAbsent(column, at -> {
            int next = nextLead(at);
            boolean above = next < table.columns().size()
                    && next < lead
                    && role(next) != Role.ACTIVITY
                    && role(next) != Role.INDICATOR;
            return above && isOnePerRow(at) && !isOnePerRow(next) ? lead : next;
        });
    }

    /** Among labels it may stand behind what it is the number of. */
    private int nextLead(int column) {
        if (table.kind() == TableReading.Kind.FORM
                && column > 0
                && role(column - 1).leads()) {
            return column - 1;
        }
        int next = column + 1;
        while (next < table.columns().size() && !role(next).leads()) {
            next++;
        }
        return next;
    }

    private List<Growing> activities(LogicalRow row) {
        List<Growing> first = new ArrayList<>();
        for (int column : table.columnsOf(Role.ACTIVITY)) {
            LogicalCell cell = row.cells().get(column);
            if (cell.isEmpty() || cell.inherited()) {
                continue;
            }
            boolean inTime = ColumnRelations.isTime(table.columns().get(column).heading());
            boolean further = column != table.firstColumnOf(Role.ACTIVITY) && first.size() == 1 && !inTime;
            Growing again = again(row, column, cell);
            if (again != null) {
                ground.structure.addAll(Snippet.spots(cell.words()));
                first.add(again);
                continue;
            }
            List<Growing> some =
                    ActivityCell.read(cell, table.columns().get(column).certainty(), !table.has(Role.DEADLINE));
            refer(row, column, some.get(0));
            if (inTime) {
                some.forEach(one -> doneIn(row, column, one));
            }
            ground.under(further ? first.get(0) : ground.deepest()).addAll(some);
            if (!further) {
                first.addAll(some);
            }
        }
        if (!first.isEmpty()) {
            current.put(Role.ACTIVITY, first.get(first.size() - 1));
            fullName = null;
        }
        return first;
    }

    /** What stands under a year, or under the short term, is to be done then. */
    private void doneIn(LogicalRow row, int column, Growing activity) {
        String heading = table.columns().get(column).heading();
        Spot spot = Spot.cell(row.start().block(), row.start().row(), column);
        activity.add(new Value(Role.DEADLINE, heading, heading, List.of(spot), Certainty.LIKELY, true));
    }

    /** The activity of the row before, where it stands here again for another of its measures; null for none. */
    private @Nullable Growing again(LogicalRow row, int column, LogicalCell cell) {
        Growing before = current.get(Role.ACTIVITY);
        if (before == null
                || column != table.firstColumnOf(Role.ACTIVITY)
                || cell.words().size() != 1
                || !before.titleFrom.words().equals(cell.asOne().printed())) {
            return null;
        }
        String number = table.columnsOf(Role.REFERENCE).stream()
                .filter(at -> numbered(at) == column)
                .map(at -> Reference.tidied(row.cells().get(at).text()))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse(before.reference);
        return number.equals(before.reference) ? before : null;
    }

    private List<Growing> indicators(LogicalRow row, @Nullable Growing under, List<Growing> activities) {
        List<Growing> leaves = new ArrayList<>();
        boolean named = false;
        for (int column : table.columnsOf(Role.INDICATOR)) {
            LogicalCell cell = row.cells().get(column);
            if (cell.isEmpty()) {
                continue;
            }
            if (under != null && saysOnlyHow(cell, column)) {
                under.add(value(cell, table.columns().get(column), cell.inherited())
                        .as(Role.SOURCE));
                continue;
            }
            named |= !NOTHING.matcher(cell.text()).matches();
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
        int at = table.rows().indexOf(row);
        for (int next = at + 1; next < table.rows().size(); next++) {
            LogicalRow below = table.rows().get(next);
            LogicalCell cell = below.cells().get(column);
            if (!cell.inherited()
                    || cell.isEmpty()
                    || !start(cell).equals(start(row.cells().get(column)))) {
                return false;
            }
            if (table.columnsOf(Role.ACTIVITY).stream().anyMatch(activity -> isOwn(below, activity))) {
                return true;
            }
        }
        return false;
    }

    /** A measure of something that has its target in another column, but names nothing that can be counted. */
    private boolean saysOnlyHow(LogicalCell cell, int column) {
        boolean beside = table.has(Role.TARGET) && isByArea() && column != lead && !table.has(Role.ACTIVITY);
        return beside && !ColumnLook.isMeasuring(cell.text()) && !ColumnLook.isMeasuring(Naming.measured(cell.text()));
    }

    /** Whether a figure or a target that can be met or is still to come stands in the row. */
    private boolean promises(LogicalRow row) {
        for (Role role : List.of(Role.TARGET, Role.BASELINE, Role.OUTTURN)) {
            for (int column : table.columnsOf(role)) {
                String words = row.cells().get(column).text();
                boolean nothing = words.isBlank()
                        || TargetReader.read(words, About.nothing()).target() instanceof Target.NotStated
                        || words.matches("(?i)not (at this time|applicable|yet)\\b.*|n/?a|none|-+");
                if (!nothing) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is to be done, where it stands in the column of targets and nothing is measured. */
    private Optional<Value> milestone(LogicalRow row) {
        return table.columnsOf(Role.TARGET).stream()
                .map(row.cells()::get)
                .filter(cell -> !cell.isEmpty() && ColumnLook.count(cell.text()) > 1)
                .filter(cell -> TargetReader.read(cell.text(), About.nothing()).target() instanceof Target.Milestone)
                .findFirst()
                .map(cell -> new Value(
                        Role.INDICATOR, cell.text(), "", Snippet.spots(cell.words()), Certainty.LIKELY, false));
    }

    /** An indicator of what the row is about, where the row gives it figures or targets but no name. */
    private Growing inPlace(LogicalRow row, Growing under) {
        Value name = milestone(row)
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

    private List<Growing> measured(LogicalRow row, int column, @Nullable Growing under, List<Growing> activities) {
        LogicalCell cell = row.cells().get(column);
        Growing about = under != null && under.title.isEmpty() && !activities.isEmpty() ? activities.get(0) : under;
        Value words = about == null
                ? new Value(Role.INDICATOR, "", "", List.of(), Certainty.DOUBTFUL, false)
                : new Value(Role.INDICATOR, about.title, "", about.titleFrom.spots(), Certainty.DOUBTFUL, false);
        List<MeasureCell.Measured> all = MeasureCell.read(cell.words(), words, !table.has(Role.TARGET));
        Spot start = cell.words().get(0).spots().get(0);
        Growing whole = fullName;
        if (all.size() == 1
                && whole != null
                && PART.matcher(all.get(0).name().words().strip()).matches()) {
            Growing part = Ground.measured(all.get(0), start);
            whole.children.add(part);
            refer(row, column, part);
            return List.of(part);
        }
        Growing group = groupOf(row, column);
        if (group != null && !under(under).contains(group)) {
            under(under).add(group);
        }
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
            refer(row, column, leaves.get(0));
            activities.stream()
                    .filter(activity -> activities.size() == 1 && isByArea())
                    .flatMap(activity -> activity.values.stream())
                    .filter(value -> value.role() == Role.DEADLINE)
                    .findFirst()
                    .ifPresent(day -> leaves.stream()
                            .filter(leaf -> !leaf.has(Role.DEADLINE))
                            .forEach(leaf -> leaf.add(day.shared())));
        }
        return leaves;
    }

    /** Under {@code Milestones}, what stands there is to be done, though the words alone may not say so. */
    private void amongMilestones(int column, Growing leaf) {
        String heading = table.columns().get(column).heading();
        if (!MILESTONES.matcher(heading).matches()) {
            return;
        }
        Value name = leaf.titleFrom;
        leaf.values.removeIf(value -> value.role() == Role.TARGET);
        leaf.add(new Value(Role.TARGET, name.words(), heading, name.spots(), Certainty.LIKELY, false));
    }

    private List<Growing> under(@Nullable Growing above) {
        return ground.under(above);
    }

    /** Groups of people are measured by the characteristic that stands before them: {@code Ethnicity | Black}; else null. */
    private @Nullable Growing groupOf(LogicalRow row, int column) {
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

    private void values(LogicalRow row, Growing bearer, List<Growing> activities, List<Growing> indicators) {
        boolean ofIndicators = !indicators.isEmpty() && indicators.contains(bearer);
        for (int column = 0; column < table.columns().size(); column++) {
            PlanTable.Column role = table.columns().get(column);
            LogicalCell cell = row.cells().get(column);
            if (cell.isEmpty()) {
                continue;
            }
            switch (role.role()) {
                case TARGET, BASELINE, COMPARATOR, OUTTURN -> {
                    figures(cell, dated(row, role), indicators, bearer);
                    dayOfHeading(row.start(), column, indicators);
                }
                case OWNER, DEADLINE -> {
                    List<Growing> bearers =
                            ofIndicators ? indicators : activities.contains(bearer) ? activities : List.of(bearer);
                    if (bearers.size() > 1 && cell.words().size() == bearers.size() && !ofIndicators) {
                        for (int at = 0; at < bearers.size(); at++) {
                            LogicalCell line =
                                    new LogicalCell(List.of(cell.words().get(at)), cell.inherited());
                            ownerOrDay(bearers.get(at), line, role, cell.inherited());
                        }
                    } else {
                        bearers.forEach(one -> ownerOrDay(one, cell, role, bearers.size() > 1 || cell.inherited()));
                    }
                }
                case STRATEGY -> {
                    if (ColumnLook.isMeasuring(cell.text())) {
                        shifted(row, column, bearer);
                    } else {
                        strategies(bearer, cell, role);
                    }
                }
                case STATUS, CHARACTERISTIC, AIM, OUTCOME, SOURCE -> bearer.add(value(cell, role, cell.inherited()));
                case UPDATE -> {
                    if (!cell.inherited() || !bearer.has(Role.UPDATE)) {
                        bearer.add(value(cell, role, cell.inherited()));
                    }
                }
                case OTHER ->
                    cell.words()
                            .forEach(line -> line.spots().forEach(spot -> ground.because(spot, Unplaced.Why.COLUMN)));
                default -> {
                    // what leads was read before
                }
            }
        }
    }

    /** The baseline, with when it was where a column of its own says that. */
    private PlanTable.Column dated(LogicalRow row, PlanTable.Column role) {
        if (role.role() != Role.BASELINE || baselineDate < 0) {
            return role;
        }
        String date = row.cells().get(baselineDate).text();
        return Periods.in(date)
                .map(found ->
                        new PlanTable.Column(role.role(), role.heading() + " " + date, role.certainty(), role.second()))
                .orElse(role);
    }

    private static int baselineDate(PlanTable table) {
        for (int column = 0; column < table.columns().size(); column++) {
            if (table.columns().get(column).role() == Role.OTHER
                    && BASELINE_DATE
                            .matcher(table.columns().get(column).heading())
                            .matches()) {
                return column;
            }
        }
        return -1;
    }

    /** {@code Target (March 2026)} says by when, where no column of its own does. */
    private void dayOfHeading(Spot row, int column, List<Growing> indicators) {
        PlanTable.Column role = table.columns().get(column);
        if (role.role() != Role.TARGET || table.has(Role.DEADLINE)) {
            return;
        }
        Periods.in(role.heading())
                .filter(found -> found.period().kind() == PeriodKind.MONTH
                        || found.period().kind() == PeriodKind.DATE)
                .ifPresent(found -> indicators.forEach(indicator -> indicator.add(new Value(
                        Role.DEADLINE,
                        found.words(),
                        role.heading(),
                        List.of(Spot.cell(row.block(), row.row(), column)),
                        Certainty.LIKELY,
                        true))));
    }

    /** A measure that slipped into the column beside its own. */
    private void shifted(LogicalRow row, int column, Growing bearer) {
        List<Growing> slipped = measured(row, column, bearer, List.of());
        slipped.forEach(indicator -> indicator.titleFrom = indicator.titleFrom.as(Certainty.DOUBTFUL));
    }

    private void ownerOrDay(Growing node, LogicalCell cell, PlanTable.Column role, boolean shared) {
        if (role.second() == null) {
            node.add(value(cell, role, shared));
            return;
        }
        for (Snippet line : cell.words()) {
            OwnerAndDay both = OwnerAndDay.of(line.text());
            node.add(new Value(Role.OWNER, both.owner(), role.heading(), line.spots(), Certainty.LIKELY, shared));
            node.add(new Value(Role.DEADLINE, both.day(), role.heading(), line.spots(), Certainty.LIKELY, shared));
        }
    }

    /** One a paragraph, and one on each side of a stroke behind the word that ends a name. */
    private static void strategies(Growing node, LogicalCell cell, PlanTable.Column role) {
        for (Snippet line : cell.words()) {
            for (String one : line.text().split("(?i)(?<=strategy|plan|framework|policy|programme)\\s*[/;]\\s*")) {
                node.add(new Value(
                        Role.STRATEGY, one.strip(), role.heading(), line.spots(), role.certainty(), cell.inherited()));
            }
        }
    }

    /** Figures of several parts stand one under the other, in their order; one stands for all. */
    private static void figures(LogicalCell cell, PlanTable.Column role, List<Growing> leaves, Growing bearer) {
        List<Snippet> lines = cell.words();
        if (leaves.isEmpty()) {
            bearer.add(value(cell, role, cell.inherited()));
        } else if (leaves.size() > 1 && lines.size() == leaves.size()) {
            for (int at = 0; at < leaves.size(); at++) {
                Snippet line = lines.get(at);
                leaves.get(at)
                        .add(new Value(
                                role.role(),
                                line.text(),
                                role.heading(),
                                line.spots(),
                                role.certainty(),
                                cell.inherited()));
            }
        } else if (leaves.size() > 1 && lines.size() > 1) {
            leaves.get(0).add(value(cell, role, cell.inherited()).as(Certainty.DOUBTFUL));
        } else {
            leaves.forEach(leaf -> leaf.add(value(cell, role, cell.inherited() || leaves.size() > 1)));
        }
    }

    private static Value value(LogicalCell cell, PlanTable.Column role, boolean shared) {
        List<Snippet> lines = cell.words();
        String words = switch (role.role()) {
            case UPDATE -> Snippet.together(lines);
            case OWNER -> String.join("\n", lines.stream().map(Snippet::text).toList());
            default -> Snippet.inOneLine(lines);
        };
        return new Value(role.role(), words, role.heading(), Snippet.spots(lines), role.certainty(), shared);
    }
}
