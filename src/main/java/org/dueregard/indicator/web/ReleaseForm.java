package org.dueregard.indicator.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.FigureState;
import org.dueregard.indicator.Release;
import org.dueregard.indicator.model.ComparatorSheets.ReleaseRow;
import org.dueregard.indicator.model.ComparatorSheets.Sheet;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;

/** A published figure as typed. */
record ReleaseForm(String period, String figure, String state, String note, String why) {

    static final ReleaseForm EMPTY = new ReleaseForm("", "", FigureState.FINAL.name(), "", "");

    private static final int LONGEST_NOTE = 1_000;

    ReleaseForm {
        period = TypedText.of(period);
        figure = TypedText.of(figure);
        note = TypedText.of(note);
        why = TypedText.of(why);
    }

    @Nullable
    String whyOrNone() {
        return why.isEmpty() ? null : why;
    }

    /** What it says; empty when something about it is a problem. */
    Optional<Release> read(Sheet sheet, Sentences sentences, Problems problems) {
        Optional<Period> about = Period.read(period);
        if (about.isEmpty()) {
            problems.add("period", sentences.of("indicator.comparator.fault.period"));
        }
        Optional<BigDecimal> value = TypedAmount.read(figure);
        if (value.isEmpty()) {
            problems.add("figure", sentences.of("indicator.comparator.fault.figure"));
        }
        if (note.length() > LONGEST_NOTE) {
            problems.add("note", sentences.of("indicator.comparator.fault.long", LONGEST_NOTE));
        }
        Optional<ReleaseRow> known = about.flatMap(found -> sheet.of(found.label()));
        if (known.isPresent() && why.isEmpty()) {
            problems.add(
                    "why",
                    sentences.of(
                            "indicator.comparator.fault.why",
                            known.get().figure(),
                            known.get().period()));
        } else if (why.length() > LONGEST_NOTE) {
            problems.add("why", sentences.of("indicator.comparator.fault.long", LONGEST_NOTE));
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Release(
                about.orElseThrow(), value.orElseThrow(), stateOf(state), note.isEmpty() ? null : note, null));
    }

    /** Final when it is none that there is. */
    static FigureState stateOf(String name) {
        for (FigureState state : FigureState.values()) {
            if (state.name().equalsIgnoreCase(name.strip())) {
                return state;
            }
        }
        return FigureState.FINAL;
    }
}
