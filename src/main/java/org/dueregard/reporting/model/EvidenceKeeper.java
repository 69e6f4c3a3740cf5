package org.dueregard.reporting.model;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.UUID;
import org.dueregard.document.FileKind;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.organisation.SignedIn;
import org.dueregard.reporting.EvidenceKeeping;
import org.dueregard.reporting.ReturnId;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class EvidenceKeeper implements EvidenceKeeping {

    private final Rounds rounds;
    private final Returns returns;
    private final History history;
    private final JdbcClient jdbc;
    private final Clock clock;

    EvidenceKeeper(Rounds rounds, Returns returns, History history, JdbcClient jdbc, Clock clock) {
        this.rounds = rounds;
        this.returns = returns;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void addLink(SignedIn by, ReturnId id, UUID item, String title, String address) {
        UUID node = openItem(by, id, item);
        add(by, item, title, address, null, null, null);
        history.record(by, subject(node), "Evidence added", null, title + ": " + address, null);
    }

    @Override
    public void addFile(
            SignedIn by, ReturnId id, UUID item, String title, String fileName, FileKind kind, byte[] content) {
        UUID node = openItem(by, id, item);
        UUID evidence = add(by, item, title, null, kind, fileName, content.length);
        jdbc.sql("insert into evidence_content (evidence_id, content) values (:id, :content)")
                .param("id", evidence)
                .param("content", content)
                .update();
        history.record(by, subject(node), "Evidence added", null, named(title, fileName), null);
    }

    private UUID add(
            SignedIn by,
            UUID item,
            String title,
            @Nullable String address,
            @Nullable FileKind kind,
            @Nullable String fileName,
            @Nullable Integer size) {
        int there = jdbc.sql("select count(*) from evidence where item_id = :item")
                .param("item", item)
                .query(Integer.class)
                .single();
        if (there >= MOST) {
            throw new AlreadyDone("reporting.evidence.most");
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into evidence (evidence_id, item_id, title, address, kind, file_name, size, added_by, added_at)
                        values (:id, :item, :title, :address, :kind, :file, :size, :by, :at)""")
                .param("id", id)
                .param("item", item)
                .param("title", title)
                .param("address", address, Types.VARCHAR)
                .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
                .param("file", fileName, Types.VARCHAR)
                .param("size", size, Types.INTEGER)
                .param("by", by.post())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Override
    public void remove(SignedIn by, ReturnId id, UUID evidence) {
        UUID item = jdbc.sql("""
                        select item_id from evidence join return_item using (item_id)
                        where evidence_id = :evidence and return_id = :id""")
                .param("evidence", evidence)
                .param("id", id.returnId())
                .query(UUID.class)
                .optional()
                .orElseThrow(NotHere::new);
        UUID node = openItem(by, id, item);
        String was = jdbc.sql("delete from evidence where evidence_id = :evidence"
                        + " returning title, coalesce(file_name, address) as what")
                .param("evidence", evidence)
                .query((row, number) -> named(row.getString("title"), row.getString("what")))
                .optional()
                .orElseThrow(NotHere::new);
        history.record(by, subject(node), "Evidence removed", was, null, null);
    }

    private static String named(String title, String file) {
        return title.equals(file) ? title : title + ": " + file;
    }

    /**
     * The node of the item, when the person may change its return and the return is open to its owner. Others who add to the
     * same item wait until this is done.
     */
    private UUID openItem(SignedIn by, ReturnId id, UUID item) {
        Return owed =
                returns.findChangeableBy(by.person().personId(), id.returnId()).orElseThrow(NotHere::new);
        rounds.findById(owed.round()).orElseThrow(NotHere::new).requireOpen();
        owed.saved(by.post(), clock.instant());
        return jdbc.sql("select node_id from return_item where item_id = :item and return_id = :id for update")
                .param("item", item)
                .param("id", id.returnId())
                .query(UUID.class)
                .optional()
                .orElseThrow(NotHere::new);
    }

    private static Subject subject(UUID node) {
        return new Subject("node", node);
    }
}
