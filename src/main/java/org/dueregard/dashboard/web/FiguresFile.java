package org.dueregard.dashboard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dueregard.dashboard.read.Story;
import org.dueregard.indicator.ComparatorFigure;
import org.dueregard.indicator.Figure;
import org.jspecify.annotations.Nullable;

/** The figures of one indicator, its own and others', as CSV. Numbers stay numbers; no text can be taken for a formula. */
final class FiguresFile {

    private static final String FORMULA = "=+-@\t\r";

    /** A percentage of three has no end. */
    private static final int MOST_DECIMALS = 6;

    private FiguresFile() {}

    static String of(Story story) {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter lines = new CSVPrinter(text, CSVFormat.RFC4180)) {
            lines.printRecord(
                    "Indicator",
                    "Whose",
                    "Period",
                    "First day",
                    "Last day",
                    "Figure",
                    "In words",
                    "Numerator",
                    "Denominator",
                    "Better-off group",
                    "Other group",
                    "State");
            for (Figure figure : story.dossier().series().outturns()) {
                lines.printRecord(cells(
                        story.title(),
                        "",
                        figure.period().label(),
                        figure.period().firstDay(),
                        figure.period().lastDay(),
                        figure.valueIn(story.dossier().measure()).orElse(null),
                        figure.words(),
                        figure.numerator(),
                        figure.denominator(),
                        figure.betterOff(),
                        figure.other(),
                        figure.state()));
            }
            for (ComparatorFigure figure : story.dossier().series().comparators()) {
                lines.printRecord(cells(
                        story.title(),
                        figure.name(),
                        figure.period().label(),
                        figure.period().firstDay(),
                        figure.period().lastDay(),
                        figure.value(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
            }
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        return text.toString();
    }

    private static List<String> cells(@Nullable Object... values) {
        List<String> cells = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof BigDecimal number) {
                cells.add(number.setScale(Math.min(number.scale(), MOST_DECIMALS), RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString());
            } else {
                String words = value == null ? "" : value.toString();
                boolean formula = !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0;
                cells.add(formula ? "'" + words : words);
            }
        }
        return cells;
    }
}
