package org.dueregard.indicator.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.Release;
import org.dueregard.indicator.model.ComparatorSheets.Known;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Published figures as pasted out of a spreadsheet or a CSV file, one a line: whose, of what, for which period, the
 * figure, and where wanted its state and a note.
 */
record PastedReleases(List<Line> lines) {

    static final int MOST_LINES = 2_000;

    private static final int LEAST_CELLS = 4;
    private static final int LONGEST_CELL = 200;

    /** What entering the line would come to. */
    enum Effect {
        /** Nothing of these names is known yet. */
        ADDS_COMPARATOR,
        ADDS,
        REPLACES,
        /** Known already. */
        SAME,
        UNREADABLE
    }

    /**
     * One line.
     *
     * @param number counted from 1, as a spreadsheet does
     * @param release null when it could not be read
     * @param why it could not be read; or what it replaces
     */
    record Line(
            long number,
            String whose,
            String measure,
            String period,
            String figure,
            Effect effect,
            @Nullable Release release,
            @Nullable String why) {

        public boolean isRead() {
            return release != null;
        }

        public boolean changesSomething() {
            return isRead() && effect != Effect.SAME;
        }
    }

    static PastedReleases of(String text, List<Known> known, Sentences sentences) {
        Map<String, Map<String, Known>> byName = new HashMap<>();
        known.forEach(one -> {
            Map<String, Known> periods =
                    byName.computeIfAbsent(name(one.whose(), one.measure()), any -> new HashMap<>());
            if (one.period() != null) {
                periods.put(one.period(), one);
            }
        });
        List<Line> lines = new ArrayList<>();
        for (CSVRecord record : records(text)) {
            if (lines.isEmpty() && isHeading(record)) {
                continue;
            }
            lines.add(line(record, byName, sentences));
        }
        return new PastedReleases(lines);
    }

    private static List<CSVRecord> records(String text) {
        CSVFormat format = (text.lines().findFirst().orElse("").contains("\t") ? CSVFormat.TDF : CSVFormat.EXCEL)
                .builder()
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        try (var parser = format.parse(new java.io.StringReader(text))) {
            return parser.stream().limit(MOST_LINES + 1L).toList();
        } catch (IOException cannotBe) {
            throw new java.io.UncheckedIOException(cannotBe);
        }
    }

    /** A line of headings has no period where one belongs. */
    private static boolean isHeading(CSVRecord record) {
        return record.size() >= LEAST_CELLS
                && Period.read(record.get(2)).isEmpty()
                && TypedAmount.read(record.get(3)).isEmpty();
    }

    private static Line line(CSVRecord record, Map<String, Map<String, Known>> byName, Sentences sentences) {
        String whose = cell(record, 0);
        String measure = cell(record, 1);
        String period = cell(record, 2);
        String figure = cell(record, 3);
        Optional<Period> about = Period.read(period);
        Optional<BigDecimal> value = TypedAmount.read(figure);
        String problem = null;
        if (record.size() < LEAST_CELLS) {
            problem = "indicator.paste.fault.cells";
        } else if (whose.isEmpty() || measure.isEmpty()) {
            problem = "indicator.paste.fault.names";
        } else if (whose.length() > LONGEST_CELL || measure.length() > LONGEST_CELL) {
            problem = "indicator.paste.fault.long";
        } else if (about.isEmpty()) {
            problem = "indicator.paste.fault.period";
        } else if (value.isEmpty()) {
            problem = "indicator.paste.fault.figure";
        }
        if (problem != null) {
            return new Line(
                    record.getRecordNumber(),
                    whose,
                    measure,
                    period,
                    figure,
                    Effect.UNREADABLE,
                    null,
                    sentences.of(problem, period, figure));
        }
        FigureState state = ReleaseForm.stateOf(cell(record, 4));
        String note = cell(record, 5);
        Release release =
                new Release(about.orElseThrow(), value.orElseThrow(), state, note.isEmpty() ? null : note, null);
        Map<String, Known> periods = byName.get(name(whose, measure));
        Known before = periods == null ? null : periods.get(release.period().label());
        Effect effect = effect(periods, before, release);
        // The next line may speak of the same.
        byName.computeIfAbsent(name(whose, measure), any -> new HashMap<>())
                .put(
                        release.period().label(),
                        new Known(whose, measure, release.period().label(), release.value(), state));
        return new Line(
                record.getRecordNumber(),
                whose,
                measure,
                release.period().label(),
                figure,
                effect,
                release,
                effect == Effect.REPLACES && before != null && before.value() != null
                        ? before.value().stripTrailingZeros().toPlainString()
                        : null);
    }

    private static Effect effect(@Nullable Map<String, Known> periods, @Nullable Known before, Release release) {
        if (periods == null) {
            return Effect.ADDS_COMPARATOR;
        }
        if (before == null || before.value() == null) {
            return Effect.ADDS;
        }
        return before.value().compareTo(release.value()) == 0 && before.state() == release.state()
                ? Effect.SAME
                : Effect.REPLACES;
    }

    private static String cell(CSVRecord record, int place) {
        return record.size() > place ? record.get(place).strip() : "";
    }

    private static String name(String whose, String measure) {
        return whose.toLowerCase(Locale.ROOT) + "\n" + measure.toLowerCase(Locale.ROOT);
    }

    public boolean isTooLong() {
        return lines.size() > MOST_LINES;
    }

    /** Whether every line could be read; else nothing is entered. */
    public boolean isWhole() {
        return lines.stream().allMatch(Line::isRead);
    }

    public boolean replacesAny() {
        return lines.stream().anyMatch(line -> line.effect() == Effect.REPLACES);
    }

    public List<Line> changes() {
        return lines.stream().filter(Line::changesSomething).toList();
    }

    public long count(Effect effect) {
        return lines.stream().filter(line -> line.effect() == effect).count();
    }
}
