package org.dueregard.reporting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dueregard.reporting.Fault;
import org.dueregard.reporting.ItemReading;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.read.Sheet;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * A column out of a spreadsheet, line by line down the rows of a grid. An empty line leaves its row as it is, and so does
 * one that cannot be read.
 *
 * @param words of the rows that it fills
 * @param lines one for each that is not empty
 * @param left how many lines there were no rows for
 */
record PastedColumn(Map<UUID, ItemWords> words, List<Line> lines, int left) {

    private static final int LONGEST_CELL = 200;

    private static final Pattern SHARE =
            Pattern.compile("(?i)\\s*(\\S+?)\\s*(?:/|\\bof\\b|\\bout of\\b)\\s*(\\S+)\\s*");

    /**
     * One line.
     *
     * @param before what stood in its row, null where nothing did
     * @param problem why it is not filled in; null when it is
     */
    public record Line(
            int number,
            String text,
            Sheet.Item item,
            @Nullable String before,
            @Nullable String problem) {}

    public int filled() {
        return words.size();
    }

    public List<Line> unread() {
        return lines.stream().filter(line -> line.problem() != null).toList();
    }

    /** @param from the row of the first line; the first row when there is none with this id */
    static PastedColumn read(
            String text,
            @Nullable UUID from,
            List<Sheet.Item> rows,
            Sheet sheet,
            LocalDate today,
            Sentences sentences) {
        int row = 0;
        for (int place = 0; place < rows.size(); place++) {
            if (rows.get(place).id().equals(from)) {
                row = place;
            }
        }
        Map<UUID, ItemWords> words = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        int left = 0;
        int number = 0;
        for (String line :
                text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing().split("\n", -1)) {
            number++;
            if (row >= rows.size()) {
                left += line.isBlank() ? 0 : 1;
                continue;
            }
            Sheet.Item item = rows.get(row++);
            if (!line.isBlank()) {
                List<String> cells = cells(line, item);
                ItemWords typed = typed(cells, item);
                String problem = cells.size() == item.figureFields().size()
                        ? problem(typed, item, sheet, today, sentences)
                        : sentences.of(
                                "reporting.grid.fault.cells",
                                item.figureFields().size());
                if (problem == null) {
                    words.put(item.id(), typed);
                }
                lines.add(new Line(number, shown(line), item, before(item.words()), problem));
            }
        }
        return new PastedColumn(words, lines, left);
    }

    private static String shown(String line) {
        String text = line.strip().replaceAll("\\s+", " ");
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "…" : text;
    }

    private static @Nullable String before(ItemWords words) {
        if (words.numerator() != null || words.denominator() != null) {
            return words.numerator() + " / " + words.denominator();
        }
        if (words.otherGroup() != null || words.betterOff() != null) {
            return words.otherGroup() + " / " + words.betterOff();
        }
        return words.figure();
    }

    private static @Nullable String problem(
            ItemWords typed, Sheet.Item item, Sheet sheet, LocalDate today, Sentences sentences) {
        ItemWords whole = item.words().withFiguresOf(typed);
        List<Fault> faults = ItemReading.of(whole, item.dossier(), sheet.period(), sheet.asks(), today)
                .faults();
        return faults.stream()
                .filter(fault -> item.figureFields().contains(fault.field()))
                .findFirst()
                .map(fault -> sentences.of(fault.messageKey(), fault.details().toArray()))
                .orElse(null);
    }

    /** What stands in the columns of a line, or both numbers of {@code 31 of 51}. */
    private static List<String> cells(String line, Sheet.Item item) {
        Matcher share = SHARE.matcher(line);
        if (item.figureFields().size() == 2 && share.matches()) {
            return List.of(share.group(1), share.group(2));
        }
        return Stream.of(line.split("\t", -1))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static ItemWords typed(List<String> cells, Sheet.Item item) {
        String first = cell(cells, 0);
        String second = cell(cells, 1);
        if (item.asksForShare()) {
            return ItemWords.ofFigures(null, first, second, null, null);
        }
        if (item.asksForGap()) {
            return ItemWords.ofFigures(null, null, null, second, first);
        }
        boolean chosen = item.asksForYesOrNo();
        return ItemWords.ofFigures(
                first != null && chosen ? first.toLowerCase(Locale.UK) : first, null, null, null, null);
    }

    private static @Nullable String cell(List<String> cells, int place) {
        return place < cells.size() ? cells.get(place) : null;
    }
}
