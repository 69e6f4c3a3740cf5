package org.dueregard.intake.trial;

import java.util.List;
import java.util.Set;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.intake.reading.Corrections;
import org.dueregard.intake.reading.Level;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.PlanReading;
import org.dueregard.intake.reading.Role;
import org.dueregard.intake.trial.Score.Outcome;

/** What somebody who knows the plan would say its levels are, on the first page of the check. */
final class LevelsSaid {

    private static final Set<Measured> STRUCTURE =
            Set.of(Measured.OBJECTIVES, Measured.THEMES, Measured.AREAS, Measured.ACTIVITIES, Measured.SUB_ACTIVITIES);

    private final NeutralDocument document;
    private final Truth truth;
    private Corrections best = Corrections.NONE;
    private int most;

    private LevelsSaid(NeutralDocument document, Truth truth) {
        this.document = document;
        this.truth = truth;
    }

    /** Those after which most of the plan's structure is right: the best one, and with it the best next. */
    static Corrections best(NeutralDocument document, Truth truth, int number) {
        LevelsSaid said = new LevelsSaid(document, truth);
        PlanDraft draft = PlanReading.read(document, Corrections.NONE);
        said.most = said.right(draft);
        List<Level> levels = Level.of(document, draft);
        for (int one = 0; one < number; one++) {
            Corrections before = said.best;
            levels.forEach(level -> said.every(level, before));
        }
        return said.best;
    }

    private void every(Level level, Corrections before) {
        for (Role role : level.choices()) {
            Corrections corrections = level.corrected(before, role);
            int right = role == level.is() ? 0 : right(PlanReading.read(document, corrections));
            if (right > most) {
                most = right;
                best = corrections;
            }
        }
    }

    private int right(PlanDraft draft) {
        Score score = Comparison.of(truth, document, draft);
        return STRUCTURE.stream()
                .mapToInt(one -> score.count(one, Outcome.RIGHT) - score.count(one, Outcome.INVENTED))
                .sum();
    }
}
