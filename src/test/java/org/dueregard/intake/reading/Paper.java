package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dueregard.document.FileKind;
import org.dueregard.document.read.Block;
import org.dueregard.document.read.Cell;
import org.dueregard.document.read.Line;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Place;
import org.dueregard.document.read.Row;
import org.dueregard.document.read.Table;

/** A document put together for a test. */
final class Paper {

    private static final String FILE = "plan.docx";

    private final List<Block> blocks = new ArrayList<>();

    /** Empty for a document without sheets. */
    private String sheet = "";

    static Paper blank() {
        return new Paper();
    }

    /** What follows stands on a sheet of its own. */
    Paper sheet(String name) {
        sheet = name;
        return this;
    }

    Paper heading(int level, String words) {
        return paragraph(new Line(words, "", 0, false), new Paragraph.Heading(level, true));
    }

    Paper words(String words) {
        return paragraph(Line.of(words), Paragraph.Heading.NONE);
    }

    Paper bullet(String words) {
        return paragraph(new Line(words, "•", 1, false), Paragraph.Heading.NONE);
    }

    Paper lines(List<Line> lines) {
        lines.forEach(line -> paragraph(line, Paragraph.Heading.NONE));
        return this;
    }

    private Paper paragraph(Line line, Paragraph.Heading heading) {
        Place place = sheet.isEmpty()
                ? new Place.InText(FILE, blocks.size() + 1)
                : new Place.InSheet(FILE, sheet, blocks.size() + 1, 1);
        blocks.add(new Paragraph(place, line, line.text(), heading, "", Paragraph.Aside.NONE));
        return this;
    }

    /** Rows of cells divided by {@code |}; {@code ^} goes on from above, {@code <} from the left, {@code /} begins a line, {@code #3.} is a number alone. */
    Paper table(String... rows) {
        String[][] words = new String[rows.length][];
        int width = 0;
        for (int row = 0; row < rows.length; row++) {
            words[row] = rows[row].split("\\|", -1);
            width = Math.max(width, words[row].length);
        }
        List<Row> made = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                cells.add(cell(words, row, column));
            }
            made.add(new Row(row + 1, false, false, cells));
        }
        return table(width, made);
    }

    Paper table(int width, List<Row> rows) {
        List<Table.Column> columns = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            columns.add(new Table.Column(column, 0, false));
        }
        blocks.add(new Table(
                sheet.isEmpty()
                        ? new Place.InTable(FILE, blocks.size() + 1, 0, 0)
                        : new Place.InSheet(FILE, sheet, blocks.size() + 1, 1),
                columns,
                rows));
        return this;
    }

    private static Line line(String words) {
        return words.startsWith("#") ? new Line("", words.substring(1), 1, false) : Line.of(words);
    }

    private static Cell cell(String[][] words, int row, int column) {
        int left = column;
        while (left > 0 && at(words, row, left).equals("<")) {
            left--;
        }
        int right = column + 1;
        while (at(words, row, right).equals("<")) {
            right++;
        }
        if (right - left > 1) {
            List<Line> lines = Stream.of(at(words, row, left).split("/", -1))
                    .map(line -> Line.of(line.strip()))
                    .toList();
            Cell.Kind kind = left < column ? Cell.Kind.CONTINUATION : Cell.Kind.GIVEN;
            return new Cell(
                    lines,
                    at(words, row, left),
                    kind,
                    new Cell.Merge(row, left, 1, right - left),
                    Cell.Look.PLAIN,
                    List.of());
        }
        int first = row;
        while (first > 0 && at(words, first, column).equals("^")) {
            first--;
        }
        int end = row + 1;
        while (end < words.length && at(words, end, column).equals("^")) {
            end++;
        }
        Cell.Merge merge = end - first > 1 ? new Cell.Merge(first, column, end - first, 1) : null;
        String text = at(words, first, column);
        List<Line> lines = new ArrayList<>();
        for (String line : text.isEmpty() ? new String[0] : text.split("/", -1)) {
            lines.add(line(line.strip()));
        }
        return new Cell(
                lines, text, first < row ? Cell.Kind.CONTINUATION : Cell.Kind.GIVEN, merge, Cell.Look.PLAIN, List.of());
    }

    private static String at(String[][] words, int row, int column) {
        return column < words[row].length ? words[row][column].strip() : "";
    }

    NeutralDocument document() {
        return new NeutralDocument(FILE, FileKind.TEXT, blocks, List.of());
    }

    PlanDraft read() {
        return PlanReading.read(document(), Corrections.NONE);
    }

    /**
     * The nodes as lines, each with its values and set in by two spaces for each node it stands under:
     * {@code OBJECTIVE 1 Homes; OWNER Housing}.
     */
    List<String> outline() {
        return outline(Corrections.NONE);
    }

    List<String> outline(Corrections corrections) {
        return PlanReading.read(document(), corrections).nodes().stream()
                .flatMap(node -> outline(node, ""))
                .toList();
    }

    List<Level> levels() {
        return Level.of(document(), read());
    }

    private static Stream<String> outline(DraftNode node, String margin) {
        StringBuilder line =
                new StringBuilder(margin + (node.kind() + " " + node.reference()).strip() + " " + node.title());
        node.values()
                .forEach(value ->
                        line.append("; ").append(value.role()).append(' ').append(value.words()));
        return Stream.concat(
                Stream.of(line.toString()), node.children().stream().flatMap(child -> outline(child, margin + "  ")));
    }
}
