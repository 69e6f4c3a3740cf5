package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dueregard.document.read.Block;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Place;
import org.dueregard.document.read.Table;
import org.dueregard.intake.reading.PlanTable.LogicalCell;
import org.dueregard.intake.reading.PlanTable.LogicalRow;
import org.dueregard.intake.reading.TableReading.RowKind;
import org.dueregard.plan.NodeKind;
import org.jspecify.annotations.Nullable;

/** Goes through a document from its first block to its last and grows the plan that it says. */
final class Drafting {

    private final NeutralDocument document;
    private final Corrections corrections;
    private final Tables tables;
    private final Headings headings;
    private final Ground ground = new Ground();
    private final Sections sections;
    private final RunningText text;

    private String sheet = "";

    Drafting(NeutralDocument document, Tables tables, Corrections corrections) {
        this.document = document;
        this.corrections = corrections;
        this.tables = tables;
        this.headings = new Headings(document, tables, corrections);
        this.sections = new Sections(ground, headings, corrections);
        ground.codes = Codes.of(document, tables);
        this.text = new RunningText(document, corrections, tables, headings, ground);
    }

    PlanDraft draft() {
        for (int block = 0; block < document.blocks().size(); block++) {
            Waiting.requireSomebody();
            Block one = document.blocks().get(block);
            if (one instanceof Paragraph paragraph) {
                if (paragraph.place() instanceof Place.InSheet place) {
                    sheet(block, place.sheet());
                }
                text.paragraph(block, paragraph);
            } else if (one instanceof Table table) {
                if (table.place() instanceof Place.InSheet place) {
                    sheet(block, place.sheet());
                }
                List<PlanTable> parts = tables.at(block);
                for (int at = 0; at < parts.size(); at++) {
                    boolean over = at + 1 < parts.size() && parts.get(at + 1).isOfPlan();
                    if (over && parts.get(at).kind() == TableReading.Kind.OTHER) {
                        levelsOver(parts.get(at));
                    } else {
                        table(parts.get(at));
                    }
                }
            }
        }
        if (ground.top.stream().allMatch(Drafting::isOnlyNamed)) {
            List<Growing> told = new ArrayList<>();
            new Narrative(document, headings.outline(), ground.structure).grow(told);
            if (!told.isEmpty()) {
                ground.top.clear();
                ground.top.addAll(told);
            }
        }
        text.end();
        Tidying.tidy(ground.top);
        LevelInDeeds.tell(ground.top);
        InAccounts.tell(ground.top);
        BeforeInWords.tell(ground.top);
        Title title = Title.of(document, headings, tables);
        YearsOfPlan.tell(ground.top, title.period());
        Growing.Keys keys = new Growing.Keys();
        List<DraftNode> nodes =
                ground.top.stream().map(node -> node.grown(keys)).toList();
        PlanDraft placed = new PlanDraft(title.title(), title.period(), tables.readings(), nodes, List.of());
        return new PlanDraft(
                placed.title(),
                placed.period(),
                placed.tables(),
                nodes,
                Leftovers.of(document, tables, placed, ground.structure, ground.reasons));
    }

    private static boolean isOnlyNamed(Growing node) {
        return node.children.isEmpty()
                && node.values.stream().allMatch(value -> value.role() == Role.OTHER || value.role() == Role.STRATEGY);
    }

