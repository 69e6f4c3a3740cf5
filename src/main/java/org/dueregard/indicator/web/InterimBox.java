package org.dueregard.indicator.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dueregard.calendar.Period;
import org.dueregard.indicator.InterimPeriods;
import org.dueregard.indicator.Measure;

/** The box for the interim target of a part of a target's period. */
record InterimBox(String id, String name, String label, String value) {

    /** Boxes for the parts of the period that is typed, and for whatever was typed for others: nothing is lost. */
    static List<InterimBox> of(TargetForm form, Measure measure) {
        Set<Period> parts = new LinkedHashSet<>(
                InterimPeriods.of(measure, Period.read(form.period()).orElse(null)));
        form.interim().forEach((label, typed) -> {
            if (!typed.isBlank()) {
                Period.read(label).ifPresent(parts::add);
            }
        });
        List<Period> inOrder = new ArrayList<>(parts);
        inOrder.sort(Comparator.comparing((Period part) -> part.lastDay()).thenComparing(Period::label));
        return inOrder.stream()
                .map(part -> new InterimBox(
                        id(part),
                        TargetForm.INTERIM + part.label(),
                        part.label(),
                        form.interim().getOrDefault(part.label(), "")))
                .toList();
    }

    static String id(Period part) {
        return "interim-" + part.label().replaceAll("[^0-9A-Za-z]+", "-");
    }
}
