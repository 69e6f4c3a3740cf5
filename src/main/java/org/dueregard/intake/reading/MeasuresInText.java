package org.dueregard.intake.reading;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.dueregard.document.read.Block;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Paragraph;

/** How the paragraphs of a document speak of measures: what one of them means follows from all of them. */
final class MeasuresInText {

    private static final Pattern MILESTONES = Pattern.compile("(?i)\\W*(key )?milestones?\\W*");

    /** Of a list, to tell what it is of. */
    private static final int ENOUGH = 100;

    private final boolean outcomes;
    private final boolean byLabel;
    private final boolean besideMilestones;

    MeasuresInText(Outline outline) {
        this.outcomes = areOutcomesMeasured(outline.document());
        Set<String> labels = labels(outline);
        this.byLabel = !labels.isEmpty();
        boolean milestones = labels.removeIf(MeasuresInText::areMilestones);
        this.besideMilestones = milestones && !labels.isEmpty();
    }

    /** Whether outcomes are. */
    boolean areOutcomes() {
        return outcomes;
    }

    /** Whether labels say what is measured. */
    boolean haveLabel() {
        return byLabel;
    }

    /** Whether measures have a label of their own beside that of the milestones, so that those are steps. */
    boolean areBesideMilestones() {
        return besideMilestones;
    }

    static boolean areMilestones(String label) {
        return MILESTONES.matcher(label).matches();
    }

    /** Whether most of what is listed under {@code Intended impact:} says a level, so that the rest is measured as well. */
    private static boolean areOutcomesMeasured(NeutralDocument document) {
        boolean outcomes = false;
        int listed = 0;
        int aimed = 0;
        for (Block block : document.blocks()) {
            if (!(block instanceof Paragraph paragraph)) {
                outcomes = false;
            } else if (paragraph.line().depth() == 0) {
                outcomes = HeadingWords.ofLabel(paragraph.text())
                        .filter(meaning -> meaning.role() == Role.OUTCOME)
                        .isPresent();
            } else if (outcomes && listed < ENOUGH) {
                listed++;
                aimed += MeasureCell.isAimed(paragraph.text()) ? 1 : 0;
            }
        }
        return aimed > 1 && aimed * 2 > listed;
    }

    /** The labels over measures and before them. */
    private static Set<String> labels(Outline outline) {
        Set<String> labels = new HashSet<>();
        for (int block = 0; block < outline.size(); block++) {
            Labelled.in(outline.text(block)).stream()
                    .filter(one -> one.role() == Role.INDICATOR)
                    .forEach(one -> labels.add(one.label()));
            if (outline.labelOf(block).filter(Role.INDICATOR::equals).isPresent()) {
                labels.add(outline.text(block));
            }
        }
        return labels;
    }
}
