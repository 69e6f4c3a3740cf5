package org.dueregard.document.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.document.FileKind;
import org.dueregard.document.MarkdownWriter.Run;
import org.dueregard.document.UntrustedFiles.Trouble;
import org.dueregard.document.read.Paragraph.Aside;
import org.dueregard.document.read.Paragraph.Heading;
import org.jspecify.annotations.Nullable;

/** Reads a workbook row by row; the library is asked only how a number looks in its format. */
final class WorkbookReader {

    private static final String MAIN = "xl/workbook.xml";
    private static final Pattern REFERENCE = Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");
    private static final Pattern ROWS = Pattern.compile("\\$([0-9]{1,7}):\\$([0-9]{1,7})");
    private static final Pattern PAGE_CODES = Pattern.compile("&(\"[^\"]*\"|\\d+|[A-Z&])");
    /** More rows than that are kept in view to be read, not as head. */
    private static final int MOST_HEADS = 10;

    /** @param runs null where all of it looks alike */
    private record Shared(String text, @Nullable List<Run> runs) {}

    private record Corner(int row, int column) {}

    private final String file;
    private final Parts parts;
    private final Bounds bounds;
    private final Notes notes = new Notes();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Shared> shared = new ArrayList<>();
    private final WorkbookStyles styles;
    private final Xml workbook;

    private WorkbookReader(String file, Parts parts, Bounds bounds) throws IOException {
        this.file = file;
        this.parts = parts;
        this.bounds = bounds;
        this.workbook = parts.tree(MAIN, "definedName"::equals);
        Xml settings = workbook.child("workbookPr");
        Xml theme = new Xml("", new String[0]);
        Xml looks = theme;
        for (Parts.Relation relation : parts.relations(MAIN).values()) {
            if (relation.is("styles")) {
                looks = parts.tree(relation.target(), nothing -> false);
            } else if (relation.is("theme")) {
                theme = parts.tree(relation.target(), nothing -> false);
            } else if (relation.is("sharedStrings")) {
                share(relation.target());
            }
        }
        boolean since1904 = settings != null && settings.get("date1904", "0").matches("1|true");
        this.styles = new WorkbookStyles(looks, theme, since1904);
    }

    static NeutralDocument read(String file, byte[] content) throws IOException {
        Bounds bounds = new Bounds();
        try (Parts parts = new Parts(content, bounds)) {
            WorkbookReader reader = new WorkbookReader(file, parts, bounds);
            reader.sheets();
            if (reader.blocks.isEmpty() && reader.notes.all().isEmpty()) {
                throw new Refused(Trouble.EMPTY);
            }
            return new NeutralDocument(file, FileKind.EXCEL, reader.blocks, reader.notes.all());
        }
    }

    private void share(String part) throws IOException {
        try (XmlInput in = parts.open(part)) {
            while (in.next("si")) {
                shared.add(text(in.element("t"::equals)));
            }
        }
    }

    /** How words are said in another script is beside them, not of them. */
    private static Shared text(Xml item) {
        StringBuilder all = new StringBuilder();
        List<Run> runs = new ArrayList<>();
        boolean looks = false;
        for (Xml child : item.children()) {
            if (child.name().equals("t")) {
                all.append(child.words());
                runs.add(new Run(child.words(), false, false, null));
            } else if (child.name().equals("r")) {
                Xml look = child.child("rPr");
                Xml words = child.child("t");
                String text = words == null ? "" : words.words();
                boolean strong = look != null && look.is("b");
                boolean slanted = look != null && look.is("i");
                looks |= strong || slanted;
                all.append(text);
                runs.add(new Run(text, strong, slanted, null));
            }
        }
        return new Shared(WordText.tidy(all.toString().replace("\r", "")), looks ? runs : null);
    }

    private void sheets() throws IOException {
        Map<String, Parts.Relation> relations = parts.relations(MAIN);
        Xml all = workbook.child("sheets");
        int number = 0;
        for (Xml sheet : all == null ? List.<Xml>of() : all.children()) {
            Parts.Relation relation = relations.get(sheet.get("id", ""));
            if (relation != null && relation.is("worksheet") && parts.has(relation.target())) {
                Place.InSheet place = new Place.InSheet(file, sheet.get("name", ""), 0, 0);
                if (!sheet.get("state", "visible").equals("visible")) {
                    notes.add(Note.Kind.HIDDEN_SHEET, place);
                }
                sheet(relation.target(), place, number);
            } else if (relation != null && relation.is("chartsheet")) {
                notes.add(Note.Kind.CHART, new Place.InSheet(file, sheet.get("name", ""), 0, 0));
            }
            number++;
        }
    }

