package org.dueregard.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.document.MarkdownWriter.Run;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Text from another program, as that program writes it in HTML when it is copied, as Markdown: its lists, tables, headings,
 * bold and slanted words and links. Every word stays, in its order; how it looked does not.
 *
 * <p>Word has no lists in its HTML. Their items are paragraphs that name a list and a level in their style, and carry their
 * bullet or number in a part that other programs are asked to ignore.
 */
public final class RichText {

    /** The most characters of HTML that are read. A page of Word comes to about ten thousand. */
    public static final int LONGEST = 1_000_000;

    private static final int DEEPEST = 200;
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_ROWS = 1_000;

    private static final Set<String> LEFT_OUT = Set.of(
            "head",
            "script",
            "style",
            "title",
            "meta",
            "link",
            "xml",
            "template",
            "noscript",
            "svg",
            "object",
            "iframe",
            "select",
            "button",
            "del");

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "hr",
            "html",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "td",
            "th",
            "ul");

    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    private static final Pattern LIST_LEVEL = Pattern.compile("mso-list:\\s*\\S+\\s+level(\\d)");
    private static final Pattern MARGIN = Pattern.compile("(?<![\\w-])margin-left:\\s*([\\d.]+)(pt|in|cm)");
    private static final Pattern WEIGHT = Pattern.compile("(?<![\\w-])font-weight:\\s*(\\w+)");
    private static final Pattern SLANT = Pattern.compile("(?<![\\w-])font-style:\\s*(\\w+)");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})[.)]");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://|mailto:)[^\\s]+");
    /** What Word means by a letter in its font of signs. */
    private static final Map<String, String> WINGDINGS =
            Map.of("à", "→", "ß", "←", "ü", "✓", "û", "✗", "þ", "☑", "¨", "☐", "o", "☐", "q", "☐");

    private final MarkdownWriter out = new MarkdownWriter();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<Run> runs = new ArrayList<>();

    private int lists;
    private @Nullable Place place;

    /** Where the words of a cell are gathered; null outside of cells. */
    private @Nullable List<Run> cell;

    /** Where the next paragraph goes, if not by itself: it is a heading, or an item of a list. */
    private record Place(int heading, int depth, @Nullable Integer number, boolean begun) {

        Place onceBegun() {
            return new Place(heading, depth, number, true);
        }
    }

    private record Look(
            boolean strong,
            boolean slanted,
            boolean asTyped,
            @Nullable String address,
            boolean signs) {

        static final Look PLAIN = new Look(false, false, false, null, false);
    }

    private RichText() {}

    /** Empty when there are no words in it. */
    public static String toMarkdown(String html) {
        if (html.length() > LONGEST) {
            throw new IllegalArgumentException("More than " + LONGEST + " characters are not read");
        }
        RichText text = new RichText();
        text.inside(Jsoup.parse(html).body(), Look.PLAIN, 0);
        text.flush();
        return text.out.written();
    }

    private void inside(Element element, Look look, int depth) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                add(text.getWholeText(), look);
            } else if (child instanceof Element inner && depth < DEEPEST) {
                element(inner, look, depth + 1);
            } else if (child instanceof Element inner) {
                add(inner.text(), look);
            }
        }
    }

    private void add(String text, Look look) {
        String shown = look.asTyped()
                ? text.replace("\r\n", "\n")
                : text.replace('\n', ' ').replace('\r', ' ');
        if (look.signs()) {
            shown = WINGDINGS.getOrDefault(shown.strip(), shown);
        }
        runs.add(new Run(shown, look.strong(), look.slanted(), look.address()));
    }

    private void element(Element element, Look around, int depth) {
        String tag = element.normalName();
        String style = element.attr("style").toLowerCase(Locale.ROOT);
        if (LEFT_OUT.contains(tag) || isHidden(element, style)) {
            return;
        }
        Look look = look(element, tag, style, around);
        switch (tag) {
            case "br" -> runs.add(new Run("\n", false, false, null));
            case "table" -> table(element, look, depth);
            case "ul", "ol" -> list(element, look, depth);
            case "li" -> listItem(element, look, depth);
            case "input", "textarea", "img" -> {}
            default -> {
                if (HEADING.matcher(tag).matches() || element.hasClass("MsoTitle")) {
                    heading(element, tag, look, depth);
                } else if (BLOCKS.contains(tag)) {
                    paragraph(element, style, look, depth);
                } else {
                    inside(element, look, depth);
                }
            }
        }
    }

    private static boolean isHidden(Element element, String style) {
        return style.contains("mso-list:ignore")
                || style.contains("display:none")
                || style.contains("display: none")
                || style.contains("mso-hide:all")
                || style.contains("mso-element:comment")
                || element.hasClass("MsoCommentReference");
    }

    private static Look look(Element element, String tag, String style, Look around) {
        boolean strong = around.strong() || tag.equals("b") || tag.equals("strong");
        Matcher weight = WEIGHT.matcher(style);
        if (weight.find()) {
            strong = weight.group(1).matches("bold|bolder|[6-9]00");
        }
        boolean slanted = around.slanted() || tag.equals("i") || tag.equals("em");
        Matcher slant = SLANT.matcher(style);
        if (slant.find()) {
            slanted = slant.group(1).matches("italic|oblique");
        }
        // a heading is strong as it is, and so is the head of a table
        boolean head = HEADING.matcher(tag).matches() || tag.equals("th");
        return new Look(
                strong && !head,
                slanted && !head,
                around.asTyped() || tag.equals("pre"),
                tag.equals("a") ? address(element.attr("href")) : around.address(),
                style.contains("wingdings") || (around.signs() && !style.contains("font-family")));
    }

    /** Addresses of the web and mail, with nothing in them that would end them early. */
    private static @Nullable String address(String href) {
        String address = href.strip()
                .replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\\", "%5C")
                .replace("*", "%2A");
        return ADDRESS.matcher(address).matches() && address.length() < 2_000 ? address : null;
    }

    private void heading(Element element, String tag, Look look, int depth) {
        flush();
        String mark = mark(element).orElse("");
        place = new Place(tag.equals("p") ? 1 : tag.charAt(1) - '0', 0, null, false);
        if (!mark.isEmpty()) {
            add(mark + " ", look);
        }
        inside(element, new Look(false, false, false, look.address(), false), depth);
        flush();
        place = null;
    }

    private void paragraph(Element element, String style, Look look, int depth) {
        flush();
        Matcher level = LIST_LEVEL.matcher(style);
        Optional<String> mark = level.find() ? mark(element) : Optional.empty();
        if (mark.isPresent()) {
            wordItem(element, Integer.parseInt(level.group(1)), mark.get(), look, depth);
        } else if (element.className().startsWith("MsoListParagraph")) {
            filteredItem(element, style, look, depth);
        } else {
            inside(element, look, depth);
            flush();
        }
    }

    /** The bullet or number that Word writes for programs without lists. */
    private static Optional<String> mark(Element element) {
        return element.select("span[style~=(?i)mso-list:\\s*ignore]").stream()
                .map(span -> span.text().replace('\u00A0', ' ').strip())
                .filter(mark -> !mark.isEmpty())
                .findFirst();
    }

    /** What Markdown cannot count, as (a), iv. or 1.1, stands as a word before the item. */
    private void wordItem(Element element, int level, String mark, Look look, int depth) {
        Place around = place;
        Matcher number = NUMBER.matcher(mark);
        boolean counted = number.matches();
        place = new Place(0, lists + level, counted ? Integer.valueOf(number.group(1)) : null, false);
        if (!counted && mark.length() > 1) {
            add(mark + " ", look);
        }
        inside(element, look, depth);
        flush();
        place = around;
    }

    /** Saved by Word without what only Word understands: the bullet is text, with a gap of small spaces up to the words. */
    private void filteredItem(Element element, String style, Look look, int depth) {
        Element gap = element.selectFirst("span[style*=7.0pt]");
        if (gap != null
                && gap.text().replace('\u00A0', ' ').isBlank()
                && gap.previousSibling() instanceof TextNode mark
                && mark.text().strip().matches("\\S{1,6}")) {
            String written = mark.text().strip();
            mark.remove();
            gap.remove();
            wordItem(element, levelOf(style), written, look, depth);
        } else {
            inside(element, look, depth);
            flush();
        }
    }

    private static int levelOf(String style) {
        Matcher margin = MARGIN.matcher(style);
        if (!margin.find()) {
            return 1;
        }
        double points = Double.parseDouble(margin.group(1))
                * switch (margin.group(2)) {
                    case "in" -> 72;
                    case "cm" -> 28.35;
                    default -> 1;
                };
        return (int) Math.max(1, Math.min(9, Math.round(points / 36)));
    }

    private void list(Element list, Look look, int depth) {
        flush();
        Place around = place;
        lists++;
        if (list.normalName().equals("ol")) {
            numbers.put(lists, number(list.attr("start"), 1));
        } else {
            numbers.remove(lists);
        }
        inside(list, look, depth);
        flush();
        numbers.remove(lists);
        lists--;
        place = around;
    }

    /** Word in a browser gives each item a list of its own, and says only in an attribute how deep it is. */
    private void listItem(Element item, Look look, int depth) {
        flush();
        int said = number(item.attr("data-aria-level"), number(item.attr("aria-level"), 1));
        Integer number = numbers.get(lists);
        if (number != null) {
            number = number(item.attr("value"), number);
            numbers.put(lists, number + 1);
        }
        Place around = place;
        place = new Place(0, Math.max(Math.max(lists, 1), Math.min(said, 9)), number, false);
        inside(item, look, depth);
        flush();
        place = around;
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    private void table(Element table, Look look, int depth) {
        flush();
        Place around = place;
        place = null;
        for (Element caption : table.children()) {
            if (caption.normalName().equals("caption")) {
                inside(caption, look, depth + 1);
                flush();
            }
        }
        List<Element> rows = rows(table);
        int columns = rows.stream().mapToInt(row -> cells(row).size()).max().orElse(0);
        boolean nested = cell != null;
        if (nested || columns <= 1 || columns > MOST_COLUMNS || rows.size() > MOST_ROWS) {
            rows.forEach(row -> cells(row).forEach(cell -> {
                inside(cell, look, depth + 2);
                flush();
            }));
        } else {
            out.table(grid(rows, depth));
        }
        place = around;
    }

    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element part : table.children()) {
            if (part.normalName().equals("tr")) {
                rows.add(part);
            } else if (Set.of("thead", "tbody", "tfoot").contains(part.normalName())) {
                part.children().stream()
                        .filter(row -> row.normalName().equals("tr"))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private static List<Element> cells(Element row) {
        return row.children().stream()
                .filter(cell ->
                        cell.normalName().equals("td") || cell.normalName().equals("th"))
                .toList();
    }

    /** Each cell in its column: one that covers several stands in the first of them, on top and to the left. */
    private static List<List<List<Run>>> grid(List<Element> rows, int depth) {
        List<List<List<Run>>> grid = new ArrayList<>();
        Map<Integer, Integer> covered = new HashMap<>();
        for (Element row : rows) {
            List<List<Run>> line = new ArrayList<>();
            for (Element cell : cells(row)) {
                while (covered.getOrDefault(line.size(), 0) > 0 && line.size() < MOST_COLUMNS) {
                    line.add(List.of());
                }
                int wide = Math.min(number(cell.attr("colspan"), 1), MOST_COLUMNS - line.size());
                int high = Math.min(number(cell.attr("rowspan"), 1), MOST_ROWS);
                for (int column = 0; column < Math.max(wide, 1); column++) {
                    if (high > 1) {
                        covered.put(line.size(), high);
                    }
                    line.add(column == 0 ? cell(cell, depth) : List.of());
                }
            }
            covered.replaceAll((column, left) -> left - 1);
            grid.add(line);
        }
        return grid;
    }

    /** All that stands in a cell as one line, since that is what a cell holds; items of lists keep their bullets. */
    private static List<Run> cell(Element cell, int depth) {
        RichText inner = new RichText();
        inner.cell = new ArrayList<>();
        Look look = look(cell, cell.normalName(), cell.attr("style").toLowerCase(Locale.ROOT), Look.PLAIN);
        inner.inside(cell, look, depth + 2);
        inner.flush();
        return inner.cell;
    }

    private void flush() {
        List<Run> words = List.copyOf(runs);
        runs.clear();
        if (words.stream().allMatch(run -> run.text().replace('\u00A0', ' ').isBlank())) {
            return;
        }
        Place where = place;
        if (cell != null) {
            if (where != null && where.depth() > 0 && !where.begun()) {
                cell.add(new Run(where.number() == null ? " • " : " " + where.number() + ". ", false, false, null));
            } else {
                cell.add(new Run(" ", false, false, null));
            }
            cell.addAll(words);
        } else if (where == null) {
            out.paragraph(words);
        } else if (where.heading() > 0) {
            out.heading(where.heading(), words);
        } else if (where.begun()) {
            out.itemGoesOn(words);
        } else {
            out.item(where.depth(), where.number(), words);
        }
        if (where != null) {
            place = where.onceBegun();
        }
    }
}