    /** A sheet is a place of its own; it may be an objective of its own. */
    private void sheet(int block, String name) {
        if (name.equals(sheet)) {
            return;
        }
        sheet = name;
        text.onSheet(null);
        ground.close();
        Optional<Sheets.Head> head = headings.sheet(name);
        Role told = corrections.sheet(block);
        boolean begins = told == null ? head.isPresent() || headings.isObjective(name) : told.leads();
        if (begins) {
            Role read = head.map(one -> headings.settled(one.label().level())).orElse(Role.OBJECTIVE);
            Role role = told == null ? read : told;
            Certainty certainty = told == null ? Certainty.LIKELY : Certainty.CONFIRMED;
            Spot spot = head.map(Sheets.Head::spot).orElse(Spot.block(block));
            Snippet words = new Snippet(head.map(Sheets.Head::words).orElse(name), "", 0, true, List.of(spot));
            Growing node = Growing.begun(
                    Growing.kind(role), words, head.map(Sheets.Head::label).orElse(null), certainty);
            Growing again = node.reference.isEmpty() ? null : ground.goOn(node, words);
            if (again == null) {
                ground.hang(node);
            }
            text.onSheet(again == null ? node : again);
        }
    }

    /** {@code Area for improvement | Background} under a head of its own, over the actions for it in the same table. */
    private void levelsOver(PlanTable table) {
        int column = IntStream.range(0, table.columns().size())
                .filter(at -> table.columns().get(at).role().isLevel())
                .findFirst()
                .orElse(-1);
        for (LogicalRow row : table.rows()) {
            LogicalCell cell = column < 0 ? LogicalCell.NONE : row.cells().get(column);
            if (row.kind() != RowKind.ITEM || cell.isEmpty()) {
                continue;
            }
            Snippet words = cell.asOne();
            Growing node = Growing.begun(
                    Growing.kind(table.columns().get(column).role()),
                    words,
                    LevelLabel.of(words.text()).orElse(null),
                    Certainty.LIKELY);
            ground.hang(node);
        }
        if (column < 0) {
            table(table);
        } else {
            text.endAtTable();
        }
    }

    private void table(PlanTable table) {
        switch (table.kind()) {
            case PLAN, FORM -> plan(table);
            case RESULTS -> results(table);
            case OTHER -> {
                Sections.Shape shape = new Sections.Shape(table);
                for (LogicalRow row : table.rows()) {
                    ground.because(row.start(), Unplaced.Why.TABLE);
                    if (row.kind() == RowKind.ITEM) {
                        saidBeside(row);
                    }
                    boolean alone = row.kind() == RowKind.SECTION
                            || row.cells().stream()
                                            .filter(cell -> !cell.isEmpty())
                                            .count()
                                    == 1;
                    boolean named = row.kind() == RowKind.SECTION
                            && row.cells().stream()
                                            .filter(cell -> !cell.isEmpty())
                                            .count()
                                    == 2;
                    if (named || alone && LevelLabel.of(words(row)).isPresent()) {
                        sections.begin(row, table, shape);
                    } else if (alone) {
                        row.cells().stream()
                                .filter(cell -> !cell.isEmpty())
                                .forEach(cell -> sections.says(cell.asOne()));
                    }
                }
            }
        }
        text.endAtTable();
    }

    /**
     * {@code Executive sponsor | Chief Nurse} among what stands over a table says it of all of it.
     *
     * @return whether that is what the row does
     */
    private boolean saidBeside(LogicalRow row) {
        List<LogicalCell> given =
                row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
        if (given.size() > 1 && given.stream().allMatch(cell -> sections.says(cell.asOne()))) {
            return true;
        }
        Growing above = ground.deepest();
        if (above == null || given.size() != 2 || row.cells().get(0).isEmpty()) {
            return false;
        }
        LogicalCell label = given.get(0);
        Role role = HeadingWords.ofLabel(label.text())
                .map(HeadingWords.Meaning::role)
                .orElse(Role.OTHER);
        if (role.leads() || role == Role.OTHER || role == Role.REFERENCE) {
            return false;
        }
        if (!called(role, given.get(1))) {
            ground.structure.addAll(Snippet.spots(label.words()));
            given.get(1)
                    .words()
                    .forEach(line -> above.add(
                            new Value(role, line.text(), label.text(), line.spots(), Certainty.LIKELY, false)));
        }
        return true;
    }

