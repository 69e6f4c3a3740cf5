package org.dueregard.intake.trial;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.dueregard.document.read.Block;
import org.dueregard.document.read.Cell;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;
import org.dueregard.document.read.Place;
import org.dueregard.document.read.Table;

/** The lines of a document, and whether a longer text stands in it. */
final class Texts {

    private static final int GRAM = 3;

    /** A text of which less is there stands elsewhere; what is cut by a page end still is there. */
    private static final double THERE = 0.3;

    private final Set<String> grams = new HashSet<>();

    private Texts() {}

    static Texts of(NeutralDocument document) {
        Texts texts = new Texts();
        each(document, (line, place) -> texts.grams.addAll(grams(line)));
        document.notes().forEach(note -> texts.grams.addAll(grams(note.text())));
        return texts;
    }

    /** Short ones always do: a few words stand anywhere. */
    boolean holds(String text) {
        List<String> wanted = grams(text);
        return wanted.size() < GRAM || wanted.stream().filter(grams::contains).count() >= THERE * wanted.size();
    }

    /** Every line with words, and where it stands. */
    static void each(NeutralDocument document, BiConsumer<String, Place> each) {
        for (Block block : document.blocks()) {
            if (block instanceof Table table) {
                each(table, each);
            } else if (block instanceof Paragraph paragraph) {
                each.accept(paragraph.text(), paragraph.place());
            }
        }
    }

    private static void each(Table table, BiConsumer<String, Place> each) {
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                Cell cell = table.cell(row, column);
                if (cell.kind() != Cell.Kind.CONTINUATION && cell.kind() != Cell.Kind.MISSING) {
                    Place place = table.placeOf(row, column);
                    cell.lines().forEach(line -> each.accept(line.text(), place));
                    cell.tables().forEach(inner -> each(inner, each));
                }
            }
        }
    }

    private static List<String> grams(String text) {
        List<String> words = Wording.words(text);
        return IntStream.rangeClosed(0, words.size() - GRAM)
                .mapToObj(i -> String.join(" ", words.subList(i, i + GRAM)))
                .toList();
    }
}
