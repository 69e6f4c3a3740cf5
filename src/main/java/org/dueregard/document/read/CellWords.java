package org.dueregard.document.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.document.MarkdownWriter;
import org.dueregard.document.MarkdownWriter.Run;

/** What stands in one cell, in the making. */
final class CellWords {

    private static final Pattern COUNTED = Pattern.compile("(\\d{1,9})[.)]");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z£%][A-Za-z0-9£%,;?'’“”–/ .]*|\\d+(\\.\\d+)?%?");

    private final List<Line> lines = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final MarkdownWriter markdown = new MarkdownWriter();

    void add(Line line, List<Run> runs) {
        lines.add(line);
        Matcher counted = COUNTED.matcher(line.number());
        if (line.depth() > 0 && counted.matches()) {
            markdown.item(line.depth(), Integer.valueOf(counted.group(1)), runs);
        } else if (line.depth() > 0 && !isWord(line.number())) {
            markdown.item(line.depth(), null, runs);
        } else if (line.depth() > 0) {
            markdown.item(line.depth(), null, numbered(line, runs));
        } else {
            markdown.paragraph(numbered(line, runs));
        }
    }

    /** A table in the cell: its rows become lines too, so that the words of the cell are all of its words. */
    void add(Table table) {
        tables.add(table);
        List<List<List<Run>>> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            List<List<Run>> cells = new ArrayList<>();
            List<String> words = new ArrayList<>();
            for (Cell cell : row.cells()) {
                boolean here = cell.kind() != Cell.Kind.CONTINUATION;
                String text = here ? cell.text().replace('\n', ' ') : "";
                cells.add(List.of(new Run(text, cell.look().strong() && here, false, null)));
                if (!text.isEmpty()) {
                    words.add(text);
                }
            }
            rows.add(cells);
            if (!words.isEmpty()) {
                lines.add(Line.of(String.join(" | ", words)));
            }
        }
        markdown.table(rows);
    }

    Cell cell(String shade) {
        while (!lines.isEmpty() && lines.get(lines.size() - 1).printed().isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        boolean strong = lines.stream().anyMatch(Line::strong)
                && lines.stream()
                        .allMatch(line -> line.strong() || line.printed().isEmpty());
        if (lines.isEmpty() && shade.isEmpty() && tables.isEmpty()) {
            return Cell.EMPTY;
        }
        return new Cell(
                List.copyOf(lines),
                markdown.written(),
                Cell.Kind.GIVEN,
                null,
                Cell.Look.of(strong, shade),
                List.copyOf(tables));
    }

    /** A cell of one plain text, whose lines are kept. */
    static Cell of(String text, boolean strong, String shade) {
        if (text.isBlank()) {
            return shade.isEmpty()
                    ? Cell.EMPTY
                    : new Cell(List.of(), "", Cell.Kind.GIVEN, null, Cell.Look.of(false, shade), List.of());
        }
        if (!strong && text.indexOf('\n') < 0) {
            return new Cell(
                    List.of(Line.of(text)),
                    PLAIN.matcher(text).matches() ? text : plain(text),
                    Cell.Kind.GIVEN,
                    null,
                    Cell.Look.of(false, shade),
                    List.of());
        }
        CellWords words = new CellWords();
        for (String line : text.split("\n", -1)) {
            words.add(
                    new Line(line.strip(), "", 0, strong && !line.isBlank()),
                    List.of(new Run(line, strong, false, null)));
        }
        return words.cell(shade);
    }

    private static String plain(String text) {
        return markdown(List.of(new Run(text, false, false, null)));
    }

    /** One paragraph's words as Markdown. */
    static String markdown(List<Run> runs) {
        MarkdownWriter writer = new MarkdownWriter();
        writer.paragraph(runs);
        return writer.written();
    }

    private static List<Run> numbered(Line line, List<Run> runs) {
        if (line.number().isEmpty()) {
            return runs;
        }
        List<Run> all = new ArrayList<>();
        all.add(new Run(line.number() + " ", false, false, null));
        all.addAll(runs);
        return all;
    }

    static boolean isWord(String number) {
        return number.codePoints().anyMatch(Character::isLetterOrDigit) && !number.equals("o");
    }
}
