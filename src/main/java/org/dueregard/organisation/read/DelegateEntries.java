package org.dueregard.organisation.read;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads for an owner who types for them, and whom they could ask to. */
@Component
public class DelegateEntries {

    private final JdbcClient jdbc;

    DelegateEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who types for a unit.
     *
     * @param until the last day; null where no end was set
     */
    public record Entry(
            UUID roleHeld,
            String post,
            String unit,
            String namedBy,
            @Nullable LocalDate until) {}

    /** A unit that the reader answers for. */
    public record Own(UnitId id, String name) {}

    /** Somebody of the reader's council. */
    public record Colleague(PersonId id, String post, String email) {}

    /** Everybody who is a delegate for a unit that the reader answers for, whoever named them. */
    public List<Entry> of(SignedIn by) {
        return jdbc.sql("""
                        select held.role_held_id, person.post, unit.name, namer.post as named_by, held.until
                        from role_held held
                        join person on person.person_id = held.person_id and person.ended_at is null
                        join person namer on namer.person_id = held.named_by
                        join unit on unit.unit_id = held.unit_id
                        where held.ended_at is null and exists (select 1 from role_covers covers
                            where covers.person_id = :person and covers.role = 'SERVICE_MANAGER' and not covers.delegated
                                and covers.unit_id = held.unit_id)
                        order by lower(unit.name), lower(person.post)""")
                .param("person", by.person().personId())
                .query((row, number) -> new Entry(
                        row.getObject("role_held_id", UUID.class),
                        row.getString("post"),
                        row.getString("name"),
                        row.getString("named_by"),
                        row.getObject("until", LocalDate.class)))
                .list();
    }

    /** The units that the reader answers for as their owner; none for somebody who is only a delegate. */
    public List<Own> units(SignedIn by) {
        return jdbc.sql("""
                        select distinct unit.unit_id, unit.name, lower(unit.name) from role_covers covers
                        join unit using (unit_id)
                        where covers.person_id = :person and covers.role = 'SERVICE_MANAGER' and not covers.delegated
                            and unit.ended_on is null
                        order by lower(unit.name)""")
                .param("person", by.person().personId())
                .query((row, number) ->
                        new Own(new UnitId(row.getObject("unit_id", UUID.class)), row.getString("name")))
                .list();
    }

    /** Everybody else who has access, by post. */
    public List<Colleague> colleagues(SignedIn by) {
        return jdbc.sql("""
                        select person_id, post, email from person
                        where organisation_id = :organisation and ended_at is null and person_id <> :person
                        order by lower(post), lower(email)""")
                .param("organisation", by.organisation().organisationId())
                .param("person", by.person().personId())
                .query((row, number) -> new Colleague(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("post"),
                        row.getString("email")))
                .list();
    }
}
