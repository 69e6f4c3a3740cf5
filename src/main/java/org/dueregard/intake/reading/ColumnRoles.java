package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dueregard.calendar.Period;
import org.dueregard.intake.reading.TableReading.Kind;
import org.jspecify.annotations.Nullable;

/** What the columns of a kind of table are there for: by their headings, by their cells, and by one another. */
record ColumnRoles(Kind kind, Certainty certainty, List<PlanTable.Column> columns) {

    private static final Set<Role> BESIDE = EnumSet.of(
            Role.OWNER,
            Role.DEADLINE,
            Role.TARGET,
            Role.BASELINE,
            Role.OUTCOME,
            Role.UPDATE,
            Role.STATUS,
            Role.STRATEGY,
            Role.CHARACTERISTIC,
            Role.OUTTURN,
            Role.AIM);

    private static final int SHORT = 3;
    private static final double MOST = 0.7;
    private static final Pattern YES_OR_NO = Pattern.compile("(?i)\\W*(yes|no|y|n)\\W*");

    private static final Pattern NOTES = Pattern.compile("(?i)(notes?|comments?|remarks?)\\W.*\\d.*");

    private static final Pattern ONLY_NOTES = Pattern.compile("(?i)\\W*(notes?|remarks?)\\W*");

    private static final Pattern CODE = Pattern.compile("[\\p{Lu}\\d/_-]{2,12}");
    /** {@code EQ-SUB-2 (EQ_01b and c combined)}. */
    private static final Pattern CODE_OF_BEFORE = Pattern.compile("(?s)[\\p{Lu}\\d/_-]{2,12}\\s*\\(.{1,40}\\)");

    private static final Pattern PART_OF_YEAR = Pattern.compile("(?i)\\W*(q[1-4]|quarter [1-4]|qtr [1-4])\\W*");

    /**
     * @param cells the words of the items, by column
     * @param listing the columns of which most cells name several things
     * @param told what a person said, by column
     */
    static Optional<ColumnRoles> of(
            List<String> headings, List<List<String>> cells, Set<Integer> listing, Map<Integer, Role> told) {
        List<PlanTable.Column> columns = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            columns.add(role(headings.get(column), cells.get(column), told.get(column)));
        }
        Columns table = new Columns(columns, cells, listing, told.keySet());
        DeedColumns.doneInTime(table);
        boolean results = isResults(headings, columns);
        if (results && columns.get(0).role() != Role.INDICATOR && !told.containsKey(0)) {
            columns.set(0, columns.get(0).as(Role.INDICATOR, Certainty.LIKELY));
        }
        if (!results) {
            ColumnRelations.settle(table);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        columns.forEach(column -> roles.add(column.role()));
        long beside = roles.stream().filter(BESIDE::contains).count();
        boolean sure = columns.stream()
                .anyMatch(column -> column.role().leads() && column.certainty().compareTo(Certainty.CERTAIN) <= 0);
        long kinds = roles.stream()
                .filter(role -> role != Role.OTHER && role != Role.REFERENCE)
                .count();
        Kind kind = results
                ? Kind.RESULTS
                : table.leads()
                                && !isKey(columns, cells, roles)
                                && (does(roles) || beside >= 2)
                                && (beside >= 1 && (sure || beside >= 2) || kinds >= 2 && sure)
                        ? Kind.PLAN
                        : Kind.OTHER;
        return Optional.of(new ColumnRoles(kind, sure ? Certainty.CERTAIN : Certainty.DOUBTFUL, columns));
    }

    /** Whether something is done or measured, and not only named. */
    private static boolean does(Set<Role> roles) {
        return roles.contains(Role.ACTIVITY) || roles.contains(Role.INDICATOR) || !roles.contains(Role.UPDATE);
    }

    /** What the colours mean: each once, beside what it stands for. */
    private static boolean isKey(List<PlanTable.Column> columns, List<List<String>> cells, Set<Role> roles) {
        boolean beside = roles.stream().anyMatch(role -> role != Role.STATUS && BESIDE.contains(role));
        for (int column = 0; column < columns.size() && !beside && columns.size() <= 3; column++) {
            List<String> own = cells.get(column);
            if (columns.get(column).role() == Role.STATUS
                    && own.size() > 1
                    && new java.util.HashSet<>(own).size() == own.size()) {
                return true;
            }
        }
        return false;
    }

    /** What stands directly over the cells says more of them than what stands over several columns. */
    private static Optional<HeadingWords.Meaning> meaning(String heading) {
        String[] rows = heading.split("\n");
        for (int row = rows.length - 1; row > 0; row--) {
            Optional<HeadingWords.Meaning> meaning = HeadingWords.of(rows[row]);
            Optional<HeadingWords.Meaning> over = HeadingWords.of(rows[row - 1]);
            if (PART_OF_YEAR.matcher(rows[row]).matches() && over.isPresent()) {
                return over.map(HeadingWords.Meaning::surely);
            }
            boolean brief = meaning.isPresent() && ColumnLook.count(rows[row]) <= SHORT;
            if (brief || meaning.filter(HeadingWords.Meaning::mostly).isPresent()) {
                return meaning;
            }
            boolean figures =
                    over.map(HeadingWords.Meaning::role).filter(Role::isFigure).isPresent();
            if (meaning.isEmpty() && !figures && Periods.in(rows[row]).isPresent()) {
                return Optional.empty();
            }
        }
        return HeadingWords.of(heading);
    }

