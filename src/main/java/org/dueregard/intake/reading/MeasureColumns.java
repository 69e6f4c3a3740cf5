package org.dueregard.intake.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dueregard.calendar.Period;

/** What is measured, and what its levels are, among the columns of a table: a head alone seldom tells a target from a wish. */
final class MeasureColumns {

    private static final Pattern AIM = Pattern.compile("(?i)(.*\\W)?(aims?|ambitions?|goals?)(\\W.*)?");
    private static final Pattern BY = Pattern.compile("(?i)(.*\\W)?by\\W.*");
    private static final Pattern LINKED = Pattern.compile(
            "(?i)\\W*(related|linked|relevant|associated) (kpis?|pis?|measures?|indicators?|metrics?)\\W*");
    private static final int LONGEST_AIM = 6;
    private static final Pattern SUCCESS = Pattern.compile("(?i).*\\bsuccess(ful)?\\b.*");

    private static final Pattern OF_TARGETS = Pattern.compile("(?is).*\\b(targets?|measures?|indicators?)\\b.*");

    /** Words, on average, from which a cell tells something. */
    private static final int SENTENCE = 5;

    /** Cells, to tell what a column is of. */
    private static final int SAMPLE = 120;

    private static final double MOST = 0.5;
    private static final double COUNTED = 0.3;

    private MeasureColumns() {}

    /** Under "Status" some write a colour, and some how it goes. */
    static void statusInSentences(Columns columns) {
        for (int column = 0; column < columns.size(); column++) {
            List<String> own = columns.cells(column);
            boolean sentences =
                    columns.words(column) >= SENTENCE && own.stream().noneMatch(ColumnLook::isColour);
            if (columns.role(column) == Role.STATUS && sentences && columns.isFree(column)) {
                columns.set(column, Role.UPDATE, Certainty.LIKELY);
            }
        }
    }

    /** What success looks like is what is measured, where nothing else is and it is told in numbers. */
    static void successAsMeasure(Columns columns) {
        if (columns.has(Role.INDICATOR) || !columns.has(Role.ACTIVITY)) {
            return;
        }
        for (int column = 0; column < columns.size(); column++) {
            boolean success = columns.role(column) == Role.OUTCOME
                    && SUCCESS.matcher(columns.heading(column)).matches();
            List<String> own = columns.cells(column);
            long counted = own.stream()
                    .filter(cell -> cell.chars().anyMatch(Character::isDigit))
                    .count();
            if (success && columns.isFree(column) && counted >= own.size() * COUNTED) {
                columns.set(column, Role.INDICATOR, Certainty.LIKELY);
                return;
            }
        }
    }

    /** {@code Outcomes/ Targets} beside another column for what is wanted, where nothing else is measured. */
    static void outcomesBesideAims(Columns columns) {
        boolean measured = columns.has(Role.INDICATOR) || columns.has(Role.TARGET);
        if (measured || !columns.has(Role.ACTIVITY) || columns.of(Role.OUTCOME).count() < 2) {
            return;
        }
        columns.of(Role.OUTCOME)
                .filter(columns::isFree)
                .filter(column -> OF_TARGETS.matcher(columns.heading(column)).matches())
                .findFirst()
                .ifPresent(column -> columns.set(column, Role.INDICATOR, Certainty.LIKELY));
    }

    /** Where a list only names objectives, what it aims for in sentences is what is wanted, and no level. */
    static void aimsOfObjectives(Columns columns) {
        boolean measured = columns.has(Role.BASELINE) || columns.has(Role.OUTTURN);
        if (!columns.has(Role.OBJECTIVE) || columns.has(Role.ACTIVITY) || measured) {
            return;
        }
        boolean both = columns.has(Role.INDICATOR) && columns.has(Role.TARGET);
        for (int column = 0; column < columns.size(); column++) {
            List<String> own = columns.cells(column);
            boolean counted = own.stream().anyMatch(cell -> cell.chars().anyMatch(Character::isDigit));
            Role role = columns.role(column);
            boolean wanted = role == Role.TARGET && !columns.has(Role.INDICATOR) || role == Role.INDICATOR && !both;
            if (wanted && columns.words(column) >= SENTENCE && !counted && !own.isEmpty() && columns.isFree(column)) {
                columns.set(column, Role.OUTCOME, Certainty.LIKELY);
            }
        }
    }

    /** Where targets in sentences are all that a table has beside days and names, they say what is measured as well. */
    static void targetsThatLead(Columns columns) {
        int target = columns.of(Role.TARGET).findFirst().orElse(-1);
        boolean alone = target >= 0
                && !columns.leads()
                && columns.of(Role.TARGET).count() == 1
                && (columns.has(Role.DEADLINE) || columns.has(Role.OWNER));
        if (alone && columns.words(target) >= SENTENCE && columns.isFree(target)) {
            columns.set(target, Role.INDICATOR, Certainty.CERTAIN);
        }
    }

