package org.dueregard.organisation.model;

import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;
import org.dueregard.calendar.Term;
import org.dueregard.calendar.TermDates;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.TermCalendar;
import org.dueregard.organisation.TermsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the council's own term dates, a whole school year at a time. */
@Service
@Transactional
public class SchoolYears {

    private final TermCalendar calendar;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    SchoolYears(TermCalendar calendar, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.calendar = calendar;
        this.events = events;
        this.jdbc = jdbc;
    }

    /**
     * Puts these dates in the place of the year's.
     *
     * @param seen the words of what stood there when the form was made; anything else by now is refused
     * @return whether anything changed
     */
    public boolean set(SignedIn by, SchoolYear year, String seen) {
        // two people who set dates do so one after the other
        jdbc.sql("select organisation_id from organisation where organisation_id = :organisation for update")
                .param("organisation", by.organisation().organisationId())
                .query((row, number) -> row.getString(1))
                .single();
        SchoolYear stored = SchoolYear.of(year.begins(), calendar.of(by.organisation()));
        if (!stored.words().equals(seen)) {
            throw new ObjectOptimisticLockingFailureException(SchoolYear.class, year.label());
        }
        if (stored.words().equals(year.words())) {
            return false;
        }
        for (TermDates.Entry term : year.terms()) {
            jdbc.sql("""
                            insert into school_term (organisation_id, year, term, first_day, last_day, half_term_first,
                                half_term_last)
                            values (:organisation, :year, :term, :first, :last, :halfFirst, :halfLast)
                            on conflict (organisation_id, year, term) do update set first_day = excluded.first_day,
                                last_day = excluded.last_day, half_term_first = excluded.half_term_first,
                                half_term_last = excluded.half_term_last""")
                    .param("organisation", by.organisation().organisationId())
                    .param("year", term.year())
                    .param("term", term.term().name())
                    .param("first", term.firstDay())
                    .param("last", term.lastDay())
                    .param("halfFirst", term.halfTermFirstDay(), Types.DATE)
                    .param("halfLast", term.halfTermLastDay(), Types.DATE)
                    .update();
        }
        events.publishEvent(new TermsChanged(
                by.organisation(), by, year.label(), stored.terms().isEmpty() ? null : stored.words(), year.words()));
        return true;
    }

    /**
     * A school year's terms, in their order.
     *
     * @param begins the calendar year in which it begins
     * @param terms none where the council has not entered any
     */
    public record SchoolYear(int begins, List<TermDates.Entry> terms) {

        /** The council's own terms of the year. */
        public static SchoolYear of(int begins, TermDates dates) {
            return new SchoolYear(
                    begins,
                    dates.entries().stream()
                            .filter(term -> yearOf(term.term(), begins) == term.year())
                            .toList());
        }

        /** The calendar year in which a term of the school year lies. */
        public static int yearOf(Term term, int begins) {
            return term == Term.AUTUMN ? begins : begins + 1;
        }

        /** {@code 2026/27}. */
        public String label() {
            return String.format("%d/%02d", begins, (begins + 1) % 100);
        }

        /** As history keeps them, a line a term. */
        public String words() {
            return terms.stream()
                    .map(term -> term.term().words() + " term: " + term.firstDay() + " to " + term.lastDay()
                            + (term.halfTermFirstDay() == null
                                    ? ""
                                    : ", half-term " + term.halfTermFirstDay() + " to " + term.halfTermLastDay()))
                    .collect(Collectors.joining("\n"));
        }
    }
}
