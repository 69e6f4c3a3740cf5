package org.dueregard.intake.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;

/** Which column the rows of a table are about, and which column each of its columns of numbers counts. */
final class Leading {

    /** From this share of rows with words of their own, a column is what the rows are about. */
    private static final double ONE_PER_ROW = 0.8;

    private final PlanTable table;
    private final int column;
    private final Map<Integer, Integer> numbered = new HashMap<>();

    Leading(PlanTable table) {
        this.table = table;
        this.column = lead();
    }

    /** -1 where no column leads. */
    int column() {
        return column;
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
                if (cell.isOwn()) {
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

    /** Whether the rows are about something above activities and indicators. */
    boolean isByArea() {
        return column >= 0 && role(column) != Role.ACTIVITY && role(column) != Role.INDICATOR;
    }

    /** The number in the column before is the node's. */
    void refer(LogicalRow row, int before, Growing node, Ground ground) {
        for (int column : table.columnsOf(Role.REFERENCE)) {
            LogicalCell cell = row.cells().get(column);
            if (numbered(column) == before && !cell.isEmpty()) {
                Optional<Reference> behind = Reference.isOne(cell.text())
                        ? Optional.empty()
                        : Reference.in(cell.text()).filter(one -> !one.rest().isEmpty());
                String number = behind.map(Reference::reference).orElse(cell.text());
                boolean another = column + 1 < table.columns().size()
                        && role(column + 1) == Role.REFERENCE
                        && numbered(column + 1) == before;
                boolean numbered = !node.reference.isEmpty()
                        && !LevelNames.plain(node.reference).equals(LevelNames.plain(number));
                if (another || numbered) {
                    cell.words()
                            .forEach(line -> line.spots().forEach(spot -> ground.because(spot, Unplaced.Why.COLUMN)));
                } else {
                    node.referTo(number);
                    behind.ifPresent(one -> node.add(new Value(
                            Role.OTHER,
                            one.rest(),
                            table.columns().get(column).heading(),
                            Snippet.spots(cell.words()),
                            Certainty.LIKELY,
                            cell.inherited())));
                    ground.structure.addAll(Snippet.spots(cell.words()));
                }
            }
        }
    }

    /** The column that a column of numbers counts: the next, unless that one covers several of the rows that are counted. */
    int numbered(int column) {
        return numbered.computeIfAbsent(column, at -> {
            int next = nextLead(at);
            boolean above = next < table.columns().size()
                    && next < this.column
                    && role(next) != Role.ACTIVITY
                    && role(next) != Role.INDICATOR;
            if (!above && !(next < table.columns().size() && role(next).isLevel())) {
                return next;
            }
            // as many different numbers as there are different things to be done
            int counted = table.firstColumnOf(table.has(Role.ACTIVITY) ? Role.ACTIVITY : Role.INDICATOR);
            boolean ofEach = counted > next && different(at) > different(next) && different(at) == different(counted);
            return ofEach ? counted : above && isOnePerRow(at) && !isOnePerRow(next) ? this.column : next;
        });
    }

    private long different(int column) {
        return table.rows().stream()
                .filter(row -> row.kind() == RowKind.ITEM)
                .map(row -> row.cells().get(column).text())
                .filter(words -> !words.isBlank())
                .distinct()
                .count();
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

    private Role role(int column) {
        return table.columns().get(column).role();
    }
}
