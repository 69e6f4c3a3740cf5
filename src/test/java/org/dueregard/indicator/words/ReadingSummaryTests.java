package org.dueregard.indicator.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Counts how much of the seed plans is read, by file and kind, and writes it to {@code target/reading-summary.md}. */
class ReadingSummaryTests {

    private static final Path SUMMARY = Path.of("target", "reading-summary.md");

    private enum Outcome {
        READ,
        GUESSED,
        BESIDE,
        NOT
    }

    @Test
    void countsWhatIsReadOfTheSeedPlans() throws IOException {
        Map<String, Map<String, int[]>> targets = new LinkedHashMap<>();
        for (Rows row : SeedTargetsTests.targets()) {
            TargetReading reading = TargetReader.read(row.text("words"), row.about());
            boolean right = SeedTargetsTests.isAsTheTruth(row, reading);
            boolean sure = !reading.needsALook();
            Outcome outcome = !right ? Outcome.NOT : sure ? Outcome.READ : Outcome.GUESSED;
            count(targets, row.text("file"), row.text("kind"), outcome);
        }
        Map<String, Map<String, int[]>> figures = new LinkedHashMap<>();
        for (Rows row : SeedFiguresTests.figures()) {
            FigureReading reading = FigureReader.read(row.text("words"), row.about());
            boolean right = SeedFiguresTests.isAsTheTruth(row, reading);
            boolean sure = reading.sureness() != Sureness.GUESS;
            Outcome outcome = right
                    ? sure ? Outcome.READ : Outcome.GUESSED
                    : SeedFiguresTests.isSaidBeside(row, reading) ? Outcome.BESIDE : Outcome.NOT;
            count(figures, row.text("file"), row.has("value") ? "figure" : "words", outcome);
        }
        String summary =
                "# Targets\n\n| file | kind | all | read | guessed right | not |\n| --- | --- | --- | --- | --- | --- |\n"
                        + rows(targets, false)
                        + "\n# Figures\n\n| file | kind | all | read | guessed right | said beside another | not |\n"
                        + "| --- | --- | --- | --- | --- | --- | --- |\n"
                        + rows(figures, true);
        Files.createDirectories(SUMMARY.getParent());
        Files.writeString(SUMMARY, summary);
        assertThat(summary).contains("| all | all | 279 | ").contains("| all | all | 141 | ");
    }

    private static void count(Map<String, Map<String, int[]>> counts, String file, String kind, Outcome outcome) {
        counts.computeIfAbsent(file, fresh -> new TreeMap<>())
                .computeIfAbsent(kind, fresh -> new int[Outcome.values().length])[outcome.ordinal()]++;
    }

    private static String rows(Map<String, Map<String, int[]>> counts, boolean beside) {
        StringBuilder rows = new StringBuilder();
        int[] all = new int[Outcome.values().length];
        counts.forEach((file, kinds) -> kinds.forEach((kind, numbers) -> {
            rows.append(row(file, kind, numbers, beside));
            for (int i = 0; i < all.length; i++) {
                all[i] += numbers[i];
            }
        }));
        return rows + row("all", "all", all, beside);
    }

    private static String row(String file, String kind, int[] numbers, boolean beside) {
        int sum = 0;
        StringBuilder cells = new StringBuilder();
        for (Outcome outcome : Outcome.values()) {
            sum += numbers[outcome.ordinal()];
            if (beside || outcome != Outcome.BESIDE) {
                cells.append(numbers[outcome.ordinal()]).append(" | ");
            }
        }
        return "| " + file + " | " + kind + " | " + sum + " | "
                + cells.toString().strip() + "\n";
    }
}
