package org.dueregard.reminders;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dueregard.organisation.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letters of a council, and which of them each person wants. */
@Service
public class Letters {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    Letters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest letters of the reader's council, up to 200. */
    public List<Letter> newest(SignedIn by) {
        return jdbc.sql("""
                        select letter.*, person.post from letter join person using (person_id)
                        where letter.organisation_id = :organisation
                        order by written_at desc, letter_id limit :most""")
                .param("organisation", by.organisation().organisationId())
                .param("most", MOST)
                .query((row, number) -> {
                    Timestamp settled = row.getTimestamp("settled_at");
                    return new Letter(
                            row.getObject("letter_id", UUID.class),
                            row.getString("post"),
                            row.getString("address"),
                            Occasion.valueOf(row.getString("kind")),
                            row.getString("subject"),
                            row.getString("body"),
                            row.getTimestamp("written_at").toInstant(),
                            Letter.State.valueOf(row.getString("state")),
                            row.getInt("tries"),
                            settled == null ? null : settled.toInstant(),
                            row.getString("outcome"));
                })
                .list();
    }

    /** The occasions on which the person wants a letter: all that are offered to them, unless they chose fewer. */
    public Set<Occasion> wanted(SignedIn by) {
        Set<Occasion> wanted = new HashSet<>(Occasion.offeredTo(by));
        jdbc.sql("select kind from letter_unwanted where person_id = :person")
                .param("person", by.person().personId())
                .query(String.class)
                .list()
                .forEach(kind -> wanted.remove(Occasion.valueOf(kind)));
        return wanted;
    }

    /** Chooses among the occasions that are offered to the person; what they chose of others stays. */
    @Transactional
    public void choose(SignedIn by, Collection<Occasion> wanted) {
        for (Occasion occasion : Occasion.offeredTo(by)) {
            String change = wanted.contains(occasion)
                    ? "delete from letter_unwanted where person_id = :person and kind = :kind"
                    : "insert into letter_unwanted (person_id, kind) select person_id, :kind from person"
                            + " where person_id = :person on conflict do nothing";
            jdbc.sql(change)
                    .param("person", by.person().personId())
                    .param("kind", occasion.name())
                    .update();
        }
    }
}
