package org.dueregard.document.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.document.MarkdownWriter.Run;
import org.jspecify.annotations.Nullable;

/**
 * The words of one paragraph of a Word file. What is not known is looked into all the same, since words may stand anywhere in
 * it.
 */
final class WordText {

    /** Something that hangs on a paragraph and is told after it. */
    record Hanging(Paragraph.Aside aside, Xml content, String number) {}

    private static final Pattern ADDRESS = Pattern.compile("HYPERLINK\\s+\"([^\"]+)\"");
    private static final Pattern LEADS_SOMEWHERE = Pattern.compile("(?i)(https?://|mailto:)[^\\s<>()*\\\\]+");

    /** @param hidden words that do not show are kept and told of */
    private record Look(
            boolean strong,
            boolean slanted,
            boolean hidden,
            @Nullable String address) {

        Look leadingTo(@Nullable String otherAddress) {
            return new Look(strong, slanted, hidden, otherAddress);
        }
    }

    /** What a field is doing: its instruction is not text, its result is. */
    private static final class Field {
        final StringBuilder instruction = new StringBuilder();
        boolean shows;
        int from;

        @Nullable
        Xml form;
    }

    private final Map<String, Parts.Relation> relations;
    private final WordStyles styles;
    private final WordMarks marks;
    private final Place place;
    private final List<Run> runs = new ArrayList<>();
    private final List<Hanging> hanging = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private String style = "";
    private boolean allStrong = true;

    WordText(Map<String, Parts.Relation> relations, WordStyles styles, WordMarks marks, Place place) {
        this.relations = relations;
        this.styles = styles;
        this.marks = marks;
        this.place = place;
    }

    /** Reads a paragraph; another one after it when the mark between them was deleted. */
    void read(Xml paragraph, String paragraphStyle) {
        style = paragraphStyle;
        inside(paragraph, new Look(false, false, false, null));
    }

    List<Run> runs() {
        return runs;
    }

    List<Hanging> hanging() {
        return hanging;
    }

    String text() {
        StringBuilder all = new StringBuilder();
        runs.forEach(run -> all.append(run.text()));
        return tidy(all.toString());
    }

    /** Whether there are words and all of them are bold, be it by their paragraph's style. */
    boolean isStrong() {
        return allStrong && runs.stream().anyMatch(run -> !run.text().isBlank());
    }

    /** Spaces that hold words together are spaces; none stand at the ends of lines. */
    static String tidy(String text) {
        String spaced = text.replace('\u00A0', ' ').replace("\u00AD", "");
        if (spaced.indexOf('\n') < 0) {
            return spaced.strip();
        }
        StringBuilder tidy = new StringBuilder();
        for (String line : spaced.split("\n", -1)) {
            tidy.append(line.strip()).append('\n');
        }
        return tidy.toString().strip();
    }

    private void inside(Xml element, Look look) {
        for (Xml child : element.children()) {
            part(child, look);
        }
    }

    private void part(Xml part, Look look) {
        switch (part.name()) {
            case "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "fldData", "txbxContent" -> {}
            case "r" -> inside(part, look(part, look));
            case "t" -> add(part.words(), look);
            case "tab", "ptab" -> add("\t", look);
            case "br", "cr" -> add("\n", look);
            case "noBreakHyphen" -> add("-", look);
            case "softHyphen" -> {}
            case "sym" -> add(sign(part.get("char", "")), look);
            case "del", "moveFrom" -> marks.deleted(part, place);
            case "ins", "moveTo" -> {
                marks.inserted(place);
                inside(part, look);
            }
            case "hyperlink" -> link(part, look);
            case "fldSimple" -> inside(part, look.leadingTo(address(part.get("instr", ""))));
            case "fldChar" -> field(part, look);
            case "instrText" -> {
                if (!fields.isEmpty()) {
                    fields.get(fields.size() - 1).instruction.append(part.words());
                }
            }
            case "commentReference" -> marks.comment(place);
            case "footnoteReference" -> marks.note(part, Paragraph.Aside.FOOTNOTE, hanging, place);
            case "endnoteReference" -> marks.note(part, Paragraph.Aside.ENDNOTE, hanging, place);
            case "drawing", "pict", "object" -> drawing(part, look);
            case "AlternateContent" -> alternatives(part, look);
            default -> inside(part, look);
        }
    }

    private Look look(Xml run, Look around) {
        Xml own = run.child("rPr");
        String letters = own == null ? null : own.value("rStyle");
        return new Look(
                is("b", own, letters, false),
                is("i", own, letters, false),
                is("vanish", own, letters, true),
                around.address());
    }

