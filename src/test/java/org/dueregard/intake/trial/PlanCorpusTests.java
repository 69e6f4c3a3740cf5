package org.dueregard.intake.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layouts of other bodies' plans come out as well as they did, so that a rule for one does no harm to another. */
class PlanCorpusTests {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void readsThePlansAsTheyAreLaidOut() throws Exception {
        PlanCorpus.write(folder, false);

        assertThat(run()).as(() -> printed.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(PlanCorpus.layouts()).hasSizeGreaterThan(25);
    }

    /** An owner that stood for two rows is lost with the merged cell that said so. */
    @Test
    void readsThemWithoutLooksAndMergedCells() throws Exception {
        PlanCorpus.write(folder, true);

        assertThat(run("--least", "owners=98"))
                .as(() -> printed.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    /** What was missed in them is told in the guide to reading plans; none of it is lost, and nothing is made up. */
    @Test
    void readsPlansThatOthersLaidOutAsWellAsItDid() throws Exception {
        PlanCorpus.writeUnseen(folder);

        assertThat(run(
                        "--least",
                        "targets-stated=96",
                        "--least",
                        "baselines=97",
                        "--least",
                        "targets-by-sense=99",
                        "--least",
                        "targets-not-stated=95",
                        "--least",
                        "owners=99",
                        "--least",
                        "deadlines=98",
                        "--least",
                        "updates=98"))
                .as(() -> printed.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    /** Half of what is missed is what level a thing is called, or stands in running text; none of it is lost. */
    @Test
    void readsPlansRebuiltFromWhatBodiesPublishNoWorseThanItDid() throws Exception {
        PlanCorpus.writePublished(folder);

        assertThat(run(
                        "--least",
                        "all=0",
                        "--least",
                        "objectives=91",
                        "--least",
                        "themes=100",
                        "--least",
                        "areas=83.5",
                        "--least",
                        "activities=87",
                        "--least",
                        "sub-activities=60",
                        "--least",
                        "indicators=78.5",
                        "--least",
                        "baselines=68",
                        "--least",
                        "targets-stated=73",
                        "--least",
                        "targets-by-sense=73",
                        "--least",
                        "targets-not-stated=75.5",
                        "--least",
                        "owners=88.5",
                        "--least",
                        "deadlines=83",
                        "--least",
                        "strategies=84",
                        "--least",
                        "outcomes=71.5",
                        "--least",
                        "updates=71.5",
                        "--invented",
                        "837"))
                .as(() -> printed.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    private int run(String... options) throws Exception {
        String[] all = new String[options.length + 2];
        all[0] = folder.toString();
        all[1] = "--list";
        System.arraycopy(options, 0, all, 2, options.length);
        return PlanReadingTrial.run(new PrintStream(printed, true, StandardCharsets.UTF_8), all);
    }
}
