package org.dueregard.review.web;

import java.time.LocalDate;
import java.util.Optional;
import org.dueregard.calendar.Deadline;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.TermCalendar;
import org.dueregard.review.read.Actions;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.dueregard.site.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An action as typed into its three boxes. */
public record TypedAction(String what, String owner, String due) {

    static final TypedAction NONE = new TypedAction("", "", "");

    /** Says beside the boxes what is wrong with what was typed. */
    @Component
    static class Reader {

        private static final int LONGEST = 4_000;

        private final Sentences sentences;
        private final When when;
        private final TermCalendar terms;

        Reader(Sentences sentences, When when, TermCalendar terms) {
            this.sentences = sentences;
            this.when = when;
            this.terms = terms;
        }

        TypedAction of(Actions.Entry action) {
            return new TypedAction(action.what(), action.owner(), when.day(action.dueOn()));
        }

        /**
         * The day it is due.
         *
         * @param dueAlready a day that may stay although it is past; null for a new action
         */
        Optional<LocalDate> check(SignedIn by, TypedAction typed, @Nullable LocalDate dueAlready, Problems problems) {
            checkWords("what", typed.what, "review.fault.action-what", problems);
            checkWords("owner", typed.owner, "review.fault.action-owner", problems);
            Optional<LocalDate> day = Deadline.of(typed.due).lastDay(terms.of(by.organisation()));
            if (day.isEmpty()) {
                problems.add("due", sentences.of("review.fault.action-due"));
            } else if (day.get().isBefore(when.today()) && !day.get().equals(dueAlready)) {
                problems.add("due", sentences.of("review.fault.action-past"));
            }
            return day;
        }

        void checkWords(String field, String text, String missing, Problems problems) {
            if (text.isBlank()) {
                problems.add(field, sentences.of(missing));
            } else if (text.length() > LONGEST) {
                problems.add(field, sentences.of("review.fault.too-long"));
            }
        }
    }
}
