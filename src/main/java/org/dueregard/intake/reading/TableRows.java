package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dueregard.calendar.Period;
import org.dueregard.document.read.Cell;
import org.dueregard.document.read.Row;
import org.dueregard.document.read.Table;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table of a document, and what each of them is: by their words, by what they cover and by how they look
 * beside the others.
 */
final class TableRows {

    /** Further down, what looks like a head of the table is none. */
    private static final int HEAD_WITHIN = 12;

    private static final int LONGEST_HEADING = 14;

    /** Words in what stands over several heads. */
    private static final int LONGEST_COMMON = 5;

    /** Characters. */
    private static final int LONGEST_PERIOD = 24;

    private static final int LONGEST_LEVEL = 3;
    private static final int LONGEST_SECTION = 60;
    private static final int LONGEST_FORM = 40;
    private static final double MOST = 0.6;

    private static final Pattern REMARK =
            Pattern.compile("(?is)^(nb\\b|n\\.b\\.|note\\b|notes\\b|\\*|source:|key:|†|please note).*");
    private static final Pattern TOTAL = Pattern.compile(
            "(?i)^(grand |sub[- ]?|overall )?totals?\\b( number| no\\.?)?( of)?( \\w+){0,2}:?\\s*\\d*$");

    /** Rows from one head of the table to the next. */
    record Part(int from, int to, List<Integer> heads, List<String> headings) {

        boolean hasHead() {
            return !heads.isEmpty();
        }
    }

    private final int block;
    private final Table table;
    private final Corrections corrections;
    private final List<RowKind> kinds = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Map<Integer, Boolean> numbered = new HashMap<>();
    private final Map<String, Integer> shades = new HashMap<>();

    TableRows(int block, Table table, Corrections corrections) {
        this.block = block;
        this.table = table;
        this.corrections = corrections;
        findParts();
        for (int row = 0; row < table.rows().size(); row++) {
            kinds.add(kindOf(row));
        }
    }

    int block() {
        return block;
    }

    Table table() {
        return table;
    }

    List<Part> parts() {
        return parts;
    }

    RowKind kind(int row) {
        return kinds.get(row);
    }

    int size() {
        return table.rows().size();
    }

    int width() {
        return table.columns().size();
    }

    /** The lines of a cell; those of one that began above or to the left are that one's. */
    List<Snippet> lines(int row, int column) {
        return Snippet.of(table.cell(row, column), spot(row, column));
    }

    /** Where the cell begins. */
    Spot spot(int row, int column) {
        Cell.Merge merge = table.cell(row, column).merge();
        return merge == null ? Spot.cell(block, row, column) : Spot.cell(block, merge.row(), merge.column());
    }

    boolean isFromAbove(int row, int column) {
        Cell.Merge merge = table.cell(row, column).merge();
        return merge != null && merge.row() < row;
    }

    private String words(int row, int column) {
        return Snippet.inOneLine(lines(row, column));
    }

    private void findParts() {
        int head = isOfLabels() && !isToldOfHead() ? -1 : findHead(0);
        if (head < 0) {
            parts.add(new Part(0, size(), List.of(), new ArrayList<>(java.util.Collections.nCopies(width(), ""))));
            return;
        }
        int from = 0;
        while (head >= 0) {
            List<Integer> heads = headRows(head, from);
            List<String> headings = headings(heads);
            int after = heads.get(heads.size() - 1) + 1;
            int next = -1;
            for (int row = after; row < size() && next < 0; row++) {
                if (isOtherHead(row, headings)) {
                    next = row;
                }
            }
            parts.add(new Part(from, next < 0 ? size() : next, heads, headings));
            from = next;
            head = next;
        }
    }

    /** What stands alone in the rows before the first one that has several cells, with where it stands. */
    Map<String, Spot> linesOver() {
        Map<String, Spot> lines = new LinkedHashMap<>();
        for (int row = 0; row < size() && given(row).size() <= 1; row++) {
            if (given(row).size() == 1) {
                lines.put(
                        words(row, given(row).get(0)),
                        spot(row, given(row).get(0)).line(0));
            }
        }
        return lines;
    }

    private boolean isToldOfHead() {
        for (int row = 0; row < size(); row++) {
            if (corrections.row(block, row) == RowKind.HEADING) {
                return true;
            }
        }
        return false;
    }

