package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dueregard.calendar.Deadline;

/** What is done, among the columns of a table: where no head says so outright, and where several do. */
final class DeedColumns {

    private static final Pattern OVER_ACTIVITIES =
            Pattern.compile("(?i).*\\b(outputs?|deliverables?|initiatives?|projects?|work ?programmes?)\\b.*");
    private static final Pattern COMES_OUT = Pattern.compile("(?i).*\\b(outputs?|deliverables?|milestones?)\\b.*");
    private static final Pattern TITLE =
            Pattern.compile("(?i)\\W*((action|task|item|full|short) )?(title|name|description)\\W*");
    private static final Pattern NEXT_STEPS =
            Pattern.compile("(?i)\\W*(our )?(next steps?|future (actions?|work)|further actions?)\\W*");
    private static final Pattern PROMISES = Pattern.compile("(?i)(.*\\W)?(commitments?|pledges?|promises?)\\W*");
    private static final Pattern AIMS = Pattern.compile("(?i)\\W*((our|key) )?(aims?|ambitions?|goals?)\\W*");
    private static final Pattern AREA_OR_TASK = Pattern.compile("(?is)\\W*(area|issue|topic|theme)\\b.*\\btasks?\\W*");
    private static final Pattern DETAILS = Pattern.compile(
            "(?i)\\W*((further|more|additional) )?(information|details?|description|what this means)\\W*");
    private static final Pattern MILESTONES = Pattern.compile("(?i)\\W*(key |main )?milestones?\\W*");
    private static final Pattern ITEM = Pattern.compile("(?i)\\W*(items?|features?|barriers?)\\W*");
    private static final Pattern COMPLETED = Pattern.compile(
            "(?i)\\W*((actual )?completion date|(date )?(completed|achieved|closed|done)( on| date)?)\\W*");
    private static final Pattern TERM_OR_YEAR = Pattern.compile(
            "(?i)\\W*((short|medium|mid|long(er)?)[ -]*term|(year|phase) ([1-9]|one|two|three|four|five)|(q|quarter )[1-4](/[1-4])?|(first|second|third|fourth) year)\\b.*");

    /** Words, on average. */
    private static final int FEWEST_OF_A_DEED = 3;

    /** Words. */
    private static final int LONGEST_DAY = 3;

    private static final int LONGEST_NAME = 5;

    private static final int FEWEST_OF_A_NAME = 2;

    /** More than a council has objectives. */
    private static final int FEWEST_AIMS = 8;

    private static final int LONGEST_TIME = 40;
    private static final double MOST = 0.5;
    private static final double SOME = 0.3;

    private DeedColumns() {}

