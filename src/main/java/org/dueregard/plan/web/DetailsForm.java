package org.dueregard.plan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.PeriodKind;
import org.dueregard.plan.PlanDetails;
import org.dueregard.plan.PlanState;

/**
 * The fields of the page about a plan as a whole, as stored or as typed.
 *
 * @param version of the plan that was on screen
 * @param state what a draft is to become
 */
record DetailsForm(String version, String title, String state, String agreedOn, String agreedBy) {

    static DetailsForm of(PlanDetails plan) {
        return new DetailsForm(String.valueOf(plan.version()), plan.title(), PlanState.AGREED.name(), "", "");
    }

    DetailsForm seenAs(long seen) {
        return new DetailsForm(String.valueOf(seen), title, state, agreedOn, agreedBy);
    }

    DetailsForm withTitle(String newTitle) {
        return new DetailsForm(version, newTitle, state, agreedOn, agreedBy);
    }

    DetailsForm withStep(String newState, String newAgreedOn, String newAgreedBy) {
        return new DetailsForm(version, title, newState, newAgreedOn, newAgreedBy);
    }

    /** With what was typed into one of the forms before the session ended. */
    DetailsForm with(Map<String, List<String>> kept) {
        return new DetailsForm(
                first(kept, "version", version),
                first(kept, "title", title),
                first(kept, "state", state),
                first(kept, "agreedOn", agreedOn),
                first(kept, "agreedBy", agreedBy));
    }

    private static String first(Map<String, List<String>> kept, String name, String otherwise) {
        return kept.getOrDefault(name, List.of()).stream()
                .findFirst()
                .map(NodeForm::typed)
                .orElse(otherwise);
    }

    /** Whether the draft is to be in force at once. */
    boolean inForce() {
        return state.equals(PlanState.ACTIVE.name());
    }

    /** Without what was typed around it or twice between its words. */
    String newTitle() {
        return title.replaceAll("\\s+", " ").strip();
    }

    /** The day that was typed; empty where it is none, or still to come. */
    Optional<LocalDate> day(LocalDate today) {
        return Period.read(agreedOn)
                .filter(period -> period.kind() == PeriodKind.DATE)
                .map(Period::firstDay)
                .filter(day -> !day.isAfter(today));
    }
}
