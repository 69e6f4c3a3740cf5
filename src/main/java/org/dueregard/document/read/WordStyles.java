package org.dueregard.document.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The styles of a Word file, each with what it has from those that it is based on. */
final class WordStyles {

    /** Programs in other languages write their own names, where Word itself keeps the English one. */
    private static final Pattern HEADING = Pattern.compile(
            "(?:heading|pennawd|ceannteideal|ceann|überschrift|titre|título|titolo|kop|rubrik|overskrift|"
                    + "nagłówek|otsikko)\\s*([1-9])");

    private static final Pattern LIST = Pattern.compile("(?i)list (?:bullet|number) ([2-5])");

    /** Deeper than any style that people made; a circle ends here too. */
    private static final int MOST_STEPS = 20;

    private final Map<String, Xml> styles = new HashMap<>();
    private String usual = "";

    WordStyles(Xml part) {
        for (Xml style : part.children()) {
            if (style.name().equals("style")) {
                String id = style.get("styleId", "");
                styles.put(id, style);
                if (style.get("type", "").equals("paragraph") && isOn(style.get("default"))) {
                    usual = id;
                }
            }
        }
    }

    private static boolean isOn(@Nullable String value) {
        return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
    }

    /** The style's name, as people see it; that of the usual one is not worth telling. */
    String name(String id) {
        Xml style = styles.get(id);
        String name = style == null ? id : style.child("name") == null ? id : String.valueOf(style.value("name"));
        return id.equals(usual) ? "" : name;
    }

    /** The level that a style gives to a heading, from 1; 0 for none, null when it says nothing. */
    @Nullable
    Integer heading(String id) {
        return inherited(id, style -> {
            String outline = value(style, "pPr", "outlineLvl");
            if (outline != null && outline.matches("\\d")) {
                return outline.equals("9") ? 0 : Integer.parseInt(outline) + 1;
            }
            String name = style.child("name") == null ? "" : String.valueOf(style.value("name"));
            Matcher heading = HEADING.matcher(name.toLowerCase(Locale.ROOT));
            if (heading.matches()) {
                return Integer.valueOf(heading.group(1));
            }
            return name.equalsIgnoreCase("title") ? 1 : null;
        });
    }

    /** How deep in lists the style is by its name, {@code List Bullet 2}, which begins a list of its own; 0 for no such name. */
    int listDepth(String id) {
        Matcher list = LIST.matcher(name(id));
        return list.matches() ? Integer.parseInt(list.group(1)) : 0;
    }

    /** Whether the style makes words bold, slanted or hidden; null when it says nothing. */
    @Nullable
    Boolean says(String id, String look) {
        return inherited(id, style -> {
            Xml letters = style.child("rPr");
            return letters == null ? null : letters.said(look);
        });
    }

    @Nullable
    String list(String id) {
        return inherited(id, style -> {
            Xml number = style.down("pPr", "numPr");
            return number == null ? null : number.value("numId");
        });
    }

    @Nullable
    String listLevel(String id) {
        return inherited(id, style -> {
            Xml number = style.down("pPr", "numPr");
            return number == null ? null : number.value("ilvl");
        });
    }

    String usual() {
        return usual;
    }

    private static @Nullable String value(Xml style, String of, String what) {
        Xml part = style.child(of);
        return part == null ? null : part.value(what);
    }

    private <T> @Nullable T inherited(String id, Function<Xml, @Nullable T> what) {
        Set<String> seen = new HashSet<>();
        Xml style = styles.get(id);
        String here = id;
        while (style != null && seen.add(here) && seen.size() < MOST_STEPS) {
            T found = what.apply(style);
            if (found != null) {
                return found;
            }
            String next = style.value("basedOn");
            here = next == null ? "" : next;
            style = styles.get(here);
        }
        return null;
    }
}
