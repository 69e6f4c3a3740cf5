package org.dueregard.history;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.RightsChanged;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.TermsChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down who did what, in the transaction that does it, and reads it back. The database links each event to the one
 * before by a hash, per council, and refuses to change or remove any.
 */
@Service
public class History {

    /** Who stands in history when the product itself acts. */
    public static final String PRODUCT = "Due Regard";

    private final JdbcClient jdbc;
    private final Clock clock;

    History(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records a change with what stood there before and after, either of which may be null. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            SignedIn by,
            Subject subject,
            String what,
            @Nullable String was,
            @Nullable String became,
            @Nullable String why) {
        write(by.organisation(), by, by.post(), null, subject, what, was, became, why);
    }

    /** Records a change that somebody made for somebody else. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordOnBehalf(
            SignedIn by,
            String onBehalfOf,
            Subject subject,
            String what,
            @Nullable String was,
            @Nullable String became) {
        write(by.organisation(), by, by.post(), onBehalfOf, subject, what, was, became, null);
    }

    /** Records what the product did by itself, as when a plan is loaded at the first start. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordByProduct(OrganisationId organisation, Subject subject, String what, @Nullable String became) {
        write(organisation, null, PRODUCT, null, subject, what, null, became, null);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RightsChanged change) {
        SignedIn by = change.by();
        write(
                change.organisation(),
                by,
                by == null ? PRODUCT : by.post(),
                null,
                new Subject(change.subjectKind(), change.subject()),
                change.what(),
                change.was(),
                change.became(),
                null);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TermsChanged change) {
        record(
                change.by(),
                new Subject("terms", change.organisation().organisationId()),
                "School terms of " + change.schoolYear() + " set",
                change.was(),
                change.became(),
                null);
    }

    /** The newest events of the subject first. */
    public List<HistoryEntry> of(SignedIn by, Subject subject, int atMost) {
        return jdbc.sql("select * from history_event where organisation_id = :organisation and subject_id = :subject"
                        + " order by sequence desc limit :most")
                .param("organisation", by.organisation().organisationId())
                .param("subject", subject.id())
                .param("most", atMost)
                .query((row, number) -> new HistoryEntry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("post"),
                        row.getString("on_behalf_of"),
                        row.getString("what"),
                        row.getString("was"),
                        row.getString("became"),
                        row.getString("why")))
                .list();
    }

    /**
     * The number of the first event that was changed, removed or put in after the fact; empty when the chain holds.
     */
    public OptionalLong firstBrokenEvent(OrganisationId organisation) {
        return jdbc.sql("""
                        select broken from (
                            select sequence as broken from (
                                select e.sequence, e.hash, e.previous_hash, history_hash(e) as recomputed,
                                    lag(e.hash) over (order by e.sequence) as hash_before,
                                    row_number() over (order by e.sequence) as place
                                from history_event e where e.organisation_id = :organisation) chain
                            where hash <> recomputed or sequence <> place
                                or previous_hash <> coalesce(
                                    hash_before, sha256(convert_to(cast(:organisation as text), 'UTF8')))
                            union all
                            select sequence from history_head head where organisation_id = :organisation and not exists
                                (select 1 from history_event e where e.organisation_id = head.organisation_id
                                    and e.sequence = head.sequence and e.hash = head.hash)) found
                        order by broken limit 1""")
                .param("organisation", organisation.organisationId())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private void write(
            OrganisationId organisation,
            @Nullable SignedIn by,
            String post,
            @Nullable String onBehalfOf,
            Subject subject,
            String what,
            @Nullable String was,
            @Nullable String became,
            @Nullable String why) {
        jdbc.sql("""
                        insert into history_event (organisation_id, sequence, at, person_id, post, on_behalf_of,
                            subject_kind, subject_id, what, was, became, why, previous_hash, hash)
                        values (:organisation, 0, :at, :person, :post, :behalf, :kind, :subject, :what, :was, :became,
                            :why, '', '')""")
                .param("organisation", organisation.organisationId())
                .param("at", Timestamp.from(clock.instant()))
                .param("person", by == null ? null : by.person().personId(), Types.OTHER)
                .param("post", post)
                .param("behalf", onBehalfOf, Types.VARCHAR)
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .param("what", what)
                .param("was", was, Types.VARCHAR)
                .param("became", became, Types.VARCHAR)
                .param("why", why, Types.VARCHAR)
                .update();
    }
}