    /** An aim behind what is measured is the level aimed at. */
    static void aimBesideMeasure(Columns columns) {
        boolean measured = false;
        for (int column = 0; column < columns.size(); column++) {
            String heading = columns.heading(column);
            boolean aim = columns.role(column) == Role.OBJECTIVE
                    && ColumnLook.count(heading) <= LONGEST_AIM
                    && AIM.matcher(heading).matches();
            if (aim && measured && !columns.has(Role.TARGET) && columns.isFree(column)) {
                columns.set(column, Role.TARGET, Certainty.LIKELY);
            }
            measured |= columns.role(column) == Role.INDICATOR;
        }
    }

    /** {@code By March 2027}: what is to come. */
    static boolean isByThen(String heading) {
        return BY.matcher(heading).matches();
    }

    /** {@code Autumn 2024 | Summer 2028} behind a measure: where it was, and where it is to be. */
    static void levelOfATime(Columns columns) {
        if (!columns.has(Role.INDICATOR) || columns.has(Role.TARGET)) {
            return;
        }
        int first = -1;
        int last = -1;
        for (int column = columns.size() - 1; column >= 0 && columns.role(column) != Role.INDICATOR; column--) {
            boolean time = columns.role(column) == Role.OUTTURN
                    && Periods.in(columns.heading(column)).isPresent();
            last = time && last < 0 ? column : last;
            first = time ? column : first;
        }
        boolean due = last >= 0 && isByThen(columns.heading(last));
        boolean promised = due || last > first && columns.cells(last).stream().anyMatch(ColumnLook::isTarget);
        if (promised && columns.isFree(last)) {
            columns.set(last, Role.TARGET, Certainty.LIKELY);
        }
    }

    /** {@code What are we aiming for?} behind a measure, over levels and no sentences. */
    static void wantedLevel(Columns columns) {
        boolean measured = false;
        for (int column = 0; column < columns.size(); column++) {
            boolean wanted = columns.role(column) == Role.OUTCOME && measured && !columns.has(Role.TARGET);
            if (wanted && columns.isFree(column) && areLevels(columns.cells(column))) {
                columns.set(column, Role.TARGET, Certainty.LIKELY);
            }
            measured |= columns.role(column) == Role.INDICATOR;
        }
    }

    private static boolean areLevels(List<String> cells) {
        List<String> some = cells.subList(0, Math.min(SAMPLE, cells.size()));
        long levels = some.stream()
                .filter(cell -> ColumnLook.isLevel(cell) || !ColumnLook.areTold(List.of(cell)))
                .count();
        return levels > some.size() * MOST;
    }

    /** {@code Linked PI}, in words and with its figures beside it. */
    static void linkedMeasures(Columns columns) {
        boolean figures = columns.has(Role.TARGET) || columns.has(Role.BASELINE);
        for (int column = 0; figures && !columns.has(Role.INDICATOR) && column < columns.size(); column++) {
            boolean linked = LINKED.matcher(columns.heading(column)).matches() && columns.words(column) >= 2;
            if (linked && columns.isFree(column)) {
                columns.set(column, Role.INDICATOR, Certainty.LIKELY);
            }
        }
    }

    /** In a table of figures without anything that leads, the words before the figures say whose they are. */
    static void groups(Columns columns) {
        int figure = 0;
        int figures = 0;
        for (int column = columns.size() - 1; column >= 0; column--) {
            Role role = columns.role(column);
            if (role == Role.TARGET || role == Role.BASELINE || role == Role.OUTTURN) {
                figure = column;
                figures++;
            }
        }
        int before = figure - 1;
        if (columns.leads() || figures < 2 || before < 0 || !columns.isFree(before) || !columns.has(Role.TARGET)) {
            return;
        }
        List<String> own = columns.cells(before);
        boolean words = !own.isEmpty()
                && new HashSet<>(own).size() == own.size()
                && own.stream().allMatch(cell -> cell.chars().anyMatch(Character::isLetter));
        boolean unsaid = columns.role(before) == Role.OTHER || columns.role(before) == Role.OUTCOME;
        if (unsaid && words) {
            columns.set(before, Role.INDICATOR, Certainty.DOUBTFUL);
        }
    }

    /**
     * Figures from before the target's period are what it starts from: the latest of those from before it begins, or of all that
     * end before it does.
     */
    static void figures(Columns columns) {
        int target = columns.of(Role.TARGET).findFirst().orElse(-1);
        if (target < 0 || columns.has(Role.BASELINE)) {
            return;
        }
        Optional<Period> aimed = period(columns, target);
        int latest = -1;
        int before = -1;
        for (int column : columns.of(Role.OUTTURN).filter(columns::isFree).toArray()) {
            Optional<Period> own = period(columns, column);
            boolean dated = own.isPresent() && aimed.isPresent();
            boolean ended = dated ? own.get().lastDay().isBefore(aimed.get().lastDay()) : column < target;
            latest = ended ? column : latest;
            before = dated && own.get().lastDay().isBefore(aimed.get().firstDay()) ? column : before;
        }
        int start = before >= 0 ? before : latest;
        if (start >= 0) {
            columns.set(start, Role.BASELINE, columns.certainty(start));
        }
    }

    private static Optional<Period> period(Columns columns, int column) {
        return Periods.in(columns.heading(column)).map(Periods.Found::period);
    }
}
