package org.dueregard.intake.trial;

import java.util.ArrayList;
import java.util.List;

/**
 * What a plan looks like on paper, written down in plain text, so that a file of any kind can be made of it. A line that
 * begins with {@code #} is a heading, with {@code **} a bold paragraph, with {@code -} a bullet, with {@code +} a paragraph
 * that the program numbers, with {@code [name]} a sheet; {@code | a | b} is a row of a table, {@code =|} one that is bold
 * and shaded, {@code !|} one that is repeated on each page. In a cell {@code ^} goes on from above and {@code <} from the
 * left, {@code ¶} begins a paragraph, {@code ~} before it makes it a bullet, and {@code @} a date or share of the workbook.
 */
record PlanLayout(String options, List<Block> blocks) {

    /** @param level of a heading; 0 for other words */
    record Words(String text, int level, boolean bold, boolean bullet, boolean numbered) {}

    /** @param sheet the sheet that begins here; empty for none */
    record Block(String sheet, Words words, List<Row> table) {}

    record Row(boolean marked, boolean repeated, List<String> cells) {

        boolean isLeft(int column) {
            return cell(column).equals("<");
        }

        boolean isAbove(int column) {
            return cell(column).equals("^");
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    private static final Words NONE = new Words("", 0, false, false, false);

    static PlanLayout of(String written) {
        List<Block> blocks = new ArrayList<>();
        List<Row> table = new ArrayList<>();
        String options = "";
        for (String line : (written + "\n\n").split("\n", -1)) {
            boolean row = line.startsWith("|") || line.startsWith("=|") || line.startsWith("!|");
            if (!row && !table.isEmpty()) {
                blocks.add(new Block("", NONE, List.copyOf(table)));
                table.clear();
            }
            if (row) {
                table.add(row(line));
            } else if (line.startsWith("%")) {
                options = line.substring(1).strip();
            } else if (line.startsWith("[")) {
                blocks.add(new Block(line.substring(1, line.length() - 1), NONE, List.of()));
            } else if (!line.isBlank()) {
                blocks.add(new Block("", words(line), List.of()));
            }
        }
        return new PlanLayout(options, blocks);
    }

    private static Row row(String line) {
        List<String> cells = new ArrayList<>();
        String bare = line.substring(line.indexOf('|') + 1);
        for (String cell : bare.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return new Row(line.startsWith("="), line.startsWith("!"), cells);
    }

    private static Words words(String line) {
        int level = 0;
        while (line.charAt(level) == '#') {
            level++;
        }
        if (level > 0) {
            return new Words(line.substring(level).strip(), level, false, false, false);
        }
        if (line.startsWith("**")) {
            return new Words(line.substring(2).strip(), 0, true, false, false);
        }
        boolean bullet = line.startsWith("- ");
        boolean numbered = line.startsWith("+ ");
        return new Words(bullet || numbered ? line.substring(2) : line, 0, false, bullet, numbered);
    }

    static int width(List<Row> table) {
        return table.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    /** How many columns a cell covers. */
    static int columns(Row row, int column) {
        int end = column + 1;
        while (end < row.cells().size() && row.isLeft(end)) {
            end++;
        }
        return end - column;
    }

    /** How many rows a cell covers. */
    static int rows(List<Row> table, int row, int column) {
        int end = row + 1;
        while (end < table.size() && table.get(end).isAbove(column)) {
            end++;
        }
        return end - row;
    }

    /** The same without looks and merged cells: each cell only where it begins. */
    PlanLayout flattened() {
        return new PlanLayout(
                options,
                blocks.stream()
                        .map(block -> new Block(
                                block.sheet(),
                                block.words(),
                                block.table().stream()
                                        .map(row -> new Row(
                                                false,
                                                false,
                                                row.cells().stream()
                                                        .map(cell -> cell.equals("<") || cell.equals("^") ? "" : cell)
                                                        .toList()))
                                        .toList()))
                        .toList());
    }
}
