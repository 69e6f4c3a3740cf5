package org.dueregard.organisation;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who answers for which unit, by post. */
@Component
public class PostDirectory {

    /** Somebody's post, and the unit that they are the service manager of. */
    public record Post(PersonId person, String name, UnitId unit) {}

    private final JdbcClient jdbc;

    PostDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Service managers of one unit each or several, without their delegates, by post. */
    public List<Post> serviceManagers(OrganisationId organisation) {
        return jdbc.sql("""
                        select person.person_id, person.post, unit.unit_id
                        from role_held held join person using (person_id) join unit using (unit_id)
                        where person.organisation_id = :organisation and person.ended_at is null and held.ended_at is null
                            and held.role = 'SERVICE_MANAGER' and held.named_by is null and unit.ended_on is null
                        order by person.post, unit.name""")
                .param("organisation", organisation.organisationId())
                .query((row, number) -> new Post(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("post"),
                        new UnitId(row.getObject("unit_id", UUID.class))))
                .list();
    }
}
