package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dueregard.document.read.Cell;
import org.dueregard.document.read.Table;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.jspecify.annotations.Nullable;

/** The rows of one table, and what each of them is: by its words, by what they cover and by how they look beside the others. */
final class TableRows extends TableWords {

    private static final int LONGEST_LEVEL = 3;
    private static final int LONGEST_SECTION = 60;
    private static final double MOST = 0.6;

    private static final Pattern REMARK =
            Pattern.compile("(?is)^(nb\\b|n\\.b\\.|note\\b|notes\\b|\\*|source:|key:|†|please note).*");
    private static final Pattern TOTAL = Pattern.compile(
            "(?i)^(grand |sub[- ]?|overall )?totals?\\b( number| no\\.?)?( of)?( \\w+){0,2}:?\\s*\\d*$");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,2}[.)]?");

    private final Corrections corrections;
    private final TableHeads heads;
    private final List<RowKind> kinds = new ArrayList<>();
    private final Map<Integer, Boolean> numbered = new HashMap<>();
    private final Map<String, Integer> shades = new HashMap<>();

    TableRows(int block, Table table, Corrections corrections) {
        super(block, table);
        this.corrections = corrections;
        this.heads = new TableHeads(this, corrections);
        for (int row = 0; row < table.rows().size(); row++) {
            kinds.add(kindOf(row));
        }
    }

    List<TableHeads.Part> parts() {
        return heads.parts();
    }

    RowKind kind(int row) {
        return kinds.get(row);
    }

    private TableHeads.@Nullable Part partOf(int row) {
        return heads.parts().stream()
                .filter(part -> part.from() <= row && row < part.to())
                .findFirst()
                .orElse(null);
    }

    private RowKind kindOf(int row) {
        RowKind told = corrections.row(block(), row);
        if (told != null) {
            return told;
        }
        TableHeads.Part part = partOf(row);
        if (part != null && (part.heads().contains(row) || part.hasHead() && heads.isRepeated(row, part.headings()))) {
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

    /** {@code Workstream 1A | Priority services} or {@code 1 | Priority services}, with the title across the rest. */
    private boolean isLevelBeside(int row, List<Integer> given) {
        if (given.size() != 2 || given.get(0) != 0) {
            return false;
        }
        if (isNamedLevel(row, given)) {
            return true;
        }
        Cell.Merge merge = table().cell(row, given.get(1)).merge();
        return merge != null
                && merge.columns() >= width() * MOST
                && (WHOLE_NUMBER.matcher(words(row, 0)).matches()
                        || LevelLabel.of(words(row, 0))
                                .filter(label -> label.title().isEmpty()
                                        && !label.reference().isEmpty())
                                .isPresent());
    }

    /** {@code Service objective | More people feel that the park is theirs}, over the head of a table of many columns. */
    private boolean isNamedLevel(int row, List<Integer> given) {
        String label = words(row, 0);
        TableHeads.Part part = partOf(row);
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
        for (int row = 0; row < Math.min(size(), TableHeads.HEAD_WITHIN); row++) {
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
    private boolean isOverHead(int row, TableHeads.@Nullable Part part, List<Integer> given) {
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
        Cell cell = table().cell(row, column);
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
                                || isCountedAnew(row, words)
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
        String shade = table().cell(row, column).look().shade();
        int same = shades.computeIfAbsent(shade + " " + column, any -> (int) table().rows().stream()
                .filter(other -> other.cells().get(column).look().shade().equals(shade))
                .count());
        return same > size() * 0.5;
    }

    /** {@code 2. Employment} alone in its row, where the rows after it are counted from 1 again. */
    private boolean isCountedAnew(int row, String words) {
        return row + 1 < size()
                && given(row + 1).size() > 1
                && isCounted(words, "\\d{1,2}")
                && isCounted(words(row + 1, firstUsed()), "1");
    }

    private static boolean isCounted(String words, String number) {
        return Reference.in(words)
                .filter(one -> one.reference().matches(number) && !one.rest().isEmpty())
                .isPresent();
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
}
