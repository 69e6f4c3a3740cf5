package org.dueregard.intake.trial;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dueregard.document.BoundedFiles;
import org.dueregard.document.UntrustedFiles;
import org.dueregard.document.UntrustedFiles.Unreadable;
import org.dueregard.document.read.DocumentFiles;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.intake.reading.Corrections;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.PlanReading;
import org.dueregard.intake.trial.Score.Dropped;
import org.dueregard.intake.trial.Score.Miss;
import org.dueregard.intake.trial.Score.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads every plan of a folder beside which its truth is written down ({@code NAME.docx} and {@code NAME.expected.json};
 * one truth may serve several files), prints what came out right and what did not, and ends with 1 where too little did.
 */
public final class PlanReadingTrial {

    private static final String TRUTH = ".expected.json";
    private static final List<String> KINDS = List.of(".docx", ".xlsx", ".csv", ".ods", ".odt");
    private static final int LONGEST = 160;

    private static final String USAGE = """
            Usage: FOLDER [--list] [--least KIND=PERCENT]... [--invented NUMBER] [--dropped NUMBER] [--levels NUMBER]
            --list           print everything that is wrong, missing, invented or dropped
            --least          how much of a kind has to be right, as in --least owners=95 or --least all=0
            --invented       how many may be invented, none unless said
            --dropped        how many pieces of the files may be lost, none unless said
            --levels         how many of its levels somebody says of each file as the truth has them""";

    private final PrintStream out;
    private final Map<Measured, Double> least = new EnumMap<>(Measured.class);
    private final Score total = new Score();
    private @Nullable Path folder;
    private boolean list;
    private int mostInvented;
    private int mostDropped;
    private int levels;
    private int failures;

    private PlanReadingTrial(PrintStream out) {
        this.out = out;
        for (Measured measured : Measured.values()) {
            least.put(measured, measured.least());
        }
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(run(System.out, arguments));
    }

    /** Returns 0 where enough is right, 1 where not, 2 where it was called wrongly or found nothing to read. */
    static int run(PrintStream out, String... arguments) throws IOException {
        PlanReadingTrial trial = new PlanReadingTrial(out);
        try {
            trial.take(List.of(arguments));
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            out.println(USAGE);
            return 2;
        }
        return trial.readAll();
    }

    /** For drafts that are there already. */
    static int run(PrintStream out, Map<String, Score> scores, String... arguments) {
        PlanReadingTrial trial = new PlanReadingTrial(out);
        trial.take(Stream.concat(Stream.of("."), Stream.of(arguments)).toList());
        scores.forEach(trial::add);
        return trial.verdict();
    }

