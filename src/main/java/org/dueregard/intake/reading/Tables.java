package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dueregard.document.read.Block;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Place;
import org.dueregard.document.read.Table;
import org.dueregard.intake.reading.TableReading.Kind;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.dueregard.intake.reading.TableSignature.Segment;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a document with the roles of their columns. Tables with the same heads are read as one kind of table: the
 * look of all their cells together says what a column is, and one that a page end cut goes on in the next.
 */
final class Tables {

    private static final int FEWEST_COLUMNS = 3;

    private final NeutralDocument document;

    private final Corrections corrections;

    private final List<Segment> segments = new ArrayList<>();

    private final List<TableSignature> signatures = new ArrayList<>();

    private final Map<Integer, List<PlanTable>> beginning = new HashMap<>();

    private final Map<Integer, TableRows> rows = new LinkedHashMap<>();

    private final TableRelations relations;

    Tables(NeutralDocument document, Corrections corrections) {
        this.document = document;
        this.corrections = corrections;
        cut();
        for (TableSignature signature : signatures) {
            ColumnRoles.of(signature.headings, signature.cells(), signature.listing(), signature.told(corrections))
                    .ifPresent(roles -> {
                        signature.columns = roles.columns();
                        signature.kind = roles.kind();
                        signature.certainty = roles.certainty();
                    });
            signature.segments.forEach(segment -> {
                Kind told = corrections.table(segment.rows.block());
                if (told != null) {
                    signature.kind = told;
                    signature.certainty = Certainty.CONFIRMED;
                }
            });
        }
        relations = new TableRelations(document, corrections, signatures, rows.values());
        relations.settle();
        join();
    }

    private void join() {
        beginning.clear();
        beginning.putAll(new JoinedTables(corrections).of(segments));
    }

    /** Takes tables that nothing speaks for as the plan; whether there are any. */
    boolean guess() {
        boolean any = relations.guess();
        if (any) {
            join();
        }
        return any;
    }

    /** Those that begin in a block; none where the block only goes on with one before. */
    List<PlanTable> at(int block) {
        return beginning.getOrDefault(block, List.of());
    }

    TableRows rows(int block) {
        TableRows found = rows.get(block);
        if (found == null) {
            throw new IllegalArgumentException("Block " + block + " is no table");
        }
        return found;
    }

