package org.dueregard.intake.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The plans of {@code src/test/resources/plans}, made files of, with their truths beside them. */
final class PlanCorpus {

    private static final Path LAYOUTS = Path.of("src/test/resources/plans");
    private static final String LAYOUT = ".txt";
    private static final String TRUTH = ".expected.json";

    private PlanCorpus() {}

    /**
     * Writes the files to a folder that is there; as arguments the folder, and {@code flat} for files without looks and
     * merged cells.
     */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), arguments.length > 1);
    }

    static void write(Path folder, boolean flat) throws IOException {
        write(LAYOUTS, folder, flat);
    }

    /** Plans laid out by people who had not seen the rules; the first readings of them are in {@code docs/reading-plans.md}. */
    static void writeUnseen(Path folder) throws IOException {
        write(LAYOUTS.resolve("unseen"), folder, false);
    }

    /** Plans that bodies have published, rebuilt in other words by people who had not seen the rules. */
    static void writePublished(Path folder) throws IOException {
        write(LAYOUTS.resolve("published"), folder, false);
    }

    private static void write(Path layouts, Path folder, boolean flat) throws IOException {
        for (Path layout : layouts(layouts)) {
            String name = layout.getFileName().toString();
            String file = name.substring(0, name.length() - LAYOUT.length());
            String plan = file.substring(0, file.lastIndexOf('.'));
            String kind = file.substring(file.lastIndexOf('.') + 1);
            PlanLayout written = PlanLayout.of(Files.readString(layout, StandardCharsets.UTF_8));
            Files.write(folder.resolve(file), PlanFile.make(flat ? written.flattened() : written, kind));
            Path truth = layouts.resolve(plan + TRUTH);
            if (Files.exists(truth)) {
                Files.copy(truth, folder.resolve(plan + TRUTH), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static List<Path> layouts() throws IOException {
        return layouts(LAYOUTS);
    }

    private static List<Path> layouts(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(LAYOUT)).sorted().toList();
        }
    }
}
