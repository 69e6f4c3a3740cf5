package org.dueregard.document.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dueregard.document.FileKind;
import org.dueregard.document.UntrustedFiles.Trouble;
import org.dueregard.document.read.Paragraph.Aside;
import org.dueregard.document.read.Paragraph.Heading;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Word file, from its XML: the library that writes ours leaves out what stands in tracked changes, content controls and
 * boxes, and resolves neither merged cells nor numbers.
 */
final class WordReader {

    private static final String MAIN = "word/document.xml";
    private static final int LONGEST_HEADING = 120;
    private static final int DEEPEST_HEADING = 6;

    /** Where blocks go: into the text, or into a cell. */
    interface Flow {

        Place here();

        void paragraph(WordText text, Line line, String style, @Nullable Integer heading, Aside aside);

        void table(Xml table);

        /** Whether it fills a cell, where a number alone is the number of the row. */
        default boolean isCell() {
            return false;
        }
    }

    private static final Pattern COUNTED = Pattern.compile("\\d");

    private final String file;
    private final Bounds bounds;
    private final Notes notes = new Notes();
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Parts.Relation> relations;
    private final WordStyles styles;
    private final WordNumbering numbering;
    private final WordMarks marks;

    private int paragraphs;
    private int tables;
    private int lastHeading;

    /** A paragraph whose end was deleted goes on in the next one. */
    private @Nullable WordText goingOn;

    private WordReader(String file, Parts parts, Bounds bounds) throws IOException {
        this.file = file;
        this.bounds = bounds;
        this.relations = parts.relations(MAIN);
        this.styles = new WordStyles(part(parts, "styles"));
        this.numbering = new WordNumbering(part(parts, "numbering"));
        this.marks = new WordMarks(parts, notes, relations);
    }

    private Xml part(Parts parts, String kind) throws IOException {
        for (Parts.Relation relation : relations.values()) {
            if (relation.is(kind)) {
                return parts.tree(relation.target(), nothing -> false);
            }
        }
        return new Xml("", new String[0]);
    }

    static NeutralDocument read(String file, byte[] content) throws IOException {
        Bounds bounds = new Bounds();
        try (Parts parts = new Parts(content, bounds)) {
            WordReader reader = new WordReader(file, parts, bounds);
            reader.body(parts);
            reader.marks.leftOver(null);
            reader.pages();
            if (reader.blocks.isEmpty() && reader.notes.all().isEmpty()) {
                throw new Refused(Trouble.EMPTY);
            }
            return new NeutralDocument(file, FileKind.WORD, reader.blocks, reader.notes.all());
        }
    }

    private void body(Parts parts) throws IOException {
        Flow text = new Text();
        try (XmlInput in = parts.open(MAIN)) {
            if (in.next("body")) {
                while (in.nextInside()) {
                    block(in.element(XmlInput.WORD_TEXT), text, Aside.NONE, "");
                }
            }
        }
    }

    /** Page headers and footers repeat; the same words are told once. */
    private void pages() {
        Set<String> told = new LinkedHashSet<>();
        for (Parts.Relation relation : relations.values()) {
            boolean header = relation.is("header");
            if (header || relation.is("footer")) {
                String words = marks.words(relation.target(), XmlInput.WORD_TEXT);
                if (!words.isEmpty() && told.add(words)) {
                    notes.add(header ? Note.Kind.HEADER : Note.Kind.FOOTER, null, words);
                }
            }
        }
    }

    /** @param number the sign of a footnote, for its first paragraph */
    private void block(Xml block, Flow flow, Aside aside, String number) {
        switch (block.name()) {
            case "p" -> paragraph(block, flow, aside, number);
            case "tbl" -> flow.table(block);
            case "del", "moveFrom" -> marks.deleted(block, flow.here());
            case "sectPr", "tcPr", "sdtPr", "sdtEndPr" -> {}
            case "AlternateContent" -> {
                Xml chosen = block.child("Choice") == null ? block.child("Fallback") : block.child("Choice");
                if (chosen != null) {
                    inside(chosen, flow, aside);
                }
            }
            default -> inside(block, flow, aside);
        }
    }

    void inside(Xml holder, Flow flow, Aside aside) {
        for (Xml block : holder.children()) {
            block(block, flow, aside, "");
        }
    }

