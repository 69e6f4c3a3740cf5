package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.PeriodKind;
import org.dueregard.indicator.words.About;
import org.dueregard.indicator.words.FigureReader;
import org.dueregard.indicator.words.FigureReading;
import org.dueregard.indicator.words.TargetReader;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.plan.NodeKind;

/** Who, by when, how far and what else the rows of a table say of what they are about. */
final class RowValues {

    /** As likely those of a plan that is named, where days have a column. */
    private static final Pattern YEARS = Pattern.compile("(19|20)\\d\\d\\s?[-–]\\s?(\\d\\d){1,2}");

    private final Ground ground;
    private final PlanTable table;
    private final RowMeasures measures;
    private final int baselineDate;

    RowValues(Ground ground, PlanTable table, RowMeasures measures) {
        this.ground = ground;
        this.table = table;
        this.measures = measures;
        this.baselineDate = baselineDate(table);
    }

    /** {@code Lead/Outcomes}: who stands first, and what is to come of it in the lines below. */
    private static final Pattern AND_OUTCOMES = Pattern.compile("(?is).*\\W(outcomes?|outputs?)\\W*");

    /** Says of what the row is about, and of what it measures, what its other columns hold. */
    void say(LogicalRow row, Growing bearer, List<Growing> activities, List<Growing> indicators) {
        for (int column = 0; column < table.columns().size(); column++) {
            PlanTable.Column role = table.columns().get(column);
            LogicalCell said = row.cells().get(column);
            if (said.isEmpty()) {
                continue;
            }
            boolean andOutcomes = role.role() == Role.OWNER
                    && AND_OUTCOMES.matcher(role.heading()).matches()
                    && said.words().size() > 1;
            LogicalCell cell = andOutcomes ? new LogicalCell(said.words().subList(0, 1), said.inherited()) : said;
            if (andOutcomes) {
                List<Snippet> below = said.words().subList(1, said.words().size());
                outcome(new LogicalCell(below, said.inherited()), role.as(Role.OUTCOME, Certainty.LIKELY), bearer);
            }
            switch (role.role()) {
                case TARGET, BASELINE, COMPARATOR, OUTTURN -> {
                    figures(cell, dated(row, role), indicators, bearer);
                    dayOfHeading(row.start(), column, indicators);
                    dayOfTarget(cell, role, indicators);
                }
                case OWNER, DEADLINE -> {
                    Growing above = isBeforeDeeds(column) ? ground.deepest() : null;
                    if (above != null) {
                        ownerOrDay(above, cell, role, cell.inherited());
                    } else {
                        ownersOrDays(cell, role, bearer, activities, indicators);
                    }
                }
                case STRATEGY -> {
                    if (ColumnLook.isMeasuring(cell.text())) {
                        shifted(row, column, bearer, indicators);
                    } else {
                        strategies(bearer, cell, role);
                    }
                }
                case OUTCOME -> {
                    if (ground.isOpenAs(cell.text())) {
                        ground.structure.addAll(Snippet.spots(cell.words()));
                        continue;
                    }
                    Growing above = isBeforeDeeds(column) ? ground.deepest() : null;
                    outcome(cell, role, above == null ? bearer : above);
                }
                case STATUS, CHARACTERISTIC, AIM, SOURCE -> bearer.add(value(cell, role, cell.inherited()));
                case POLARITY ->
                    (indicators.isEmpty() ? List.of(bearer) : indicators)
                            .forEach(one -> one.add(value(cell, role, cell.inherited())));
                case UPDATE -> {
                    if (!cell.inherited() || !bearer.has(Role.UPDATE)) {
                        bearer.add(value(cell, role, cell.inherited()));
                    }
                }
                case OTHER -> {
                    if (role.second() == Role.BASELINE && indicators.size() == 1 && isFigure(cell.text())) {
                        Value figure = value(cell, role, cell.inherited()).as(Role.BASELINE);
                        indicators.get(0).add(figure.as(Certainty.DOUBTFUL));
                    } else {
                        cell.words().stream()
                                .flatMap(line -> line.spots().stream())
                                .forEach(spot -> ground.because(spot, Unplaced.Why.COLUMN));
                    }
                }
                default -> {
                    // what leads was read before
                }
            }
        }
    }

    /** Line by line where there are as many as bear them; a second measure of an action has its own. */
    private static void ownersOrDays(
            LogicalCell cell,
            PlanTable.Column role,
            Growing bearer,
            List<Growing> activities,
            List<Growing> indicators) {
        boolean ofIndicators = indicators.contains(bearer);
        boolean ofSecond =
                activities.isEmpty() && !indicators.isEmpty() && !cell.inherited() && bearer.has(role.role());
        boolean ofEach = activities.contains(bearer)
                || bearer.kind.compareTo(NodeKind.ACTIVITY) < 0
                        && activities.size() > 1
                        && cell.words().size() == activities.size()
                        && !cell.inherited();
        List<Growing> bearers = ofIndicators || ofSecond ? indicators : ofEach ? activities : List.of(bearer);
        if (bearers.size() > 1 && cell.words().size() == bearers.size() && !ofIndicators) {
            lineByLine(cell, role, bearers);
            List<Growing> together = indicators.stream()
                    .filter(one -> bearer.children.contains(one) && !one.has(role.role()))
                    .toList();
            if (together.size() == cell.words().size()) {
                lineByLine(cell, role, together);
            } else {
                together.forEach(one -> ownerOrDay(one, cell, role, true));
            }
            return;
        }
        bearers.forEach(one -> ownerOrDay(one, cell, role, bearers.size() > 1 || cell.inherited()));
        // what measures several activities together, or all that is done in an area, stands under none of them
        indicators.stream()
                .filter(one -> !ofIndicators && !one.has(role.role()))
                .filter(one -> bearers.size() > 1
                        || role.role() == Role.OWNER && activities.contains(bearer) && !bearer.children.contains(one))
                .forEach(one -> ownerOrDay(one, cell, role, true));
    }

