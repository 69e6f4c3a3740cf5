package org.dueregard.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dueregard.document.read.Block;
import org.dueregard.document.read.Cell;
import org.dueregard.document.read.Line;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Row;
import org.dueregard.document.read.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the reading whatever comes in. Each case is made from a seed, so that a failure can be repeated. */
class ReadingLawsTests {

    private static final int CASES = 400;

    private static final List<String> PIECES = List.of(
            "Action",
            "Objective",
            "Objective 1: Homes",
            "Lead",
            "By when",
            "Target",
            "Measure",
            "Progress",
            "Outcome",
            "Baseline",
            "2023/24",
            "Q1",
            "Review services",
            "1.1",
            "a)",
            "1. Train staff",
            "HR",
            "March 2025",
            "At least 60%",
            "12%",
            "Number of people",
            "Increase from 12% to 15%",
            "Theme 2",
            "Total",
            "NB: a note",
            "- one",
            "ongoing",
            "Outcome: all is well",
            "Lead: HR / May 2024",
            "^",
            "^",
            "",
            "",
            "",
            "Priority area",
            "tbc",
            "Complete",
            "Baseline: 12",
            "Target: 15",
            "2022: 40 people",
            "England",
            "by 2028",
            "KS2",
            "(",
            "£3k",
            "…",
            "You said");

    static IntStream seeds() {
        return IntStream.range(0, CASES);
    }

    private static NeutralDocument random(int seed) {
        Random random = new Random(seed);
        Paper paper = Paper.blank();
        for (int block = 0; block < 1 + random.nextInt(6); block++) {
            switch (random.nextInt(5)) {
                case 0 -> paper.heading(1 + random.nextInt(3), words(random));
                case 1 -> paper.words(words(random));
                case 2 -> paper.bullet(words(random));
                default -> paper.table(rows(random));
            }
        }
        return paper.document();
    }

    private static String words(Random random) {
        return piece(random) + " " + piece(random);
    }

    private static String piece(Random random) {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return piece.equals("^") ? "" : piece;
    }

