package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.Kind;
import org.dueregard.intake.reading.TableReading.RowKind;

/** Tables that have labels on the left and what they say on the right. */
final class Forms {

    private static final Pattern COUNTED = Pattern.compile(
            "(?i)[\\p{L} ]+ (?<number>\\d{1,3}(\\.\\d{1,3}){1,3}[a-z]?|(?-i:[A-Z]{1,3})-?\\d{1,3})\\W*");

    private static final Pattern FIRST_COUNTED = Pattern.compile(
            "(?i)[\\p{L} ]+ (?<number>\\d{1,3}(\\.\\d{1,3}){0,3}[a-z]?|(?-i:[A-Z]{1,3})-?\\d{1,3})\\W*");

    private static final Pattern CARD = Pattern.compile(
            "(?i)(?:action|activity|task|card|project)\\s+(?:no\\.?\\s*|number\\s+)?(?<number>\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-z]?)\\W*");

    private static final Pattern END_NUMBER = Pattern.compile("\\s+\\d{1,3}(?:\\.\\d{1,3}){0,3}\\W*$");

    private static final int WIDEST = 6;
    private static final int LONGEST_LABEL = 8;
    private static final int FEWEST = 3;
    private static final double MOST = 0.6;

    /**
     * @param words the column in which the words stand that the label is for
     * @param labelled the column in which the label stands; that of the words where it is their first line, -1 for none
     * @param number the column in which the number of a title stands; -1 for none
     */
    private record Pair(int row, int words, String label, int labelled, int number) {

        static Pair title(int row, int words, int number) {
            return new Pair(row, words, "", -1, number);
        }

        boolean isBoxed() {
            return labelled == words;
        }

        /** Whether the words stand across the table, over the labels. */
        boolean isTitle() {
            return label.isEmpty();
        }
    }

    private final TableRows rows;
    private final Corrections corrections;

    private Forms(TableRows rows, Corrections corrections) {
        this.rows = rows;
        this.corrections = corrections;
    }

    /**
     * Each thing that the labels speak of as a row of a table with the labels as its heads: a label that comes again begins
     * the next. Empty where the table is none.
     */
    static List<PlanTable> of(TableRows rows, Corrections corrections) {
        Kind told = corrections.table(rows.block());
        boolean may = (told == null || told == Kind.FORM) && rows.width() >= 2 && rows.width() <= WIDEST;
        return may ? new Forms(rows, corrections).read() : List.of();
    }

