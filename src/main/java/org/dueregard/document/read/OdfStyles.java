package org.dueregard.document.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The styles of an OpenDocument file, those that people made and those that the program made on its own. */
final class OdfStyles {

    private static final int MOST_STEPS = 20;

    private final Map<String, Xml> styles = new HashMap<>();
    private final Map<String, Map<Integer, Xml>> lists = new HashMap<>();
    private final Map<String, Optional<String>> properties = new HashMap<>();
    private Map<Integer, Xml> outline = Map.of();

    private static Map<Integer, Xml> levels(Xml list) {
        Map<Integer, Xml> levels = new HashMap<>();
        for (Xml level : list.children()) {
            levels.putIfAbsent(level.number("level", 0), level);
        }
        return levels;
    }

    /** Takes the styles that stand in an element, at whatever depth. */
    void add(Xml holder) {
        properties.clear();
        for (Xml one : holder.children()) {
            switch (one.name()) {
                case "style" -> styles.put(one.get("family", "") + "/" + one.get("name", ""), one);
                case "list-style" -> lists.put(one.get("name", ""), levels(one));
                case "outline-style" -> outline = levels(one);
                case "styles", "automatic-styles" -> add(one);
                default -> {}
            }
        }
    }

    /** A property of a style or of one that it is based on. */
    @Nullable
    String property(String family, @Nullable String name, String property) {
        return name == null
                ? null
                : properties
                        .computeIfAbsent(
                                family + "/" + property + "/" + name,
                                key -> Optional.ofNullable(found(family, name, property)))
                        .orElse(null);
    }

    private @Nullable String found(String family, String name, String property) {
        Set<String> seen = new HashSet<>();
        String here = name;
        while (here != null && seen.add(here) && seen.size() < MOST_STEPS) {
            Xml style = styles.get(family + "/" + here);
            if (style == null) {
                return null;
            }
            for (Xml properties : style.children()) {
                String value = properties.get(property);
                if (value != null) {
                    return value;
                }
            }
            here = style.get("parent-style-name");
        }
        return null;
    }

    /** The name that people gave a style; what the program made on its own goes by what it is based on. */
    String shown(@Nullable String name) {
        String here = name;
        for (int step = 0; here != null && step < MOST_STEPS; step++) {
            Xml style = styles.get("paragraph/" + here);
            if (style == null || !here.matches("P\\d+")) {
                String shown = style == null ? here : style.get("display-name", here);
                return shown.replace("_20_", " ").replaceFirst("^Standard$", "");
            }
            here = style.get("parent-style-name");
        }
        return "";
    }

    /** The list that a paragraph style belongs to. */
    @Nullable
    String list(@Nullable String paragraphStyle) {
        Xml style = styles.get("paragraph/" + paragraphStyle);
        return style == null ? null : style.get("list-style-name");
    }

    @Nullable
    Xml level(@Nullable String list, int depth) {
        return list == null ? null : lists.getOrDefault(list, Map.of()).get(depth);
    }

    @Nullable
    Xml outlineLevel(int depth) {
        return outline.get(depth);
    }

    String shade(String family, @Nullable String name) {
        String colour = property(family, name, "background-color");
        String hexadecimal = colour == null ? "" : colour.replace("#", "").toUpperCase(Locale.ROOT);
        return hexadecimal.matches("[0-9A-F]{6}") && !hexadecimal.equals("FFFFFF") ? hexadecimal : "";
    }

    boolean isStrong(String family, @Nullable String name, boolean otherwise) {
        String weight = property(family, name, "font-weight");
        return weight == null ? otherwise : weight.matches("bold|[6-9]00");
    }

    boolean isSlanted(String family, @Nullable String name, boolean otherwise) {
        String slant = property(family, name, "font-style");
        return slant == null ? otherwise : slant.matches("italic|oblique");
    }
}