    /** What rows across the tables of a block begin, in their words. */
    Set<String> across(int block) {
        return at(block).stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.kind() == RowKind.SECTION)
                .flatMap(row ->
                        row.cells().stream().filter(cell -> !cell.isEmpty()).limit(1))
                .map(PlanTable.LogicalCell::text)
                .collect(Collectors.toSet());
    }

    /** Sheets on which a row says, behind its label, what objective they are about. */
    Set<String> sheetsThatNameTheirObjective() {
        Set<String> sheets = new HashSet<>();
        for (TableRows one : rows.values()) {
            if (one.table().place() instanceof Place.InSheet place && one.namesItsObjective()) {
                sheets.add(place.sheet());
            }
        }
        return sheets;
    }

    /** What was made of each table, in the order of the document. */
    List<TableReading> readings() {
        List<TableReading> all = new ArrayList<>();
        for (TableRows one : rows.values()) {
            List<Segment> own =
                    segments.stream().filter(segment -> segment.rows == one).toList();
            List<RowKind> kinds = new ArrayList<>();
            for (int row = 0; row < one.size(); row++) {
                kinds.add(one.kind(row));
            }
            Segment first = own.get(0);
            List<TableReading.Column> columns = new ArrayList<>();
            for (int column = 0; column < one.width(); column++) {
                int at = column < first.columns.length ? first.columns[column] : -1;
                PlanTable.Column role = first.form || at < 0 || at >= first.signature.columns.size()
                        ? null
                        : first.signature.columns.get(at);
                columns.add(new TableReading.Column(
                        role == null ? Role.OTHER : role.role(),
                        role == null ? "" : role.heading(),
                        role == null ? Certainty.LIKELY : role.certainty()));
            }
            all.add(new TableReading(
                    one.block(),
                    first.form ? Kind.FORM : first.signature.kind,
                    first.signature.certainty,
                    first.continues && !first.form,
                    columns,
                    kinds,
                    first.form ? labels(one.block()) : List.of()));
        }
        return all;
    }

    private List<String> labels(int form) {
        return at(form).stream()
                .flatMap(table -> table.columns().stream())
                .map(PlanTable.Column::heading)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
    }

    private void cut() {
        Segment last = null;
        boolean apart = false;
        Set<String> running = running();
        for (int block = 0; block < document.blocks().size(); block++) {
            Waiting.requireSomebody();
            Block one = document.blocks().get(block);
            if (one instanceof Paragraph paragraph) {
                apart |= !running.contains(paragraph.text().strip());
            } else if (one instanceof Table table && !table.rows().isEmpty()) {
                TableRows tableRows = new TableRows(block, table, corrections);
                rows.put(block, tableRows);
                for (TableHeads.Part part : tableRows.parts()) {
                    last = segment(tableRows, part, last, apart);
                    segments.add(last);
                    last.signature.segments.add(last);
                    apart = false;
                }
            }
        }
    }

    /** What is printed on each page again is nothing that stands between two tables. */
    private Set<String> running() {
        Map<String, Integer> count = new HashMap<>();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph paragraph) {
                count.merge(paragraph.text().strip(), 1, Integer::sum);
            }
        }
        Set<String> running = new LinkedHashSet<>();
        count.forEach((words, times) -> {
            if (times > 2) {
                running.add(words);
            }
        });
        return running;
    }

    private Segment segment(TableRows tableRows, TableHeads.Part part, @Nullable Segment last, boolean apart) {
        if (!part.hasHead() && last != null && fits(tableRows, last)) {
            return new Segment(tableRows, part, last.signature, alike(tableRows, last), !apart);
        }
        if (part.hasHead()) {
            for (int i = signatures.size() - 1; i >= 0; i--) {
                TableSignature signature = signatures.get(i);
                int[] columns = sameHeads(part.headings(), signature.headings);
                if (columns != null) {
                    boolean follows = last != null
                            && last.signature == signature
                            && !apart
                            && last.rows != tableRows
                            && isSameSheet(tableRows.table(), last.rows.table());
                    return new Segment(tableRows, part, signature, columns, follows);
                }
            }
        }
        TableSignature signature = new TableSignature(part.headings());
        signatures.add(signature);
        int[] own = new int[tableRows.width()];
        Arrays.setAll(own, column -> column);
        return new Segment(tableRows, part, signature, own, false);
    }

    /** Whether rows without a head have the columns of the table before. */
    private static boolean fits(TableRows tableRows, Segment last) {
        Table table = tableRows.table();
        if (!last.part.hasHead()
                && !last.continues
                && last.signature.segments.size() == 1
                && last.columns.length != tableRows.width()) {
            return false;
        }
        return isSameSheet(table, last.rows.table())
                && (tableRows.width() == last.rows.width() || standsUnder(table, last));
    }

    /** Whether rows behind an empty one stand in most of the columns of the table over them. */
    private static boolean standsUnder(Table table, Segment last) {
        Table over = last.rows.table();
        List<Integer> numbers =
                over.columns().stream().map(Table.Column::number).toList();
        return last.part.hasHead()
                && table.place() instanceof Place.InSheet
                && table.columns().size()
                        >= Math.max(FEWEST_COLUMNS, over.columns().size() / 2)
                && table.columns().stream().map(Table.Column::number).allMatch(numbers::contains);
    }

    private static boolean isSameSheet(Table table, Table other) {
        return !(table.place() instanceof Place.InSheet here)
                || !(other.place() instanceof Place.InSheet there)
                || here.sheet().equals(there.sheet());
    }

    private static int[] alike(TableRows tableRows, Segment last) {
        int[] columns = new int[tableRows.width()];
        Table table = tableRows.table();
        Table over = last.rows.table();
        int aside = table.place() instanceof Place.InSheet && over.place() instanceof Place.InSheet
                ? table.columns().get(0).number() - over.columns().get(0).number()
                : 0;
        Arrays.setAll(columns, column -> {
            int above = column + aside;
            return above >= 0 && above < last.columns.length ? last.columns[above] : -1;
        });
        return columns;
    }

    /** Which column each is, when the heads are the same but for empty ones; null when they are not. */
    private static int @Nullable [] sameHeads(List<String> headings, List<String> others) {
        int[] columns = new int[headings.size()];
        Arrays.fill(columns, -1);
        int next = 0;
        int matched = 0;
        for (int column = 0; column < headings.size(); column++) {
            if (headings.get(column).isEmpty()) {
                if (headings.size() == others.size() && others.get(column).isEmpty()) {
                    columns[column] = column;
                    next = column + 1;
                }
                continue;
            }
            int found = -1;
            for (int other = next; other < others.size() && found < 0; other++) {
                if (TableHeads.isSame(headings.get(column), others.get(other))) {
                    found = other;
                }
            }
            if (found < 0) {
                return null;
            }
            columns[column] = found;
            next = found + 1;
            matched++;
        }
        long named = others.stream().filter(heading -> !heading.isEmpty()).count();
        return matched >= 2 && matched >= named ? columns : null;
    }
}