    private List<PlanTable> read() {
        List<PlanTable> columns = sideBySide();
        if (!columns.isEmpty()) {
            return leads(columns) ? columns : List.of();
        }
        List<PlanTable> pillars = pillars();
        if (!pillars.isEmpty()) {
            return pillars;
        }
        List<Pair> boxes = boxes();
        List<Pair> pairs = boxes.isEmpty() ? pairs() : boxes;
        long labelled = pairs.stream()
                .filter(pair -> ColumnLook.count(pair.label) <= LONGEST_LABEL
                        && HeadingWords.of(pair.label).isPresent())
                .count();
        long labels = pairs.stream().filter(pair -> !pair.isTitle()).count();
        if (labels < FEWEST || labelled < labels * MOST) {
            return List.of();
        }
        List<PlanTable> forms = new ArrayList<>();
        List<Pair> own = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!own.isEmpty() && begins(pair, own)) {
                forms.add(form(own));
                own.clear();
            }
            own.add(pair);
        }
        forms.add(form(own));
        return leads(forms) ? forms : List.of();
    }

    /** A title, or the first of the labels again. */
    private static boolean begins(Pair pair, List<Pair> own) {
        return pair.isTitle()
                || !own.get(0).isTitle() && TableHeads.isSame(uncounted(pair.label), uncounted(own.get(0).label));
    }

    /** {@code Action} of {@code Action 2}. */
    private static String uncounted(String label) {
        return END_NUMBER.matcher(label).replaceFirst("");
    }

    private static boolean leads(List<PlanTable> forms) {
        return forms.stream()
                .flatMap(form -> form.columns().stream())
                .anyMatch(column -> column.role().leads());
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.isAcross(row)) {
                pairs.add(Pair.title(row, 0, -1));
                continue;
            }
            if (isNumberedTitle(row)) {
                pairs.add(Pair.title(row, 1, 0));
                continue;
            }
            for (int column = 0; column + 1 < rows.width(); column += 2) {
                pair(pairs, row, column, column + 1);
            }
        }
        return pairs;
    }

    /** Boxes with a heading each: {@code What we’ll do}, and under it what; none where most cells are no such. */
    private List<Pair> boxes() {
        List<Pair> boxes = new ArrayList<>();
        int given = 0;
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.width(); column++) {
                boolean own = rows.spot(row, column).equals(Spot.cell(rows.block(), row, column));
                List<Snippet> lines = own ? Snippet.words(rows.lines(row, column)) : List.of();
                if (lines.isEmpty()) {
                    continue;
                }
                given++;
                String label = lines.get(0).text();
                if (lines.size() > 1 && HeadingWords.ofLabel(label).isPresent()) {
                    boxes.add(new Pair(row, column, label, column, -1));
                }
            }
        }
        return boxes.size() >= FEWEST && boxes.size() >= given * MOST ? boxes : List.of();
    }

    /** {@code A1 | Recruit community connectors}, with the title across the rest. */
    private boolean isNumberedTitle(int row) {
        boolean across = rows.width() > 2;
        for (int column = 1; column < rows.width(); column++) {
            across &= rows.spot(row, column).equals(Spot.cell(rows.block(), row, 1));
        }
        return across && Reference.isOne(Snippet.inOneLine(rows.lines(row, 0)));
    }

    private void pair(List<Pair> pairs, int row, int label, int words) {
        String said = Snippet.inOneLine(rows.lines(row, label));
        // what covers several columns is no label of itself
        if (!said.isEmpty() && rows.spot(row, label).column() == label) {
            pairs.add(new Pair(row, words, said, label, -1));
        }
    }

    /** Labels on the left and a thing in each column after them, as on a plan on a page; empty where it is not so. */
    private List<PlanTable> sideBySide() {
        if (rows.width() < 3 || isLabel(0, 2) || isLabel(1, 2)) {
            return List.of();
        }
        List<PlanTable> forms = new ArrayList<>();
        for (int column = 1; column < rows.width(); column++) {
            List<Pair> pairs = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                pair(pairs, row, 0, column);
            }
            long labelled = pairs.stream()
                    .filter(pair -> HeadingWords.of(pair.label).isPresent())
                    .count();
            if (pairs.size() < FEWEST || labelled < pairs.size() * MOST) {
                return List.of();
            }
            forms.add(form(pairs));
        }
        return forms;
    }

    /**
     * Pillars side by side, each with its name on top and labels in the cells below: {@code What we will do}, and under it what.
     * Empty where it is not so.
     */
    private List<PlanTable> pillars() {
        int labelled = 0;
        for (int row = 1; row < rows.size(); row++) {
            boolean all = true;
            for (int column = 0; column < rows.width(); column++) {
                all &= said(row, column).isPresent();
            }
            labelled += all ? 1 : 0;
        }
        if (labelled == 0 || labelled * 2 < rows.size() - 1 || !areNames(0)) {
            return List.of();
        }
        List<PlanTable> pillars = new ArrayList<>();
        for (int column = 0; column < rows.width(); column++) {
            pillars.add(pillar(column));
        }
        return pillars.stream().allMatch(pillar -> pillar.has(Role.ACTIVITY)) ? pillars : List.of();
    }

    /** Whether each cell of a row is a few words of its own that are no label, and say nothing behind one. */
    private boolean areNames(int row) {
        Set<String> names = new HashSet<>();
        for (int column = 0; column < rows.width(); column++) {
            String name = Snippet.inOneLine(rows.lines(row, column));
            if (name.isBlank()
                    || ColumnLook.count(name) > LONGEST_LABEL
                    || name.indexOf(':') >= 0
                    || HeadingWords.ofLabel(name).isPresent()
                    || !names.add(name)) {
                return false;
            }
        }
        return true;
    }

    private PlanTable pillar(int column) {
        List<PlanTable.Column> columns = new ArrayList<>();
        List<Spot> labels = new ArrayList<>();
        List<LogicalCell> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            Optional<Labelled> said = said(row, column);
            List<Snippet> lines = rows.lines(row, column);
            List<Snippet> words = Snippet.words(lines);
            boolean wanted = row == 1 && said.isEmpty();
            Role role = row == 0
                    ? Role.OBJECTIVE
                    : wanted ? Role.OUTCOME : said.map(Labelled::role).orElse(Role.OTHER);
            columns.add(new PlanTable.Column(role, said.map(Labelled::label).orElse(""), Certainty.LIKELY, null));
            boolean boxed = said.filter(one -> one.words().isEmpty()).isPresent();
            if (boxed) {
                labels.addAll(words.get(0).spots());
            }
            cells.add(new LogicalCell(
                    boxed
                            ? words.subList(1, words.size())
                            : said.map(one -> List.of(words.get(0).saying(one.words())))
                                    .orElse(lines),
                    false));
        }
        LogicalRow only = new LogicalRow(rows.spot(0, column), RowKind.ITEM, cells);
        return new PlanTable(rows.block(), Kind.FORM, Certainty.LIKELY, columns, List.of(only), labels);
    }

    /** A label over the words of a cell, which then are not repeated, or before them in one line; empty for none. */
    private Optional<Labelled> said(int row, int column) {
        List<Snippet> words = Snippet.words(rows.lines(row, column));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String first = words.get(0).text();
        if (words.size() > 1) {
            return HeadingWords.ofLabel(first).map(meaning -> new Labelled(meaning.role(), first, ""));
        }
        List<Labelled> all = Labelled.in(first);
        return all.size() == 1 && !all.get(0).words().isEmpty() ? Optional.of(all.get(0)) : Optional.empty();
    }

    private boolean isLabel(int row, int column) {
        return row < rows.size()
                && HeadingWords.ofLabel(Snippet.inOneLine(rows.lines(row, column)))
                        .isPresent();
    }

    /** {@code Action 4} over a card is the number of what the card says is to be done; empty where it says more. */
    private Optional<Snippet> number(Pair pair, Role titled) {
        LogicalCell cell = new LogicalCell(rows.lines(pair.row, pair.words), false);
        if (!pair.isTitle() || titled != Role.AREA || cell.isEmpty()) {
            return Optional.empty();
        }
        Snippet words = cell.asOne();
        Matcher card = CARD.matcher(words.text());
        return card.matches() ? Optional.of(words.saying(card.group("number"))) : Optional.empty();
    }

    /** What a card is about that has a title: something that is to be done, unless it lists that itself. */
    private static Role titled(List<Pair> pairs) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        pairs.stream()
                .filter(pair -> !pair.isTitle())
                .flatMap(pair -> HeadingWords.of(pair.label).stream())
                .forEach(meaning -> roles.add(meaning.role()));
        // an aim beside what is measured is its target
        boolean objective = roles.contains(Role.OBJECTIVE) && !roles.contains(Role.INDICATOR);
        boolean structure = objective || roles.contains(Role.AREA);
        // nothing said under it: a note
        return structure || roles.isEmpty() ? Role.OTHER : roles.contains(Role.ACTIVITY) ? Role.AREA : Role.ACTIVITY;
    }

    /** {@code By March 2028} behind a measure says the level that it is to have then. */
    private static boolean isWantedThen(String label, List<PlanTable.Column> before) {
        Optional<Role> last = before.stream()
                .map(PlanTable.Column::role)
                .filter(role -> role == Role.INDICATOR || role == Role.TARGET)
                .reduce((one, other) -> other);
        return last.filter(Role.INDICATOR::equals).isPresent()
                && MeasureColumns.isByThen(label)
                && Periods.in(label).isPresent();
    }

    /** {@code Action 1.1}: the label has the number of what stands behind it; a whole number only where it is the first. */
    private void counted(Pair pair, Role role, List<PlanTable.Column> columns, List<LogicalCell> cells, boolean first) {
        if (pair.number >= 0) {
            columns.add(new PlanTable.Column(Role.REFERENCE, "", Certainty.CERTAIN, null));
            cells.add(new LogicalCell(rows.lines(pair.row, pair.number), false));
        }
        Matcher counted = (first ? FIRST_COUNTED : COUNTED).matcher(pair.label);
        if (role == Role.ACTIVITY && counted.matches()) {
            columns.add(new PlanTable.Column(Role.REFERENCE, pair.label, Certainty.CERTAIN, null));
            Spot spot = rows.spot(pair.row, Math.max(0, pair.words - 1)).line(0);
            cells.add(
                    new LogicalCell(List.of(new Snippet(counted.group("number"), "", 0, false, List.of(spot))), false));
        }
    }

    private PlanTable form(List<Pair> pairs) {
        List<PlanTable.Column> columns = new ArrayList<>();
        List<Spot> labels = new ArrayList<>();
        List<LogicalCell> cells = new ArrayList<>();
        Role titled = titled(pairs);
        for (Pair pair : pairs) {
            Optional<HeadingWords.Meaning> meaning = pair.isTitle() ? Optional.empty() : HeadingWords.of(pair.label);
            Optional<Snippet> number = number(pair, titled);
            boolean leftOut = corrections.row(rows.block(), pair.row) == RowKind.LEFT_OUT;
            Role role = leftOut
                    ? Role.OTHER
                    : number.isPresent()
                            ? Role.REFERENCE
                            : pair.isTitle()
                                    ? titled
                                    : meaning.map(HeadingWords.Meaning::role)
                                            .orElse(isWantedThen(pair.label, columns) ? Role.TARGET : Role.OTHER);
            columns.add(new PlanTable.Column(
                    role,
                    pair.label,
                    meaning.map(HeadingWords.Meaning::certainty)
                            .orElse(pair.isTitle() ? Certainty.LIKELY : Certainty.DOUBTFUL),
                    null));
            List<Snippet> lines = number.map(List::of).orElseGet(() -> rows.lines(pair.row, pair.words));
            cells.add(new LogicalCell(
                    pair.isBoxed()
                            ? Snippet.words(lines)
                                    .subList(1, Snippet.words(lines).size())
                            : lines,
                    false));
            if (role != Role.OTHER && pair.labelled >= 0) {
                List<Snippet> label = Snippet.words(rows.lines(pair.row, pair.labelled));
                labels.addAll(Snippet.spots(pair.isBoxed() ? label.subList(0, 1) : label));
            }
            counted(pair, role, columns, cells, pair == pairs.get(0));
        }
        Columns beside = new Columns(
                columns,
                cells.stream()
                        .map(cell -> cell.isEmpty() ? List.<String>of() : List.of(cell.text()))
                        .toList(),
                Set.of(),
                Set.of());
        MeasureColumns.aimBesideMeasure(beside);
        MeasureColumns.wantedLevel(beside);
        LogicalRow only = new LogicalRow(Spot.row(rows.block(), pairs.get(0).row), RowKind.ITEM, cells);
        return new PlanTable(rows.block(), Kind.FORM, Certainty.LIKELY, columns, List.of(only), labels);
    }
}