    private static String[] rows(Random random) {
        int width = 1 + random.nextInt(7);
        String[] rows = new String[1 + random.nextInt(9)];
        for (int row = 0; row < rows.length; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                String cell = PIECES.get(random.nextInt(PIECES.size()));
                cells.add(row == 0 && cell.equals("^") ? "" : cell);
            }
            rows[row] = String.join(" | ", cells);
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsEveryWord(int seed) {
        NeutralDocument document = random(seed);

        PlanDraft draft = PlanReading.read(document, Corrections.NONE);

        assertThat(kept(draft)).containsAll(given(document));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsTheSameTwice(int seed) {
        PlanDraft first = PlanReading.read(random(seed), Corrections.NONE);
        PlanDraft second = PlanReading.read(random(seed), Corrections.NONE);

        assertThat(second).isEqualTo(first);
        assertThat(first.all().map(DraftNode::key)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesNoOtherTableForAColumnThatAPersonToldOf(int seed) {
        NeutralDocument document = random(seed);
        PlanDraft before = PlanReading.read(document, Corrections.NONE);
        if (before.tables().isEmpty()) {
            return;
        }
        TableReading told = before.tables().get(0);

        PlanDraft after = PlanReading.read(document, Corrections.NONE.column(told.block(), 0, Role.OTHER));

        TableReading changed = after.tables().get(0);
        if (changed.kind() != TableReading.Kind.FORM) {
            assertThat(changed.columns().get(0).role()).isEqualTo(Role.OTHER);
            assertThat(changed.columns().get(0).certainty()).isEqualTo(Certainty.CONFIRMED);
        }
        assertThat(changed.rows()).isEqualTo(told.rows());
        assertThat(kept(after)).containsAll(given(document));
        for (int table = 1; table < before.tables().size(); table++) {
            TableReading other = before.tables().get(table);
            boolean sameHeads = other.columns().stream()
                    .map(TableReading.Column::heading)
                    .toList()
                    .equals(told.columns().stream()
                            .map(TableReading.Column::heading)
                            .toList());
            if (!sameHeads && !other.continues()) {
                assertThat(after.tables().get(table).rows()).isEqualTo(other.rows());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesOutARowThatAPersonTookOut(int seed) {
        NeutralDocument document = random(seed);
        PlanDraft before = PlanReading.read(document, Corrections.NONE);
        if (before.tables().isEmpty()) {
            return;
        }
        int block = before.tables().get(0).block();
        int last = before.tables().get(0).rows().size() - 1;

        PlanDraft after = PlanReading.read(document, Corrections.NONE.row(block, last, TableReading.RowKind.LEFT_OUT));

        assertThat(after.all().flatMap(node -> node.values().stream()))
                .as("nothing of the row is said of anything, but where cells cover it")
                .noneMatch(value -> !after.tables().get(0).kind().equals(TableReading.Kind.FORM)
                        && value.spots().stream().anyMatch(spot -> spot.block() == block && spot.row() == last));
        assertThat(kept(after)).containsAll(given(document));
    }

    static Stream<String> hostile() {
        return Stream.of(
                "a ".repeat(50_000),
                "1.".repeat(50_000),
                "(".repeat(100_000),
                "Lead: ".repeat(17_000),
                "a, ".repeat(33_000),
                "\n".repeat(2_000) + "x",
                "number of a, ".repeat(8_000),
                "A".repeat(100_000),
                "by the end of ".repeat(7_000),
                " / ".repeat(33_000),
                "Objective ".repeat(10_000),
                "10% to ".repeat(14_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void readsEndlessCellsInTime(String words) {
        String[] rows = {"Objective | Action | Lead and timescale | Measure | Target | Progress", ""};
        rows[1] = String.join(" | ", java.util.Collections.nCopies(6, words.replace('/', ';')));
        NeutralDocument document =
                Paper.blank().words(words).heading(2, words).table(rows).document();

        assertTimeout(Duration.ofSeconds(20), () -> PlanReading.read(document, Corrections.NONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 50_000})
    void readsLongTablesInTime(int size) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(0, "Objective", "Action", "Lead", "By when", "Target", "Progress"));
        for (int row = 1; row <= size; row++) {
            rows.add(row(
                    row, "Objective " + row / 10, "Train team " + row, "HR", "May 2025", "At least " + row, "Begun"));
        }
        NeutralDocument document = Paper.blank().table(6, rows).document();

        PlanDraft draft = assertTimeout(
                Duration.ofSeconds(size > 1_000 ? 90 : 6), () -> PlanReading.read(document, Corrections.NONE));

        assertThat(draft.all().filter(node -> node.title().startsWith("Train team")))
                .hasSizeGreaterThanOrEqualTo(size);
    }

    @Test
    void readsAFileWithoutAnything() {
        assertThatCode(() -> Paper.blank().read()).doesNotThrowAnyException();
    }

    private static Row row(int number, String... words) {
        return new Row(
                number + 1,
                false,
                false,
                Stream.of(words)
                        .map(one ->
                                new Cell(List.of(Line.of(one)), one, Cell.Kind.GIVEN, null, Cell.Look.PLAIN, List.of()))
                        .toList());
    }

    private static Set<String> given(NeutralDocument document) {
        Set<String> words = new HashSet<>();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph paragraph) {
                // a label is used as such
                boolean label = HeadingWords.of(paragraph.text())
                        .filter(HeadingWords.Meaning::whole)
                        .isPresent();
                add(words, label ? "" : paragraph.text());
            } else if (block instanceof Table table) {
                table.rows()
                        .forEach(row ->
                                row.cells().forEach(cell -> cell.lines().forEach(line -> add(words, line.text()))));
            }
        }
        return words;
    }

    /** What stands in the draft; words that only say what others are (labels, numbers alone) are used as such. */
    private static Set<String> kept(PlanDraft draft) {
        Set<String> words = new HashSet<>();
        if (draft.title() != null) {
            add(words, draft.title().words());
        }
        draft.tables().forEach(table -> {
            table.columns().forEach(column -> add(words, column.heading()));
            table.labels().forEach(label -> add(words, label));
        });
        draft.all().forEach(node -> {
            add(
                    words,
                    node.reference() + " " + node.title() + " "
                            + node.titleFrom().words());
            node.values().forEach(value -> add(words, value.heading() + " " + value.words()));
        });
        draft.unplaced().forEach(unplaced -> add(words, unplaced.words()));
        return words;
    }

    private static void add(Set<String> words, String text) {
        for (String word : text.toLowerCase(java.util.Locale.UK).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
    }
}
