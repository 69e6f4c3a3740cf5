package org.dueregard.intake.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dueregard.intake.OwnerMeaning;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.PersonId;
import org.dueregard.organisation.PostDirectory;
import org.dueregard.organisation.PostDirectory.Post;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers from file to file whom a council means by the words for an owner. */
@Component
@Transactional
public class OwnerMeanings {

    private final JdbcClient jdbc;
    private final PostDirectory posts;
    private final Clock clock;

    OwnerMeanings(JdbcClient jdbc, PostDirectory posts, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.clock = clock;
    }

    /** As it was said before and holds today, by the key of the words; the first of several reports. */
    @Transactional(readOnly = true)
    public Map<String, List<OwnerMeaning>> of(OrganisationId organisation) {
        List<Post> today = posts.serviceManagers(organisation);
        Map<String, List<OwnerMeaning>> meanings = new LinkedHashMap<>();
        jdbc.sql("""
                        select words, unit_id, person_id from owner_meaning join unit using (organisation_id, unit_id)
                        where organisation_id = :organisation and unit.ended_on is null order by words, position""")
                .param("organisation", organisation.organisationId())
                .query((row, number) -> Map.entry(row.getString("words"), meaning(row)))
                .list()
                .forEach(one -> meanings.computeIfAbsent(one.getKey(), words -> new ArrayList<>())
                        .add(one.getValue().today(today)));
        return meanings;
    }

    private static OwnerMeaning meaning(ResultSet row) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        return new OwnerMeaning(
                new UnitId(row.getObject("unit_id", UUID.class)), person == null ? null : new PersonId(person));
    }

    /** Remembers whom words mean; none forgets it. Who is no person or unit of this council is left out. */
    public void say(SignedIn by, String words, List<OwnerMeaning> meanings) {
        jdbc.sql("delete from owner_meaning where organisation_id = :organisation and words = :words")
                .param("organisation", by.organisation().organisationId())
                .param("words", words)
                .update();
        for (int position = 0; position < meanings.size(); position++) {
            OwnerMeaning one = meanings.get(position);
            PersonId person = one.person();
            jdbc.sql("""
                            insert into owner_meaning (organisation_id, words, position, unit_id, person_id, said_by, said_at)
                            select :organisation, :words, :position, unit_id,
                                (select person_id from person where person_id = :person and organisation_id = :organisation
                                    and ended_at is null),
                                :by, :at
                            from unit where unit_id = :unit and organisation_id = :organisation and ended_on is null""")
                    .param("organisation", by.organisation().organisationId())
                    .param("words", words)
                    .param("position", position)
                    .param("unit", one.unit().unitId())
                    .param("person", person == null ? null : person.personId(), Types.OTHER)
                    .param("by", by.post())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        }
    }
}