    private void take(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--list" -> list = true;
                case "--invented" -> mostInvented = Integer.parseInt(after(arguments, i++));
                case "--dropped" -> mostDropped = Integer.parseInt(after(arguments, i++));
                case "--levels" -> levels = Integer.parseInt(after(arguments, i++));
                case "--least" -> takeLeast(after(arguments, i++));
                default -> {
                    if (argument.startsWith("--") || folder != null) {
                        throw new IllegalArgumentException("Not known: " + argument);
                    }
                    folder = Path.of(argument);
                }
            }
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("A folder is needed.");
        }
    }

    private static String after(List<String> arguments, int place) {
        if (place + 1 == arguments.size()) {
            throw new IllegalArgumentException(arguments.get(place) + " needs a value.");
        }
        return arguments.get(place + 1);
    }

    private void takeLeast(String written) {
        String[] parts = written.split("=", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("--least needs KIND=PERCENT.");
        }
        double percent = Double.parseDouble(parts[1]);
        List<Measured> meant = Stream.of(Measured.values())
                .filter(measured -> parts[0].equals("all") || parts[0].equals(measured.option()))
                .toList();
        if (meant.isEmpty()) {
            throw new IllegalArgumentException("Not known: " + parts[0] + ". There are all, "
                    + String.join(
                            ", ",
                            Stream.of(Measured.values()).map(Measured::option).toList()) + ".");
        }
        meant.forEach(measured -> least.put(measured, percent));
    }

    private int readAll() throws IOException {
        UntrustedFiles bounded = BoundedFiles.make();
        try {
            DocumentFiles reader = new DocumentFiles(bounded);
            List<Path> files = plans();
            if (files.isEmpty()) {
                out.println("No plan with a truth beside it in " + folder);
                return 2;
            }
            for (Path file : files) {
                read(reader, file);
            }
        } finally {
            bounded.destroy();
        }
        return verdict();
    }

    private List<Path> plans() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> KINDS.stream().anyMatch(lower(file)::endsWith))
                    .filter(file -> Files.exists(truthOf(file)))
                    .sorted()
                    .toList();
        }
    }

    private static String lower(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static Path truthOf(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + TRUTH);
    }

    private void read(DocumentFiles reader, Path file) throws IOException {
        String name = file.getFileName().toString();
        Truth truth = Truth.of(JsonMapper.shared().readTree(Files.readAllBytes(truthOf(file))));
        try {
            NeutralDocument document = reader.read(name, Files.readAllBytes(file));
            Corrections corrections = levels == 0 ? Corrections.NONE : LevelsSaid.best(document, truth, levels);
            long begun = System.nanoTime();
            PlanDraft draft = PlanReading.read(document, corrections);
            long took = (System.nanoTime() - begun) / 1_000_000;
            add(name + " (" + took + " ms)", Comparison.of(truth, document, draft));
        } catch (Unreadable refused) {
            out.println("== " + name + " could not be read: " + refused.trouble());
            failures++;
        } catch (RuntimeException broken) {
            out.println("== " + name + " could not be read: " + broken);
            broken.printStackTrace(out);
            failures++;
        }
    }

    private void add(String name, Score score) {
        table(name, score, false);
        if (list) {
            score.misses().forEach(this::print);
            score.dropped().forEach(this::print);
        }
        total.add(score);
    }

    private int verdict() {
        table("All", total, true);
        for (Measured measured : Measured.values()) {
            if (isTooLow(measured)) {
                out.printf(
                        Locale.UK,
                        "Too few %s: %.1f%%, at least %.1f%% are needed.%n",
                        measured.label(),
                        total.rate(measured),
                        least.get(measured));
                failures++;
            }
        }
        failures += tooMany("invented", total.invented(), mostInvented);
        failures += tooMany("dropped", total.dropped().size(), mostDropped);
        out.println(failures == 0 ? "Good enough." : "Not good enough.");
        return failures == 0 ? 0 : 1;
    }

    private int tooMany(String what, int number, int most) {
        if (number > most) {
            out.println("Too many " + what + ": " + number + ", at most " + most + " may be.");
            return 1;
        }
        return 0;
    }

    private boolean isTooLow(Measured measured) {
        return total.rate(measured) < least.get(measured);
    }

    private void table(String name, Score score, boolean judged) {
        out.println();
        out.println("== " + name);
        out.printf("%-20s %7s %7s %7s %7s %9s%n", "", "right", "wrong", "missing", "rate", "invented");
        for (Measured measured : Measured.values()) {
            int invented = score.count(measured, Outcome.INVENTED);
            if (score.expected(measured) == 0 && invented == 0) {
                continue;
            }
            String rate = score.expected(measured) == 0 ? "" : String.format(Locale.UK, "%.1f%%", score.rate(measured));
            out.printf(
                    "%-20s %7d %7d %7d %7s %9d%s%n",
                    measured.label(),
                    score.count(measured, Outcome.RIGHT),
                    score.count(measured, Outcome.WRONG),
                    score.count(measured, Outcome.MISSING),
                    rate,
                    invented,
                    judged && isTooLow(measured) ? "  too few" : "");
        }
        out.println("dropped: " + score.dropped().size());
        if (score.elsewhere() > 0) {
            out.println("not asked for, since it stands in another file of the same name: " + score.elsewhere());
        }
    }

    private void print(Miss miss) {
        out.printf("%s %s%n", miss.measured().label(), miss.outcome().name().toLowerCase(Locale.ROOT));
        print("truth", miss.truth());
        print("read", miss.instead());
        print("where", miss.where());
    }

    private void print(Dropped dropped) {
        out.println("dropped");
        print("words", dropped.words());
        print("where", dropped.where());
    }

    private void print(String label, String words) {
        if (!words.isBlank()) {
            String line = words.replaceAll("\\s+", " ").strip();
            String shown = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
            out.printf("    %-6s %s%n", label, shown);
        }
    }
}
