package org.dueregard.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes blocks of text down as Markdown that reads as they did: whatever in the words would mean something in Markdown is
 * escaped, and no more than that, since people go on writing in it.
 */
public final class MarkdownWriter {

    /** A stretch of text that looks alike; a line end in it is one that shows. */
    public record Run(
            String text,
            boolean strong,
            boolean slanted,
            @Nullable String address) {

        boolean looksLike(Run other) {
            return strong == other.strong
                    && slanted == other.slanted
                    && java.util.Objects.equals(address, other.address);
        }

        Run with(String otherText) {
            return new Run(otherText, strong, slanted, address);
        }
    }

    private static final Pattern ENTITY = Pattern.compile("&(#|[A-Za-z][A-Za-z0-9]*;)");
    private static final Pattern LINE_OF_SIGNS = Pattern.compile("^[-=|:_ ]+$");
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])(?= |$)");
    private static final Pattern BEGINS_BLOCK = Pattern.compile("^(#{1,6}(?= |$)|[-+](?= |$)|>|~~~)");
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /** A list that is being written: how deep it says it is, whether its items are numbered, and where they begin. */
    private record Level(int depth, boolean numbered, int indent) {}

    private final StringBuilder out = new StringBuilder();
    private final Deque<Level> lists = new ArrayDeque<>();

    public String written() {
        return out.toString().strip();
    }

    public void paragraph(List<Run> runs) {
        String text = lines(runs);
        if (!text.isEmpty()) {
            lists.clear();
            apart();
            out.append(text).append('\n');
        }
    }

    /** @param level from 1 */
    public void heading(int level, List<Run> runs) {
        String text = oneLine(runs);
        if (!text.isEmpty()) {
            lists.clear();
            apart();
            String end =
                    text.endsWith("#") && !text.endsWith("\\#") ? text.substring(0, text.length() - 1) + "\\#" : text;
            out.append(level <= 2 ? "## " : "### ").append(end).append('\n');
        }
    }

    /**
     * An item of a list.
     *
     * @param depth from 1; deeper than the item before by more than one is deeper by one
     * @param number null for a bullet
     */
    public void item(int depth, @Nullable Integer number, List<Run> runs) {
        String text = lines(runs);
        if (text.isEmpty()) {
            return;
        }
        boolean numbered = number != null;
        boolean goesOn = !lists.isEmpty();
        while (!lists.isEmpty() && lists.peek().depth() > depth) {
            lists.pop();
        }
        Level same = lists.peek();
        boolean another = false;
        if (same != null && same.depth() == depth) {
            another = same.numbered() != numbered;
            lists.pop();
        }
        Level above = lists.peek();
        int indent = above == null ? 0 : above.indent();
        String mark = numbered ? number + ". " : "- ";
        // in the middle of an item, only a list that begins at 1 begins without an empty line
        boolean late = number != null && number != 1 && same == above;
        if (!goesOn || another || late) {
            apart();
        }
        lists.push(new Level(depth, numbered, indent + mark.length()));
        out.append(" ".repeat(indent)).append(mark).append(indented(text, indent + mark.length()));
    }

    /** Another paragraph of the item before. */
    public void itemGoesOn(List<Run> runs) {
        String text = lines(runs);
        Level item = lists.peek();
        if (item == null) {
            paragraph(runs);
        } else if (!text.isEmpty()) {
            apart();
            out.append(" ".repeat(item.indent())).append(indented(text, item.indent()));
        }
    }

    /** Rows of cells; the first becomes the head, since a table in Markdown has one. */
    public void table(List<List<List<Run>>> rows) {
        List<List<String>> cells = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> oneLine(cell).replace("|", "\\|"))
                        .collect(Collectors.toCollection(ArrayList::new)))
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .collect(Collectors.toList());
        int columns = cells.stream().mapToInt(MarkdownWriter::filled).max().orElse(0);
        if (columns == 0) {
            return;
        }
        lists.clear();
        apart();
        row(cells.get(0), columns);
        out.append('|').append(" --- |".repeat(columns)).append('\n');
        cells.subList(1, cells.size()).forEach(row -> row(row, columns));
    }

    private void row(List<String> cells, int columns) {
        out.append('|');
        for (int column = 0; column < columns; column++) {
            String cell = column < cells.size() ? cells.get(column) : "";
            out.append(' ').append(cell).append(cell.isEmpty() ? "|" : " |");
        }
        out.append('\n');
    }

    private static int filled(List<String> row) {
        int filled = row.size();
        while (filled > 0 && row.get(filled - 1).isEmpty()) {
            filled--;
        }
        return filled;
    }

    private void apart() {
        int end = out.length();
        if (end > 0 && !(end > 1 && out.charAt(end - 2) == '\n')) {
            out.append('\n');
        }
    }

    private static String indented(String text, int indent) {
        return text.replace("\n", "\n" + " ".repeat(indent)) + "\n";
    }

    private static String oneLine(List<Run> runs) {
        return lines(runs.stream()
                .map(run -> run.with(run.text().replace('\n', ' ')))
                .toList());
    }

    /** The runs as lines of Markdown, without spaces at their ends. */
    static String lines(List<Run> runs) {
        List<Run> tidy = tidy(runs);
        StringBuilder line = new StringBuilder();
        for (int place = 0; place < tidy.size(); place++) {
            char after = place + 1 < tidy.size() ? firstOf(tidy.get(place + 1)) : '\n';
            append(line, tidy.get(place), after);
        }
        return line.toString()
                .lines()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(MarkdownWriter::withoutBlockMarks)
                .collect(Collectors.joining("\n"));
    }

    private static char firstOf(Run run) {
        return run.address() != null ? '[' : run.text().charAt(0);
    }

    /** Spaces once, none around line ends, and what looks alike together. */
    private static List<Run> tidy(List<Run> runs) {
        List<Run> tidy = new ArrayList<>();
        boolean spaced = true;
        for (Run run : runs) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < run.text().length(); i++) {
                char c = run.text().charAt(i);
                if (c == '\n') {
                    text.append(c);
                    spaced = true;
                } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F' || c == '\u2007') {
                    if (!spaced) {
                        text.append(' ');
                        spaced = true;
                    }
                } else if (!Character.isISOControl(c) && c != '\u00AD' && c != '\u200B' && c != '\uFEFF') {
                    text.append(c);
                    spaced = false;
                }
            }
            if (text.isEmpty()) {
                continue;
            }
            Run last = tidy.isEmpty() ? null : tidy.get(tidy.size() - 1);
            if (last != null && (last.looksLike(run) || text.toString().isBlank())) {
                tidy.set(tidy.size() - 1, last.with(last.text() + text));
            } else {
                tidy.add(run.with(text.toString()));
            }
        }
        return tidy;
    }

    /** Marks stand tight around words, so spaces and line ends at the ends of a run go outside. */
    private static void append(StringBuilder line, Run run, char after) {
        String text = run.text();
        String inner = text.strip();
        if (inner.isEmpty()) {
            line.append(text);
            return;
        }
        int start = text.indexOf(inner);
        String behind = text.substring(start + inner.length());
        line.append(text, 0, start);
        char next = behind.isEmpty() ? after : behind.charAt(0);
        if (run.address() != null) {
            link(line, run, inner);
        } else {
            marked(line, run, inner, next);
        }
        line.append(behind);
    }

    private static void link(StringBuilder line, Run run, String inner) {
        String address = String.valueOf(run.address());
        if (inner.equals(address)) {
            line.append('<').append(address).append('>');
            return;
        }
        StringBuilder words = new StringBuilder();
        marked(words, run, inner.replace('\n', ' '), ']');
        line.append('[').append(words.toString().replaceAll("(?<!\\\\)((?:\\\\\\\\)*)([\\[\\]])", "$1\\\\$2"));
        line.append("](").append(address).append(')');
    }

    private static void marked(StringBuilder line, Run run, String inner, char next) {
        String mark = (run.strong() ? "**" : "") + (run.slanted() ? "*" : "");
        char before = line.isEmpty() ? ' ' : line.charAt(line.length() - 1);
        boolean holds = !mark.isEmpty()
                && before != '*'
                && next != '*'
                && !inner.contains("\n")
                && isOpenedBetween(before, inner.charAt(0))
                && isOpenedBetween(next, inner.charAt(inner.length() - 1));
        if (holds) {
            line.append(mark).append(escaped(inner, '*')).append(mark);
        } else {
            line.append(escaped(inner, next));
        }
    }

    /** Whether a mark holds between what is outside and inside of it; the rule for its other end is the same, mirrored. */
    private static boolean isOpenedBetween(char outside, char inside) {
        return Character.isLetterOrDigit(inside)
                || Character.isWhitespace(outside)
                || PUNCTUATION.indexOf(outside) >= 0;
    }

    /** @param after what stands behind the text */
    private static String escaped(String text, char after) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : after;
            boolean means = switch (c) {
                case '*', '`' -> true;
                case '\\' -> PUNCTUATION.indexOf(next) >= 0 || Character.isWhitespace(next) || i + 1 == text.length();
                case '_' -> !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(next));
                case ']' -> "([:".indexOf(next) >= 0;
                case '!' -> next == '[';
                case '<' -> Character.isLetter(next) || "/!?".indexOf(next) >= 0;
                case '&' ->
                    i + 1 == text.length()
                            || ENTITY.matcher(text).region(i, text.length()).lookingAt();
                default -> false;
            };
            if (means) {
                safe.append('\\');
            }
            safe.append(c);
        }
        return safe.toString();
    }

    /** A line that would begin a heading, a list, a quotation or a rule begins with an escape instead. */
    private static String withoutBlockMarks(String line) {
        if (LINE_OF_SIGNS.matcher(line).matches() || BEGINS_BLOCK.matcher(line).find()) {
            return "\\" + line;
        }
        return NUMBERED.matcher(line).replaceFirst("$1\\\\$2");
    }
}
