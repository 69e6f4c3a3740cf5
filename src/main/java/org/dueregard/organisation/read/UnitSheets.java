package org.dueregard.organisation.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.access.Role;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.UnitId;
import org.dueregard.organisation.UnitKind;
import org.dueregard.organisation.read.UnitSheet.Holder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who answers for which unit, in one statement for all of them. */
@Component
public class UnitSheets {

    private final JdbcClient jdbc;

    UnitSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who holds a role for each unit itself; units for which nobody does are not in it. */
    public Map<UnitId, List<Holder>> holders(OrganisationId organisation) {
        Map<UnitId, List<Holder>> holders = new HashMap<>();
        jdbc.sql("""
                        select held.unit_id, held.role, person.person_id, person.post
                        from role_held held join person using (person_id)
                        where person.organisation_id = :organisation and held.unit_id is not null
                            and held.ended_at is null and person.ended_at is null
                        order by lower(person.post), held.role""").param("organisation", organisation.organisationId()).query(row -> {
            holders.computeIfAbsent(new UnitId(row.getObject("unit_id", UUID.class)), x -> new ArrayList<>())
                    .add(new Holder(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            row.getString("post"),
                            Role.valueOf(row.getString("role"))));
        });
        return holders;
    }

    public Optional<UnitSheet> find(OrganisationId organisation, UnitId id) {
        return jdbc.sql("""
                        select unit.*, above.name as above
                        from unit left join unit above on above.unit_id = unit.parent_id
                        where unit.unit_id = :id and unit.organisation_id = :organisation""")
                .param("id", id.unitId())
                .param("organisation", organisation.organisationId())
                .query((row, number) -> new UnitSheet(
                        id,
                        UnitKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("short_name"),
                        row.getString("above"),
                        row.getLong("version"),
                        holders(organisation).getOrDefault(id, List.of())))
                .optional();
    }
}
