package org.dueregard.document.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All words of a document, one by one, each once. */
final class Words {

    private Words() {}

    static List<String> of(NeutralDocument document) {
        List<String> words = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph paragraph) {
                words.addAll(of(paragraph.text()));
            } else if (block instanceof Table table) {
                words.addAll(of(table));
            }
        }
        return words;
    }

    static List<String> of(Table table) {
        List<String> words = new ArrayList<>();
        for (Row row : table.rows()) {
            for (Cell cell : row.cells()) {
                if (cell.kind() != Cell.Kind.CONTINUATION) {
                    cell.lines().forEach(line -> words.addAll(of(line.text())));
                }
            }
        }
        return words;
    }

    static List<String> of(String text) {
        return Arrays.stream(text.split("[\\s|]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A table as lines of text, with what a cell is where it is not given as such. */
    static String drawn(Table table) {
        StringBuilder drawn = new StringBuilder();
        for (Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (Cell cell : row.cells()) {
                String text = cell.text().replace('\n', '/');
                cells.add(
                        switch (cell.kind()) {
                            case GIVEN -> text;
                            case CONTINUATION -> "(" + text + ")";
                            case MISSING -> "–";
                            case EXTRA -> "+" + text;
                        });
            }
            drawn.append(String.join(" | ", cells)).append('\n');
        }
        return drawn.toString().strip();
    }
}
