package org.dueregard.document.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.dueregard.document.FileKind;
import org.dueregard.document.UntrustedFiles.Trouble;
import org.dueregard.document.read.Paragraph.Aside;
import org.dueregard.document.read.Paragraph.Heading;
import org.jspecify.annotations.Nullable;

/** Reads texts in the OpenDocument format, as LibreOffice writes them. */
final class OdfReader {

    static final Predicate<String> TEXT = Set.of("p", "h", "title", "desc", "note-citation")::contains;

    private static final int LONGEST_HEADING = 120;

    /** The format has no more levels. */
    private static final int DEEPEST_HEADING = 10;

    /** Where blocks go: into the text, or into a cell. */
    interface Flow {

        Place here();

        void paragraph(OdfText text, Line line, String style, int heading, Aside aside);

        void table(Xml table);
    }

    /** The list that a paragraph stands in. */
    private record InList(@Nullable String style, int depth, int[] counted) {}

    private final String file;
    private final Bounds bounds;
    private final Notes notes = new Notes();
    private final List<Block> blocks = new ArrayList<>();
    private final OdfStyles styles = new OdfStyles();
    private final OdfNumbering numbering = new OdfNumbering(styles);
    private final int[] headings = numbering.begin();
    private int[] lastList = numbering.begin();

    private int paragraphs;
    private int tables;
    private int lastHeading;

    private OdfReader(String file, Bounds bounds) {
        this.file = file;
        this.bounds = bounds;
    }

    static NeutralDocument read(String file, byte[] content) throws IOException {
        Bounds bounds = new Bounds();
        try (Parts parts = new Parts(content, bounds)) {
            OdfReader reader = new OdfReader(file, bounds);
            Xml common = parts.tree("styles.xml", TEXT);
            common.children().forEach(reader.styles::add);
            reader.body(parts);
            pages(common, reader.notes);
            if (reader.blocks.isEmpty() && reader.notes.all().isEmpty()) {
                throw new Refused(Trouble.EMPTY);
            }
            return new NeutralDocument(file, FileKind.ODF_TEXT, reader.blocks, reader.notes.all());
        }
    }

    private void body(Parts parts) throws IOException {
        Flow text = new Text();
        try (XmlInput in = parts.open("content.xml")) {
            while (in.next()) {
                if (in.name().equals("automatic-styles")) {
                    styles.add(in.element(nothing -> false));
                } else if (in.name().equals("text")) {
                    while (in.nextInside()) {
                        block(in.element(TEXT), text, Aside.NONE, null, "");
                    }
                }
            }
        }
    }

    static void pages(Xml common, Notes notes) {
        Xml masters = common.child("master-styles");
        Set<String> told = new HashSet<>();
        for (Xml page : masters == null ? List.<Xml>of() : masters.children()) {
            for (Xml part : page.children()) {
                String words = part.words().strip();
                if (part.name().matches("(header|footer).*") && !words.isEmpty() && told.add(words)) {
                    notes.add(part.name().startsWith("header") ? Note.Kind.HEADER : Note.Kind.FOOTER, null, words);
                }
            }
        }
    }

    private void block(Xml block, Flow flow, Aside aside, @Nullable InList list, String sign) {
        switch (block.name()) {
            case "p", "h" -> paragraph(block, flow, aside, list, sign);
            case "list" -> list(block, flow, aside, list);
            case "table" -> flow.table(block);
            case "tracked-changes" -> deleted(block, flow);
            case "sequence-decls", "forms", "variable-decls", "user-field-decls", "title", "desc" -> {}
            case "annotation" -> notes.add(Note.Kind.COMMENT, flow.here());
            default -> inside(block, flow, aside);
        }
    }

    void inside(Xml holder, Flow flow, Aside aside) {
        for (Xml block : holder.children()) {
            block(block, flow, aside, null, "");
        }
    }

