package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dueregard.calendar.Period;
import org.dueregard.document.read.Cell;
import org.dueregard.document.read.Table;
import org.dueregard.intake.reading.TableReading.RowKind;

/** Where the heads of one table stand, and the parts that each of them is over: what its words and looks make a head. */
final class TableHeads {

    /** Further down, what looks like a head of the table is none. */
    static final int HEAD_WITHIN = 12;

    private static final int LONGEST_HEADING = 14;

    /** Words in what stands over several heads. */
    private static final int LONGEST_COMMON = 5;

    /** Characters. */
    private static final int LONGEST_PERIOD = 24;

    private static final int LONGEST_FORM = 40;
    private static final double MOST = 0.6;

    /** Rows from one head of the table to the next. */
    record Part(int from, int to, List<Integer> heads, List<String> headings) {

        boolean hasHead() {
            return !heads.isEmpty();
        }
    }

    private final TableWords cells;
    private final Table table;
    private final Corrections corrections;
    private final List<Part> parts = new ArrayList<>();

    TableHeads(TableWords cells, Corrections corrections) {
        this.cells = cells;
        this.table = cells.table();
        this.corrections = corrections;
        findParts();
    }

    List<Part> parts() {
        return parts;
    }

    private void findParts() {
        int head = isOfLabels() && !isToldOfHead() ? -1 : findHead(0);
        if (head < 0) {
            parts.add(new Part(
                    0, cells.size(), List.of(), new ArrayList<>(java.util.Collections.nCopies(cells.width(), ""))));
            return;
        }
        int from = 0;
        while (head >= 0) {
            List<Integer> heads = headRows(head, from);
            List<String> headings = headings(heads);
            int after = heads.get(heads.size() - 1) + 1;
            int next = -1;
            for (int row = after; row < cells.size() && next < 0; row++) {
                if (isOtherHead(row, headings)) {
                    next = row;
                }
            }
            parts.add(new Part(from, next < 0 ? cells.size() : next, heads, headings));
            from = next;
            head = next;
        }
    }

    private boolean isToldOfHead() {
        for (int row = 0; row < cells.size(); row++) {
            if (corrections.row(cells.block(), row) == RowKind.HEADING) {
                return true;
            }
        }
        return false;
    }

    /** Whether labels stand on the left of what they say, one below the other. */
    private boolean isOfLabels() {
        if (cells.width() < 2 || cells.width() > 6 || cells.size() < 3 || cells.size() > LONGEST_FORM) {
            return false;
        }
        int labels = 0;
        int there = 0;
        Set<Role> roles = new LinkedHashSet<>();
        for (int row = 0; row < cells.size(); row++) {
            String label = cells.words(row, 0);
            if (label.isEmpty() || cells.isFromAbove(row, 0)) {
                continue;
            }
            there++;
            Optional<HeadingWords.Meaning> meaning = HeadingWords.of(label);
            if (meaning.filter(HeadingWords.Meaning::whole).isPresent()) {
                labels++;
                roles.add(meaning.get().role());
            }
        }
        return labels >= 3 && roles.size() >= 3 && labels >= there * MOST;
    }

    private int findHead(int from) {
        for (int row = from; row < cells.size(); row++) {
            if (corrections.row(cells.block(), row) == RowKind.HEADING) {
                return row;
            }
        }
        boolean items = false;
        for (int row = from; row < Math.min(cells.size(), from + HEAD_WITHIN); row++) {
            if (corrections.row(cells.block(), row) == null && looksLikeHead(row) && (!items || isMarked(row))) {
                return row;
            }
            items |= cells.given(row).size() > 2;
        }
        // what the file itself repeats on each page is a head, whatever its words
        for (int row = from; row < Math.min(cells.size(), from + HEAD_WITHIN); row++) {
            List<Integer> given = cells.given(row);
            boolean several = given.size() > 1 && !isSaidBeside(row, given) && !isLabelled(row, given);
            if (table.rows().get(row).head() && several && corrections.row(cells.block(), row) == null) {
                return row;
            }
        }
        return periodsHead(from);
    }

