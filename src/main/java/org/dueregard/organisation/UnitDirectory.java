package org.dueregard.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which units a council has. */
@Component
public class UnitDirectory {

    private final JdbcClient jdbc;

    UnitDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All units that have not ended, each under the one it belongs to, by name. */
    public List<UnitEntry> of(OrganisationId organisation) {
        return jdbc.sql("""
                        with recursive tree as (
                            select unit.*, array[lower(name)] as place, 0 as depth
                            from unit where organisation_id = :organisation and parent_id is null and ended_on is null
                            union all
                            select child.*, tree.place || lower(child.name), tree.depth + 1
                            from unit child join tree on child.parent_id = tree.unit_id
                            where child.ended_on is null)
                        select unit_id, parent_id, kind, name, short_name, depth from tree order by place""")
                .param("organisation", organisation.organisationId())
                .query((row, number) -> new UnitEntry(
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        unitOrNull(row.getObject("parent_id", UUID.class)),
                        UnitKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("short_name"),
                        row.getInt("depth")))
                .list();
    }

    /** The unit with this name or short name, whatever its capitals. */
    public Optional<UnitEntry> called(OrganisationId organisation, String name) {
        return of(organisation).stream()
                .filter(unit -> unit.name().equalsIgnoreCase(name) || name.equalsIgnoreCase(unit.shortName()))
                .findFirst();
    }

    private static @Nullable UnitId unitOrNull(@Nullable UUID id) {
        return id == null ? null : new UnitId(id);
    }
}
