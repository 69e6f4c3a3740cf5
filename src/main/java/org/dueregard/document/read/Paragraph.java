package org.dueregard.document.read;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Words that stand by themselves.
 *
 * @param markdown the words of the line as Markdown, without its number or bullet
 * @param style what the file itself calls this kind of paragraph; empty where it has no names
 */
public record Paragraph(Place place, Line line, String markdown, Heading heading, String style, Aside aside)
        implements Block {

    /** Whether it stands in the text itself, or where else. */
    public enum Aside {
        NONE,
        TEXT_BOX,
        FOOTNOTE,
        ENDNOTE
    }

    /**
     * @param level from 1; 0 when it is none
     * @param stated whether the file says so; otherwise it only looks like one, and its level is a guess
     */
    public record Heading(int level, boolean stated) {

        public static final Heading NONE = new Heading(0, false);
    }

    public String text() {
        return line.text();
    }

    /** Several as one text, with their lists one inside the other. */
    public static String together(List<Paragraph> paragraphs) {
        StringBuilder all = new StringBuilder();
        boolean inList = false;
        for (Paragraph one : paragraphs) {
            boolean item = one.line.depth() > 0;
            if (!all.isEmpty()) {
                all.append(item && inList ? "\n" : "\n\n");
            }
            all.append(item ? one.item() : one.headed());
            inList = item;
        }
        return all.toString();
    }

    private String headed() {
        String words = line.number().isEmpty() ? markdown : line.number() + " " + markdown;
        return heading.level() == 0 ? words : (heading.level() <= 2 ? "## " : "### ") + words;
    }

    private String item() {
        String indent = "  ".repeat(line.depth() - 1);
        boolean sign = line.number().codePoints().noneMatch(Character::isLetterOrDigit);
        String first = sign ? "- " : "- " + line.number() + " ";
        return (first + markdown).lines().collect(Collectors.joining("\n" + indent + "  ", indent, ""));
    }
}
