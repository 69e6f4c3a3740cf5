package org.dueregard.document.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts paragraphs as Word does when it prints. Lists that share a definition go on counting from each other, unless one says
 * that it begins anew.
 */
final class WordNumbering {

    private static final int LEVELS = 9;
    private static final int NOT_BEGUN = -1;

    private final Map<String, Xml> definitions = new HashMap<>();
    private final Map<String, Xml> lists = new HashMap<>();
    private final Map<Xml, Map<Integer, Xml>> levels = new IdentityHashMap<>();
    private final Map<Xml, Map<String, Integer>> levelsByStyle = new IdentityHashMap<>();
    private final Map<String, String> definitionByStyle = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    WordNumbering(Xml part) {
        for (Xml one : part.children()) {
            if (one.name().equals("abstractNum")) {
                String id = one.get("abstractNumId", "");
                definitions.put(id, one);
                String style = one.value("styleLink");
                if (style != null) {
                    definitionByStyle.put(style, id);
                }
            } else if (one.name().equals("num")) {
                lists.put(one.get("numId", ""), one);
            }
        }
    }

    /** The level at which a list has a paragraph style; null when it names none. */
    @Nullable
    Integer levelOf(String list, String style) {
        Xml definition = definition(list);
        return definition == null
                ? null
                : levelsByStyle
                        .computeIfAbsent(definition, WordNumbering::byStyle)
                        .get(style);
    }

    private static Map<String, Integer> byStyle(Xml definition) {
        Map<String, Integer> levels = new HashMap<>();
        for (Xml level : definition.children()) {
            String style = level.value("pStyle");
            if (style != null) {
                levels.putIfAbsent(style, level.number("ilvl", 0));
            }
        }
        return levels;
    }

    /** What is printed before the next paragraph of a list; empty when the list is none, or prints nothing. */
    String next(String list, int depth) {
        Xml definition = definition(list);
        if (definition == null || depth < 0 || depth >= LEVELS) {
            return "";
        }
        Xml level = level(list, definition, depth);
        if (level == null) {
            return "";
        }
        int[] counted = counts.computeIfAbsent(definition.get("abstractNumId", ""), id -> noneYet());
        beginAnew(list, definition, counted);
        if (counted[depth] == NOT_BEGUN) {
            counted[depth] = start(list, definition, depth);
        } else {
            counted[depth]++;
        }
        for (int deeper = depth + 1; deeper < LEVELS; deeper++) {
            if (restartsAfter(level(list, definition, deeper), depth, deeper)) {
                counted[deeper] = NOT_BEGUN;
            }
        }
        return printed(list, definition, level, depth, counted);
    }

    private String printed(String list, Xml definition, Xml level, int depth, int[] counted) {
        Xml pattern = level.child("lvlText");
        String text = pattern == null ? "" : pattern.get("val", "");
        if (format(level).equals("bullet")) {
            return Signs.bullet(text);
        }
        boolean onlyDigits = level.is("isLgl");
        StringBuilder printed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 1 < text.length() && text.charAt(i + 1) >= '1' && text.charAt(i + 1) <= '9') {
                int of = text.charAt(++i) - '1';
                Xml other = level(list, definition, of);
                int number = counted[of] == NOT_BEGUN ? start(list, definition, of) : counted[of];
                String format = other == null ? "decimal" : format(other);
                printed.append(Counting.printed(number, onlyDigits ? "decimal" : format));
            } else {
                printed.append(c);
            }
        }
        return printed.toString().strip();
    }

    /** Once for each list that says with which number it begins. */
    private void beginAnew(String list, Xml definition, int[] counted) {
        if (!begun.add(list)) {
            return;
        }
        Xml num = lists.get(list);
        if (num == null) {
            return;
        }
        for (Xml override : num.children()) {
            if (override.name().equals("lvlOverride") && override.child("startOverride") != null) {
                int depth = override.number("ilvl", 0);
                if (depth < LEVELS) {
                    counted[depth] = NOT_BEGUN;
                }
            }
        }
    }

    private int start(String list, Xml definition, int depth) {
        Xml override = override(list, depth);
        Xml anew = override == null ? null : override.child("startOverride");
        if (anew != null) {
            return anew.number("val", 1);
        }
        Xml level = level(list, definition, depth);
        Xml start = level == null ? null : level.child("start");
        return start == null ? 1 : start.number("val", 1);
    }

    private static boolean restartsAfter(@Nullable Xml level, int depth, int deeper) {
        Xml said = level == null ? null : level.child("lvlRestart");
        if (said == null) {
            return true;
        }
        int after = said.number("val", deeper);
        return after > 0 && depth < after;
    }

    private static int[] noneYet() {
        int[] none = new int[LEVELS];
        Arrays.fill(none, NOT_BEGUN);
        return none;
    }

    private static String format(Xml level) {
        String format = level.value("numFmt");
        return format == null ? "decimal" : format;
    }

    private @Nullable Xml override(String list, int depth) {
        Xml num = lists.get(list);
        return num == null ? null : levels(num, "lvlOverride").get(depth);
    }

    /** By depth, looked for once; the same element holds no levels of both names. */
    private Map<Integer, Xml> levels(Xml holder, String name) {
        return levels.computeIfAbsent(holder, nothing -> {
            Map<Integer, Xml> found = new HashMap<>();
            for (Xml level : holder.children()) {
                if (level.name().equals(name)) {
                    found.putIfAbsent(level.number("ilvl", -1), level);
                }
            }
            return found;
        });
    }

    private @Nullable Xml level(String list, Xml definition, int depth) {
        Xml override = override(list, depth);
        Xml own = override == null ? null : override.child("lvl");
        if (own != null) {
            return own;
        }
        return levels(definition, "lvl").get(depth);
    }

    private @Nullable Xml definition(String list) {
        Xml num = lists.get(list);
        String id = num == null ? null : num.value("abstractNumId");
        Xml definition = id == null ? null : definitions.get(id);
        String style = definition == null ? null : definition.value("numStyleLink");
        String other = style == null ? null : definitionByStyle.get(style);
        return other == null ? definition : definitions.get(other);
    }
}
