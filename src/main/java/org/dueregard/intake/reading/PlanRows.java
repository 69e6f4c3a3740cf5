package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.jspecify.annotations.Nullable;

/** The items of a table of the plan, one under the other, with what the rows above left open. */
final class PlanRows {

    /** {@code Equality objective 2} as a label before its words. */
    private static final Pattern COUNTED = Pattern.compile("\\D*\\s(?<number>\\d{1,2}(?:\\.\\d{1,2})*)\\W*");

    private final Ground ground;
    private final PlanTable table;
    private final Leading leading;
    private final RowMeasures measures;
    private final RowValues values;
    private final Map<Role, Growing> current = new EnumMap<>(Role.class);
    private final @Nullable Tree tree;
    private final @Nullable Links links;
    private final Map<Integer, Boolean> counted = new HashMap<>();

    /** Asked for every row, and always the same. */
    private final Map<Integer, Boolean> inTime = new HashMap<>();

    private final boolean partsHaveTheirOwn;

    PlanRows(Ground ground, PlanTable read) {
        this.ground = ground;
        this.links = Links.of(read, ground);
        this.table = links == null ? read : links.rest(read, ground);
        this.leading = new Leading(table);
        this.measures = new RowMeasures(ground, table, leading);
        this.values = new RowValues(ground, table, measures);
        this.tree = Tree.of(table);
        this.partsHaveTheirOwn = table.has(Role.AREA) && table.rows().stream().anyMatch(this::haveTheirOwn);
    }

    /** After a row that begins something else. */
    void forget() {
        current.clear();
        measures.forget();
    }

