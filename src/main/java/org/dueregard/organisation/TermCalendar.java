package org.dueregard.organisation;

import java.time.LocalDate;
import java.util.List;
import org.dueregard.calendar.Term;
import org.dueregard.calendar.TermDates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The council's own school terms; nationwide ones for the years that it has not entered. */
@Component
public class TermCalendar {

    private final JdbcClient jdbc;

    TermCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public TermDates of(OrganisationId organisation) {
        List<TermDates.Entry> entries = jdbc.sql("select * from school_term where organisation_id = :organisation")
                .param("organisation", organisation.organisationId())
                .query((row, number) -> new TermDates.Entry(
                        Term.valueOf(row.getString("term")),
                        row.getInt("year"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getObject("half_term_first", LocalDate.class),
                        row.getObject("half_term_last", LocalDate.class)))
                .list();
        return entries.isEmpty() ? TermDates.nationwide() : TermDates.of(entries);
    }
}