    private boolean is(String look, @Nullable Xml own, @Nullable String letters, boolean byParagraph) {
        Boolean said = own == null ? null : own.said(look);
        if (said == null && letters != null) {
            said = styles.says(letters, look);
        }
        if (said == null && byParagraph) {
            said = styles.says(style, look);
        }
        return said != null && said;
    }

    private void add(String text, Look look) {
        if (text.isEmpty() || !fields.isEmpty() && !fields.get(fields.size() - 1).shows) {
            return;
        }
        if (!text.isBlank()) {
            // a paragraph's style makes it bold as a whole, which is no emphasis within it
            allStrong &= look.strong() || Boolean.TRUE.equals(styles.says(style, "b"));
            if (look.hidden()) {
                marks.hidden(place);
            }
        }
        runs.add(new Run(text, look.strong(), look.slanted(), look.address()));
    }

    private static String sign(String hexadecimal) {
        return hexadecimal.matches("[0-9A-Fa-f]{1,5}") ? Signs.sign(Integer.parseInt(hexadecimal, 16)) : "▪";
    }

    private void link(Xml link, Look look) {
        Parts.Relation relation = relations.get(link.get("id", ""));
        inside(link, look.leadingTo(relation == null || !relation.external() ? null : safe(relation.target())));
    }

    private static @Nullable String address(String instruction) {
        Matcher address = ADDRESS.matcher(instruction);
        return address.find() ? safe(address.group(1)) : null;
    }

    private static @Nullable String safe(String target) {
        String address = target.strip().replace(" ", "%20").replace("(", "%28").replace(")", "%29");
        return LEADS_SOMEWHERE.matcher(address).matches() && address.length() < 2_000 ? address : null;
    }

    private void field(Xml part, Look look) {
        String type = part.get("fldCharType", "").toLowerCase(Locale.ROOT);
        if (type.equals("begin")) {
            Field field = new Field();
            field.form = part.child("ffData");
            fields.add(field);
        } else if (!fields.isEmpty()) {
            Field field = fields.get(fields.size() - 1);
            if (type.equals("separate")) {
                field.shows = true;
                field.from = runs.size();
            } else if (type.equals("end")) {
                fields.remove(fields.size() - 1);
                close(field, look);
            }
        }
    }

    private void close(Field field, Look look) {
        String address = address(field.instruction.toString());
        if (address != null && field.shows) {
            for (int i = field.from; i < runs.size(); i++) {
                Run run = runs.get(i);
                runs.set(i, new Run(run.text(), run.strong(), run.slanted(), address));
            }
        }
        Xml form = field.form;
        if (form != null && form.child("checkBox") != null) {
            Xml box = form.child("checkBox");
            boolean ticked = box != null && (box.child("checked") == null ? box.is("default") : box.is("checked"));
            add(ticked ? "☑" : "☐", look);
        } else if (form != null && form.child("ddList") != null && !field.shows) {
            add(chosen(form), look);
        }
    }

    private static String chosen(Xml form) {
        Xml list = form.child("ddList");
        if (list == null) {
            return "";
        }
        List<Xml> entries = list.children().stream()
                .filter(entry -> entry.name().equals("listEntry"))
                .toList();
        Xml result = list.child("result");
        int chosen = result == null ? 0 : result.number("val", 0);
        return chosen < entries.size() ? entries.get(chosen).get("val", "") : "";
    }

    /** The same drawing twice, for newer and for older programs. */
    private void alternatives(Xml part, Look look) {
        Xml newer = part.child("Choice");
        Xml older = part.child("Fallback");
        Xml chosen = newer != null && (older == null || newer.first("t") != null || older.first("t") == null)
                ? newer
                : older;
        if (chosen != null) {
            inside(chosen, look);
        }
    }

    private void drawing(Xml drawing, Look look) {
        int before = hanging.size();
        boxes(drawing);
        if (hanging.size() > before) {
            return;
        }
        if (drawing.first("t") != null) {
            inside(drawing, look);
        } else if (drawing.name().equals("object") || !marks.chart(drawing, relations, place)) {
            marks.picture(drawing, place);
        }
    }

    private void boxes(Xml drawing) {
        for (Xml child : drawing.children()) {
            if (child.name().equals("txbxContent")) {
                hanging.add(new Hanging(Paragraph.Aside.TEXT_BOX, child, ""));
                marks.textBox(place);
            } else if (child.name().equals("AlternateContent")) {
                Xml chosen = child.child("Choice") == null ? child.child("Fallback") : child.child("Choice");
                if (chosen != null) {
                    boxes(chosen);
                }
            } else {
                boxes(child);
            }
        }
    }
}
