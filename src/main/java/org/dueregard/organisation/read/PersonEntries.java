package org.dueregard.organisation.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.access.Role;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.read.PersonEntry.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the people of a council for its administrators, in two statements however many they are. */
@Component
public class PersonEntries {

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonEntries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Everybody, by post, whether or not they still have access. */
    public List<PersonEntry> of(OrganisationId organisation) {
        return read(organisation, null);
    }

    public Optional<PersonEntry> find(OrganisationId organisation, PersonId id) {
        return read(organisation, id).stream().findFirst();
    }

    private List<PersonEntry> read(OrganisationId organisation, @Nullable PersonId only) {
        UUID id = only == null ? null : only.personId();
        Map<PersonId, List<Held>> roles = new HashMap<>();
        jdbc.sql("""
                        select held.role_held_id, held.person_id, held.role, unit.name, namer.post as named_by, held.until
                        from role_held held join person using (person_id) left join unit using (unit_id)
                        left join person namer on namer.person_id = held.named_by
                        where person.organisation_id = :organisation and held.ended_at is null
                            and (cast(:only as uuid) is null or held.person_id = :only)
                        order by held.role, unit.name nulls first""")
                .param("organisation", organisation.organisationId())
                .param("only", id, java.sql.Types.OTHER)
                .query(row -> {
                    roles.computeIfAbsent(new PersonId(row.getObject("person_id", UUID.class)), x -> new ArrayList<>())
                            .add(new Held(
                                    row.getObject("role_held_id", UUID.class),
                                    Role.valueOf(row.getString("role")),
                                    row.getString("name"),
                                    row.getString("named_by"),
                                    row.getObject("until", LocalDate.class)));
                });
        return jdbc.sql("""
                        select person.*, (
                            select max(link.expires_at) from one_time_link link
                            where link.person_id = person.person_id and link.used_at is null
                                and link.expires_at > :now) as link_until,
                            keys.working, keys.used_at
                        from person
                        left join lateral (
                            select count(*) as working, max(last_used_at) as used_at from api_key
                            where api_key.person_id = person.person_id and revoked_at is null
                                and expires_on >= :today) keys on true
                        where organisation_id = :organisation
                            and (cast(:only as uuid) is null or person_id = :only)
                        order by lower(post), lower(email)""")
                .param("organisation", organisation.organisationId())
                .param("only", id, java.sql.Types.OTHER)
                .param("now", Timestamp.from(clock.instant()))
                .param("today", LocalDate.now(clock))
                .query((row, number) -> entry(row, roles))
                .list();
    }

    private static PersonEntry entry(ResultSet row, Map<PersonId, List<Held>> roles) throws SQLException {
        PersonId id = new PersonId(row.getObject("person_id", UUID.class));
        return new PersonEntry(
                id,
                row.getString("post"),
                row.getString("email"),
                row.getString("password_hash") != null,
                row.getBoolean("demonstration"),
                instant(row, "link_until"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "ended_at"),
                roles.getOrDefault(id, List.of()),
                row.getInt("working"),
                instant(row, "used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
