package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.Kind;
import org.dueregard.intake.reading.TableReading.RowKind;

/** Tables that have labels on the left and what they say on the right. */
final class Forms {

    private static final int WIDEST = 6;
    private static final int LONGEST_LABEL = 8;
    private static final int FEWEST = 3;
    private static final double MOST = 0.6;

    private record Pair(int row, int column, String label) {}

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
        List<Pair> pairs = pairs();
        long labelled = pairs.stream()
                .filter(pair -> ColumnLook.count(pair.label) <= LONGEST_LABEL
                        && HeadingWords.of(pair.label).isPresent())
                .count();
        if (pairs.size() < FEWEST || labelled < pairs.size() * MOST) {
            return List.of();
        }
        List<PlanTable> forms = new ArrayList<>();
        List<Pair> own = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!own.isEmpty() && TableRows.isSame(pair.label, own.get(0).label)) {
                forms.add(form(own));
                own.clear();
            }
            own.add(pair);
        }
        forms.add(form(own));
        boolean leads = forms.stream()
                .flatMap(form -> form.columns().stream())
                .anyMatch(column -> column.role().leads());
        return leads ? forms : List.of();
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column + 1 < rows.width(); column += 2) {
                String label = Snippet.inOneLine(rows.lines(row, column));
                if (!label.isEmpty()) {
                    pairs.add(new Pair(row, column, label));
                }
            }
        }
        return pairs;
    }

    private PlanTable form(List<Pair> pairs) {
        List<PlanTable.Column> columns = new ArrayList<>();
        List<LogicalCell> cells = new ArrayList<>();
        for (Pair pair : pairs) {
            Optional<HeadingWords.Meaning> meaning = HeadingWords.of(pair.label);
            boolean leftOut = corrections.row(rows.block(), pair.row) == RowKind.LEFT_OUT;
            Role role = leftOut
                    ? Role.OTHER
                    : meaning.map(HeadingWords.Meaning::role).orElse(Role.OTHER);
            columns.add(new PlanTable.Column(
                    role,
                    pair.label,
                    meaning.map(HeadingWords.Meaning::certainty).orElse(Certainty.DOUBTFUL),
                    null));
            cells.add(new LogicalCell(rows.lines(pair.row, pair.column + 1), false));
        }
        LogicalRow only = new LogicalRow(Spot.row(rows.block(), pairs.get(0).row), RowKind.ITEM, cells);
        return new PlanTable(rows.block(), Kind.FORM, Certainty.LIKELY, columns, List.of(only));
    }
}
