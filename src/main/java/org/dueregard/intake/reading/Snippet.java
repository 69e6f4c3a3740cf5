package org.dueregard.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dueregard.document.read.Cell;
import org.dueregard.document.read.Line;

/**
 * One paragraph of a cell or of the text, put together again where the end of a page cut it.
 *
 * @param number the number or bullet before it, also one that was typed; empty for none
 * @param depth how deep in lists; 0 outside of them
 */
record Snippet(String text, String number, int depth, boolean strong, List<Spot> spots) {

    private static final Pattern NUMBER = Pattern.compile("\\(?[\\d.]{1,12}\\d?[a-z]?[.)]?\\s*");

    private static final String SIGNS = "•◦▪■●○–—*·-o";

    static Snippet of(Line line, Spot spot) {
        String text = line.text().strip();
        String number = line.number().strip();
        int depth = line.depth();
        if (number.isEmpty() && text.length() > 1 && isTypedBullet(text)) {
            number = text.substring(0, 1);
            text = text.substring(1).strip();
            depth = Math.max(depth, 1);
        }
        return new Snippet(text, number, depth, line.strong(), List.of(spot));
    }

    private static boolean isTypedBullet(String text) {
        char first = text.charAt(0);
        if ("•◦▪■●·".indexOf(first) >= 0) {
            return true;
        }
        if (first == '*') {
            // a star without a space behind it is a footnote's
            return text.charAt(1) == ' ';
        }
        boolean dash = first == '-' || first == '–' || first == '—';
        return dash && (text.charAt(1) == ' ' || Character.isLetter(text.charAt(1)) || text.charAt(1) == '%');
    }

    /** Those of a cell, with the empty ones between them. */
    static List<Snippet> of(Cell cell, Spot spot) {
        if (cell.lines().size() == 1) {
            Line only = cell.lines().get(0);
            // the program numbers rows so
            if (only.text().isBlank() && NUMBER.matcher(only.number()).matches()) {
                return List.of(of(Line.of(only.number()), spot.line(0)));
            }
        }
        List<Snippet> all = new ArrayList<>();
        for (int line = 0; line < cell.lines().size(); line++) {
            Line one = cell.lines().get(line);
            String[] parts = one.text().split("\n");
            for (int part = 0; part < parts.length; part++) {
                Line single = new Line(parts[part], part == 0 ? one.number() : "", one.depth(), one.strong());
                all.add(of(single, spot.line(line)));
            }
        }
        return all;
    }

    boolean isBlank() {
        return text.isEmpty();
    }

    boolean isBullet() {
        return !number.isEmpty() && SIGNS.contains(number.substring(0, 1)) && number.length() == 1;
    }

    boolean inList() {
        return depth > 0 || isBullet();
    }

    /** As it is read on paper. */
    String printed() {
        return number.isEmpty() ? text : isBullet() ? "- " + text : number + " " + text;
    }

    Snippet saying(String otherText) {
        return new Snippet(otherText, number, depth, strong, spots);
    }

    Snippet unnumbered() {
        return new Snippet(text, "", depth, strong, spots);
    }

    /** The same words outside of a list. */
    Snippet unlisted() {
        return new Snippet(text, isBullet() ? "" : number, 0, strong, spots);
    }

    /** Both as one. */
    Snippet and(Snippet next) {
        return new Snippet(
                text + (text.endsWith("-") && !text.endsWith(" -") ? "" : " ") + next.text,
                number,
                depth,
                strong,
                Stream.concat(spots.stream(), next.spots.stream()).distinct().toList());
    }

    static List<Snippet> words(List<Snippet> all) {
        boolean whole = true;
        for (Snippet one : all) {
            whole &= !one.isBlank();
        }
        return whole
                ? List.copyOf(all)
                : all.stream().filter(one -> !one.isBlank()).toList();
    }

    static List<Spot> spots(List<Snippet> all) {
        return all.stream().flatMap(one -> one.spots.stream()).distinct().toList();
    }

    /** All of them, one a line. */
    static String together(List<Snippet> all) {
        return words(all).stream().map(Snippet::printed).collect(Collectors.joining("\n"));
    }

    /** All of them in one line. */
    static String inOneLine(List<Snippet> all) {
        // asked for each cell again and again, and most have one line
        return all.size() == 1
                ? all.get(0).isBlank() ? "" : all.get(0).printed()
                : words(all).stream().map(Snippet::printed).collect(Collectors.joining(" "));
    }
}
