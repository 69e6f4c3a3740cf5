package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import org.dueregard.intake.reading.TableReading.Kind;
import org.dueregard.intake.reading.TableReading.RowKind;

/**
 * A table of the plan, with the rows that go on in the tables of the pages after it, if they do.
 *
 * @param columns with their roles, in the order of the first of those tables
 * @param labels where its labels stand, which only say what the words beside them are; none but in a form
 */
record PlanTable(
        int block, Kind kind, Certainty certainty, List<Column> columns, List<LogicalRow> rows, List<Spot> labels) {

    PlanTable(int block, Kind kind, Certainty certainty, List<Column> columns, List<LogicalRow> rows) {
        this(block, kind, certainty, columns, rows, List.of());
    }

    /**
     * @param about what the heading says beside its role: the period; the heading as a whole
     * @param second a second role that the heading names; null for none
     */
    record Column(
            Role role,
            String heading,
            Certainty certainty,
            @org.jspecify.annotations.Nullable Role second) {

        Column as(Role other, Certainty sure) {
            return new Column(other, heading, sure, null);
        }
    }

    /**
     * A row as it was before pages cut it.
     *
     * @param cells by column
     */
    record LogicalRow(Spot start, RowKind kind, List<LogicalCell> cells) {

        boolean isEmptyBut(int column) {
            for (int other = 0; other < cells.size(); other++) {
                if (other != column && !cells.get(other).isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * @param inherited whether it covers rows above as well
     */
    record LogicalCell(List<Snippet> lines, boolean inherited) {

        static final LogicalCell NONE = new LogicalCell(List.of(), false);

        boolean isEmpty() {
            return lines.stream().allMatch(Snippet::isBlank);
        }

        /** Whether it has words, and they begin in this row. */
        boolean isOwn() {
            return !inherited && !isEmpty();
        }

        List<Snippet> words() {
            return Snippet.words(lines);
        }

        String text() {
            return Snippet.inOneLine(lines);
        }

        /** All its paragraphs as one; only for cells with words. */
        Snippet asOne() {
            List<Snippet> all = words();
            Snippet one = all.get(0);
            for (Snippet more : all.subList(1, all.size())) {
                one = one.and(more);
            }
            return one;
        }

        /** What goes on in the next table behind what is here. */
        LogicalCell with(LogicalCell next) {
            if (next.isEmpty()) {
                return this;
            }
            List<Snippet> all = new ArrayList<>(words());
            List<Snippet> more = new ArrayList<>(next.words());
            if (!all.isEmpty() && goesOn(all.get(all.size() - 1), more.get(0))) {
                Snippet last = all.remove(all.size() - 1);
                all.add(last.and(more.remove(0)));
            }
            all.addAll(more);
            return new LogicalCell(all, inherited);
        }

        /** Whether a sentence goes on over the end of a page. */
        static boolean goesOn(Snippet before, Snippet after) {
            if (after.inList() || before.text().isEmpty()) {
                return before.text().isEmpty() && !after.inList();
            }
            String words = before.text();
            char last = words.charAt(words.length() - 1);
            char first = after.text().charAt(0);
            if (".!?:;".indexOf(last) >= 0) {
                return false;
            }
            if (Character.isLowerCase(first)
                    || "–—-,&/(".indexOf(last) >= 0
                    || Reference.in(words)
                            .map(Reference::rest)
                            .filter(String::isEmpty)
                            .isPresent()) {
                return true;
            }
            if (words.matches(
                    "(?is).*\\b(the|a|an|of|to|for|and|or|in|on|with|by|at|from|their|our|its|all|as|is|are|be|that|which|new|any|this|these|we|will|each|per|than|up|into|about)")) {
                return true;
            }
            return ColumnLook.count(after.text()) <= 2 && ColumnLook.count(words) >= 3;
        }
    }

    /** Whether its rows say something of the plan, and no results or whatever else. */
    boolean isOfPlan() {
        return kind == Kind.PLAN || kind == Kind.FORM;
    }

    boolean has(Role role) {
        return columns.stream().anyMatch(column -> column.role() == role);
    }

    List<Integer> columnsOf(Role role) {
        List<Integer> all = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() == role) {
                all.add(column);
            }
        }
        return all;
    }

    int firstColumnOf(Role role) {
        List<Integer> all = columnsOf(role);
        return all.isEmpty() ? -1 : all.get(0);
    }
}
