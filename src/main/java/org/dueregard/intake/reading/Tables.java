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
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dueregard.document.read.Block;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Place;
import org.dueregard.document.read.Table;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.Kind;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a document with the roles of their columns. Tables with the same heads are read as one kind of table: the
 * look of all their cells together says what a column is, and one that a page end cut goes on in the next.
 */
final class Tables {

    /** Part of a table under one head. */
    private static final class Segment {

        final TableRows rows;
        final TableHeads.Part part;
        final Signature signature;
        /** Which column of the kind of table each column is; -1 for one that the others do not have. */
        final int[] columns;

        final boolean continues;

        /** Whether it has labels beside their values instead of columns. */
        boolean form;

        Segment(TableRows rows, TableHeads.Part part, Signature signature, int[] columns, boolean continues) {
            this.rows = rows;
            this.part = part;
            this.signature = signature;
            this.columns = columns;
            this.continues = continues;
        }
    }

    /** Tables with the same heads. */
    private static final class Signature {

        final List<String> headings;
        final List<Segment> segments = new ArrayList<>();
        List<PlanTable.Column> columns = List.of();
        Kind kind = Kind.OTHER;
        Certainty certainty = Certainty.LIKELY;

        /** The column that was only guessed to say what is done; -1 for none. */
        int guessed = -1;

        Signature(List<String> headings) {
            this.headings = headings;
        }
    }

    private static final int FEWEST_COLUMNS = 3;

    /** Words, on average. */
    private static final int LONGEST_OWNER = 6;

    private static final int FEWEST_DEEDS = 3;

    /** Words. */
    private static final int LONGEST_HEAD = 4;

    /** Words, on average, of what is done. */
    private static final int FEWEST_WORDS = 3;

    private static final double MOST = 0.5;

    private static final Pattern COMMITMENTS =
            Pattern.compile("(?i)\\W*((our|the|key) )?(commitments?|pledges?|promises?|aims?|goals?|ambitions?)\\W*");

    private final NeutralDocument document;
    private final Corrections corrections;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();
    private final Map<Integer, List<PlanTable>> beginning = new HashMap<>();
    private final Map<Integer, TableRows> rows = new LinkedHashMap<>();

