package org.dueregard.document.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.jspecify.annotations.Nullable;

/** How a workbook shows its cells: numbers by their format, what is bold, what is shaded. */
final class WorkbookStyles {

    /** @param strong whether the whole cell is bold */
    private record Style(int format, String pattern, boolean strong, String shade) {}

    /** Short dates and times, which Excel writes down in the order of the country it runs in. */
    private static final Map<Integer, String> BRITISH = Map.of(14, "dd/mm/yyyy", 22, "dd/mm/yyyy hh:mm");

    /** Colours of a theme by the numbers that cells use for them. */
    private static final List<String> THEME =
            List.of("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6");

    /** Excel's own limit; the library looks through the whole of it for every cell. */
    private static final int LONGEST_PATTERN = 255;

    /** What Java calls it for short in British English, where Excel shows three letters. */
    private static final Pattern SEPTEMBER = Pattern.compile("\\bSept\\b");

    private final List<Style> styles = new ArrayList<>();
    private final DataFormatter formatter = new DataFormatter(Locale.UK);
    private final boolean since1904;

    WorkbookStyles(Xml part, Xml theme, boolean since1904) {
        this.since1904 = since1904;
        Map<Integer, String> patterns = new HashMap<>();
        for (Xml format : children(part, "numFmts")) {
            patterns.put(format.number("numFmtId", -1), format.get("formatCode", "General"));
        }
        List<Xml> fonts = children(part, "fonts");
        List<Xml> fills = children(part, "fills");
        for (Xml cell : children(part, "cellXfs")) {
            int format = cell.number("numFmtId", 0);
            String builtIn =
                    BRITISH.containsKey(format) ? BRITISH.get(format) : BuiltinFormats.getBuiltinFormat(format);
            String stated = patterns.getOrDefault(format, builtIn == null ? "General" : builtIn);
            String pattern = stated.length() > LONGEST_PATTERN ? "General" : stated;
            int font = cell.number("fontId", 0);
            int fill = cell.number("fillId", 0);
            styles.add(new Style(
                    BRITISH.containsKey(format) ? -1 : format,
                    pattern,
                    font < fonts.size() && fonts.get(font).is("b"),
                    fill < fills.size() ? shade(fills.get(fill), theme) : ""));
        }
    }

    private static List<Xml> children(Xml part, String name) {
        Xml holder = part.child(name);
        return holder == null ? List.of() : holder.children();
    }

    private static String shade(Xml fill, Xml theme) {
        Xml pattern = fill.child("patternFill");
        Xml colour =
                pattern == null || !pattern.get("patternType", "").equals("solid") ? null : pattern.child("fgColor");
        if (colour == null) {
            return "";
        }
        String rgb = colour.get("rgb", "");
        int number = colour.number("theme", -1);
        if (rgb.isEmpty() && number >= 0 && number < THEME.size()) {
            Xml named = theme.first(THEME.get(number));
            Xml stated = named == null || named.children().isEmpty()
                    ? null
                    : named.children().get(0);
            rgb = stated == null ? "" : stated.get("lastClr", stated.get("val", ""));
            // a tint of white is a grey, and told as one
            if (rgb.equalsIgnoreCase("FFFFFF") && colour.get("tint") != null) {
                rgb = "D9D9D9";
            }
        }
        String last = rgb.length() == 8 ? rgb.substring(2) : rgb;
        return last.matches("[0-9A-Fa-f]{6}") && !last.equalsIgnoreCase("FFFFFF") ? last.toUpperCase(Locale.ROOT) : "";
    }

    boolean isStrong(int style) {
        return style < styles.size() && styles.get(style).strong();
    }

    String shade(int style) {
        return style < styles.size() ? styles.get(style).shade() : "";
    }

    /** A number as the cell shows it. */
    String shown(@Nullable String value, int style) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException words) {
            return value;
        }
        Style with = style < styles.size() ? styles.get(style) : new Style(0, "General", false, "");
        String shown = formatter.formatRawCellContents(number, with.format(), with.pattern(), since1904);
        // a format can hide what it is given, as ;;; does; a reader of the table would miss it
        return shown.isBlank() ? value : SEPTEMBER.matcher(shown.strip()).replaceAll("Sep");
    }
}