    /** A row of years over figures. */
    private int periodsHead(int from) {
        if (from < cells.size()) {
            long periods = cells.given(from).stream()
                    .filter(column -> Periods.in(cells.words(from, column)).isPresent()
                            && cells.words(from, column).length() < LONGEST_PERIOD)
                    .count();
            if (periods >= 2 && periods + 1 >= cells.given(from).size()) {
                return from;
            }
        }
        return -1;
    }

    private boolean isMarked(int row) {
        return table.rows().get(row).head()
                || cells.given(row).stream().allMatch(column -> {
                    Cell.Look look = table.cell(row, column).look();
                    return look.strong() || !look.shade().isEmpty();
                });
    }

    private boolean looksLikeHead(int row) {
        List<Integer> given = cells.given(row);
        if (given.size() < 2
                || isLabelled(row, given)
                || isSaidBeside(row, given)
                || given.stream().allMatch(column -> isBoxed(row, column))
                || given.stream().allMatch(column -> saysSomething(cells.words(row, column)))) {
            return false;
        }
        int known = 0;
        int mostly = 0;
        Set<Role> roles = new LinkedHashSet<>();
        for (int column : given) {
            String words = cells.words(row, column);
            if (ColumnLook.count(words) > LONGEST_HEADING) {
                return false;
            }
            Optional<HeadingWords.Meaning> meaning = HeadingWords.of(words);
            if (meaning.isPresent() && (meaning.get().whole() || ColumnLook.count(words) <= 8)) {
                known++;
                mostly += meaning.get().mostly() ? 1 : 0;
                roles.add(meaning.get().role());
            }
        }
        return mostly >= 2 && known >= 2 && roles.size() >= 2 && known >= given.size() * 0.5;
    }

    /** {@code Lead: | Chief Finance Officer} is a label with its words. */
    private boolean isLabelled(int row, List<Integer> given) {
        long labels = given.stream()
                .filter(column -> cells.words(row, column).endsWith(":"))
                .count();
        long heads = given.stream()
                .filter(column -> HeadingWords.ofLabel(cells.words(row, column)).isPresent())
                .count();
        return labels > 0 && labels < given.size() && heads * 2 <= given.size();
    }

    /** {@code When}, and under it in the same cell {@code By July 2029}. */
    private boolean isBoxed(int row, int column) {
        List<Snippet> lines = Snippet.words(cells.lines(row, column));
        return lines.size() > 1
                && HeadingWords.ofLabel(lines.get(0).text()).isPresent()
                && HeadingWords.ofLabel(Snippet.inOneLine(lines.subList(1, lines.size())))
                        .isEmpty();
    }

    /** {@code Outcome | People are safe …}, where what is said covers the columns after its label. */
    private boolean isSaidBeside(int row, List<Integer> given) {
        if (given.size() != 2) {
            return false;
        }
        Cell.Merge merge = table.cell(row, given.get(1)).merge();
        return merge != null
                && merge.columns() > 1
                && HeadingWords.ofLabel(cells.words(row, given.get(0)))
                        .filter(meaning -> !meaning.role().leads())
                        .isPresent()
                && HeadingWords.ofLabel(cells.words(row, given.get(1))).isEmpty();
    }

    /** The row, with one that stands over several of its heads, and those after it that go on with it. */
    private List<Integer> headRows(int head, int from) {
        List<Integer> heads = new ArrayList<>(List.of(head));
        if (head > from && isOverSomeOf(head - 1)) {
            heads.add(0, head - 1);
        }
        for (int row = head + 1; row < Math.min(cells.size(), head + 3); row++) {
            boolean told = corrections.row(cells.block(), row) == RowKind.HEADING;
            boolean other = corrections.row(cells.block(), row) != null && !told;
            if (told || !other && goesOnWithHead(head, row)) {
                heads.add(row);
            } else {
                break;
            }
        }
        return heads;
    }

