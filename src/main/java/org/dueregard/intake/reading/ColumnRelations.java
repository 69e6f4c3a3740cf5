package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dueregard.calendar.Deadline;

/** What the columns of a table are there for beside one another; what a person said of one stays. */
final class ColumnRelations {

    private static final Pattern OVER_ACTIVITIES =
            Pattern.compile("(?i).*\\b(outputs?|deliverables?|initiatives?|projects?|work ?programmes?)\\b.*");
    private static final Pattern RANK =
            Pattern.compile("(?i)(very )?(high|medium|low|h|m|l|urgent|critical|essential|desirable|p\\d)\\W*");
    private static final Pattern RANK_IN_FIGURES = Pattern.compile("\\d\\W*");
    private static final Pattern COMES_OUT = Pattern.compile("(?i).*\\b(outputs?|deliverables?|milestones?)\\b.*");
    private static final Pattern TITLE =
            Pattern.compile("(?i)\\W*((action|task|item|full|short) )?(title|name|description)\\W*");
    private static final Pattern RESPONSIBLE = Pattern.compile("(?i)\\W*(r|responsible)\\W*");
    private static final Pattern ACCOUNTABLE = Pattern.compile("(?i)\\W*(a|accountable)\\W*");
    private static final Pattern BESIDE_RESPONSIBLE =
            Pattern.compile("(?i)\\W*(a|c|i|accountable|consulted|informed)\\W*");

    private static final Pattern ANSWERABLE = Pattern.compile(
            "(?i)\\W*(sro|executive sro|senior responsible (officer|owner)|(executive )?sponsor|accountable( officer| director| lead)?)\\W*");
    private static final Pattern AIM = Pattern.compile("(?i)(.*\\W)?(aims?|ambitions?|goals?)(\\W.*)?");
    private static final Pattern NEXT_STEPS = Pattern.compile("(?i)\\W*(our )?next steps?\\W*");
    private static final Pattern BY = Pattern.compile("(?i)(.*\\W)?by\\W.*");
    private static final Pattern PROMISES = Pattern.compile("(?i)(.*\\W)?(commitments?|pledges?|promises?)\\W*");
    private static final Pattern LINKED = Pattern.compile(
            "(?i)\\W*(related|linked|relevant|associated) (kpis?|pis?|measures?|indicators?|metrics?)\\W*");
    private static final int LONGEST_AIM = 6;
    private static final Pattern SUCCESS = Pattern.compile("(?i).*\\bsuccess(ful)?\\b.*");

    /** Words, on average, from which a cell tells something. */
    private static final int SENTENCE = 5;

    private static final Pattern TERM_OR_YEAR = Pattern.compile(
            "(?i)\\W*((short|medium|mid|long(er)?)[ -]*term|(year|phase) ([1-9]|one|two|three|four|five)|(first|second|third|fourth) year)\\b.*");

    /** Words, on average. */
    private static final int FEWEST_OF_A_DEED = 3;

    private static final int LONGEST_TIME = 40;
    private static final double MOST = 0.5;
    private static final double SEVERAL_ROWS_EACH = 0.8;
    private static final double COUNTED = 0.3;

    private ColumnRelations() {}

    /**
     * @param columns as their headings and cells say by themselves; changed here
     * @param cells the words of the items, by column
     * @param told the columns that a person spoke about
     */
    static void settle(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        responsible(columns, told);
        answerable(columns, told);
        statusInSentences(columns, cells, told);
        titles(columns, cells, told);
        codes(columns, cells, told);
        outputOverActivities(columns, cells, told);
        successAsMeasure(columns, cells, told);
        aimsOfObjectives(columns, cells, told);
        aimBesideMeasure(columns, told);
        levelOfATime(columns, cells, told);
        wantedLevel(columns, cells, told);
        nextSteps(columns, told);
        promises(columns, cells, told);
        linkedMeasures(columns, cells, told);
        sortOut(columns, cells, told);
        groups(columns, cells, told);
        whatRowsAreAbout(columns, cells, told);
        whatRowsStandUnder(columns, cells, told);
    }