    private static void lineByLine(LogicalCell cell, PlanTable.Column role, List<Growing> bearers) {
        for (int at = 0; at < bearers.size(); at++) {
            LogicalCell line = new LogicalCell(List.of(cell.words().get(at)), cell.inherited());
            ownerOrDay(bearers.get(at), line, role, cell.inherited());
        }
    }

    private static boolean isFigure(String words) {
        return words.chars().anyMatch(Character::isDigit)
                && FigureReader.read(words, About.nothing()).kind() == FigureReading.Kind.FIGURE;
    }

    /** What is wanted; a level among it, such as {@code At least 12 centres open}, is measured. */
    private void outcome(LogicalCell cell, PlanTable.Column role, Growing bearer) {
        List<Snippet> wanted = new ArrayList<>();
        for (Snippet line : cell.words()) {
            boolean level = table.has(Role.ACTIVITY)
                    && !cell.inherited()
                    && MeasureCell.isMeasured(line.text(), table.has(Role.INDICATOR));
            if (level) {
                Value about = new Value(
                        Role.INDICATOR, bearer.title, "", bearer.titleFrom.spots(), Certainty.DOUBTFUL, false);
                ground.measured(
                        MeasureCell.read(List.of(line), about, true),
                        bearer,
                        line.spots().get(0));
            } else {
                wanted.add(line);
            }
        }
        if (!wanted.isEmpty()) {
            bearer.add(value(new LogicalCell(wanted, cell.inherited()), role, cell.inherited()));
        }
    }

    /** Whether it stands, in a form, between the name of an objective and what is done for it: then it is said of the objective. */
    private boolean isBeforeDeeds(int column) {
        return table.kind() == TableReading.Kind.FORM
                && table.has(Role.OBJECTIVE)
                && table.firstColumnOf(Role.OBJECTIVE) < column
                && column < table.firstColumnOf(Role.ACTIVITY);
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
                    && HeadingWords.isOfBaselineDate(table.columns().get(column).heading())) {
                return column;
            }
        }
        return -1;
    }

    /** {@code 60% by 2027} says by when the level is reached, whenever the row is done. */
    private void dayOfTarget(LogicalCell cell, PlanTable.Column role, List<Growing> indicators) {
        if (role.role() != Role.TARGET || indicators.size() != 1 || cell.inherited()) {
            return;
        }
        Growing indicator = indicators.get(0);
        Deadline by = TargetReader.read(cell.text(), About.nothing()).deadline();
        boolean first = indicator.values.stream()
                        .filter(value -> value.role() == Role.TARGET)
                        .count()
                == 1;
        boolean named = by != null
                && table.has(Role.DEADLINE)
                && YEARS.matcher(by.words()).matches();
        if (by != null && !named && by.lastDay().isPresent() && first && !indicator.has(Role.DEADLINE)) {
            indicator.add(new Value(
                    Role.DEADLINE, by.words(), role.heading(), Snippet.spots(cell.words()), Certainty.LIKELY, false));
        }
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

    /** A measure that slipped into the column beside its own, and what is done into the measure's. */
    private void shifted(LogicalRow row, int column, Growing bearer, List<Growing> indicators) {
        List<Growing> slipped = measures.measured(row, column, bearer, List.of());
        slipped.forEach(indicator -> indicator.titleFrom = indicator.titleFrom.as(Certainty.DOUBTFUL));
        indicators.stream()
                .filter(one -> bearer.children.contains(one) && ColumnLook.isDoing(one.title))
                .filter(one -> !ColumnLook.isMeasuring(Naming.measured(one.title)))
                .forEach(deed -> {
                    bearer.children.remove(deed);
                    bearer.add(deed.titleFrom.as(Role.OTHER).as(Certainty.DOUBTFUL));
                    deed.values.stream()
                            .filter(value -> value.role() == Role.OTHER)
                            .forEach(bearer::add);
                });
    }

    private static void ownerOrDay(Growing node, LogicalCell cell, PlanTable.Column role, boolean shared) {
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

    static Value value(LogicalCell cell, PlanTable.Column role, boolean shared) {
        List<Snippet> lines = cell.words();
        String words = switch (role.role()) {
            case UPDATE -> Snippet.together(lines);
            case OWNER -> String.join("\n", lines.stream().map(Snippet::text).toList());
            default -> Snippet.inOneLine(lines);
        };
        return new Value(role.role(), words, role.heading(), Snippet.spots(lines), role.certainty(), shared);
    }
}