    /** {@code Target} alone over the years that stand in the head, or a year over {@code Target}: it says of what those are. */
    private boolean isOverSomeOf(int row) {
        List<Integer> given = cells.given(row);
        return corrections.row(cells.block(), row) == null
                && !given.isEmpty()
                && !given.contains(cells.firstUsed())
                && given.stream().allMatch(column -> {
                    String words = cells.words(row, column);
                    boolean period = words.length() < LONGEST_PERIOD
                            && Period.read(words).isPresent();
                    return ColumnLook.count(words) <= LONGEST_COMMON
                            && !saysSomething(words)
                            && (period
                                    || HeadingWords.of(words)
                                            .filter(HeadingWords.Meaning::mostly)
                                            .isPresent());
                });
    }

    /** {@code Links to: Carers Strategy} */
    private static boolean saysSomething(String words) {
        return Labelled.in(words).stream().anyMatch(one -> !one.words().isEmpty());
    }

    private boolean goesOnWithHead(int head, int row) {
        boolean divided = false;
        boolean fromAbove = false;
        boolean all = true;
        for (int column = 0; column < cells.width(); column++) {
            Cell.Merge above = table.cell(head, column).merge();
            boolean several =
                    above != null && above.row() == head && above.columns() > 1 && above.columns() < cells.width();
            divided |= several;
            fromAbove |= cells.isFromAbove(row, column);
            all &= cells.isFromAbove(row, column) || several;
        }
        boolean parts = divided && fromAbove && all;
        if (!divided && !fromAbove && !isUnderCommonHeads(row)
                || cells.given(row).isEmpty()) {
            return false;
        }
        return cells.given(row).stream().allMatch(column -> {
            String words = cells.words(row, column);
            return ColumnLook.count(words) <= 6
                    && (parts
                            || HeadingWords.of(words).isPresent()
                            || Periods.in(words).isPresent()
                            || table.rows().get(row).head());
        });
    }

    /** Target and actual under years or under a common head, where the file has lost which cells were one. */
    private boolean isUnderCommonHeads(int row) {
        List<Integer> given = cells.given(row);
        return given.size() >= 2
                && !given.contains(cells.firstUsed())
                && given.stream()
                        .allMatch(column -> HeadingWords.of(cells.words(row, column))
                                .filter(HeadingWords.Meaning::mostly)
                                .isPresent());
    }

    /** One line for each row of the head. */
    private List<String> headings(List<Integer> heads) {
        List<String> headings = new ArrayList<>();
        for (int column = 0; column < cells.width(); column++) {
            Set<String> words = new LinkedHashSet<>();
            for (int row : heads) {
                String one = cells.words(row, column);
                if (!one.isEmpty()) {
                    words.add(one);
                }
            }
            headings.add(String.join("\n", words));
        }
        return headings;
    }

    /** Another head with other columns, in the middle of a sheet. */
    private boolean isOtherHead(int row, List<String> headings) {
        List<Integer> given = cells.given(row);
        if (corrections.row(cells.block(), row) != null
                || given.size() < 3
                || !isMarked(row)
                || !looksLikeHead(row)
                || isRepeated(row, headings)) {
            return false;
        }
        return given.stream()
                .allMatch(column -> HeadingWords.of(cells.words(row, column)).isPresent());
    }

    boolean isRepeated(int row, List<String> headings) {
        int same = 0;
        int there = 0;
        for (int column = 0; column < cells.width(); column++) {
            String words = cells.words(row, column);
            if (!words.isEmpty() && !cells.isFromAbove(row, column)) {
                there++;
                boolean of = headings.get(column).lines().anyMatch(line -> isSame(words, line));
                if (of || isSame(words, headings.get(column))) {
                    same++;
                }
            }
        }
        return there >= 2 && same >= there * 0.75;
    }

    static boolean isSame(String words, String other) {
        return beginning(words) == beginning(other) && HeadingWords.words(words).equals(HeadingWords.words(other));
    }

    /** Its first letter or figure, in capitals; 0 for none. */
    private static int beginning(String words) {
        for (int at = 0; at < words.length(); at++) {
            if (Character.isLetterOrDigit(words.charAt(at))) {
                return Character.toUpperCase(words.charAt(at));
            }
        }
        return 0;
    }
}
