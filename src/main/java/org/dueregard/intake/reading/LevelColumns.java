package org.dueregard.intake.reading;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What others stand under, among the columns of a table: a council names its levels as it likes, and which of them is the
 * higher shows by where they stand and how often each is said.
 */
final class LevelColumns {

    private static final Pattern RANK =
            Pattern.compile("(?i)(very )?(high|medium|low|h|m|l|urgent|critical|essential|desirable|p\\d)\\W*");
    private static final Pattern RANK_IN_FIGURES = Pattern.compile("\\d\\W*");
    private static final Pattern TERM_OR_COUNT =
            Pattern.compile("(?i)\\W*((short|medium|long|mid)([ /-]*(term|medium|long|short))*|\\d{1,3})\\W*");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,2}(?:\\W{1,3}(?:and\\W)?\\d{1,2}){0,5}\\W{0,3}");
    private static final Pattern COUNTED = Pattern.compile("(?s)\\d{1,2}\\.\\d{1,2}\\b.{0,30}");
    private static final double MOST = 0.6;
    private static final int WORDS = 3;
    private static final double SEVERAL_ROWS_EACH = 0.8;

    private LevelColumns() {}

    /** Codes under "Indicator", with what they stand for in the column after them. */
    static void codes(Columns columns) {
        for (int column = 0; column < columns.size(); column++) {
            Role role = columns.role(column);
            List<String> own = columns.cells(column);
            boolean named = columns.all().stream().skip(column + 1L).anyMatch(other -> other.role() == role);
            boolean codes = role.leads() && !own.isEmpty() && own.stream().allMatch(LevelColumns::areCodes);
            if (named && codes && columns.isFree(column)) {
                columns.set(column, Role.REFERENCE, Certainty.LIKELY);
            }
        }
        for (int column = 0; column + 1 < columns.size(); column++) {
            List<String> own = columns.cells(column);
            List<String> next = columns.cells(column + 1);
            boolean codes = columns.role(column).leads()
                    && !own.isEmpty()
                    && own.stream().allMatch(Reference::isOne);
            Role beside = columns.role(column + 1);
            boolean free = (beside == Role.OTHER || beside == columns.role(column)) && next.size() >= own.size();
            if (codes
                    && columns.words(column + 1) >= WORDS
                    && free
                    && columns.isFree(column)
                    && columns.isFree(column + 1)) {
                columns.set(column + 1, columns.role(column), Certainty.LIKELY);
                columns.set(column, Role.REFERENCE, Certainty.LIKELY);
            }
        }
    }

    /** {@code 1.1} over {@code 1.1.1} and {@code 1.1.2}: the number alone is the area of what is done. */
    static void numbersAbove(Columns columns) {
        for (int column = 0; column + 2 < columns.size(); column++) {
            List<String> own = columns.cells(column);
            List<String> next = columns.cells(column + 1);
            boolean above = columns.role(column) == Role.REFERENCE
                    && columns.role(column + 1) == Role.REFERENCE
                    && columns.role(column + 2) == Role.ACTIVITY
                    && own.size() > 1
                    && own.size() < next.size()
                    && next.stream().allMatch(number -> own.stream().anyMatch(over -> number.startsWith(over + ".")));
            if (above && !columns.has(Role.AREA) && columns.isFree(column)) {
                columns.set(column, Role.AREA, Certainty.LIKELY);
            }
        }
    }

    /** {@code WRES 9 / WDES 10}. */
    static boolean areCodes(String cell) {
        return Stream.of(cell.split("[/,;&\\n]|\\band\\b")).map(String::strip).allMatch(Reference::isOne);
    }

    /** High, medium and low are how much something matters, and nothing that others stand under. */
    static void rankOnly(Columns columns) {
        for (int column = 0; column < columns.size(); column++) {
            Role role = columns.role(column);
            boolean structure = role.isLevel();
            List<String> own = columns.cells(column);
            if (structure
                    && columns.isFree(column)
                    && !own.isEmpty()
                    && own.stream()
                            .allMatch(cell -> RANK.matcher(cell.strip()).matches()
                                    || role == Role.AREA
                                            && RANK_IN_FIGURES
                                                    .matcher(cell.strip())
                                                    .matches())) {
                columns.set(column, Role.OTHER, Certainty.LIKELY);
            }
        }
    }

    /** Short and long term, or how many parts an action has, under a head that speaks of actions. */
    static void termsAndCounts(Columns columns) {
        columns.of(Role.ACTIVITY)
                .filter(columns::isFree)
                .filter(column -> !columns.cells(column).isEmpty()
                        && columns.cells(column).stream()
                                .allMatch(cell -> TERM_OR_COUNT.matcher(cell).matches()))
                .forEach(column -> columns.set(column, Role.OTHER, Certainty.LIKELY));
    }

    /** {@code Goal 3: …} in most cells, under a heading that nobody knows, is what the rows stand under, and no other column is. */
    static void namedInCells(Columns columns) {
        for (int column = 0; column < columns.size() && columns.role(column) != Role.ACTIVITY; column++) {
            List<String> own = columns.cells(column);
            long named = own.stream()
                    .flatMap(cell -> LevelLabel.of(cell).stream())
                    .filter(label ->
                            !label.reference().isEmpty() && !label.title().isEmpty())
                    .count();
            boolean level = columns.role(column) == Role.OTHER && own.size() > 1 && named >= own.size() * MOST;
            if (level && columns.isFree(column)) {
                columns.of(Role.OBJECTIVE)
                        .filter(other -> columns.isFree(other))
                        .forEach(other -> columns.set(other, Role.OTHER, Certainty.DOUBTFUL));
                columns.set(column, Role.OBJECTIVE, Certainty.LIKELY);
                return;
            }
        }
    }

    /** Numbers alone under "Metric" are which of somebody's measures is meant, and nothing that is measured here. */
    static void codesOfMeasures(Columns columns) {
        for (int column = 0; column < columns.size(); column++) {
            List<String> own = columns.cells(column);
            boolean codes = columns.role(column) == Role.INDICATOR
                    && columns.has(Role.ACTIVITY)
                    && !own.isEmpty()
                    && own.stream().allMatch(cell -> NUMBERS.matcher(cell).matches());
            if (codes && columns.isFree(column)) {
                columns.set(column, Role.OTHER, Certainty.LIKELY);
            }
        }
    }

    /** Numbers under "Target outcome", in front of what is done, count the rows and are no targets. */
    static void numbersOfTargets(Columns columns) {
        for (int column = 0; column < columns.size() && columns.role(column) != Role.ACTIVITY; column++) {
            List<String> own = columns.cells(column);
            boolean numbers = columns.role(column) == Role.TARGET
                    && columns.has(Role.ACTIVITY)
                    && own.size() > 1
                    && own.stream().allMatch(cell -> COUNTED.matcher(cell).matches());
            if (numbers && columns.isFree(column)) {
                columns.set(column, Role.REFERENCE, Certainty.LIKELY);
            }
        }
    }

    /** What goes over several rows in front of their measures, under no head at all, is what they stand under. */
    static void mergedInFront(Columns columns) {
        boolean measures = columns.has(Role.INDICATOR) && !columns.has(Role.ACTIVITY);
        boolean structure =
                columns.all().stream().anyMatch(column -> column.role().isLevel());
        boolean merged = columns.size() > 2
                && columns.heading(0).isEmpty()
                && columns.role(0) != Role.REFERENCE
                && columns.cells(0).size() > 1
                && columns.cells(0).size() < columns.items() * MOST;
        if (measures && !structure && merged && columns.isFree(0)) {
            columns.set(0, Role.OBJECTIVE, Certainty.LIKELY);
        }
    }

    /** Whatever a council calls its levels, the one further left is the higher. */
    static void fromTheLeft(Columns columns) {
        int theme = -1;
        for (int column = 0; column < columns.size(); column++) {
            if (columns.role(column) == Role.THEME && theme < 0) {
                theme = column;
            }
            boolean swapped = theme >= 0
                    && columns.role(column) == Role.OBJECTIVE
                    && columns.isFree(theme)
                    && columns.isFree(column);
            if (swapped) {
                columns.set(theme, Role.OBJECTIVE, columns.certainty(theme));
                columns.set(column, Role.AREA, columns.certainty(column));
                return;
            }
        }
    }

    static void second(Columns columns, Role role, Role under) {
        boolean had = false;
        for (int column = 0; column < columns.size(); column++) {
            if (columns.role(column) == role) {
                if (had && columns.isFree(column)) {
                    columns.set(column, under, Certainty.LIKELY);
                }
                had = true;
            }
        }
    }

    /** An outcome in front of several actions each is what the actions stand under; codes of outcomes only point at them. */
    static void outcomeThatLeads(Columns columns) {
        outcomeOverOutcomes(columns);
        outcomeOverAreas(columns);
        numberedOutcome(columns);
        int outcome = columns.of(Role.OUTCOME).findFirst().orElse(-1);
        int first = (int) columns.all().stream()
                .takeWhile(column -> column.role() == Role.REFERENCE)
                .count();
        if (outcome < 0 || !columns.isFree(outcome)) {
            return;
        }
        List<String> own = columns.cells(outcome);
        if (!own.isEmpty() && own.stream().allMatch(Reference::isOne)) {
            columns.set(outcome, Role.OTHER, Certainty.LIKELY);
            return;
        }
        boolean level = columns.has(Role.AREA) || outcome == first && columns.has(Role.OBJECTIVE);
        boolean leads = outcome == first && new HashSet<>(own).size() < columns.items();
        boolean instead = !columns.has(Role.ACTIVITY)
                && columns.has(Role.INDICATOR)
                && columns.has(Role.UPDATE)
                && columns.of(Role.INDICATOR).allMatch(column -> outcome < column);
        if (!level
                && (leads
                        || instead
                        || columns.of(Role.ACTIVITY)
                                .anyMatch(column -> outcome < column && columns.isListing(column)))) {
            columns.set(outcome, Role.AREA, Certainty.DOUBTFUL);
        }
    }

    /** Outcomes for the long term over those for the short term, in front of what is done, are objectives and their areas. */
    private static void outcomeOverOutcomes(Columns columns) {
        int done = columns.of(Role.ACTIVITY).findFirst().orElse(0);
        int[] both = columns.of(Role.OUTCOME).filter(column -> column < done).toArray();
        boolean over = both.length == 2
                && !columns.has(Role.OBJECTIVE)
                && !columns.has(Role.AREA)
                && columns.cells(both[0]).size() < columns.cells(both[1]).size()
                && columns.cells(both[1]).size() < columns.items();
        if (over && columns.isFree(both[0]) && columns.isFree(both[1])) {
            columns.set(both[0], Role.OBJECTIVE, Certainty.LIKELY);
            columns.set(both[1], Role.AREA, Certainty.LIKELY);
        }
    }

    /** In front of areas, and over several of them each, outcomes are the objectives of a plan that calls nothing else so. */
    private static void outcomeOverAreas(Columns columns) {
        int outcome = columns.of(Role.OUTCOME).findFirst().orElse(columns.size());
        int area = columns.of(Role.AREA).findFirst().orElse(-1);
        boolean over = outcome < area
                && !columns.has(Role.OBJECTIVE)
                && columns.has(Role.ACTIVITY)
                && columns.of(Role.ACTIVITY).allMatch(column -> area < column)
                && columns.cells(outcome).size() < columns.cells(area).size();
        if (over && columns.isFree(outcome)) {
            columns.set(outcome, Role.OBJECTIVE, Certainty.LIKELY);
        }
    }

    /** Outcomes with numbers, between the objectives and what is done, are parts of the objectives. */
    private static void numberedOutcome(Columns columns) {
        boolean objective = false;
        for (int column = 0; column < columns.size() && columns.role(column) != Role.ACTIVITY; column++) {
            List<String> own = columns.cells(column);
            long numbered = own.stream()
                    .flatMap(cell -> Reference.in(cell).stream())
                    .filter(reference -> reference.depth() > 1)
                    .count();
            if (objective
                    && columns.role(column) == Role.OUTCOME
                    && columns.has(Role.ACTIVITY)
                    && !columns.has(Role.AREA)
                    && columns.isFree(column)
                    && numbered > own.size() / 2) {
                columns.set(column, Role.AREA, Certainty.LIKELY);
            }
            objective |= columns.role(column) == Role.OBJECTIVE;
        }
    }

    /** In front of all, over several rows each, under a heading that nobody knows: what the rows stand under. */
    static void whatRowsStandUnder(Columns columns) {
        int lead = 0;
        while (lead < columns.size() && !columns.role(lead).leads()) {
            lead++;
        }
        boolean structure =
                columns.all().stream().anyMatch(column -> column.role().isLevel());
        if (lead == columns.size() || structure) {
            return;
        }
        for (int column = 0; column < lead; column++) {
            List<String> own = columns.cells(column);
            boolean several = new HashSet<>(own).size() < columns.cells(lead).size() * SEVERAL_ROWS_EACH;
            boolean unknown = columns.role(column) == Role.OTHER
                    && !columns.heading(column).isEmpty()
                    && HeadingWords.of(columns.heading(column)).isEmpty();
            if (unknown && several && own.size() > 1 && columns.words(column) >= 2 && columns.isFree(column)) {
                columns.set(column, Role.AREA, Certainty.DOUBTFUL);
                return;
            }
        }
    }
}