    /** Words under each of several years, or under the short and the long term, are what is done then. */
    static void doneInTime(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        List<Integer> times = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            List<String> own = cells.get(column);
            double words = own.stream().mapToInt(ColumnLook::count).average().orElse(0);
            long doing = own.stream().filter(ColumnLook::isDoing).count();
            boolean deeds = words >= FEWEST_OF_A_DEED && doing >= own.size() * MOST && !own.isEmpty();
            if (isTime(columns.get(column).heading()) && deeds && !told.contains(column)) {
                times.add(column);
            }
        }
        if (times.size() > 1 && !has(columns, Role.ACTIVITY)) {
            times.forEach(column -> columns.set(column, columns.get(column).as(Role.ACTIVITY, Certainty.LIKELY)));
        }
    }

    /** {@code Year 2 (2026/27)}, {@code Medium term}, {@code By March 2027}: a heading that says only when. */
    static boolean isTime(String heading) {
        return TERM_OR_YEAR.matcher(heading).matches()
                || heading.length() <= LONGEST_TIME
                        && Deadline.of(heading).lastDay().isPresent();
    }

    /** Of responsible, accountable, consulted and informed, it is the first that does it and reports. */
    private static void responsible(List<PlanTable.Column> columns, Set<Integer> told) {
        for (int column = 0; column + 1 < columns.size(); column++) {
            boolean pair = RESPONSIBLE.matcher(columns.get(column).heading()).matches()
                    && ACCOUNTABLE.matcher(columns.get(column + 1).heading()).matches();
            if (pair && !told.contains(column)) {
                columns.set(column, columns.get(column).as(Role.OWNER, Certainty.CERTAIN));
                for (int other = column + 1; other < Math.min(columns.size(), column + 4); other++) {
                    if (!told.contains(other)
                            && BESIDE_RESPONSIBLE
                                    .matcher(columns.get(other).heading())
                                    .matches()) {
                        columns.set(other, columns.get(other).as(Role.OTHER, Certainty.LIKELY));
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
                && new HashSet<>(own).size() == own.size()
                && own.stream().allMatch(cell -> cell.chars().anyMatch(Character::isLetter));
        if (columns.get(before).role() == Role.OTHER && words) {
            columns.set(before, columns.get(before).as(Role.INDICATOR, Certainty.DOUBTFUL));
        }
    }

    /** A director who answers for it stands beside the directorate that does it, and is not the one who reports. */
    private static void answerable(List<PlanTable.Column> columns, Set<Integer> told) {
        for (int column = 0; column < columns.size(); column++) {
            boolean answers = columns.get(column).role() == Role.OWNER
                    && ANSWERABLE.matcher(columns.get(column).heading()).matches()
                    && !told.contains(column);
            int own = column;
            boolean others =
                    columns.stream().anyMatch(other -> other.role() == Role.OWNER && other != columns.get(own));
            if (answers && others) {
                columns.set(column, columns.get(column).as(Role.OTHER, Certainty.LIKELY));
            }
        }
    }

    /** What success looks like is what is measured, where nothing else is and it is told in numbers. */
    private static void successAsMeasure(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        if (has(columns, Role.INDICATOR) || !has(columns, Role.ACTIVITY)) {
            return;
        }
        for (int column = 0; column < columns.size(); column++) {
            boolean success = columns.get(column).role() == Role.OUTCOME
                    && SUCCESS.matcher(columns.get(column).heading()).matches();
            List<String> own = cells.get(column);
            long counted = own.stream()
                    .filter(cell -> cell.chars().anyMatch(Character::isDigit))
                    .count();
            if (success && !told.contains(column) && counted >= own.size() * COUNTED) {
                columns.set(column, columns.get(column).as(Role.INDICATOR, Certainty.LIKELY));
                return;
            }
        }
    }

    /** An aim behind what is measured is the level aimed at. */
    static void aimBesideMeasure(List<PlanTable.Column> columns, Set<Integer> told) {
        boolean measured = false;
        for (int column = 0; column < columns.size(); column++) {
            String heading = columns.get(column).heading();
            boolean aim = columns.get(column).role() == Role.OBJECTIVE
                    && ColumnLook.count(heading) <= LONGEST_AIM
                    && AIM.matcher(heading).matches();
            if (aim && measured && !has(columns, Role.TARGET) && !told.contains(column)) {
                columns.set(column, columns.get(column).as(Role.TARGET, Certainty.LIKELY));
            }
            measured |= columns.get(column).role() == Role.INDICATOR;
        }
    }

    /** {@code By March 2027}: what is to come. */
    static boolean isByThen(String heading) {
        return BY.matcher(heading).matches();
    }

    /** {@code Autumn 2024 | Summer 2028} behind a measure: where it was, and where it is to be. */
    private static void levelOfATime(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        if (!has(columns, Role.INDICATOR) || has(columns, Role.TARGET)) {
            return;
        }
        int first = -1;
        int last = -1;
        for (int column = columns.size() - 1; column >= 0 && columns.get(column).role() != Role.INDICATOR; column--) {
            boolean time = columns.get(column).role() == Role.OUTTURN
                    && Periods.in(columns.get(column).heading()).isPresent();
            last = time && last < 0 ? column : last;
            first = time ? column : first;
        }
        boolean due = last >= 0 && isByThen(columns.get(last).heading());
        boolean promised = due || last > first && cells.get(last).stream().anyMatch(ColumnLook::isTarget);
        if (promised && !told.contains(last)) {
            columns.set(last, columns.get(last).as(Role.TARGET, Certainty.LIKELY));
        }
    }

    /** {@code What are we aiming for?} behind a measure, over levels and no sentences. */
    private static void wantedLevel(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        boolean measured = false;
        for (int column = 0; column < columns.size(); column++) {
            List<String> own = cells.get(column);
            long levels = own.stream()
                    .filter(cell -> ColumnLook.isTarget(cell) || !ColumnLook.areTold(List.of(cell)))
                    .count();
            boolean wanted = columns.get(column).role() == Role.OUTCOME && measured && !has(columns, Role.TARGET);
            if (wanted && levels > own.size() * MOST && !told.contains(column)) {
                columns.set(column, columns.get(column).as(Role.TARGET, Certainty.LIKELY));
            }
            measured |= columns.get(column).role() == Role.INDICATOR;
        }
    }

    /** Commitments and pledges that somebody keeps by a day are what is done, whatever stands over them. */
    private static void promises(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        boolean kept = has(columns, Role.OWNER) && has(columns, Role.DEADLINE) && !has(columns, Role.ACTIVITY);
        int most = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; kept && column < columns.size(); column++) {
            boolean one = columns.get(column).role() == Role.OBJECTIVE
                    && PROMISES.matcher(columns.get(column).heading()).matches()
                    && new HashSet<>(cells.get(column)).size() >= most * MOST;
            if (one && !told.contains(column)) {
                columns.set(column, columns.get(column).as(Role.ACTIVITY, Certainty.LIKELY));
                return;
            }
        }
    }

    /** {@code Linked PI}, in words and with its figures beside it. */
    private static void linkedMeasures(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        boolean figures = has(columns, Role.TARGET) || has(columns, Role.BASELINE);
        for (int column = 0; figures && !has(columns, Role.INDICATOR) && column < columns.size(); column++) {
            double words = cells.get(column).stream()
                    .mapToInt(ColumnLook::count)
                    .average()
                    .orElse(0);
            boolean linked = LINKED.matcher(columns.get(column).heading()).matches() && words >= 2;
            if (linked && !told.contains(column)) {
                columns.set(column, columns.get(column).as(Role.INDICATOR, Certainty.LIKELY));
            }
        }
    }

    /** Where nothing else is done, the next steps are. */
    private static void nextSteps(List<PlanTable.Column> columns, Set<Integer> told) {
        boolean planned = has(columns, Role.OWNER) && has(columns, Role.DEADLINE) && !has(columns, Role.ACTIVITY);
        for (int column = 0; planned && column < columns.size(); column++) {
            if (NEXT_STEPS.matcher(columns.get(column).heading()).matches() && !told.contains(column)) {
                columns.set(column, columns.get(column).as(Role.ACTIVITY, Certainty.LIKELY));
                return;
            }
        }
    }

    /** Where a list only names objectives, what it aims for in sentences is what is wanted, and no level. */
    private static void aimsOfObjectives(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        boolean measured = has(columns, Role.BASELINE) || has(columns, Role.OUTTURN);
        if (!has(columns, Role.OBJECTIVE) || has(columns, Role.ACTIVITY) || measured) {
            return;
        }
        boolean both = has(columns, Role.INDICATOR) && has(columns, Role.TARGET);
        for (int column = 0; column < columns.size(); column++) {
            List<String> own = cells.get(column);
            double words = own.stream().mapToInt(ColumnLook::count).average().orElse(0);
            boolean counted = own.stream().anyMatch(cell -> cell.chars().anyMatch(Character::isDigit));
            Role role = columns.get(column).role();
            boolean wanted = role == Role.TARGET && !has(columns, Role.INDICATOR) || role == Role.INDICATOR && !both;
            if (wanted && words >= SENTENCE && !counted && !own.isEmpty() && !told.contains(column)) {
                columns.set(column, columns.get(column).as(Role.OUTCOME, Certainty.LIKELY));
            }
        }
    }

    /** Under "Status" some write a colour, and some how it goes. */
    private static void statusInSentences(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        for (int column = 0; column < columns.size(); column++) {
            List<String> own = cells.get(column);
            double words = own.stream().mapToInt(ColumnLook::count).average().orElse(0);
            boolean sentences = words >= SENTENCE && own.stream().noneMatch(ColumnLook::isColour);
            if (columns.get(column).role() == Role.STATUS && sentences && !told.contains(column)) {
                columns.set(column, columns.get(column).as(Role.UPDATE, Certainty.LIKELY));
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
                columns.set(column, columns.get(column).as(Role.ACTIVITY, Certainty.LIKELY));
                return;
            }
        }
    }

    /** Codes under "Indicator", with what they stand for in the column after them. */
    private static void codes(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        for (int column = 0; column < columns.size(); column++) {
            Role role = columns.get(column).role();
            List<String> own = cells.get(column);
            boolean named = columns.stream().skip(column + 1L).anyMatch(other -> other.role() == role);
            boolean codes = role.leads() && !own.isEmpty() && own.stream().allMatch(Reference::isOne);
            if (named && codes && !told.contains(column)) {
                columns.set(column, columns.get(column).as(Role.REFERENCE, Certainty.LIKELY));
            }
        }
        for (int column = 0; column + 1 < columns.size(); column++) {
            List<String> own = cells.get(column);
            List<String> next = cells.get(column + 1);
            boolean codes = columns.get(column).role().leads()
                    && !own.isEmpty()
                    && own.stream().allMatch(Reference::isOne);
            boolean words = next.stream().mapToInt(ColumnLook::count).average().orElse(0) >= 3;
            Role beside = columns.get(column + 1).role();
            boolean free =
                    (beside == Role.OTHER || beside == columns.get(column).role()) && next.size() >= own.size();
            if (codes && words && free && !told.contains(column) && !told.contains(column + 1)) {
                columns.set(
                        column + 1,
                        columns.get(column + 1).as(columns.get(column).role(), Certainty.LIKELY));
                columns.set(column, columns.get(column).as(Role.REFERENCE, Certainty.LIKELY));
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
                columns.set(first, columns.get(first).as(Role.AREA, Certainty.LIKELY));
            }
            if (first >= 0
                    && columns.get(first).role() == Role.ACTIVITY
                    && !told.contains(column)
                    && COMES_OUT.matcher(columns.get(column).heading()).matches()) {
                columns.set(column, columns.get(column).as(Role.INDICATOR, Certainty.CERTAIN));
                continue;
            }
            first = column;
        }
    }

    private static void sortOut(List<PlanTable.Column> columns, List<List<String>> cells, Set<Integer> told) {
        weaker(columns, Role.INDICATOR, Role.SOURCE, told);
        weaker(columns, Role.AREA, Role.OTHER, told);
        weaker(columns, Role.DEADLINE, Role.OTHER, told);
        weaker(columns, Role.OWNER, Role.OTHER, told);
        weaker(columns, Role.CHARACTERISTIC, Role.OTHER, told);
        rankOnly(columns, cells, told);
        second(columns, Role.THEME, Role.AREA, told);
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
                    columns.set(column, one.as(otherwise, Certainty.DOUBTFUL));
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
                    && own.stream()
                            .allMatch(cell -> RANK.matcher(cell.strip()).matches()
                                    || role == Role.AREA
                                            && RANK_IN_FIGURES
                                                    .matcher(cell.strip())
                                                    .matches())) {
                columns.set(column, columns.get(column).as(Role.OTHER, Certainty.LIKELY));
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
                        columns.get(theme).as(Role.OBJECTIVE, columns.get(theme).certainty()));
                columns.set(
                        column,
                        columns.get(column).as(Role.AREA, columns.get(column).certainty()));
                return;
            }
        }
    }

    private static void second(List<PlanTable.Column> columns, Role role, Role under, Set<Integer> told) {
        boolean had = false;
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() == role) {
                if (had && !told.contains(column)) {
                    columns.set(column, columns.get(column).as(under, Certainty.LIKELY));
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
        if (!area && new HashSet<>(cells.get(first)).size() < most) {
            columns.set(first, columns.get(first).as(Role.AREA, Certainty.DOUBTFUL));
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
            columns.set(longest, columns.get(longest).as(Role.ACTIVITY, Certainty.DOUBTFUL));
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
            boolean several = new HashSet<>(own).size() < cells.get(lead).size() * SEVERAL_ROWS_EACH;
            boolean unknown = columns.get(column).role() == Role.OTHER
                    && !columns.get(column).heading().isEmpty()
                    && HeadingWords.of(columns.get(column).heading()).isEmpty();
            if (unknown && several && own.size() > 1 && words >= 2 && !told.contains(column)) {
                columns.set(column, columns.get(column).as(Role.AREA, Certainty.DOUBTFUL));
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
                columns.set(column, columns.get(column).as(Role.AREA, Certainty.LIKELY));
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
                    columns.get(latest).as(Role.BASELINE, columns.get(latest).certainty()));
        }
    }
}
