package org.dueregard.intake.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dueregard.document.read.NeutralDocument;
import org.dueregard.document.read.Place;
import org.dueregard.intake.reading.DraftNode;
import org.dueregard.intake.reading.PlanDraft;
import org.dueregard.intake.reading.TableReading;
import org.dueregard.intake.reading.Unplaced;
import org.dueregard.intake.reading.Value;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a reading has lost: words that are in no value, title, reference, heading or label of the draft and not
 * among what it could not place, and runs of words that are nowhere as they stand, since single words may well stand
 * somewhere else too.
 */
final class DroppedWords {

    /** How many words next to each other make a run. */
    private static final int RUN = 4;

    private static final int GRAM = 3;

    /** What stands before a colon or a dash, or alone on its line with one behind it, to say what comes next. */
    private static final Pattern LABEL =
            Pattern.compile("^(.{1,80}?)(?::|\\s[-\u2013\u2014]|[-\u2013\u2014]\\s)(?=\\s|$)");

    private static final int LONGEST_LABEL = 9;
    private static final Set<String> OF_LABELS = Set.of(
            "objective",
            "objectives",
            "theme",
            "area",
            "areas",
            "priority",
            "activity",
            "activities",
            "action",
            "actions",
            "outcome",
            "outcomes",
            "measure",
            "measures",
            "indicator",
            "indicators",
            "target",
            "targets",
            "baseline",
            "owner",
            "lead",
            "whom",
            "when",
            "deadline",
            "update",
            "progress",
            "will",
            "success");

    private final Set<String> kept = new HashSet<>();
    private final List<Score.Dropped> dropped = new ArrayList<>();

    private DroppedWords() {}

    static List<Score.Dropped> of(NeutralDocument document, PlanDraft draft) {
        DroppedWords words = new DroppedWords();
        words.keep(draft);
        Texts.each(document, words::look);
        return words.dropped;
    }

    private void keep(PlanDraft draft) {
        keep(draft.title());
        keep(draft.period());
        for (TableReading table : draft.tables()) {
            table.columns().forEach(column -> keep(column.heading()));
            table.labels().forEach(this::keep);
        }
        for (DraftNode node : draft.all().toList()) {
            keep(node.reference() + " " + node.title());
            keep(node.title());
            keep(node.titleFrom());
            node.values().forEach(this::keep);
        }
        for (Unplaced unplaced : draft.unplaced()) {
            keep(unplaced.words());
        }
    }

    private void keep(@Nullable Value value) {
        if (value != null) {
            keep(value.words());
            keep(value.heading());
            keep(value.heading() + " " + value.words());
        }
    }

    private void keep(String text) {
        List<String> words = Wording.words(text);
        for (int length = 1; length <= GRAM; length++) {
            for (int i = 0; i + length <= words.size(); i++) {
                kept.add(String.join(" ", words.subList(i, i + length)));
            }
        }
    }

    private void look(String line, Place place) {
        List<String> words = Wording.words(withoutLabel(line));
        boolean[] inRun = new boolean[words.size()];
        for (int i = 0; i + GRAM <= words.size(); i++) {
            if (kept.contains(String.join(" ", words.subList(i, i + GRAM)))) {
                inRun[i] = inRun[i + 1] = inRun[i + 2] = true;
            }
        }
        List<String> lost = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            int end = i;
            while (end < words.size() && !inRun[end]) {
                end++;
            }
            if (end - i >= RUN && !isOfKeptPieces(words.subList(i, end))) {
                lost.add(String.join(" ", words.subList(i, end)));
            } else {
                for (String word : words.subList(i, end)) {
                    if (!kept.contains(word)) {
                        lost.add(word);
                    }
                }
            }
            i = end + 1;
        }
        lost.forEach(run -> dropped.add(new Score.Dropped(run, Where.of(place))));
    }

    /** Whether a run was only cut in two: {@code Head of service / June 2024}. */
    private boolean isOfKeptPieces(List<String> run) {
        for (int cut = 2; cut + 2 <= run.size(); cut++) {
            if (kept.contains(String.join(" ", run.subList(0, cut)))
                    && kept.contains(String.join(" ", run.subList(cut, run.size())))) {
                return true;
            }
        }
        return false;
    }

    /** A label that was used is in no value, since the value's role says the same. */
    private static String withoutLabel(String line) {
        Matcher label = LABEL.matcher(line.strip());
        if (!label.find()) {
            return line;
        }
        List<String> words = Wording.words(label.group(1));
        boolean used = words.size() <= LONGEST_LABEL && words.stream().anyMatch(OF_LABELS::contains);
        return used ? line.strip().substring(label.end()) : line;
    }
}