    /** {@code Outcome | Disabled people …} under a heading that only counts the outcomes says what this one is. */
    private boolean called(Role role, LogicalCell cell) {
        if (role != Role.OUTCOME || !text.call(cell.asOne())) {
            return false;
        }
        ground.structure.addAll(Snippet.spots(cell.words()));
        return true;
    }

    private static String words(LogicalRow row) {
        return row.cells().stream().map(LogicalCell::text).reduce("", (all, one) -> (all + " " + one).strip());
    }

    private void plan(PlanTable read) {
        PlanTable table = NumberedLines.apart(ListedActions.apart(
                CodedRows.apart(TypedRows.apart(headings.headedRows().named(read)), corrections)));
        if (isOfIndicatorsOnly(table)) {
            underWhatItIsLike(table);
        }
        ground.structure.addAll(table.labels());
        boolean items = table.rows().stream().anyMatch(row -> row.kind() == RowKind.ITEM);
        PlanRows rows = new PlanRows(ground, table);
        Sections.Shape shape = new Sections.Shape(table);
        for (LogicalRow row : table.rows()) {
            Waiting.requireSomebody();
            switch (row.kind()) {
                case SECTION -> {
                    sections.begin(row, table, shape);
                    rows.forget();
                }
                case ITEM, CONTINUATION -> rows.item(row);
                case REMARK -> {
                    if (!saidBeside(row)) {
                        remark(row, items);
                    }
                }
                case TOTAL -> ground.because(row.start(), Unplaced.Why.TOTAL);
                case LEFT_OUT -> ground.because(row.start(), Unplaced.Why.LEFT_OUT);
                case HEADING, EMPTY -> {
                    // they say nothing of their own
                }
            }
        }
    }

    /** In a table without items, what stands across it is what is owed instead of figures. */
    private void remark(LogicalRow row, boolean items) {
        Growing above = ground.deepest();
        if (items || above == null) {
            ground.because(row.start(), Unplaced.Why.REMARK);
            return;
        }
        for (LogicalCell cell : row.cells()) {
            cell.words()
                    .forEach(line -> above.add(
                            new Value(Role.NARRATIVE, line.text(), "", line.spots(), Certainty.LIKELY, false)));
        }
    }

    private static boolean isOfIndicatorsOnly(PlanTable table) {
        return table.has(Role.INDICATOR)
                && !table.has(Role.ACTIVITY)
                && !table.has(Role.AREA)
                && !table.has(Role.OBJECTIVE)
                && table.rows().stream().noneMatch(row -> row.kind() == RowKind.SECTION);
    }

    /** A list of indicators that stands by itself goes to the objective whose words it shares. */
    private void underWhatItIsLike(PlanTable table) {
        if (ground.isOpen() && !text.isReporting()) {
            return;
        }
        Growing like = mostLike(table);
        if (like != null) {
            ground.close();
            ground.reopen(like);
            like.children.removeIf(child -> {
                if (child.placeholder) {
                    like.values.addAll(child.values);
                }
                return child.placeholder;
            });
        }
    }

    private @Nullable Growing mostLike(PlanTable table) {
        List<String> rows = table.rows().stream()
                .filter(row -> row.kind() == RowKind.ITEM || row.kind() == RowKind.HEADING)
                .map(row -> words(row) + " " + sheet)
                .toList();
        List<String> titles = ground.top.stream().map(node -> node.title).toList();
        return ground.mostLike(
                node -> node.kind == NodeKind.OBJECTIVE ? Likeness.ofRare(node.title, titles, rows) : 0, 0.5);
    }

    private void results(PlanTable table) {
        if (!ground.isOpen()) {
            Growing like = mostLike(table);
            if (like != null) {
                ground.reopen(like);
            }
        }
        Growing above = ground.deepest();
        if (above == null) {
            table.rows().forEach(row -> ground.because(row.start(), Unplaced.Why.TABLE));
        } else {
            ResultRows.grow(table, above, ground);
        }
    }
}
