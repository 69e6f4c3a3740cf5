package org.dueregard.reporting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.TermDates;
import org.dueregard.reporting.Asks;
import org.dueregard.reporting.RoundDates;
import org.dueregard.reporting.RoundDates.Doubt;
import org.dueregard.reporting.RoundDraft;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.dueregard.site.When;
import org.jspecify.annotations.Nullable;

/**
 * A round as it is typed: days in words, such as {@code 27 November 2026}.
 *
 * @param number of the round in a form that has several
 * @param wanted whether it is to be added
 */
public record RoundForm(
        int number,
        boolean wanted,
        String name,
        String period,
        String asks,
        String opens,
        String due,
        String closes,
        String meeting) {

    private static final int LONGEST_NAME = 100;

    static RoundForm of(int number, boolean wanted, RoundDraft draft, When when) {
        return new RoundForm(
                number,
                wanted,
                draft.name(),
                draft.period().label(),
                draft.asks().name(),
                when.day(draft.opensOn()),
                when.day(draft.dueOn()),
                when.day(draft.closesOn()),
                when.day(draft.meetingOn()));
    }

    /** The id of a field, which is its name too. */
    public String id(String field) {
        return field + "-" + number;
    }

    /** Reads what was typed; what is wrong with it is added to the problems, and nothing is returned then. */
    Optional<RoundDraft> read(TermDates terms, Sentences sentences, Problems problems) {
        int before = problems.all().size();
        if (name.isBlank()) {
            problems.add(id("name"), sentences.of("reporting.fault.round-name"));
        } else if (name.length() > LONGEST_NAME) {
            problems.add(id("name"), sentences.of("reporting.fault.round-name-long", LONGEST_NAME));
        }
        Optional<Period> covered = Period.read(period);
        if (covered.isEmpty()) {
            problems.add(id("period"), sentences.of("reporting.fault.round-period"));
        }
        Optional<Asks> asked = Arrays.stream(Asks.values())
                .filter(one -> one.name().equals(asks))
                .findFirst();
        if (asked.isEmpty()) {
            problems.add(id("asks"), sentences.of("reporting.fault.round-asks"));
        }
        Optional<LocalDate> first = day("opens", opens, terms, sentences, problems);
        Optional<LocalDate> last = day("due", due, terms, sentences, problems);
        Optional<LocalDate> end = day("closes", closes, terms, sentences, problems);
        Optional<LocalDate> met =
                meeting.isBlank() ? Optional.empty() : day("meeting", meeting, terms, sentences, problems);
        inOrder(first, last, "due", "reporting.fault.round-due-before-opens", sentences, problems);
        inOrder(last, end, "closes", "reporting.fault.round-closes-before-due", sentences, problems);
        inOrder(last, met, "meeting", "reporting.fault.round-meeting-before-due", sentences, problems);
        if (problems.all().size() > before) {
            return Optional.empty();
        }
        return Optional.of(new RoundDraft(
                name,
                covered.orElseThrow(),
                asked.orElseThrow(),
                first.orElseThrow(),
                last.orElseThrow(),
                end.orElseThrow(),
                met.orElse(null)));
    }

    private Optional<LocalDate> day(
            String field, String typed, TermDates terms, Sentences sentences, Problems problems) {
        Optional<LocalDate> day = Deadline.of(typed).lastDay(terms);
        if (day.isEmpty()) {
            problems.add(id(field), sentences.of("reporting.fault.round-day"));
        }
        return day;
    }

    private void inOrder(
            Optional<LocalDate> earlier,
            Optional<LocalDate> later,
            String field,
            String fault,
            Sentences sentences,
            Problems problems) {
        if (earlier.isPresent() && later.isPresent() && later.get().isBefore(earlier.get())) {
            problems.add(id(field), sentences.of(fault));
        }
    }

    /** A day that does not suit, and the field it stands in. */
    public record FieldDoubt(String field, String sentence, String better) {}

    /** What speaks against the days of a round that could be read. */
    List<FieldDoubt> doubts(RoundDraft draft, RoundDates dates, Sentences sentences, When when) {
        List<FieldDoubt> doubts = new ArrayList<>();
        add(doubts, "opens", dates.doubt(draft.opensOn()), sentences, when);
        add(doubts, "due", dates.doubt(draft.dueOn()), sentences, when);
        add(doubts, "closes", dates.doubt(draft.closesOn()), sentences, when);
        LocalDate met = draft.meetingOn();
        add(doubts, "meeting", met == null ? null : dates.doubtAboutMeeting(met), sentences, when);
        return doubts;
    }

    private void add(List<FieldDoubt> doubts, String field, @Nullable Doubt doubt, Sentences sentences, When when) {
        if (doubt != null) {
            doubts.add(new FieldDoubt(
                    id(field),
                    sentences.of(
                            "reporting.doubt." + doubt.why(),
                            when.weekdayAndYear(doubt.day()),
                            doubt.holiday() == null ? "" : doubt.holiday(),
                            when.weekdayAndYear(doubt.better())),
                    when.day(doubt.better())));
        }
    }

    /** The same with better days in the fields that have them. */
    RoundForm with(List<FieldDoubt> doubts) {
        return new RoundForm(
                number,
                wanted,
                name,
                period,
                asks,
                better("opens", opens, doubts),
                better("due", due, doubts),
                better("closes", closes, doubts),
                better("meeting", meeting, doubts));
    }

    private String better(String field, String typed, List<FieldDoubt> doubts) {
        return doubts.stream()
                .filter(doubt -> doubt.field().equals(id(field)))
                .map(FieldDoubt::better)
                .findFirst()
                .orElse(typed);
    }
}
