package org.dueregard.organisation.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dueregard.calendar.Period;
import org.dueregard.calendar.PeriodKind;
import org.dueregard.calendar.Term;
import org.dueregard.calendar.TermDates;
import org.dueregard.organisation.model.SchoolYears.SchoolYear;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;

/** The terms of one school year as typed: for each term its days, by the name of their field. */
record TermsForm(int begins, Map<String, String> typed) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private static final List<String> DAYS = List.of("first", "last", "halfFirst", "halfLast");

    /** What stands there, for a year that has terms; empty boxes for one that has none. */
    static TermsForm of(SchoolYear year) {
        Map<String, String> typed = new HashMap<>();
        for (TermDates.Entry term : year.terms()) {
            typed.put(field(term.term(), "first"), DAY.format(term.firstDay()));
            typed.put(field(term.term(), "last"), DAY.format(term.lastDay()));
            if (term.halfTermFirstDay() != null && term.halfTermLastDay() != null) {
                typed.put(field(term.term(), "halfFirst"), DAY.format(term.halfTermFirstDay()));
                typed.put(field(term.term(), "halfLast"), DAY.format(term.halfTermLastDay()));
            }
        }
        return new TermsForm(year.begins(), typed);
    }

    static TermsForm typed(int begins, Map<String, String> parameters) {
        Map<String, String> typed = new HashMap<>();
        for (Term term : Term.values()) {
            DAYS.forEach(day -> typed.put(
                    field(term, day),
                    parameters
                            .getOrDefault(field(term, day), "")
                            .replace("\0", "")
                            .strip()));
        }
        return new TermsForm(begins, typed);
    }

    /** Such as {@code autumn-halfFirst}. */
    static String field(Term term, String day) {
        return term.name().toLowerCase(Locale.ROOT) + "-" + day;
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /**
     * The year, where nothing is wrong with it.
     *
     * @param dates the council's, for the years on either side
     */
    Optional<SchoolYear> check(TermDates dates, Sentences sentences, Problems problems) {
        List<TermDates.Entry> terms = new ArrayList<>();
        Map<String, LocalDate> days = new HashMap<>();
        LocalDate opens = LocalDate.of(begins, 8, 1);
        LocalDate closes = LocalDate.of(begins + 1, 8, 31);
        for (Term term : Term.values()) {
            for (String day : DAYS) {
                read(term, day, opens, closes, days, sentences, problems);
            }
            entry(term, days, sentences, problems).ifPresent(terms::add);
        }
        inOrder(terms, dates, sentences, problems);
        return problems.isEmpty() ? Optional.of(new SchoolYear(begins, terms)) : Optional.empty();
    }

    private void read(
            Term term,
            String day,
            LocalDate opens,
            LocalDate closes,
            Map<String, LocalDate> days,
            Sentences sentences,
            Problems problems) {
        String field = field(term, day);
        String text = value(field);
        String name = sentences.of("organisation.terms." + day + ".of", name(term, sentences));
        if (text.isEmpty()) {
            if (!day.startsWith("half")) {
                problems.add(field, sentences.of("organisation.terms.missing", name));
            }
            return;
        }
        Optional<LocalDate> read = Period.read(text)
                .filter(period -> period.kind() == PeriodKind.DATE)
                .map(Period::firstDay);
        if (read.isEmpty()) {
            problems.add(field, sentences.of("organisation.terms.no-date", name, DAY.format(opens.plusMonths(1))));
        } else if (read.get().isBefore(opens) || read.get().isAfter(closes)) {
            problems.add(
                    field, sentences.of("organisation.terms.outside", name, DAY.format(opens), DAY.format(closes)));
        } else {
            days.put(field, read.get());
        }
    }

    private static Optional<TermDates.Entry> entry(
            Term term, Map<String, LocalDate> days, Sentences sentences, Problems problems) {
        LocalDate first = days.get(field(term, "first"));
        LocalDate last = days.get(field(term, "last"));
        LocalDate halfFirst = days.get(field(term, "halfFirst"));
        LocalDate halfLast = days.get(field(term, "halfLast"));
        String name = name(term, sentences);
        if (first != null && last != null && last.isBefore(first)) {
            problems.add(field(term, "last"), sentences.of("organisation.terms.backwards", name));
            return Optional.empty();
        }
        if ((halfFirst == null) != (halfLast == null)
                && problems.of(field(term, "halfFirst")) == null
                && problems.of(field(term, "halfLast")) == null) {
            problems.add(
                    field(term, halfFirst == null ? "halfFirst" : "halfLast"),
                    sentences.of("organisation.terms.half-both", name));
            return Optional.empty();
        }
        if (halfFirst != null && halfLast != null) {
            if (halfLast.isBefore(halfFirst)) {
                problems.add(field(term, "halfLast"), sentences.of("organisation.terms.half-backwards", name));
                return Optional.empty();
            }
            if ((first != null && halfFirst.isBefore(first)) || (last != null && halfLast.isAfter(last))) {
                problems.add(field(term, "halfFirst"), sentences.of("organisation.terms.half-outside", name));
                return Optional.empty();
            }
        }
        if (first == null || last == null) {
            return Optional.empty();
        }
        boolean half = halfFirst != null && halfLast != null;
        return Optional.of(new TermDates.Entry(
                term, first.getYear(), first, last, half ? halfFirst : null, half ? halfLast : null));
    }

    /** Each term begins after the one before it, those of the years on either side included. */
    private void inOrder(List<TermDates.Entry> terms, TermDates dates, Sentences sentences, Problems problems) {
        Map<Term, TermDates.Entry> byTerm = new EnumMap<>(Term.class);
        for (int place = 0; place < terms.size(); place++) {
            TermDates.Entry term = terms.get(place);
            TermDates.Entry own = new TermDates.Entry(
                    term.term(),
                    SchoolYear.yearOf(term.term(), begins),
                    term.firstDay(),
                    term.lastDay(),
                    term.halfTermFirstDay(),
                    term.halfTermLastDay());
            terms.set(place, own);
            byTerm.put(own.term(), own);
        }
        after(byTerm.get(Term.SPRING), byTerm.get(Term.AUTUMN), sentences, problems);
        after(byTerm.get(Term.SUMMER), byTerm.get(Term.SPRING), sentences, problems);
        for (TermDates.Entry other : dates.entries()) {
            if (other.term() == Term.SUMMER && other.year() == begins) {
                after(byTerm.get(Term.AUTUMN), other, sentences, problems);
            }
            if (other.term() == Term.AUTUMN && other.year() == begins + 1) {
                TermDates.Entry summer = byTerm.get(Term.SUMMER);
                if (summer != null && !other.firstDay().isAfter(summer.lastDay())) {
                    problems.add(
                            field(Term.SUMMER, "last"),
                            sentences.of("organisation.terms.into-next", DAY.format(other.firstDay())));
                }
            }
        }
    }

    private static void after(
            TermDates.@Nullable Entry later,
            TermDates.@Nullable Entry earlier,
            Sentences sentences,
            Problems problems) {
        if (later != null && earlier != null && !later.firstDay().isAfter(earlier.lastDay())) {
            problems.add(
                    field(later.term(), "first"),
                    sentences.of(
                            "organisation.terms.overlap",
                            name(later.term(), sentences),
                            name(earlier.term(), sentences),
                            DAY.format(earlier.lastDay())));
        }
    }

    private static String name(Term term, Sentences sentences) {
        return sentences.of("organisation.term." + term).toLowerCase(Locale.UK);
    }
}