    private void sheet(String part, Place.InSheet place, int number) throws IOException {
        SheetCells cells = new SheetCells(place, bounds, notes);
        printTitles(number, cells);
        SheetRows rows = new SheetRows(cells, place);
        try (XmlInput in = parts.open(part)) {
            while (in.next()) {
                switch (in.name()) {
                    case "pane" -> frozen(in, cells);
                    case "col" -> column(in, cells);
                    case "row" -> rows.row(in);
                    case "mergeCell" -> merge(in.get("ref"), cells);
                    case "autoFilter" -> head(in.get("ref"), cells);
                    case "headerFooter" -> pages(in.element(any -> true), place);
                    default -> {}
                }
            }
        }
        Map<String, Parts.Relation> relations = parts.relations(part);
        for (Parts.Relation relation : relations.values()) {
            if (relation.is("table") && parts.has(relation.target())) {
                Xml table = parts.tree(relation.target(), nothing -> false);
                if (table.number("headerRowCount", 1) > 0) {
                    head(table.get("ref"), cells);
                }
            }
        }
        cells.into(blocks);
        notes.counted(Note.Kind.FORMULA, place, rows.formulas);
        for (Parts.Relation relation : relations.values()) {
            if (relation.is("comments") && parts.has(relation.target())) {
                comments(relation.target(), place);
            } else if (relation.is("drawing") && parts.has(relation.target())) {
                drawing(relation.target(), place);
            }
        }
    }

    private void printTitles(int number, SheetCells cells) {
        Xml names = workbook.child("definedNames");
        for (Xml name : names == null ? List.<Xml>of() : names.children()) {
            if (name.get("name", "").equals("_xlnm.Print_Titles") && name.number("localSheetId", -1) == number) {
                Matcher rows = ROWS.matcher(name.words());
                if (rows.find()) {
                    int to = Integer.parseInt(rows.group(2));
                    for (int row = Integer.parseInt(rows.group(1)), n = 0; row <= to && n < MOST_HEADS; row++, n++) {
                        cells.head(row);
                    }
                }
            }
        }
    }

    private static void frozen(XmlInput in, SheetCells cells) {
        String rows = in.get("ySplit");
        String state = in.get("state");
        if (rows != null && state != null && state.startsWith("frozen") && rows.matches("\\d{1,2}(\\.0)?")) {
            int kept = (int) Double.parseDouble(rows);
            for (int row = 1; row <= kept && kept <= MOST_HEADS; row++) {
                cells.head(row);
            }
        }
    }

    private static void column(XmlInput in, SheetCells cells) {
        int from = number(in.get("min"));
        int to = Math.min(number(in.get("max")), Bounds.MOST_COLUMNS);
        String width = in.get("width");
        int wide =
                width != null && width.matches("\\d{1,4}(\\.\\d+)?") ? (int) Math.round(Double.parseDouble(width)) : 0;
        for (int column = Math.max(1, from); column <= to; column++) {
            cells.column(column, wide, isOn(in.get("hidden")));
        }
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    }

    private static boolean isOn(@Nullable String value) {
        return value != null && (value.equals("1") || value.equals("true"));
    }

    private static void merge(@Nullable String reference, SheetCells cells) {
        String[] corners = String.valueOf(reference).split(":");
        Corner first = corner(corners[0]);
        Corner last = corner(corners[corners.length - 1]);
        if (first != null && last != null && last.row() >= first.row() && last.column() >= first.column()) {
            cells.merge(new SheetCells.Region(first.row(), first.column(), last.row(), last.column()));
        }
    }

    private static void head(@Nullable String reference, SheetCells cells) {
        Corner first = corner(String.valueOf(reference).split(":")[0]);
        if (first != null) {
            cells.head(first.row());
        }
    }

