package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.jspecify.annotations.Nullable;

/** Lists in which a column says of each row whether it is an action or a measure, and one column names both. */
final class TypedRows {

    private static final Pattern DESCRIPTION =
            Pattern.compile("(?i)\\W*((short|full) )?(descriptions?|titles?|names?|details?|text|items?)\\W*");

    private TypedRows() {}

    /** The same with the measures in a column of their own; the table itself where it is no such list. */
    static PlanTable apart(PlanTable table) {
        int type = table.has(Role.INDICATOR) ? -1 : type(table);
        int named = type < 0 ? -1 : named(table);
        if (named < 0) {
            return table;
        }
        List<PlanTable.Column> columns = new ArrayList<>(table.columns());
        columns.set(named, columns.get(named).as(Role.ACTIVITY, Certainty.LIKELY));
        columns.add(columns.get(named).as(Role.INDICATOR, Certainty.LIKELY));
        List<LogicalRow> rows = new ArrayList<>();
        for (LogicalRow row : table.rows()) {
            List<LogicalCell> cells = new ArrayList<>(row.cells());
            boolean measure = role(row, type) == Role.INDICATOR;
            cells.add(measure ? cells.get(named) : LogicalCell.NONE);
            if (measure) {
                cells.set(named, LogicalCell.NONE);
            }
            rows.add(new LogicalRow(row.start(), row.kind(), cells));
        }
        return new PlanTable(table.block(), table.kind(), table.certainty(), columns, rows, table.labels());
    }

    /** The column of what is done, or else the one that describes it; -1 for none. */
    private static int named(PlanTable table) {
        for (int column = 0; column < table.columns().size(); column++) {
            PlanTable.Column one = table.columns().get(column);
            boolean described = one.role() == Role.OTHER
                    && DESCRIPTION.matcher(one.heading()).matches();
            if (one.role() == Role.ACTIVITY || described) {
                return column;
            }
        }
        return -1;
    }

    /** The column that says it of every row; -1 for none. */
    private static int type(PlanTable table) {
        for (int column = 0; column < table.columns().size(); column++) {
            Set<Role> roles = table.columns().get(column).role() == Role.OTHER ? said(table, column) : Set.of();
            if (roles.equals(EnumSet.of(Role.ACTIVITY, Role.INDICATOR))) {
                return column;
            }
        }
        return -1;
    }

    /** None where a row says nothing that is known. */
    private static Set<Role> said(PlanTable table, int column) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (LogicalRow row : table.rows()) {
            Role role = role(row, column);
            if (row.kind() == RowKind.ITEM && role == null) {
                return Set.of();
            }
            if (row.kind() == RowKind.ITEM) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static @Nullable Role role(LogicalRow row, int column) {
        return HeadingWords.ofLabel(row.cells().get(column).text())
                .map(HeadingWords.Meaning::role)
                .orElse(null);
    }
}
