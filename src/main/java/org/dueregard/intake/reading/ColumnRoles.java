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

    private static final Pattern OVER_ACTIVITIES =
            Pattern.compile("(?i).*\\b(outputs?|deliverables?|initiatives?|projects?|work ?programmes?)\\b.*");

    private static final Pattern RANK =
            Pattern.compile("(?i)(very )?(high|medium|low|h|m|l|urgent|critical|essential|desirable|\\d|p\\d)\\W*");

    private static final Pattern TITLE =
            Pattern.compile("(?i)\\W*((action|task|item|full|short) )?(title|name|description)\\W*");

    private static final Pattern PART_OF_YEAR = Pattern.compile("(?i)\\W*(q[1-4]|quarter [1-4]|qtr [1-4])\\W*");

    private static final Pattern COMES_OUT = Pattern.compile("(?i).*\\b(outputs?|deliverables?|milestones?)\\b.*");

    private static final Pattern RESPONSIBLE = Pattern.compile("(?i)\\W*(r|responsible)\\W*");
    private static final Pattern ACCOUNTABLE = Pattern.compile("(?i)\\W*(a|accountable)\\W*");
    private static final Pattern BESIDE_RESPONSIBLE =
            Pattern.compile("(?i)\\W*(a|c|i|accountable|consulted|informed)\\W*");

    /** Words, on average, from which a cell tells something. */
    private static final int SENTENCE = 5;

    private static final double SEVERAL_ROWS_EACH = 0.8;

    /**
     * @param cells the words of the items, by column
     * @param told what a person said, by column
     */
    static Optional<ColumnRoles> of(List<String> headings, List<List<String>> cells, Map<Integer, Role> told) {
        List<PlanTable.Column> columns = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            columns.add(role(headings.get(column), cells.get(column), told.get(column)));
        }
        boolean results = isResults(headings, columns);
        if (results && columns.get(0).role() != Role.INDICATOR && !told.containsKey(0)) {
            columns.set(0, with(columns.get(0), Role.INDICATOR, Certainty.LIKELY));
        }
        if (!results) {
            responsible(columns, told.keySet());
            statusInSentences(columns, cells, told.keySet());
            titles(columns, cells, told.keySet());
            codes(columns, cells, told.keySet());
            outputOverActivities(columns, cells, told.keySet());
            sortOut(columns, cells, told.keySet());
            groups(columns, cells, told.keySet());
            whatRowsAreAbout(columns, cells, told.keySet());
            whatRowsStandUnder(columns, cells, told.keySet());
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        columns.forEach(column -> roles.add(column.role()));
        boolean leads = columns.stream().anyMatch(column -> column.role().leads());
        long beside = roles.stream().filter(BESIDE::contains).count();
        boolean sure = columns.stream()
                .anyMatch(column -> column.role().leads() && column.certainty().compareTo(Certainty.CERTAIN) <= 0);
        long kinds = roles.stream()
                .filter(role -> role != Role.OTHER && role != Role.REFERENCE)
                .count();
        Kind kind = results
                ? Kind.RESULTS
                : leads
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

    /** Of responsible, accountable, consulted and informed, it is the first that does it and reports. */
    private static void responsible(List<PlanTable.Column> columns, Set<Integer> told) {
        for (int column = 0; column + 1 < columns.size(); column++) {
            boolean pair = RESPONSIBLE.matcher(columns.get(column).heading()).matches()
                    && ACCOUNTABLE.matcher(columns.get(column + 1).heading()).matches();
            if (pair && !told.contains(column)) {
                columns.set(column, with(columns.get(column), Role.OWNER, Certainty.CERTAIN));
                for (int other = column + 1; other < Math.min(columns.size(), column + 4); other++) {
                    if (!told.contains(other)
                            && BESIDE_RESPONSIBLE
                                    .matcher(columns.get(other).heading())
                                    .matches()) {
                        columns.set(other, with(columns.get(other), Role.OTHER, Certainty.LIKELY));
                    }
                }
            }
        }
    }

    /** In a table of figures without anything that leads, the words before the figures say whose they are. */
    private static void groups(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        boolean leads = columns.stream().anyMatch(column -> column.role().leads());
        int figure = 0;
        int figures = 0;
        for (int column = columns.size() - 1; column >= 0; column--) {
            Role role = columns.get(column).role();
            if (role == Role.TARGET || role == Role.BASELINE || role == Role.OUTTURN) {
                figure = column;
                figures++;
            }
        }
        int before = figure - 1;
        if (leads || figures < 2 || before < 0 || told.contains(before) || !has(columns, Role.TARGET)) {
            return;
        }
        List<String> own = cells.get(before);
        boolean words = !own.isEmpty()
                && new java.util.HashSet<>(own).size() == own.size()
                && own.stream().allMatch(cell -> cell.chars().anyMatch(Character::isLetter));
        if (columns.get(before).role() == Role.OTHER && words) {
            columns.set(before, with(columns.get(before), Role.INDICATOR, Certainty.DOUBTFUL));
        }
    }

    /** Under "Status" some write a colour, and some how it goes. */
    private static void statusInSentences(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        for (int column = 0; column < columns.size(); column++) {
            List<String> own = cells.get(column);
            double words = own.stream().mapToInt(ColumnLook::count).average().orElse(0);
            boolean sentences = words >= SENTENCE && own.stream().noneMatch(ColumnLook::isColour);
            if (columns.get(column).role() == Role.STATUS && sentences && !told.contains(column)) {
                columns.set(column, with(columns.get(column), Role.UPDATE, Certainty.LIKELY));
            }
        }
    }

    /** In a list of codes without anything that leads, "Title" names what each row is about. */
    private static void titles(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        boolean leads = columns.stream().anyMatch(column -> column.role().leads());
        if (leads || !has(columns, Role.REFERENCE)) {
            return;
        }
        for (int column = 0; column < columns.size(); column++) {
            boolean named = TITLE.matcher(columns.get(column).heading()).matches();
            if (named && !told.contains(column) && !cells.get(column).isEmpty()) {
                columns.set(column, with(columns.get(column), Role.ACTIVITY, Certainty.LIKELY));
                return;
            }
        }
    }

    /** Codes under "Indicator", with what they stand for in the column after them. */
    private static void codes(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        for (int column = 0; column + 1 < columns.size(); column++) {
            List<String> own = cells.get(column);
            List<String> next = cells.get(column + 1);
            boolean codes = columns.get(column).role().leads()
                    && !own.isEmpty()
                    && own.stream().allMatch(Reference::isOne);
            boolean words = next.stream().mapToInt(ColumnLook::count).average().orElse(0) >= 3;
            boolean free = columns.get(column + 1).role() == Role.OTHER && next.size() >= own.size();
            if (codes && words && free && !told.contains(column) && !told.contains(column + 1)) {
                columns.set(
                        column + 1,
                        with(columns.get(column + 1), columns.get(column).role(), Certainty.LIKELY));
                columns.set(column, with(columns.get(column), Role.REFERENCE, Certainty.LIKELY));
            }
        }
    }

    /** An output over several activities each is what the activities stand under; one beside an action is what comes of it. */
    private static void outputOverActivities(
            List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        int first = -1;
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() != Role.ACTIVITY) {
                continue;
            }
            if (first >= 0
                    && !told.contains(first)
                    && !has(columns, Role.AREA)
                    && OVER_ACTIVITIES.matcher(columns.get(first).heading()).matches()
                    && cells.get(first).size() < cells.get(column).size()) {
                columns.set(first, with(columns.get(first), Role.AREA, Certainty.LIKELY));
            }
            if (first >= 0
                    && columns.get(first).role() == Role.ACTIVITY
                    && !told.contains(column)
                    && COMES_OUT.matcher(columns.get(column).heading()).matches()) {
                columns.set(column, with(columns.get(column), Role.INDICATOR, Certainty.CERTAIN));
                continue;
            }
            first = column;
        }
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
            if (meaning.filter(HeadingWords.Meaning::mostly).isPresent()) {
                return meaning;
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
                    && cells.stream().filter(Reference::isOne).count() < cells.size() * 0.5) {
                Role look = ColumnLook.of(cells).orElse(Role.OTHER);
                return new PlanTable.Column(look, heading, Certainty.DOUBTFUL, null);
            }
            // what has come of it by a day, and not what is to come
            boolean reported = role == Role.OUTCOME && Periods.in(heading).isPresent();
            return new PlanTable.Column(
                    reported ? Role.UPDATE : role, heading, meaning.get().certainty(), joined(role, second));
        }
        Optional<Periods.Found> period = Periods.in(heading);
        if (period.isPresent()) {
            return new PlanTable.Column(Role.OUTTURN, heading, Certainty.LIKELY, null);
        }
        Role look = cells.isEmpty() ? Role.OTHER : ColumnLook.of(cells).orElse(Role.OTHER);
        boolean figures = look == Role.OUTTURN || look == Role.TARGET;
        if (!heading.isEmpty() && (figures || look == Role.UPDATE || look.leads() || look == Role.OWNER)) {
            return new PlanTable.Column(Role.OTHER, heading, Certainty.DOUBTFUL, null);
        }
        return new PlanTable.Column(look, heading, heading.isEmpty() ? Certainty.LIKELY : Certainty.DOUBTFUL, null);
    }

    /** Two roles in one column, where a cell can be told apart by its words. */
    private static @Nullable Role joined(Role role, @Nullable Role second) {
        boolean owner = role == Role.OWNER && second == Role.DEADLINE;
        boolean deadline = role == Role.DEADLINE && second == Role.OWNER;
        return owner || deadline ? second : null;
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

    private static void sortOut(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        weaker(columns, Role.INDICATOR, Role.SOURCE, told);
        weaker(columns, Role.AREA, Role.OTHER, told);
        weaker(columns, Role.DEADLINE, Role.OTHER, told);
        weaker(columns, Role.OWNER, Role.OTHER, told);
        weaker(columns, Role.CHARACTERISTIC, Role.OTHER, told);
        rankOnly(columns, cells, told);
        fromTheLeft(columns, told);
        second(columns, Role.OBJECTIVE, Role.AREA, told);
        outcomeThatLeads(columns, cells, told);
        figures(columns, told);
    }

    /** Where one column says a role outright, another that may have it does not. */
    private static void weaker(List<PlanTable.Column> columns, Role role, Role otherwise, Set<Integer> told) {
        boolean strong = columns.stream()
                .anyMatch(column -> column.role() == role && column.certainty().compareTo(Certainty.CERTAIN) <= 0);
        if (strong) {
            for (int column = 0; column < columns.size(); column++) {
                PlanTable.Column one = columns.get(column);
                if (one.role() == role && one.certainty().compareTo(Certainty.CERTAIN) > 0 && !told.contains(column)) {
                    columns.set(column, with(one, otherwise, Certainty.DOUBTFUL));
                }
            }
        }
    }

    /** High, medium and low are how much something matters, and nothing that others stand under. */
    private static void rankOnly(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        for (int column = 0; column < columns.size(); column++) {
            Role role = columns.get(column).role();
            boolean structure = role == Role.AREA || role == Role.OBJECTIVE || role == Role.THEME;
            List<String> own = cells.get(column);
            if (structure
                    && !told.contains(column)
                    && !own.isEmpty()
                    && own.stream().allMatch(cell -> RANK.matcher(cell.strip()).matches())) {
                columns.set(column, with(columns.get(column), Role.OTHER, Certainty.LIKELY));
            }
        }
    }

    /** Whatever a council calls its levels, the one further left is the higher. */
    private static void fromTheLeft(List<PlanTable.Column> columns, Set<Integer> told) {
        int theme = -1;
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() == Role.THEME && theme < 0) {
                theme = column;
            }
            boolean swapped = theme >= 0
                    && columns.get(column).role() == Role.OBJECTIVE
                    && !told.contains(theme)
                    && !told.contains(column);
            if (swapped) {
                columns.set(
                        theme,
                        with(
                                columns.get(theme),
                                Role.OBJECTIVE,
                                columns.get(theme).certainty()));
                columns.set(
                        column,
                        with(columns.get(column), Role.AREA, columns.get(column).certainty()));
                return;
            }
        }
    }

    private static void second(List<PlanTable.Column> columns, Role role, Role under, Set<Integer> told) {
        boolean had = false;
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() == role) {
                if (had && !told.contains(column)) {
                    columns.set(column, with(columns.get(column), under, Certainty.LIKELY));
                }
                had = true;
            }
        }
    }

    /** "Outcome" in front of all, over several actions each, is what the actions stand under. */
    private static void outcomeThatLeads(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        numberedOutcome(columns, cells, told);
        int first = 0;
        while (first < columns.size() && columns.get(first).role() == Role.REFERENCE) {
            first++;
        }
        if (first >= columns.size() || columns.get(first).role() != Role.OUTCOME || told.contains(first)) {
            return;
        }
        boolean area = has(columns, Role.AREA) || has(columns, Role.OBJECTIVE);
        int most = cells.stream().mapToInt(List::size).max().orElse(0);
        if (!area && new java.util.HashSet<>(cells.get(first)).size() < most) {
            columns.set(first, with(columns.get(first), Role.AREA, Certainty.DOUBTFUL));
        }
    }

    /** Without heads, the longest words beside somebody and a day are what is done. */
    private static void whatRowsAreAbout(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        boolean bare = columns.stream().allMatch(column -> column.heading().isEmpty());
        boolean leads = columns.stream().anyMatch(column -> column.role().leads());
        long beside = columns.stream()
                .map(PlanTable.Column::role)
                .filter(role -> role == Role.OWNER || role == Role.DEADLINE || role == Role.STATUS)
                .distinct()
                .count();
        if (!bare || leads || beside < 2) {
            return;
        }
        int longest = -1;
        double most = 3;
        for (int column = 0; column < columns.size(); column++) {
            double words = cells.get(column).stream()
                    .mapToInt(ColumnLook::count)
                    .average()
                    .orElse(0);
            boolean free = columns.get(column).role() == Role.OTHER
                    || columns.get(column).role() == Role.UPDATE;
            if (free && words > most && !told.contains(column)) {
                longest = column;
                most = words;
            }
        }
        if (longest >= 0) {
            columns.set(longest, with(columns.get(longest), Role.ACTIVITY, Certainty.DOUBTFUL));
        }
    }

    /** In front of all, over several rows each, under a heading that nobody knows: what the rows stand under. */
    private static void whatRowsStandUnder(
            List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        int lead = 0;
        while (lead < columns.size() && !columns.get(lead).role().leads()) {
            lead++;
        }
        boolean structure = columns.stream()
                .anyMatch(column ->
                        column.role() == Role.AREA || column.role() == Role.OBJECTIVE || column.role() == Role.THEME);
        if (lead == columns.size() || structure) {
            return;
        }
        for (int column = 0; column < lead; column++) {
            List<String> own = cells.get(column);
            double words = own.stream().mapToInt(ColumnLook::count).average().orElse(0);
            boolean several =
                    new java.util.HashSet<>(own).size() < cells.get(lead).size() * SEVERAL_ROWS_EACH;
            boolean unknown = columns.get(column).role() == Role.OTHER
                    && !columns.get(column).heading().isEmpty()
                    && HeadingWords.of(columns.get(column).heading()).isEmpty();
            if (unknown && several && own.size() > 1 && words >= 2 && !told.contains(column)) {
                columns.set(column, with(columns.get(column), Role.AREA, Certainty.DOUBTFUL));
                return;
            }
        }
    }

    private static boolean has(List<PlanTable.Column> columns, Role role) {
        return columns.stream().anyMatch(column -> column.role() == role);
    }

    /** Outcomes with numbers, between the objectives and what is done, are parts of the objectives. */
    private static void numberedOutcome(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        boolean objective = false;
        for (int column = 0; column < columns.size() && columns.get(column).role() != Role.ACTIVITY; column++) {
            List<String> own = cells.get(column);
            long numbered = own.stream()
                    .flatMap(cell -> Reference.in(cell).stream())
                    .filter(reference -> reference.depth() > 1)
                    .count();
            if (objective
                    && columns.get(column).role() == Role.OUTCOME
                    && has(columns, Role.ACTIVITY)
                    && !has(columns, Role.AREA)
                    && !told.contains(column)
                    && numbered > own.size() / 2) {
                columns.set(column, with(columns.get(column), Role.AREA, Certainty.LIKELY));
            }
            objective |= columns.get(column).role() == Role.OBJECTIVE;
        }
    }

    /** Figures from before the target's period are what it starts from; the latest of them, where there are several. */
    private static void figures(List<PlanTable.Column> columns, Set<Integer> told) {
        int target = -1;
        boolean baseline = false;
        for (int column = 0; column < columns.size(); column++) {
            Role role = columns.get(column).role();
            target = role == Role.TARGET && target < 0 ? column : target;
            baseline |= role == Role.BASELINE;
        }
        if (target < 0 || baseline) {
            return;
        }
        Optional<Periods.Found> aimed = Periods.in(columns.get(target).heading());
        int latest = -1;
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() == Role.OUTTURN && !told.contains(column)) {
                Optional<Periods.Found> period = Periods.in(columns.get(column).heading());
                boolean before = period.isPresent() && aimed.isPresent()
                        ? period.get()
                                .period()
                                .lastDay()
                                .isBefore(aimed.get().period().lastDay())
                        : column < target;
                latest = before ? column : latest;
            }
        }
        if (latest >= 0) {
            columns.set(
                    latest,
                    with(columns.get(latest), Role.BASELINE, columns.get(latest).certainty()));
        }
    }

    private static PlanTable.Column with(PlanTable.Column column, Role role, Certainty certainty) {
        return new PlanTable.Column(role, column.heading(), certainty, null);
    }
}