    /** Deleted words stand before the text, away from where they were. */
    private void deleted(Xml changes, Flow flow) {
        for (Xml region : changes.children()) {
            Xml deletion = region.child("deletion");
            if (deletion != null) {
                StringBuilder words = new StringBuilder();
                for (Xml child : deletion.children()) {
                    if (!child.name().equals("change-info")) {
                        words.append(child.words()).append(' ');
                    }
                }
                notes.add(Note.Kind.DELETED, flow.here(), words.toString().strip());
            }
        }
    }

    private void list(Xml list, Flow flow, Aside aside, @Nullable InList outer) {
        String own = list.get("style-name");
        String style = own == null && outer != null ? outer.style() : own;
        InList here;
        if (outer != null) {
            here = new InList(style, outer.depth() + 1, outer.counted());
        } else {
            int[] before = numbering.goingOn(list.get("continue-list", ""));
            int[] counted = before != null
                    ? before
                    : list.get("continue-numbering", "").equals("true") ? lastList : numbering.begin();
            here = new InList(style, 1, counted);
            lastList = counted;
            numbering.keep(list.get("id", ""), counted);
        }
        for (Xml item : list.children()) {
            boolean numbered = item.name().equals("list-item");
            for (Xml block : item.children()) {
                if (block.name().equals("p") || block.name().equals("h")) {
                    String number = numbered
                            ? numbering.next(
                                    style == null ? styles.list(block.get("style-name")) : style,
                                    here.depth(),
                                    here.counted(),
                                    item.number("start-value", 0))
                            : "";
                    paragraph(block, flow, aside, here, number);
                    numbered = false;
                } else {
                    block(block, flow, aside, here, "");
                }
            }
        }
    }

    private void paragraph(Xml paragraph, Flow flow, Aside aside, @Nullable InList list, String sign) {
        OdfText text = new OdfText(styles, notes, flow.here());
        text.read(paragraph);
        String style = paragraph.get("style-name");
        int heading = paragraph.name().equals("h")
                ? Math.max(1, Math.min(paragraph.number("outline-level", 1), DEEPEST_HEADING))
                : 0;
        String shown = styles.shown(style);
        if (heading == 0 && shown.equals("Title")) {
            heading = 1;
        }
        String number = heading > 0 && list == null && paragraph.name().equals("h")
                ? numbering.heading(heading, headings)
                : sign;
        bounds.characters(number.length());
        int depth = list == null || heading > 0 ? 0 : list.depth();
        flow.paragraph(text, new Line(text.text(), number, depth, text.isStrong()), shown, heading, aside);
        for (WordText.Hanging hanging : text.hanging()) {
            String first = hanging.number();
            for (Xml block : hanging.content().children()) {
                block(block, flow, hanging.aside(), null, first);
                first = "";
            }
        }
    }

    Bounds bounds() {
        return bounds;
    }

    OdfStyles styles() {
        return styles;
    }

    Notes notes() {
        return notes;
    }

    private final class Text implements Flow {

        @Override
        public Place here() {
            return new Place.InText(file, paragraphs + 1);
        }

        @Override
        public void paragraph(OdfText text, Line line, String style, int level, Aside aside) {
            if (line.text().isEmpty()) {
                return;
            }
            bounds.row();
            Place place = new Place.InText(file, ++paragraphs);
            Heading heading = Heading.NONE;
            if (level > 0) {
                lastHeading = level;
                heading = new Heading(level, true);
            } else if (line.strong()
                    && aside == Aside.NONE
                    && line.depth() == 0
                    && line.text().length() <= LONGEST_HEADING
                    && !line.text().matches("(?s).*([.;,:]|\n.*)")) {
                heading = new Heading(Math.min(lastHeading + 1, 6), false);
            }
            blocks.add(new Paragraph(place, line, CellWords.markdown(text.runs()), heading, style, aside));
        }

        @Override
        public void table(Xml table) {
            Place.OfCells place = new Place.InTable(file, ++tables, 0, 0);
            Table read = new OdfTable(OdfReader.this, place).read(table);
            if (!read.rows().isEmpty()) {
                blocks.add(read);
            }
        }
    }
}