    private static PlanTable.Column role(String headRows, List<String> cells, @Nullable Role told) {
        Optional<HeadingWords.Meaning> meaning = meaning(headRows);
        String heading = headRows.replace('\n', ' ');
        Role second = meaning.map(HeadingWords.Meaning::second).orElse(null);
        if (told != null) {
            return new PlanTable.Column(told, heading, Certainty.CONFIRMED, null);
        }
        if (meaning.isPresent()) {
            Role role = meaning.get().role();
            // numbers go up under "No", and a measure is counted under "Number of …"
            if (role == Role.REFERENCE
                    && !cells.isEmpty()
                    && cells.stream().filter(ColumnRoles::isCode).count() < cells.size() * 0.5) {
                Role look = ColumnLook.of(cells).orElse(Role.OTHER);
                return new PlanTable.Column(look, heading, Certainty.DOUBTFUL, null);
            }
            // "Complete" and "Action by" over days
            if ((role == Role.STATUS || role == Role.OWNER && second == null)
                    && ColumnLook.of(cells).filter(Role.DEADLINE::equals).isPresent()) {
                return new PlanTable.Column(Role.DEADLINE, heading, Certainty.LIKELY, null);
            }
            // "Five year aim" over sentences
            if (role == Role.DEADLINE
                    && second == Role.OBJECTIVE
                    && !cells.isEmpty()
                    && cells.stream().filter(ColumnRoles::isSentence).count() > cells.size() * MOST) {
                return new PlanTable.Column(Role.OUTCOME, heading, Certainty.DOUBTFUL, null);
            }
            // "Where are we?" and "Result" over colours
            if ((role == Role.BASELINE || role == Role.OUTTURN)
                    && !cells.isEmpty()
                    && ColumnLook.of(cells).filter(Role.STATUS::equals).isPresent()) {
                return new PlanTable.Column(Role.STATUS, heading, Certainty.LIKELY, null);
            }
            // "Progress at the end of Quarter 3" over sentences
            if (role == Role.OUTTURN && ColumnLook.areTold(cells)) {
                return new PlanTable.Column(Role.UPDATE, heading, Certainty.LIKELY, null);
            }
            // "Latest" over figures
            if (role == Role.UPDATE && ColumnLook.areBareFigures(cells)) {
                return new PlanTable.Column(Role.OUTTURN, heading, Certainty.LIKELY, null);
            }
            // "Notes, October 2025" over what has been done
            if (role == Role.OTHER && NOTES.matcher(heading).matches() && ColumnLook.areTold(cells)) {
                return new PlanTable.Column(Role.UPDATE, heading, Certainty.LIKELY, null);
            }
            // "Notes" over what has been done
            if (role == Role.OTHER && ONLY_NOTES.matcher(heading).matches() && ColumnLook.areReports(cells)) {
                return new PlanTable.Column(Role.UPDATE, heading, Certainty.DOUBTFUL, null);
            }
            // what has come of it by a day, and not what is to come
            boolean reported = role == Role.OUTCOME && Periods.in(heading).isPresent();
            return new PlanTable.Column(
                    reported ? Role.UPDATE : role, heading, meaning.get().certainty(), joined(role, second));
        }
        Optional<Periods.Found> period = Periods.in(heading);
        if (period.isPresent()) {
            boolean reports = ColumnLook.areTold(cells) && !MeasureColumns.isByThen(heading);
            Role said = reports ? Role.UPDATE : Role.OUTTURN;
            return new PlanTable.Column(said, heading, Certainty.LIKELY, null);
        }
        Role look = cells.isEmpty() ? Role.OTHER : ColumnLook.of(cells).orElse(Role.OTHER);
        boolean figures = look == Role.OUTTURN || look == Role.TARGET;
        // under words that ask nothing about how it goes, yes and no answer something else
        boolean answers = look == Role.STATUS
                && cells.stream().allMatch(cell -> YES_OR_NO.matcher(cell).matches());
        if (!heading.isEmpty() && (answers || figures || look == Role.UPDATE || look.leads() || look == Role.OWNER)) {
            return new PlanTable.Column(Role.OTHER, heading, Certainty.DOUBTFUL, null);
        }
        return new PlanTable.Column(look, heading, heading.isEmpty() ? Certainty.LIKELY : Certainty.DOUBTFUL, null);
    }

    private static boolean isSentence(String cell) {
        return ColumnLook.count(cell) > SHORT && cell.chars().noneMatch(Character::isDigit);
    }

    private static boolean isCode(String cell) {
        return Reference.isOne(cell)
                || CODE.matcher(cell).matches()
                || CODE_OF_BEFORE.matcher(cell).matches()
                || Reference.in(cell).filter(one -> one.depth() > 1).isPresent();
    }

    /** Two roles in one column, where a cell can be told apart by its words. */
    private static @Nullable Role joined(Role role, @Nullable Role second) {
        boolean owner = role == Role.OWNER && second == Role.DEADLINE;
        boolean deadline = role == Role.DEADLINE && second == Role.OWNER;
        boolean rationale = role == Role.OTHER && second == Role.BASELINE;
        return owner || deadline || rationale ? second : null;
    }

    private static boolean isResults(List<String> headings, List<PlanTable.Column> columns) {
        long periods = 0;
        for (int column = 1; column < headings.size(); column++) {
            String heading = headings.get(column);
            boolean bare =
                    Period.read(heading).isPresent() || heading.strip().matches("(?i)q[1-4]|quarter [1-4]|year [1-9]");
            if (bare) {
                periods++;
            }
        }
        boolean others = columns.stream()
                .skip(1)
                .anyMatch(column -> column.role() == Role.ACTIVITY
                        || column.role() == Role.OWNER
                        || column.role() == Role.DEADLINE
                        || column.role() == Role.TARGET);
        return periods >= 2 && periods >= headings.size() - 2 && !others;
    }
}
