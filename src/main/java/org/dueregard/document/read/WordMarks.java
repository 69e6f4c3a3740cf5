package org.dueregard.document.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What stands in a Word file beside its words: changes, comments, pictures, footnotes. */
final class WordMarks {

    private final Parts parts;
    private final Notes notes;
    private final Map<String, Xml> footnotes;
    private final Map<String, Xml> endnotes;
    private int counted;

    WordMarks(Parts parts, Notes notes, Map<String, Parts.Relation> relations) throws IOException {
        this.parts = parts;
        this.notes = notes;
        this.footnotes = byId(relations, "footnotes");
        this.endnotes = byId(relations, "endnotes");
    }

    private Map<String, Xml> byId(Map<String, Parts.Relation> relations, String kind) throws IOException {
        Map<String, Xml> all = new HashMap<>();
        for (Parts.Relation relation : relations.values()) {
            if (relation.is(kind)) {
                for (Xml one : parts.tree(relation.target(), XmlInput.WORD_TEXT).children()) {
                    all.put(one.get("id", ""), one);
                }
            }
        }
        return all;
    }

    void deleted(Xml part, Place place) {
        notes.add(Note.Kind.DELETED, place, part.words().strip());
    }

    void inserted(Place place) {
        notes.add(Note.Kind.INSERTED, place);
    }

    void comment(Place place) {
        notes.add(Note.Kind.COMMENT, place);
    }

    void hidden(Place place) {
        notes.add(Note.Kind.HIDDEN_TEXT, place);
    }

    void covered(Place place, String words) {
        notes.add(Note.Kind.COVERED, place, words);
    }

    void textBox(Place place) {
        notes.add(Note.Kind.TEXT_BOX, place);
    }

    /** Each note is told once, where it is first referred to. */
    void note(Xml reference, Paragraph.Aside aside, List<WordText.Hanging> hanging, Place place) {
        Xml note = (aside == Paragraph.Aside.FOOTNOTE ? footnotes : endnotes).remove(reference.get("id", ""));
        if (note != null) {
            counted++;
            String own = reference.get("customMarkFollows", "");
            hanging.add(new WordText.Hanging(aside, note, own.isEmpty() ? Integer.toString(counted) : ""));
            notes.add(Note.Kind.FOOTNOTE, place);
        }
    }

    void picture(Xml drawing, Place place) {
        Xml about = drawing.first("docPr");
        String words = about == null ? "" : about.get("descr", "");
        Xml shape = drawing.first("shape");
        notes.add(Note.Kind.PICTURE, place, words.isEmpty() && shape != null ? shape.get("alt", "") : words);
    }

    /** Charts and diagrams keep their words in parts of their own. */
    boolean chart(Xml drawing, Map<String, Parts.Relation> relations, Place place) {
        Xml chart = drawing.first("chart");
        Xml diagram = drawing.first("relIds");
        String id = chart != null ? chart.get("id") : diagram != null ? diagram.get("dm") : null;
        Parts.Relation relation = id == null ? null : relations.get(id);
        if (relation == null) {
            return chart != null || diagram != null;
        }
        notes.add(Note.Kind.CHART, place, words(relation.target(), name -> name.equals("t") || name.equals("v")));
        return true;
    }

    /** Words of a part that is left out. */
    String words(String part, Predicate<String> keepsText) {
        try {
            StringBuilder words = new StringBuilder();
            gather(parts.tree(part, keepsText), words);
            return words.toString().strip();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static void gather(Xml element, StringBuilder words) {
        if (element.name().equals("instrText") || element.name().equals("Fallback")) {
            return;
        }
        if (element.name().isEmpty()) {
            words.append(element.text());
        }
        element.children().forEach(child -> gather(child, words));
        if (element.name().matches("p|v|tab|br|tc") && !words.isEmpty()) {
            words.append(' ');
        }
    }

    /** Notes that nothing in the text refers to. */
    void leftOver(@Nullable Place place) {
        for (Map<String, Xml> each : List.of(footnotes, endnotes)) {
            each.values().forEach(one -> {
                String words = one.words().strip();
                if (!words.isEmpty()) {
                    notes.add(Note.Kind.FOOTNOTE, place, words);
                }
            });
        }
    }
}