    /** Words under each of several years, or under the short and the long term, are what is done then. */
    static void doneInTime(Columns columns) {
        List<Integer> times = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            List<String> own = columns.cells(column);
            long doing = own.stream().filter(ColumnLook::isDoing).count();
            boolean deeds = columns.words(column) >= FEWEST_OF_A_DEED && doing >= own.size() * MOST && !own.isEmpty();
            if (isTime(columns.heading(column)) && deeds && columns.isFree(column)) {
                times.add(column);
            }
        }
        if (times.size() > 1 && columns.of(Role.ACTIVITY).allMatch(times::contains)) {
            times.forEach(column -> columns.set(column, Role.ACTIVITY, Certainty.LIKELY));
            boolean timeline = times.size() == columns.size() - 1 && !times.contains(0);
            if (timeline && columns.isFree(0) && new HashSet<>(columns.cells(0)).size() == columns.items()) {
                columns.set(0, Role.OBJECTIVE, Certainty.CERTAIN);
            }
        }
        stepsInTime(columns);
    }

    /** Words under each of several years beside what is done are its steps, and no days. */
    private static void stepsInTime(Columns columns) {
        List<Integer> times = columns.of(Role.DEADLINE)
                .filter(column -> TERM_OR_YEAR.matcher(columns.heading(column)).matches() && columns.isFree(column))
                .filter(column -> {
                    List<String> own = columns.cells(column);
                    long days = own.stream()
                            .filter(cell -> Deadline.of(cell).lastDay().isPresent())
                            .count();
                    return !own.isEmpty() && days < own.size() * MOST;
                })
                .boxed()
                .toList();
        long done = columns.of(Role.ACTIVITY)
                .filter(column -> TERM_OR_YEAR.matcher(columns.heading(column)).matches())
                .count();
        if (times.size() + done > 1 && columns.has(Role.ACTIVITY)) {
            times.forEach(column -> columns.set(column, Role.ACTIVITY, Certainty.LIKELY));
        }
    }

    /**
     * A day of completion that few rows have is when it was done, where another column says for most by when it is to be; where
     * words stand among the days, they say what was done.
     */
    static void doneOn(Columns columns) {
        List<Integer> days = columns.of(Role.DEADLINE).boxed().toList();
        if (days.size() != 2) {
            return;
        }
        for (int column : days) {
            boolean told = COMPLETED.matcher(columns.heading(column)).matches()
                    && columns.cells(column).stream()
                                    .filter(cell ->
                                            !OwnerAndDay.isOnlyDay(cell) && ColumnLook.count(cell) > LONGEST_DAY)
                                    .count()
                            > 1;
            if (told && columns.isFree(column)) {
                columns.set(column, Role.UPDATE, Certainty.LIKELY);
                return;
            }
            int other = days.get(0) == column ? days.get(1) : days.get(0);
            boolean done = COMPLETED.matcher(columns.heading(column)).matches()
                    && columns.cells(column).size() < columns.items() * MOST
                    && columns.cells(other).size() > columns.items() * MOST;
            if (done && columns.isFree(column) && columns.isFree(other)) {
                columns.set(column, Role.OTHER, Certainty.LIKELY);
                columns.set(other, Role.DEADLINE, Certainty.CERTAIN);
                return;
            }
        }
    }

    /** {@code Year 2 (2026/27)}, {@code Medium term}, {@code By March 2027}: a heading that says only when. */
    static boolean isTime(String heading) {
        return TERM_OR_YEAR.matcher(heading).matches()
                || heading.length() <= LONGEST_TIME
                        && Deadline.of(heading).lastDay().isPresent();
    }

    /** In a list of codes without anything that leads, "Title" names what each row is about. */
    static void titles(Columns columns) {
        if (columns.leads() || !columns.has(Role.REFERENCE)) {
            return;
        }
        for (int column = 0; column < columns.size(); column++) {
            boolean named = TITLE.matcher(columns.heading(column)).matches();
            if (named && columns.isFree(column) && !columns.cells(column).isEmpty()) {
                columns.set(column, Role.ACTIVITY, Certainty.LIKELY);
                return;
            }
        }
    }

    /** An output over several activities each is what the activities stand under; one beside an action is what comes of it. */
    static void outputOverActivities(Columns columns) {
        int first = -1;
        for (int column = 0; column < columns.size(); column++) {
            if (columns.role(column) != Role.ACTIVITY) {
                continue;
            }
            if (first >= 0
                    && columns.isFree(first)
                    && !columns.has(Role.AREA)
                    && OVER_ACTIVITIES.matcher(columns.heading(first)).matches()
                    && (columns.cells(first).size() < columns.cells(column).size()
                            || !columns.isListing(first) && columns.isListing(column))) {
                columns.set(first, Role.AREA, Certainty.LIKELY);
            }
            if (first >= 0
                    && columns.role(first) == Role.ACTIVITY
                    && columns.isFree(column)
                    && COMES_OUT.matcher(columns.heading(column)).matches()) {
                columns.set(column, Role.INDICATOR, Certainty.CERTAIN);
                continue;
            }
            first = column;
        }
    }

    /** An action over several others that each have somebody or a day of their own is what those stand under. */
    static void actionOverActions(Columns columns) {
        int[] both = columns.of(Role.ACTIVITY)
                .filter(column -> !areNextSteps(columns.heading(column)))
                .limit(3)
                .toArray();
        if (both.length != 2 || columns.has(Role.AREA) || !columns.isFree(both[0])) {
            return;
        }
        int over = columns.cells(both[0]).size();
        boolean each = Stream.of(Role.OWNER, Role.DEADLINE)
                .flatMap(role -> columns.of(role).boxed())
                .anyMatch(column -> column > both[1] && columns.cells(column).size() > over * 2);
        if (each) {
            columns.set(both[0], Role.AREA, Certainty.LIKELY);
        }
    }

    /** {@code Area/specific task} before {@code Action} is what the actions are about. */
    static void areaBeforeActions(Columns columns) {
        int[] both = columns.of(Role.ACTIVITY).limit(2).toArray();
        boolean named = both.length == 2
                && AREA_OR_TASK.matcher(columns.heading(both[0])).matches()
                && !columns.has(Role.AREA);
        if (named && columns.isFree(both[0])) {
            columns.set(both[0], Role.AREA, Certainty.LIKELY);
        }
    }

    /** Where actions have names only, what is done stands beside them: {@code Training | • Run four sessions}. */
    static void detailsOfNames(Columns columns) {
        int[] named = columns.of(Role.ACTIVITY).limit(2).toArray();
        if (named.length != 1 || columns.words(named[0]) > LONGEST_NAME) {
            return;
        }
        for (int column = named[0] + 1; column < columns.size(); column++) {
            List<String> own = columns.cells(column);
            long doing = own.stream()
                    .map(cell -> cell.replaceFirst("^\\W+", ""))
                    .filter(ColumnLook::isDoing)
                    .count();
            boolean details = columns.role(column) == Role.OTHER
                    && DETAILS.matcher(columns.heading(column)).matches()
                    && doing > own.size() * MOST;
            if (details && columns.isFree(column)) {
                columns.set(column, Role.ACTIVITY, Certainty.LIKELY);
                return;
            }
        }
    }

    /** Where nothing else is done, milestones with somebody and a day each are. */
    static void milestonesAsDeeds(Columns columns) {
        instead(columns, column -> {
            List<String> own = columns.cells(column);
            long doing = own.stream().filter(ColumnLook::isDoing).count();
            return columns.role(column) == Role.INDICATOR
                    && MILESTONES.matcher(columns.heading(column)).matches()
                    && doing > own.size() * SOME;
        });
    }

    /** Where somebody is to do something by a day and no column says what, the first that fits does. */
    private static void instead(Columns columns, IntPredicate fits) {
        boolean planned = columns.has(Role.OWNER) && columns.has(Role.DEADLINE) && !columns.has(Role.ACTIVITY);
        if (planned) {
            IntStream.range(0, columns.size())
                    .filter(column -> columns.isFree(column) && fits.test(column))
                    .findFirst()
                    .ifPresent(column -> columns.set(column, Role.ACTIVITY, Certainty.LIKELY));
        }
    }

    /** What stands before each action, as {@code Item} or with a number of its own and no head, is what the action is about. */
    static void namesBeforeActions(Columns columns) {
        int before = columns.of(Role.ACTIVITY).findFirst().orElse(0) - 1;
        if (before >= 0 && columns.role(before) == Role.OTHER && !columns.has(Role.AREA) && columns.isFree(before)) {
            boolean items = ITEM.matcher(columns.heading(before)).matches() && columns.words(before) >= 2;
            if (items || columns.heading(before).isEmpty() && areNumberedNames(columns.cells(before))) {
                columns.set(before, Role.AREA, Certainty.LIKELY);
            }
        }
    }

    /** {@code 1.1.1 Visible commitment}, {@code 1.1.2 Clear roles}. */
    private static boolean areNumberedNames(List<String> cells) {
        long named = cells.stream()
                .flatMap(cell -> Reference.in(cell).stream())
                .filter(one -> one.depth() > 1 && !one.rest().isEmpty())
                .count();
        return cells.size() > 1 && named > cells.size() * MOST;
    }

    /** Commitments and pledges that somebody keeps by a day are what is done, whatever stands over them. */
    static void promises(Columns columns) {
        instead(
                columns,
                column -> columns.role(column) == Role.OBJECTIVE
                        && PROMISES.matcher(columns.heading(column)).matches()
                        && new HashSet<>(columns.cells(column)).size() >= columns.items() * MOST);
    }

    /** Aims in a list of many that somebody keeps by a day, with nothing above them, below them or measured, are what is done. */
    static void aimsKept(Columns columns) {
        boolean alone = Stream.of(Role.THEME, Role.AREA, Role.INDICATOR, Role.TARGET, Role.OUTCOME)
                .noneMatch(columns::has);
        instead(
                columns,
                column -> alone
                        && columns.role(column) == Role.OBJECTIVE
                        && AIMS.matcher(columns.heading(column)).matches()
                        && new HashSet<>(columns.cells(column)).size() >= FEWEST_AIMS
                        && columns.cells(column).size() == columns.items());
    }

    /** Areas that each have who, by when and how it is measured in their own row, where nothing else is done, are what is done. */
    static void areasKept(Columns columns) {
        int area = columns.of(Role.AREA).findFirst().orElse(-1);
        boolean alone = area >= 0
                && Stream.of(Role.THEME, Role.OBJECTIVE, Role.TARGET, Role.BASELINE)
                        .noneMatch(columns::has)
                && columns.of(Role.AREA).count() == 1
                && columns.has(Role.INDICATOR);
        instead(
                columns,
                column -> alone
                        && column == area
                        && columns.of(Role.REFERENCE).allMatch(before -> before < column)
                        && columns.cells(column).size() == columns.items()
                        && new HashSet<>(columns.cells(column)).size() == columns.items()
                        && columns.words(column) >= FEWEST_OF_A_DEED);
    }

    /** What each row names under an objective that goes over several, and somebody is to have done by a day. */
    static void lowestKept(Columns columns) {
        int area = columns.of(Role.AREA).findFirst().orElse(-1);
        int objective = columns.of(Role.OBJECTIVE).findFirst().orElse(columns.size());
        boolean lowest = objective < area
                && columns.of(Role.AREA).count() == 1
                && !columns.has(Role.INDICATOR)
                && columns.cells(objective).size() < columns.items()
                && columns.cells(area).size() == columns.items()
                && new HashSet<>(columns.cells(area)).size() == columns.items();
        instead(columns, column -> lowest && column == area);
    }

    /** Under no head, in front of how it goes: what each row is about. */
    static void unnamedInFront(Columns columns) {
        int front = columns.of(Role.REFERENCE).anyMatch(column -> column == 0) ? 1 : 0;
        boolean leads = IntStream.range(0, columns.size())
                .anyMatch(column -> columns.role(column).leads() && !areNextSteps(columns.heading(column)));
        if (leads || front >= columns.size() || !columns.heading(front).isEmpty() || !columns.has(Role.UPDATE)) {
            return;
        }
        List<String> own = columns.cells(front);
        boolean each = own.size() > 1 && own.size() == columns.items() && new HashSet<>(own).size() == own.size();
        if (each && columns.words(front) >= FEWEST_OF_A_NAME && columns.isFree(front)) {
            columns.set(front, Role.ACTIVITY, Certainty.DOUBTFUL);
        }
    }

    /** Beside what is done and how it goes, next steps that say what to do are its steps. */
    static void stepsToCome(Columns columns) {
        int done = columns.of(Role.ACTIVITY).findFirst().orElse(columns.size());
        for (int column = done + 1; column < columns.size() && columns.has(Role.UPDATE); column++) {
            List<String> own = columns.cells(column);
            long doing = own.stream()
                    .map(cell -> cell.replaceFirst("^\\W+", ""))
                    .filter(ColumnLook::isDoing)
                    .count();
            if (areNextSteps(columns.heading(column)) && doing > own.size() * MOST && columns.isFree(column)) {
                columns.set(column, Role.ACTIVITY, Certainty.CERTAIN);
            }
        }
    }

    /** Commitments and aims: what a council calls so is an objective as often as what is done for one. */
    static boolean areKept(String heading) {
        return PROMISES.matcher(heading).matches() || AIMS.matcher(heading).matches();
    }

    static boolean areNextSteps(String heading) {
        return NEXT_STEPS.matcher(heading).matches();
    }

    /** Where nothing else is done, the next steps are. */
    static void nextSteps(Columns columns) {
        instead(columns, column -> areNextSteps(columns.heading(column)));
    }

    /** Where no head says it, the longest words beside somebody and a day are what is done; under heads, those in front. */
    static void whatRowsAreAbout(Columns columns) {
        boolean bare =
                columns.all().stream().allMatch(column -> column.heading().isEmpty());
        int end = bare
                ? columns.size()
                : IntStream.range(0, columns.size())
                        .filter(column -> columns.role(column) != Role.REFERENCE && columns.role(column) != Role.OTHER)
                        .findFirst()
                        .orElse(0);
        long beside = columns.all().stream()
                .map(PlanTable.Column::role)
                .filter(role -> role == Role.OWNER
                        || role == Role.DEADLINE
                        || role == Role.STATUS
                        || !bare && role == Role.UPDATE)
                .distinct()
                .count();
        if (columns.leads() || beside < 2) {
            return;
        }
        int longest = -1;
        double most = 3;
        for (int column = 0; column < end; column++) {
            double words = columns.words(column);
            boolean free = columns.role(column) == Role.OTHER || columns.role(column) == Role.UPDATE;
            if (free && words > most && columns.isFree(column)) {
                longest = column;
                most = words;
            }
        }
        if (longest >= 0) {
            columns.set(longest, Role.ACTIVITY, Certainty.DOUBTFUL);
        }
    }
}