    private static @Nullable Corner corner(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        if (!parts.matches()) {
            return null;
        }
        int column = 0;
        for (char letter : parts.group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return new Corner(Integer.parseInt(parts.group(2)), column);
    }

    private void pages(Xml headersAndFooters, Place.InSheet place) {
        for (Xml one : headersAndFooters.children()) {
            String words = PAGE_CODES.matcher(one.words()).replaceAll(" ").strip();
            if (!words.isEmpty()) {
                notes.add(one.name().endsWith("Header") ? Note.Kind.HEADER : Note.Kind.FOOTER, place, words);
            }
        }
    }

    private void comments(String part, Place.InSheet place) throws IOException {
        try (XmlInput in = parts.open(part)) {
            while (in.next("comment")) {
                Corner at = corner(String.valueOf(in.get("ref")));
                notes.add(Note.Kind.COMMENT, at == null ? place : place.cell(at.row(), at.column()));
            }
        }
    }

    private void drawing(String part, Place.InSheet place) throws IOException {
        Map<String, Parts.Relation> relations = parts.relations(part);
        for (Xml anchor : parts.tree(part, name -> name.equals("t") || name.equals("row") || name.equals("col"))
                .children()) {
            Xml from = anchor.child("from");
            Place.InSheet at = from == null ? place : place.cell(counted(from, "row"), counted(from, "col"));
            Xml chart = anchor.first("chart");
            Parts.Relation drawn = chart == null ? null : relations.get(chart.get("id", ""));
            if (drawn != null && parts.has(drawn.target())) {
                notes.add(
                        Note.Kind.CHART,
                        at,
                        words(parts.tree(drawn.target(), name -> name.equals("t") || name.equals("v"))));
            } else if (anchor.first("t") != null) {
                notes.add(Note.Kind.TEXT_BOX, at);
                box(anchor, at);
            } else if (anchor.first("pic") != null) {
                Xml about = anchor.first("cNvPr");
                notes.add(Note.Kind.PICTURE, at, about == null ? "" : about.get("descr", ""));
            }
        }
    }

    private void box(Xml holder, Place at) {
        for (Xml child : holder.children()) {
            if (child.name().equals("p")) {
                String words = WordText.tidy(child.words());
                if (!words.isEmpty()) {
                    List<Run> runs = List.of(new Run(words, false, false, null));
                    blocks.add(new Paragraph(
                            at, Line.of(words), CellWords.markdown(runs), Heading.NONE, "", Aside.TEXT_BOX));
                }
            } else if (!child.name().equals("Fallback")) {
                box(child, at);
            }
        }
    }

    private static int counted(Xml from, String what) {
        Xml number = from.child(what);
        return number == null ? 1 : number(number.words().strip()) + 1;
    }

    private static String words(Xml part) {
        StringBuilder words = new StringBuilder();
        for (Xml child : part.children()) {
            String inner = child.name().isEmpty() ? child.text() : words(child);
            if (!inner.isBlank()) {
                words.append(words.isEmpty() ? "" : " ").append(inner.strip());
            }
        }
        return words.toString();
    }

    /** The rows of one sheet. */
    private final class SheetRows {

        private final SheetCells cells;
        private final Place.InSheet place;
        private int row;
        private int formulas;

        SheetRows(SheetCells cells, Place.InSheet place) {
            this.cells = cells;
            this.place = place;
        }

        void row(XmlInput in) throws IOException {
            int said = number(in.get("r"));
            // a row out of its order would be lost, and is put where it comes
            row = Math.max(said, row + 1);
            cells.row(row, isOn(in.get("hidden")));
            int column = 0;
            while (in.nextInside()) {
                if (!in.name().equals("c")) {
                    in.skip();
                    continue;
                }
                Corner at = corner(String.valueOf(in.get("r")));
                column = at == null ? column + 1 : Math.max(at.column(), column + 1);
                cell(in, column);
            }
        }

        private void cell(XmlInput in, int column) throws IOException {
            String type = in.get("t");
            int style = number(in.get("s"));
            String value = null;
            Shared inline = null;
            boolean formula = false;
            while (in.nextInside()) {
                switch (in.name()) {
                    case "v" -> value = in.element(any -> true).words();
                    case "is" -> inline = text(in.element("t"::equals));
                    case "f" -> {
                        formula = true;
                        in.skip();
                    }
                    default -> in.skip();
                }
            }
            Shared words = inline == null ? words(type == null ? "n" : type, value, style) : inline;
            if (formula) {
                formulas++;
                if (words.text().isEmpty() && value == null || "e".equals(type)) {
                    notes.add(Note.Kind.FORMULA_WITHOUT_VALUE, place.cell(row, column));
                }
            }
            cells.cell(column, cell(words, style));
        }

        private Shared words(String type, @Nullable String value, int style) {
            return switch (type) {
                case "s" -> {
                    int index = value == null ? -1 : number(value.strip());
                    if (index < 0 || index >= shared.size()) {
                        yield new Shared("", null);
                    }
                    // the same words may be shown in a million cells
                    Shared words = shared.get(index);
                    bounds.characters(words.text().length());
                    bounds.again(words.runs() == null ? 1 : words.runs().size());
                    yield words;
                }
                case "b" -> new Shared(value == null ? "" : value.equals("1") ? "TRUE" : "FALSE", null);
                case "n" -> {
                    String shown = styles.shown(value, style);
                    // a format may add more than the file holds
                    bounds.characters(shown.length());
                    yield new Shared(shown, null);
                }
                default -> new Shared(value == null ? "" : WordText.tidy(value.replace("\r", "")), null);
            };
        }

        private Cell cell(Shared words, int style) {
            Cell plain = CellWords.of(words.text(), styles.isStrong(style), styles.shade(style));
            List<Run> runs = words.runs();
            if (runs == null || plain.isEmpty() || styles.isStrong(style)) {
                return plain;
            }
            boolean strong =
                    runs.stream().allMatch(run -> run.strong() || run.text().isBlank());
            return new Cell(
                    plain.lines(),
                    CellWords.markdown(runs),
                    plain.kind(),
                    null,
                    Cell.Look.of(strong, plain.look().shade()),
                    List.of());
        }
    }
}
