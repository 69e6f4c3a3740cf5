package org.dueregard.organisation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dueregard.calendar.Term;
import org.dueregard.calendar.TermDates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The council's own school terms; nationwide ones for the years that it has not entered. */
@Component
public class TermCalendar {

    /** The terms of the council whose {@code plan} a query is about, as {@link #read} takes them; null for none. */
    public static final String OF_THE_PLAN = """
            select string_agg(concat_ws(' ', term, year, first_day, last_day, half_term_first, half_term_last), ',') as terms
            from school_term where school_term.organisation_id = plan.organisation_id""";

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

    /** Reads a council's terms as {@link #OF_THE_PLAN} has them. */
    public static TermDates read(String terms) {
        return TermDates.of(Arrays.stream(terms.split(","))
                .map(term -> term.split(" "))
                .map(part -> new TermDates.Entry(
                        Term.valueOf(part[0]),
                        Integer.parseInt(part[1]),
                        LocalDate.parse(part[2]),
                        LocalDate.parse(part[3]),
                        part.length > 4 ? LocalDate.parse(part[4]) : null,
                        part.length > 4 ? LocalDate.parse(part[5]) : null))
                .toList());
    }
}
