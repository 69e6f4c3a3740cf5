package org.dueregard.document.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dueregard.document.MarkdownWriter.Run;
import org.jspecify.annotations.Nullable;

/** The words of one paragraph of an OpenDocument file, and what hangs on it. */
final class OdfText {

    private static final Pattern LEADS_SOMEWHERE = Pattern.compile("(?i)(https?://|mailto:)[^\\s<>()*\\\\]+");

    private record Look(
            boolean strong,
            boolean slanted,
            boolean hidden,
            @Nullable String address) {}

    private final OdfStyles styles;
    private final Notes notes;
    private final Place place;
    private final List<Run> runs = new ArrayList<>();
    private final List<WordText.Hanging> hanging = new ArrayList<>();
    private boolean allStrong = true;
    private boolean spaced = true;
    private boolean strongByStyle;

    OdfText(OdfStyles styles, Notes notes, Place place) {
        this.styles = styles;
        this.notes = notes;
        this.place = place;
    }

    void read(Xml paragraph) {
        String style = paragraph.get("style-name");
        strongByStyle = styles.isStrong("paragraph", style, false);
        inside(paragraph, new Look(false, false, false, null));
    }

    List<Run> runs() {
        return runs;
    }

    List<WordText.Hanging> hanging() {
        return hanging;
    }

    String text() {
        StringBuilder all = new StringBuilder();
        runs.forEach(run -> all.append(run.text()));
        return WordText.tidy(all.toString());
    }

    boolean isStrong() {
        return allStrong && runs.stream().anyMatch(run -> !run.text().isBlank());
    }

    private void inside(Xml element, Look look) {
        for (Xml child : element.children()) {
            part(child, look);
        }
    }

    private void part(Xml part, Look look) {
        switch (part.name()) {
            case "" -> add(collapsed(part.text()), look);
            case "span" -> inside(part, look(part.get("style-name"), look));
            case "a" -> inside(part, new Look(look.strong(), look.slanted(), look.hidden(), address(part)));
            case "s" -> add(" ".repeat(Math.min(part.number("c", 1), 1_000)), look);
            case "tab" -> add("\t", look);
            case "line-break" -> add("\n", look);
            case "note" -> footnote(part);
            case "annotation" -> notes.add(Note.Kind.COMMENT, place);
            case "change-start" -> notes.add(Note.Kind.INSERTED, place);
            case "frame", "custom-shape", "rect", "g", "object", "image", "text-box" -> drawing(part);
            case "annotation-end", "change", "change-end", "tracked-changes", "title", "desc", "event-listeners" -> {}
            default -> inside(part, look);
        }
    }

    /** Spaces and line ends of the file's own layout are one space; more are written as such. */
    private String collapsed(String text) {
        StringBuilder collapsed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!space || !spaced) {
                collapsed.append(space ? ' ' : c);
            }
            spaced = space;
        }
        return collapsed.toString();
    }

    private Look look(@Nullable String style, Look around) {
        return new Look(
                styles.isStrong("text", style, around.strong()),
                styles.isSlanted("text", style, around.slanted()),
                around.hidden() || "none".equals(styles.property("text", style, "display")),
                around.address());
    }

    private void add(String text, Look look) {
        if (text.isEmpty()) {
            return;
        }
        if (!text.isBlank()) {
            allStrong &= look.strong() || strongByStyle;
            if (look.hidden()) {
                notes.add(Note.Kind.HIDDEN_TEXT, place);
            }
        }
        runs.add(new Run(text, look.strong(), look.slanted(), look.address()));
    }

    private static @Nullable String address(Xml link) {
        String address = link.get("href", "")
                .strip()
                .replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29");
        return LEADS_SOMEWHERE.matcher(address).matches() && address.length() < 2_000 ? address : null;
    }

    private void footnote(Xml note) {
        Xml body = note.child("note-body");
        Xml sign = note.child("note-citation");
        if (body != null) {
            Paragraph.Aside aside =
                    note.get("note-class", "").equals("endnote") ? Paragraph.Aside.ENDNOTE : Paragraph.Aside.FOOTNOTE;
            hanging.add(new WordText.Hanging(
                    aside, body, sign == null ? "" : sign.words().strip()));
            notes.add(Note.Kind.FOOTNOTE, place);
        }
    }

    private void drawing(Xml drawing) {
        if (drawing.first("p") != null || drawing.first("h") != null) {
            hanging.add(new WordText.Hanging(Paragraph.Aside.TEXT_BOX, drawing, ""));
            notes.add(Note.Kind.TEXT_BOX, place);
        } else {
            Xml about = drawing.child("desc") == null ? drawing.child("title") : drawing.child("desc");
            notes.add(
                    drawing.first("object") == null ? Note.Kind.PICTURE : Note.Kind.CHART,
                    place,
                    about == null ? "" : about.words().strip());
        }
    }
}