    void item(LogicalRow row) {
        Growing named = tree == null ? null : tree.grow(row, ground);
        if (named != null) {
            values.say(row, named, List.of(named), List.of());
            return;
        }
        for (Role role : List.of(Role.OBJECTIVE, Role.THEME, Role.AREA)) {
            table.columnsOf(role).forEach(column -> structural(row, column, role));
        }
        Growing measuredDeed = links == null ? null : links.of(row);
        if (measuredDeed != null) {
            measures.forgetName();
            List<Growing> indicators = measures.grow(row, measuredDeed, List.of());
            values.say(row, indicators.isEmpty() ? measuredDeed : indicators.get(0), List.of(), indicators);
            return;
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
                measures.grow(row, leading.isByArea() && !only || activity == null ? above : activity, activities);
        Growing bearer = bearer(above, activities, indicators);
        if (bearer == null) {
            ground.because(row.start(), Unplaced.Why.UNCLEAR);
            return;
        }
        values.say(row, bearer, activities, indicators);
    }

    /** Where the row names its objective or area itself, an activity that it does not name is none. */
    private boolean isFilledDown(LogicalRow row) {
        boolean named = table.columns().stream()
                        .anyMatch(column -> column.role() == Role.AREA || column.role() == Role.OBJECTIVE)
                && table.columnsOf(Role.AREA).stream()
                        .allMatch(column -> row.cells().get(column).isOwn())
                && table.columnsOf(Role.OBJECTIVE).stream()
                        .allMatch(column -> row.cells().get(column).isOwn());
        return named
                && table.columnsOf(Role.ACTIVITY).stream()
                        .allMatch(column -> row.cells().get(column).isEmpty());
    }

    /** What the row says things of that are not said of a figure. */
    private @Nullable Growing bearer(@Nullable Growing above, List<Growing> activities, List<Growing> indicators) {
        if (leading.isByArea() && above != null) {
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
        Snippet meant = ground.codes.get(LevelNames.plain(words.text()));
        Growing node = meant != null
                ? Growing.begun(
                        Growing.kind(role),
                        meant,
                        null,
                        table.columns().get(column).certainty())
                : Growing.begun(
                        Growing.kind(role),
                        words,
                        LevelLabel.of(words.text()).orElse(null),
                        table.columns().get(column).certainty());
        if (meant != null) {
            node.referTo(words.text());
            ground.structure.addAll(words.spots());
        }
        leading.refer(row, column, node, ground);
        if (node.reference.isEmpty() && isCounted(column)) {
            CountedHeads.number(node);
        }
        Matcher counted = COUNTED.matcher(table.columns().get(column).heading());
        if (table.kind() == TableReading.Kind.FORM && counted.matches()) {
            node.referTo(counted.group("number"));
        }
        Growing again = role == Role.OBJECTIVE && !node.reference.isEmpty() ? ground.goOn(node, words) : null;
        if (again != null) {
            open(role, again);
            return;
        }
        open(role, node);
        ground.hang(node);
    }

    /** Whether all that a column names begins with a number, from 1 on: one alone might be {@code 25 health champions}. */
    private boolean isCounted(int column) {
        return counted.computeIfAbsent(
                column,
                at -> CountedHeads.areNumbered(table.rows().stream()
                        .filter(row -> row.kind() == RowKind.ITEM)
                        .map(row -> row.cells().get(at))
                        .filter(LogicalCell::isOwn)
                        .map(LogicalCell::text)
                        .toList()));
    }

    private void open(Role role, Growing node) {
        current.put(role, node);
        current.keySet().removeIf(other -> other.compareTo(role) > 0);
        measures.forgetName();
    }

    /** The same words in each row, in one before, or for short what a heading said before the table. */
    private @Nullable Growing filledDown(Role role, Snippet words) {
        String said = words.printed();
        Growing named = ground.named(ground.above(Growing.kind(role)), Growing.kind(role), said);
        Growing meant = named == null ? ground.meant(said) : null;
        Growing above = ground.above(Growing.kind(role));
        boolean another = meant != null
                && meant.kind == Growing.kind(role)
                && above != null
                && !above.children.contains(meant)
                && LevelNames.plain(meant.titleFrom.words()).equals(LevelNames.plain(said));
        if (another) {
            return null;
        }
        if (meant != null) {
            if (LevelNames.plain(meant.titleFrom.words()).equals(LevelNames.plain(said))) {
                ground.structure.addAll(words.spots());
            } else {
                meant.add(new Value(Role.OTHER, said, "", words.spots(), Certainty.LIKELY, false));
            }
            return meant;
        }
        return named;
    }

    private boolean inTime(int column) {
        return inTime.computeIfAbsent(
                column, at -> DeedColumns.isTime(table.columns().get(at).heading()));
    }

    /** Whether an action goes over rows whose parts of it have somebody or a day of their own each. */
    private boolean haveTheirOwn(LogicalRow row) {
        List<Integer> both = table.columnsOf(Role.ACTIVITY).stream()
                .filter(column -> !inTime(column))
                .toList();
        return both.size() == 2
                && row.kind() == RowKind.ITEM
                && row.cells().get(both.get(0)).inherited()
                && row.cells().get(both.get(1)).isOwn()
                && isMoreThanPart(row);
    }

    private boolean isMoreThanPart(LogicalRow row) {
        return Stream.of(Role.OWNER, Role.DEADLINE)
                .flatMap(role -> table.columnsOf(role).stream())
                .anyMatch(beside -> row.cells().get(beside).isOwn());
    }

    /** What the row does of the action that stands over it; or that action, where the row names no part. */
    private List<Growing> parts(LogicalRow row) {
        List<Growing> named = new ArrayList<>();
        for (int column : table.columnsOf(Role.ACTIVITY)) {
            LogicalCell cell = row.cells().get(column);
            if (!cell.isOwn()) {
                continue;
            }
            boolean over = column == table.firstColumnOf(Role.ACTIVITY);
            LogicalCell words = over ? new LogicalCell(List.of(cell.asOne()), false) : cell;
            List<Growing> some =
                    ActivityCell.read(words, table.columns().get(column).certainty(), !table.has(Role.DEADLINE));
            leading.refer(row, column, some.get(0), ground);
            Growing whole = current.get(Role.ACTIVITY);
            if (over || whole == null) {
                ground.under(ground.deepest()).addAll(some);
                current.put(Role.ACTIVITY, some.get(some.size() - 1));
            } else {
                whole.children.addAll(some);
                named.clear();
            }
            named.addAll(some);
            measures.forgetName();
        }
        return named;
    }

    private List<Growing> activities(LogicalRow row) {
        if (partsHaveTheirOwn) {
            return parts(row);
        }
        List<Growing> first = new ArrayList<>();
        for (int column : table.columnsOf(Role.ACTIVITY)) {
            LogicalCell cell = row.cells().get(column);
            if (cell.isEmpty() || cell.inherited()) {
                continue;
            }
            if (ColumnLook.isNothing(cell.text())) {
                cell.words().forEach(line -> ground.because(line.spots().get(0), Unplaced.Why.UNCLEAR));
                continue;
            }
            boolean inTime = inTime(column);
            boolean further = column != table.firstColumnOf(Role.ACTIVITY)
                    && first.size() == 1
                    && (!inTime || !inTime(table.firstColumnOf(Role.ACTIVITY)));
            Growing again = again(row, column, cell);
            if (again != null) {
                ground.structure.addAll(Snippet.spots(cell.words()));
                first.add(again);
                continue;
            }
            LogicalCell undivided = isDivided(row, column) ? new LogicalCell(List.of(cell.asOne()), false) : cell;
            List<Growing> some =
                    ActivityCell.read(undivided, table.columns().get(column).certainty(), !table.has(Role.DEADLINE));
            leading.refer(row, column, some.get(0), ground);
            if (inTime) {
                some.forEach(one -> doneIn(row, column, one));
            }
            Growing whole = inTime ? null : goesOn(row, column);
            if (whole != null) {
                whole.children.addAll(some);
                continue;
            }
            ground.under(further ? first.get(0) : ground.deepest()).addAll(some);
            if (!further) {
                first.addAll(some);
            }
        }
        if (!first.isEmpty()) {
            current.put(Role.ACTIVITY, first.get(first.size() - 1));
            measures.forgetName();
        }
        return first;
    }

    /** Whether a column beside it names the parts of an action, so that its own lines, unless they are a list, are one. */
    private boolean isDivided(LogicalRow row, int column) {
        List<Integer> all = table.columnsOf(Role.ACTIVITY);
        return column == all.get(0)
                && all.stream()
                        .skip(1)
                        .anyMatch(other ->
                                !inTime(other) && row.cells().get(other).isOwn())
                && row.cells().get(column).words().stream()
                        .noneMatch(line ->
                                line.inList() || Reference.in(line.printed()).isPresent());
    }

    /** The activity that goes over this row from above, where the row says no more than a part of it; null for none. */
    private @Nullable Growing goesOn(LogicalRow row, int column) {
        int first = table.firstColumnOf(Role.ACTIVITY);
        return column != first && row.cells().get(first).inherited() && !isMoreThanPart(row)
                ? current.get(Role.ACTIVITY)
                : null;
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
                .filter(at -> leading.numbered(at) == column)
                .map(at -> Reference.tidied(row.cells().get(at).text()))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse(before.reference);
        return number.equals(before.reference) ? before : null;
    }
}