    private void paragraph(Xml paragraph, Flow flow, Aside aside, String sign) {
        Xml own = paragraph.child("pPr");
        String named = own == null ? null : own.value("pStyle");
        String style = named == null ? styles.usual() : named;
        WordText text = goingOn == null ? new WordText(relations, styles, marks, flow.here()) : goingOn;
        goingOn = null;
        text.read(paragraph, style);
        if (own != null && own.down("rPr", "del") != null) {
            goingOn = text;
            return;
        }
        String words = text.text();
        int depth = 0;
        String number = sign;
        String list = list(own, style);
        boolean itself = own != null && own.child("numPr") != null;
        if (list != null && (!words.isEmpty() || itself || flow.isCell())) {
            int level = level(own, style, list);
            number = numbering.next(list, level);
            // an empty bullet says nothing
            number = words.isEmpty() && !itself && !COUNTED.matcher(number).find() ? "" : number;
            bounds.characters(number.length());
            depth = number.isEmpty() ? 0 : Math.max(level + 1, styles.listDepth(style));
        }
        Integer heading = heading(own, style);
        Line line = new Line(words, number, heading != null && heading > 0 ? 0 : depth, text.isStrong());
        flow.paragraph(text, line, styles.name(style), heading, aside);
        for (WordText.Hanging hanging : text.hanging()) {
            String first = hanging.number();
            for (Xml block : hanging.content().children()) {
                block(block, flow, hanging.aside(), first);
                first = "";
            }
        }
    }

    /** Null when the paragraph is in no list; 0 as its list takes it out of that of its style. */
    private @Nullable String list(@Nullable Xml own, String style) {
        Xml number = own == null ? null : own.child("numPr");
        String list = number == null ? null : number.value("numId");
        String chosen = list == null ? styles.list(style) : list;
        return chosen == null || chosen.equals("0") ? null : chosen;
    }

    private int level(@Nullable Xml own, String style, String list) {
        Xml number = own == null ? null : own.child("numPr");
        String level = number == null ? null : number.value("ilvl");
        if (level == null) {
            Integer byStyle = numbering.levelOf(list, style);
            level = byStyle != null ? byStyle.toString() : styles.listLevel(style);
        }
        return level != null && level.matches("\\d") ? Integer.parseInt(level) : 0;
    }

    private @Nullable Integer heading(@Nullable Xml own, String style) {
        String outline = own == null ? null : own.value("outlineLvl");
        if (outline != null && outline.matches("\\d")) {
            return outline.equals("9") ? 0 : Integer.parseInt(outline) + 1;
        }
        return styles.heading(style);
    }

    Bounds bounds() {
        return bounds;
    }

    WordMarks marks() {
        return marks;
    }

    /** The text itself. */
    private final class Text implements Flow {

        @Override
        public Place here() {
            return new Place.InText(file, paragraphs + 1);
        }

        @Override
        public void paragraph(WordText text, Line line, String style, @Nullable Integer level, Aside aside) {
            if (line.printed().isEmpty()) {
                return;
            }
            bounds.row();
            Place place = new Place.InText(file, ++paragraphs);
            Heading heading = heading(line, level, aside);
            blocks.add(new Paragraph(place, line, CellWords.markdown(text.runs()), heading, style, aside));
        }

        private Heading heading(Line line, @Nullable Integer stated, Aside aside) {
            if (stated != null && stated > 0) {
                lastHeading = stated;
                return new Heading(stated, true);
            }
            boolean looksLikeOne = line.strong()
                    && aside == Aside.NONE
                    && line.text().length() <= LONGEST_HEADING
                    && line.text().indexOf('\n') < 0
                    && !line.text().matches("(?s).*[.;,:]")
                    && !(line.depth() > 0 && !CellWords.isWord(line.number()));
            return looksLikeOne ? new Heading(Math.min(lastHeading + 1, DEEPEST_HEADING), false) : Heading.NONE;
        }

        @Override
        public void table(Xml table) {
            tables++;
            Place.OfCells place = new Place.InTable(file, tables, 0, 0);
            Table read = new WordTable(WordReader.this, place).read(table);
            if (!read.rows().isEmpty()) {
                blocks.add(read);
            }
        }
    }
}
