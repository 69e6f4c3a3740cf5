package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.dueregard.intake.reading.TableReading.Kind;
import org.dueregard.intake.reading.TableReading.RowKind;

/** Tables with the same heads: they are read as one kind of table. */
final class TableSignature {

    /** Part of a table under one head. */
    static final class Segment {

        final TableRows rows;
        final TableHeads.Part part;
        final TableSignature signature;
        /** Which column of the kind of table each column is; -1 for one that the others do not have. */
        final int[] columns;

        final boolean continues;

        /** Whether it has labels beside their values instead of columns. */
        boolean form;

        Segment(TableRows rows, TableHeads.Part part, TableSignature signature, int[] columns, boolean continues) {
            this.rows = rows;
            this.part = part;
            this.signature = signature;
            this.columns = columns;
            this.continues = continues;
        }
    }

    final List<String> headings;
    final List<Segment> segments = new ArrayList<>();
    List<PlanTable.Column> columns = List.of();
    Kind kind = Kind.OTHER;
    Certainty certainty = Certainty.LIKELY;

    /** The column that was only guessed to say what is done; -1 for none. */
    int guessed = -1;

    TableSignature(List<String> headings) {
        this.headings = headings;
    }

    void set(int column, Role role, Certainty sure) {
        List<PlanTable.Column> others = new ArrayList<>(columns);
        others.set(column, columns.get(column).as(role, sure));
        columns = others;
    }

    /** The columns of which most cells name several things, each in a line of its own. */
    Set<Integer> listing() {
        Map<Integer, Integer> given = new HashMap<>();
        Map<Integer, Integer> several = new HashMap<>();
        eachOwn((column, lines) -> {
            given.merge(column, 1, Integer::sum);
            several.merge(column, Snippet.words(lines).size() > 1 ? 1 : 0, Integer::sum);
        });
        several.entrySet().removeIf(one -> one.getValue() * 2 <= given.getOrDefault(one.getKey(), 0));
        return several.keySet();
    }

    /** The words of the items of each column, of all its tables. */
    List<List<String>> cells() {
        List<List<String>> cells = new ArrayList<>();
        headings.forEach(heading -> cells.add(new ArrayList<>()));
        eachOwn((column, lines) -> cells.get(column).add(Snippet.inOneLine(lines)));
        return cells;
    }

    /** Goes through the cells of all items that have words of their own. */
    private void eachOwn(BiConsumer<Integer, List<Snippet>> each) {
        for (Segment segment : segments) {
            for (int row = segment.part.from(); row < segment.part.to(); row++) {
                if (segment.rows.kind(row) != RowKind.ITEM) {
                    continue;
                }
                for (int column = 0; column < segment.rows.width(); column++) {
                    int at = segment.columns[column];
                    if (at >= 0 && at < headings.size() && !segment.rows.isFromAbove(row, column)) {
                        List<Snippet> lines = segment.rows.lines(row, column);
                        if (!Snippet.inOneLine(lines).isBlank()) {
                            each.accept(at, lines);
                        }
                    }
                }
            }
        }
    }

    /** What a person said, by column. */
    Map<Integer, Role> told(Corrections corrections) {
        Map<Integer, Role> told = new HashMap<>();
        for (Segment segment : segments) {
            for (int column = 0; column < segment.columns.length; column++) {
                Role role = corrections.column(segment.rows.block(), column);
                if (role != null && segment.columns[column] >= 0) {
                    told.put(segment.columns[column], role);
                }
            }
        }
        return told;
    }

    /** How many rows across say what they begin, or count it. */
    long sectionsThatCount() {
        return segments.stream()
                .flatMap(segment -> IntStream.range(segment.part.from(), segment.part.to())
                        .filter(row -> segment.rows.kind(row) == RowKind.SECTION)
                        .mapToObj(segment.rows::firstWords))
                .filter(words ->
                        LevelLabel.of(words).isPresent() || Reference.in(words).isPresent())
                .count();
    }
}