    /** Whether labels stand on the left of what they say, one below the other. */
    private boolean isOfLabels() {
        if (width() < 2 || width() > 6 || size() < 3 || size() > LONGEST_FORM) {
            return false;
        }
        int labels = 0;
        int there = 0;
        Set<Role> roles = new LinkedHashSet<>();
        for (int row = 0; row < size(); row++) {
            String label = words(row, 0);
            if (label.isEmpty() || isFromAbove(row, 0)) {
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
        for (int row = from; row < size(); row++) {
            if (corrections.row(block, row) == RowKind.HEADING) {
                return row;
            }
        }
        boolean items = false;
        for (int row = from; row < Math.min(size(), from + HEAD_WITHIN); row++) {
            if (corrections.row(block, row) == null && looksLikeHead(row) && (!items || isMarked(row))) {
                return row;
            }
            items |= given(row).size() > 2;
        }
        // what the file itself repeats on each page is a head, whatever its words
        for (int row = from; row < Math.min(size(), from + HEAD_WITHIN); row++) {
            List<Integer> given = given(row);
            boolean several = given.size() > 1 && !isSaidBeside(row, given) && !isLabelled(row, given);
            if (table.rows().get(row).head() && several && corrections.row(block, row) == null) {
                return row;
            }
        }
        return periodsHead(from);
    }

    /** A row of years over figures. */
    private int periodsHead(int from) {
        if (from < size()) {
            long periods = given(from).stream()
                    .filter(column -> Periods.in(words(from, column)).isPresent()
                            && words(from, column).length() < LONGEST_PERIOD)
                    .count();
            if (periods >= 2 && periods + 1 >= given(from).size()) {
                return from;
            }
        }
        return -1;
    }

    private boolean isMarked(int row) {
        return table.rows().get(row).head()
                || given(row).stream().allMatch(column -> {
                    Cell.Look look = table.cell(row, column).look();
                    return look.strong() || !look.shade().isEmpty();
                });
    }

    private boolean looksLikeHead(int row) {
        List<Integer> given = given(row);
        if (given.size() < 2
                || isLabelled(row, given)
                || isSaidBeside(row, given)
                || given.stream().allMatch(column -> isBoxed(row, column))
                || given.stream().allMatch(column -> saysSomething(words(row, column)))) {
            return false;
        }
        int known = 0;
        int mostly = 0;
        Set<Role> roles = new LinkedHashSet<>();
        for (int column : given) {
            String words = words(row, column);
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
                .filter(column -> words(row, column).endsWith(":"))
                .count();
        long heads = given.stream()
                .filter(column -> HeadingWords.ofLabel(words(row, column)).isPresent())
                .count();
        return labels > 0 && labels < given.size() && heads * 2 <= given.size();
    }

    /** {@code When}, and under it in the same cell {@code By July 2029}. */
    private boolean isBoxed(int row, int column) {
        List<Snippet> lines = Snippet.words(lines(row, column));
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
                && HeadingWords.ofLabel(words(row, given.get(0)))
                        .filter(meaning -> !meaning.role().leads())
                        .isPresent()
                && HeadingWords.ofLabel(words(row, given.get(1))).isEmpty();
    }

    /** The row, with one that stands over several of its heads, and those after it that go on with it. */
    private List<Integer> headRows(int head, int from) {
        List<Integer> heads = new ArrayList<>(List.of(head));
        if (head > from && isOverSomeOf(head - 1)) {
            heads.add(0, head - 1);
        }
        for (int row = head + 1; row < Math.min(size(), head + 3); row++) {
            boolean told = corrections.row(block, row) == RowKind.HEADING;
            boolean other = corrections.row(block, row) != null && !told;
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
        List<Integer> given = given(row);
        return corrections.row(block, row) == null
                && !given.isEmpty()
                && !given.contains(firstUsed())
                && given.stream().allMatch(column -> {
                    String words = words(row, column);
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
        for (int column = 0; column < width(); column++) {
            Cell.Merge above = table.cell(head, column).merge();
            if (above != null && above.row() == head && above.columns() > 1 && above.columns() < width()) {
                divided = true;
            }
            fromAbove |= isFromAbove(row, column);
        }
        if (!divided && !fromAbove && !isUnderCommonHeads(row) || given(row).isEmpty()) {
            return false;
        }
        return given(row).stream().allMatch(column -> {
            String words = words(row, column);
            return ColumnLook.count(words) <= 6
                    && (HeadingWords.of(words).isPresent()
                            || Periods.in(words).isPresent()
                            || table.rows().get(row).head());
        });
    }

    /** Target and actual under years or under a common head, where the file has lost which cells were one. */
    private boolean isUnderCommonHeads(int row) {
        List<Integer> given = given(row);
        return given.size() >= 2
                && !given.contains(firstUsed())
                && given.stream()
                        .allMatch(column -> HeadingWords.of(words(row, column))
                                .filter(HeadingWords.Meaning::mostly)
                                .isPresent());
    }

    /** One line for each row of the head. */
    private List<String> headings(List<Integer> heads) {
        List<String> headings = new ArrayList<>();
        for (int column = 0; column < width(); column++) {
            Set<String> words = new LinkedHashSet<>();
            for (int row : heads) {
                String one = words(row, column);
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
        List<Integer> given = given(row);
        if (corrections.row(block, row) != null
                || given.size() < 3
                || !isMarked(row)
                || !looksLikeHead(row)
                || isRepeated(row, headings)) {
            return false;
        }
        return given.stream()
                .allMatch(column -> HeadingWords.of(words(row, column)).isPresent());
    }

    private boolean isRepeated(int row, List<String> headings) {
        int same = 0;
        int there = 0;
        for (int column = 0; column < width(); column++) {
            String words = words(row, column);
            if (!words.isEmpty() && !isFromAbove(row, column)) {
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

    /** Columns with words of this row's own. */
    private List<Integer> given(int row) {
        List<Integer> given = new ArrayList<>();
        for (int column = 0; column < width(); column++) {
            Cell cell = table.cell(row, column);
            if (cell.kind() != Cell.Kind.CONTINUATION
                    && cell.lines().stream().anyMatch(line -> !line.printed().isBlank())) {
                given.add(column);
            }
        }
        return given;
    }

    /** The words of the first cell that has any; empty for none. */
    String firstWords(int row) {
        List<Integer> given = given(row);
        return given.isEmpty() ? "" : words(row, given.get(0));
    }

    /** Whether one cell covers the whole row. */
    boolean isAcross(int row) {
        Cell.Merge merge = table.cell(row, 0).merge();
        return merge != null
                && merge.row() == row
                && merge.columns() >= width()
                && !words(row, 0).isEmpty();
    }

    private @Nullable Part partOf(int row) {
        return parts.stream()
                .filter(part -> part.from() <= row && row < part.to())
                .findFirst()
                .orElse(null);
    }

    private RowKind kindOf(int row) {
        RowKind told = corrections.row(block, row);
        if (told != null) {
            return told;
        }
        Part part = partOf(row);
        if (part != null && (part.heads().contains(row) || part.hasHead() && isRepeated(row, part.headings()))) {
            return RowKind.HEADING;
        }
        List<Integer> given = given(row);
        if (given.isEmpty()) {
            return RowKind.EMPTY;
        }
        if (isLevelBeside(row, given)) {
            return RowKind.SECTION;
        }
        if (isOverHead(row, part, given)) {
            return given.size() == 1 ? RowKind.SECTION : RowKind.REMARK;
        }
        if (isSpanning(row)) {
            String words = words(row, given.get(0));
            boolean long_ = ColumnLook.count(words) > LONGEST_SECTION
                    || lines(row, given.get(0)).size() > 3;
            boolean bullet = lines(row, given.get(0)).get(0).isBullet();
            return REMARK.matcher(words).matches() || long_ || bullet ? RowKind.REMARK : RowKind.SECTION;
        }
        if (given.stream()
                .limit(2)
                .anyMatch(column -> TOTAL.matcher(words(row, column)).matches())) {
            return RowKind.TOTAL;
        }
        return RowKind.ITEM;
    }

    /** {@code Workstream 1A | Priority services} with the title across the rest. */
    private boolean isLevelBeside(int row, List<Integer> given) {
        if (given.size() != 2 || given.get(0) != 0) {
            return false;
        }
        if (isNamedLevel(row, given)) {
            return true;
        }
        Cell.Merge merge = table.cell(row, given.get(1)).merge();
        return merge != null
                && merge.columns() >= width() * MOST
                && LevelLabel.of(words(row, 0))
                        .filter(label ->
                                label.title().isEmpty() && !label.reference().isEmpty())
                        .isPresent();
    }

    /** {@code Service objective | More people feel that the park is theirs}, over the head of a table of many columns. */
    private boolean isNamedLevel(int row, List<Integer> given) {
        String label = words(row, 0);
        Part part = partOf(row);
        boolean over = part != null
                && (part.hasHead() ? row < part.heads().get(0) && width() > 3 : size() == 1 && width() > 2);
        return over
                && ColumnLook.count(label) <= LONGEST_LEVEL
                && ColumnLook.count(words(row, given.get(1))) > 2
                && HeadingWords.ofLabel(label)
                        .or(() -> HeadingWords.of(label).filter(HeadingWords.Meaning::mostly))
                        .map(HeadingWords.Meaning::role)
                        .filter(Role::isLevel)
                        .isPresent();
    }

    boolean namesItsObjective() {
        for (int row = 0; row < Math.min(size(), HEAD_WITHIN); row++) {
            List<Integer> given = given(row);
            boolean beside = given.size() == 2 && given.get(0) == 0 && isNamedLevel(row, given);
            if (beside
                    && HeadingWords.of(words(row, 0))
                            .filter(meaning -> meaning.role() == Role.OBJECTIVE)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The name of a table of many columns, and what is said of all of it, stand in the first columns over its head. */
    private boolean isOverHead(int row, @Nullable Part part, List<Integer> given) {
        return part != null
                && part.hasHead()
                && row < part.heads().get(0)
                && given.get(0) == 0
                && ColumnLook.count(words(row, 0)) <= LONGEST_SECTION
                && (given.size() == 1
                        || given.size() == 2
                                && row < 4
                                && part.heads().stream()
                                        .anyMatch(head -> given(head).size() > 3))
                && !goesOnFromAbove(row);
    }

    /** Whether a row of one cell is where a page cut the table: numbers or small letters begin it. */
    private boolean goesOnFromAbove(int row) {
        String words = words(row, 0);
        return Character.isLowerCase(words.charAt(0));
    }

    /** Whether one cell has all the words of the row, and stands out by what it covers, how it looks or what it says. */
    private boolean isSpanning(int row) {
        List<Integer> given = given(row);
        if (given.size() != 1 || width() < 2) {
            return false;
        }
        int column = given.get(0);
        for (int other = 0; other < width(); other++) {
            if (isFromAbove(row, other) && !words(row, other).isEmpty()) {
                return false;
            }
        }
        Cell cell = table.cell(row, column);
        Cell.Merge merge = cell.merge();
        if (merge != null && merge.columns() >= width() * MOST) {
            return true;
        }
        String words = words(row, column);
        boolean first = column == firstUsed();
        boolean marked = cell.look().strong() || !cell.look().shade().isEmpty() && !isShadedLikeOthers(row, column);
        return LevelLabel.of(words).isPresent()
                || first
                        && (marked && ColumnLook.count(words) <= 30
                                || isShallower(row, words)
                                || isUnlikeNumbers(words, column));
    }

    /** Words alone in a column of numbers. */
    private boolean isUnlikeNumbers(String words, int column) {
        return !hasNumber(words)
                && ColumnLook.count(words) <= 30
                && !Character.isLowerCase(words.charAt(0))
                && numbered(column);
    }

    private static boolean hasNumber(String words) {
        return Reference.isOne(words) || Reference.in(words).isPresent();
    }

    private boolean numbered(int column) {
        return numbered.computeIfAbsent(column, at -> {
            int numbers = 0;
            int others = 0;
            for (int row = 0; row < size(); row++) {
                if (given(row).size() > 1 && !words(row, at).isEmpty() && !isFromAbove(row, at)) {
                    boolean number = hasNumber(words(row, at));
                    numbers += number ? 1 : 0;
                    others += number ? 0 : 1;
                }
            }
            // the head of the column is no number
            return numbers >= 2 && others <= 1 + numbers * 0.2;
        });
    }

    private boolean isShadedLikeOthers(int row, int column) {
        String shade = table.cell(row, column).look().shade();
        int same = shades.computeIfAbsent(shade + " " + column, any -> (int) table.rows().stream()
                .filter(other -> other.cells().get(column).look().shade().equals(shade))
                .count());
        return same > size() * 0.5;
    }

    private int firstUsed() {
        for (int column = 0; column < width(); column++) {
            int at = column;
            if (table.rows().stream().anyMatch(row -> !row.cells().get(at).isEmpty())) {
                return column;
            }
        }
        return 0;
    }

    /** {@code 1.1 Schools} alone in its row, where the rows after it begin with {@code 1.1.1}. */
    private boolean isShallower(int row, String words) {
        Optional<Reference> reference = Reference.in(words);
        if (reference.isEmpty() || reference.get().rest().isEmpty()) {
            return false;
        }
        for (int next = row + 1; next < Math.min(size(), row + 3); next++) {
            Optional<Reference> under = Reference.in(words(next, firstUsed()));
            if (under.isPresent()
                    && under.get().reference().startsWith(reference.get().reference() + ".")) {
                return true;
            }
        }
        return false;
    }

    /** A row of the file, for its number and whether it is hidden. */
    Row row(int row) {
        return table.rows().get(row);
    }
}