    Tables(NeutralDocument document, Corrections corrections) {
        this.document = document;
        this.corrections = corrections;
        cut();
        for (Signature signature : signatures) {
            ColumnRoles.of(signature.headings, cellsOf(signature), listing(signature), told(signature))
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
        signatures.forEach(this::underLabelledRows);
        signatures.forEach(this::bareUnderRows);
        signatures.forEach(this::underHeadings);
        signatures.forEach(this::byCode);
        leadBack();
        join();
    }

    /**
     * Rows across the table that say what they begin, or count it, stand above whatever its columns call their own. What
     * somebody answers for by a day is done, where nothing else is.
     */
    private void underLabelledRows(Signature signature) {
        int column = -1;
        for (int at = 0; at < signature.columns.size(); at++) {
            Role role = signature.columns.get(at).role();
            if (role == Role.AREA || role == Role.THEME) {
                return;
            }
            column = role == Role.OBJECTIVE && column < 0 ? at : column;
        }
        if (column < 0 || told(signature).containsKey(column)) {
            return;
        }
        if (sectionsThatCount(signature) > 1) {
            List<PlanTable.Column> columns = new ArrayList<>(signature.columns);
            Set<Role> roles =
                    columns.stream().map(PlanTable.Column::role).collect(Collectors.toCollection(HashSet::new));
            boolean done = !roles.contains(Role.ACTIVITY)
                    && !roles.contains(Role.INDICATOR)
                    && roles.containsAll(Set.of(Role.OWNER, Role.DEADLINE));
            columns.set(column, columns.get(column).as(done ? Role.ACTIVITY : Role.AREA, Certainty.LIKELY));
            signature.columns = columns;
        }
    }

    /** Without heads, under several rows across that count: a number, what is done, and who does it or how it goes. */
    private void bareUnderRows(Signature signature) {
        boolean bare = signature.kind == Kind.OTHER
                && signature.headings.stream().allMatch(String::isEmpty)
                && signature.columns.stream().anyMatch(column -> column.role() == Role.ACTIVITY)
                && sectionsThatCount(signature) > 1;
        int last = signature.columns.size() - 1;
        if (!bare || told(signature).containsKey(last)) {
            return;
        }
        signature.kind = Kind.PLAN;
        signature.certainty = Certainty.DOUBTFUL;
        if (signature.columns.get(last).role() == Role.OTHER) {
            List<String> cells = cellsOf(signature).get(last);
            double words = cells.stream().mapToInt(ColumnLook::count).average().orElse(0);
            List<PlanTable.Column> columns = new ArrayList<>(signature.columns);
            Role said = words <= LONGEST_OWNER ? Role.OWNER : Role.UPDATE;
            columns.set(last, columns.get(last).as(said, Certainty.DOUBTFUL));
            signature.columns = columns;
        }
    }

    private static long sectionsThatCount(Signature signature) {
        return signature.segments.stream()
                .flatMap(segment -> IntStream.range(segment.part.from(), segment.part.to())
                        .filter(row -> segment.rows.kind(row) == RowKind.SECTION)
                        .mapToObj(segment.rows::firstWords))
                .filter(words ->
                        LevelLabel.of(words).isPresent() || Reference.in(words).isPresent())
                .count();
    }

    /**
     * Takes tables that nothing speaks for as the plan: what is done is the first column that says in words what to do.
     *
     * @return whether there is one
     */
    boolean guess() {
        boolean any = false;
        for (Signature signature : signatures) {
            any |= signature.kind == Kind.OTHER && signature.certainty != Certainty.CONFIRMED && guess(signature);
        }
        if (any) {
            beginning.clear();
            join();
        }
        return any;
    }

    private boolean guess(Signature signature) {
        List<List<String>> cells = cellsOf(signature);
        Set<Integer> told = told(signature).keySet();
        for (int column = 0; column < signature.columns.size(); column++) {
            List<String> own = cells.get(column);
            long doing = own.stream()
                    .map(cell -> cell.replaceFirst("^\\W+", ""))
                    .filter(ColumnLook::isDoing)
                    .count();
            double words = own.stream().mapToInt(ColumnLook::count).average().orElse(0);
            boolean deeds = own.size() >= FEWEST_DEEDS && words >= FEWEST_WORDS && doing > own.size() * MOST;
            if (deeds && !told.contains(column)) {
                List<PlanTable.Column> columns = new ArrayList<>(signature.columns);
                columns.set(column, columns.get(column).as(Role.ACTIVITY, Certainty.DOUBTFUL));
                signature.columns = columns;
                signature.kind = Kind.PLAN;
                signature.certainty = Certainty.DOUBTFUL;
                signature.guessed = column;
                return true;
            }
        }
        return false;
    }

    /** A list of numbers and words, where the numbers say what stands under what, is of what is done. */
    private void byCode(Signature signature) {
        List<Role> roles =
                signature.columns.stream().map(PlanTable.Column::role).toList();
        int code = roles.indexOf(Role.REFERENCE);
        int words = code + 1;
        boolean list = signature.kind == Kind.OTHER
                && code >= 0
                && words < roles.size()
                && (roles.get(words).isLevel() || roles.get(words) == Role.ACTIVITY)
                && roles.stream().filter(Role::leads).count() == 1;
        if (list
                && !told(signature).containsKey(words)
                && CodedRows.areLevels(cellsOf(signature).get(code))) {
            List<PlanTable.Column> columns = new ArrayList<>(signature.columns);
            columns.set(words, columns.get(words).as(Role.ACTIVITY, Certainty.LIKELY));
            signature.columns = columns;
            signature.kind = Kind.PLAN;
            signature.certainty = Certainty.DOUBTFUL;
        }
    }

    /** Commitments in tables that each have a heading of their own stand under what the headings name. */
    private void underHeadings(Signature signature) {
        List<Role> roles =
                signature.columns.stream().map(PlanTable.Column::role).toList();
        int column = roles.indexOf(Role.OBJECTIVE);
        if (column < 0
                || roles.contains(Role.AREA)
                || told(signature).containsKey(column)
                || !COMMITMENTS.matcher(signature.columns.get(column).heading()).matches()) {
            return;
        }
        Set<String> heads = new HashSet<>();
        for (Segment segment : signature.segments) {
            String head = headOver(segment.rows.block());
            if (head.isEmpty() || !heads.add(head)) {
                return;
            }
        }
        if (heads.size() > 1) {
            List<PlanTable.Column> columns = new ArrayList<>(signature.columns);
            Role role = roles.contains(Role.ACTIVITY) ? Role.AREA : Role.ACTIVITY;
            columns.set(column, columns.get(column).as(role, Certainty.LIKELY));
            signature.columns = columns;
        }
    }

    /** The heading that is nearest above a table, with no other table between; empty for none. */
    private String headOver(int table) {
        for (int block = table - 1; block >= 0; block--) {
            if (!(document.blocks().get(block) instanceof Paragraph paragraph)) {
                return "";
            }
            if (paragraph.heading().level() > 0) {
                return paragraph.text();
            }
        }
        return "";
    }

    /** Measures in a table of their own may name in one column, for short, what they belong to. */
    private void leadBack() {
        Set<String> names = new HashSet<>();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph paragraph && paragraph.heading().level() > 0) {
                names.addAll(LevelNames.of(paragraph.text()));
                names.addAll(LevelNames.inFull(paragraph.text()));
            }
            if (block instanceof Paragraph paragraph) {
                Codes.explainedBy(paragraph).ifPresent(names::add);
            }
        }
        for (TableRows one : rows.values()) {
            for (int row = 0; row < one.size(); row++) {
                if (one.kind(row) == RowKind.SECTION) {
                    names.addAll(LevelNames.of(one.firstWords(row)));
                    names.addAll(LevelNames.inFull(one.firstWords(row)));
                }
            }
        }
        signatures.stream()
                .filter(signature -> signature.kind == Kind.PLAN)
                .forEach(signature -> names.addAll(codesOfObjectives(signature)));
        if (!names.isEmpty()) {
            signatures.stream()
                    .filter(signature -> signature.kind == Kind.PLAN)
                    .filter(signature -> signature.columns.stream()
                            .noneMatch(column -> column.role().isLevel()))
                    .forEach(signature -> leadBack(signature, names));
        }
    }

    /** The short names that a list of objectives gives them. */
    private Set<String> codesOfObjectives(Signature signature) {
        List<Role> roles =
                signature.columns.stream().map(PlanTable.Column::role).toList();
        int code = roles.indexOf(Role.REFERENCE);
        boolean list = code >= 0 && roles.indexOf(Role.OBJECTIVE) == code + 1 && !roles.contains(Role.ACTIVITY);
        Set<String> codes = new HashSet<>();
        if (list) {
            cellsOf(signature).get(code).stream()
                    .map(LevelNames::plain)
                    .filter(LevelNames::hasLetter)
                    .forEach(codes::add);
        }
        return codes;
    }

    private void leadBack(Signature signature, Set<String> names) {
        List<List<String>> cells = cellsOf(signature);
        Set<Integer> told = told(signature).keySet();
        for (int column = 0; column < signature.columns.size(); column++) {
            Role role = signature.columns.get(column).role();
            List<String> own = cells.get(column);
            boolean free = !told.contains(column) && (role == Role.STRATEGY || role == Role.OTHER);
            if (free
                    && new HashSet<>(own).size() > 1
                    && own.stream().map(LevelNames::plain).allMatch(names::contains)) {
                List<PlanTable.Column> columns = new ArrayList<>(signature.columns);
                columns.set(column, columns.get(column).as(Role.OBJECTIVE, Certainty.LIKELY));
                signature.columns = columns;
                return;
            }
        }
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
                Signature signature = signatures.get(i);
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
        Signature signature = new Signature(part.headings());
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

    /** The columns of which most cells name several things, each in a line of its own. */
    private static Set<Integer> listing(Signature signature) {
        Map<Integer, Integer> given = new HashMap<>();
        Map<Integer, Integer> several = new HashMap<>();
        eachOwn(signature, (column, lines) -> {
            given.merge(column, 1, Integer::sum);
            several.merge(column, Snippet.words(lines).size() > 1 ? 1 : 0, Integer::sum);
        });
        several.entrySet().removeIf(one -> one.getValue() * 2 <= given.getOrDefault(one.getKey(), 0));
        return several.keySet();
    }

    /** The words of the items of each column, of all its tables. */
    private static List<List<String>> cellsOf(Signature signature) {
        List<List<String>> cells = new ArrayList<>();
        signature.headings.forEach(heading -> cells.add(new ArrayList<>()));
        eachOwn(signature, (column, lines) -> cells.get(column).add(Snippet.inOneLine(lines)));
        return cells;
    }

    /** Goes through the cells of all items that have words of their own. */
    private static void eachOwn(Signature signature, BiConsumer<Integer, List<Snippet>> each) {
        for (Segment segment : signature.segments) {
            for (int row = segment.part.from(); row < segment.part.to(); row++) {
                if (segment.rows.kind(row) != RowKind.ITEM) {
                    continue;
                }
                for (int column = 0; column < segment.rows.width(); column++) {
                    int at = segment.columns[column];
                    if (at >= 0 && at < signature.headings.size() && !segment.rows.isFromAbove(row, column)) {
                        List<Snippet> lines = segment.rows.lines(row, column);
                        if (!Snippet.inOneLine(lines).isBlank()) {
                            each.accept(at, lines);
                        }
                    }
                }
            }
        }
    }

    private Map<Integer, Role> told(Signature signature) {
        Map<Integer, Role> told = new HashMap<>();
        for (Segment segment : signature.segments) {
            for (int column = 0; column < segment.columns.length; column++) {
                Role role = corrections.column(segment.rows.block(), column);
                if (role != null && segment.columns[column] >= 0) {
                    told.put(segment.columns[column], role);
                }
            }
        }
        return told;
    }

    private void join() {
        PlanTable open = null;
        for (Segment segment : segments) {
            Signature signature = segment.signature;
            List<PlanTable> forms = segment.part.hasHead() ? List.of() : Forms.of(segment.rows, corrections);
            if (!forms.isEmpty()) {
                segment.form = true;
                begin(segment, forms);
                open = null;
            } else if (segment.continues && open != null) {
                gather(segment, open.rows(), true);
            } else {
                open = new PlanTable(
                        segment.rows.block(),
                        signature.kind,
                        signature.certainty,
                        signature.columns,
                        new ArrayList<>());
                gather(segment, open.rows(), false);
                begin(segment, List.of(open));
            }
        }
    }

    private void begin(Segment segment, List<PlanTable> tables) {
        beginning
                .computeIfAbsent(segment.rows.block(), block -> new ArrayList<>())
                .addAll(tables);
    }

    private void gather(Segment segment, List<LogicalRow> into, boolean goesOn) {
        boolean first = goesOn;
        for (int row = segment.part.from(); row < segment.part.to(); row++) {
            LogicalRow read = logical(segment, row);
            LogicalRow one =
                    isBeforeHead(segment, row) ? new LogicalRow(read.start(), RowKind.REMARK, read.cells()) : read;
            RowKind kind = one.kind();
            int before = lastItem(into);
            boolean item = kind == RowKind.ITEM || kind == RowKind.CONTINUATION;
            boolean told = kind == RowKind.CONTINUATION;
            if (item && before >= 0 && (told || goesOnWith(segment, into.get(before), one, first))) {
                into.set(before, together(into.get(before), one));
            } else {
                into.add(one);
            }
            first &= !item;
        }
    }

    /** {@code Page two}, say, over the head of a table, or a head of which nobody knew a word: no item of it. */
    private boolean isBeforeHead(Segment segment, int row) {
        if (segment.rows.kind(row) != RowKind.ITEM || corrections.row(segment.rows.block(), row) != null) {
            return false;
        }
        int guessed = segment.signature.guessed;
        boolean unknown = guessed >= 0
                && row == segment.part.from()
                && !ColumnLook.isDoing(segment.rows.words(row, guessed))
                && ColumnLook.count(segment.rows.words(row, guessed)) <= LONGEST_HEAD;
        return unknown
                || !segment.part.heads().isEmpty()
                        && row < segment.part.heads().get(0)
                        && segment.rows.given(row).size() == 1;
    }

    /** Only the row directly before can go on; not over a section. */
    private static int lastItem(List<LogicalRow> rows) {
        for (int at = rows.size() - 1; at >= 0; at--) {
            RowKind kind = rows.get(at).kind();
            if (kind == RowKind.ITEM || kind == RowKind.CONTINUATION) {
                return at;
            }
            if (kind != RowKind.HEADING && kind != RowKind.EMPTY) {
                return -1;
            }
        }
        return -1;
    }

    private LogicalRow logical(Segment segment, int row) {
        int width = Math.max(segment.signature.headings.size(), segment.rows.width());
        List<LogicalCell> cells = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            cells.add(LogicalCell.NONE);
        }
        RowKind kind = segment.rows.kind(row);
        for (int column = 0; column < segment.rows.width(); column++) {
            int at = segment.columns[column];
            if (at < 0) {
                continue;
            }
            boolean fromLeft = !segment.rows.spot(row, column).equals(Spot.cell(segment.rows.block(), row, column))
                    && !segment.rows.isFromAbove(row, column);
            if (!fromLeft) {
                cells.set(at, new LogicalCell(segment.rows.lines(row, column), segment.rows.isFromAbove(row, column)));
            }
        }
        return new LogicalRow(Spot.row(segment.rows.block(), row), kind, cells);
    }

    /**
     * Whether a row goes on with the one before. Right behind the end of a page where its first words are missing, lack the
     * number that the others have, or begin in the middle of a sentence; elsewhere where nothing but an update is in it.
     */
    private boolean goesOnWith(Segment segment, LogicalRow before, LogicalRow row, boolean afterPage) {
        List<PlanTable.Column> columns = segment.signature.columns;
        int lead = -1;
        boolean leads = false;
        for (int column = 0; column < columns.size(); column++) {
            boolean there = !row.cells().get(column).isEmpty()
                    && !row.cells().get(column).inherited();
            if (columns.get(column).role().leads()) {
                lead = lead < 0 ? column : lead;
                leads |= there;
            }
        }
        if (lead < 0) {
            return false;
        }
        if (!afterPage) {
            boolean figures = columns.stream().anyMatch(column -> column.role() == Role.TARGET);
            return !leads && !figures && !row.cells().stream().allMatch(LogicalCell::isEmpty);
        }
        LogicalCell words = row.cells().get(lead);
        if (words.inherited()) {
            return false;
        }
        if (words.isEmpty()) {
            int finest = -1;
            for (int column = lead + 1; column < columns.size(); column++) {
                boolean named = columns.get(column).role() == Role.ACTIVITY
                        && !row.cells().get(column).isEmpty();
                finest = named ? column : finest;
            }
            // the first columns may only cover what stood on the page before
            return finest < 0
                    || !isAnother(before.cells().get(finest), row.cells().get(finest));
        }
        Snippet start = words.words().get(0);
        boolean numbered = !start.number().isEmpty() && !start.isBullet()
                || Reference.in(start.text()).isPresent();
        if (numbered) {
            return false;
        }
        return isNumbered(segment.signature, lead)
                || Character.isLowerCase(start.text().charAt(0));
    }

    /** Whether words begin something new rather than go on with those before. */
    private static boolean isAnother(LogicalCell before, LogicalCell words) {
        if (before.isEmpty()) {
            return false;
        }
        List<Snippet> all = before.words();
        return !LogicalCell.goesOn(all.get(all.size() - 1), words.words().get(0))
                && !words.words().get(0).inList();
    }

    private boolean isNumbered(Signature signature, int column) {
        List<String> cells = cellsOf(signature).get(column);
        long numbered =
                cells.stream().filter(cell -> Reference.in(cell).isPresent()).count();
        return cells.size() > 3 && numbered >= cells.size() * 0.6;
    }

    private static LogicalRow together(LogicalRow before, LogicalRow next) {
        List<LogicalCell> cells = new ArrayList<>();
        for (int column = 0;
                column < Math.max(before.cells().size(), next.cells().size());
                column++) {
            LogicalCell one = column < before.cells().size() ? before.cells().get(column) : LogicalCell.NONE;
            LogicalCell more = column < next.cells().size() ? next.cells().get(column) : LogicalCell.NONE;
            cells.add(more.inherited() ? one : one.with(more));
        }
        return new LogicalRow(before.start(), before.kind(), cells);
    }
}
