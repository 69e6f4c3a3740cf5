package org.dueregard.reporting.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was said about an item. */
@Component
public class Remarks {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    Remarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A comment or question.
     *
     * @param round that it came up in; null when it is about none
     */
    public record Remark(
            UUID id,
            boolean question,
            String words,
            String post,
            Instant writtenAt,
            @Nullable String round,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable String resolvedBy,
            @Nullable Instant resolvedAt) {

        public boolean isOpen() {
            return resolvedAt == null;
        }
    }

    /** The title of the item, in full; empty when it is another council's. */
    public Optional<String> title(SignedIn by, NodeId node) {
        return jdbc.sql("""
                        select coalesce(indicator.name, node.title) from plan_node node join plan using (plan_id)
                        left join plan_indicator using (node_id) left join indicator using (indicator_id)
                        where node.node_id = :node and plan.organisation_id = :organisation""")
                .param("node", node.nodeId())
                .param("organisation", by.organisation().organisationId())
                .query(String.class)
                .optional();
    }

    /** Open ones first, of these the newest; up to 200. */
    public List<Remark> of(NodeId node) {
        return jdbc.sql("""
                        select remark.*, round.name from remark left join round using (round_id)
                        where remark.node_id = :node
                        order by resolved_at is not null, written_at desc limit :most""")
                .param("node", node.nodeId())
                .param("most", MOST)
                .query((row, number) -> new Remark(
                        row.getObject("remark_id", UUID.class),
                        row.getBoolean("question"),
                        row.getString("words"),
                        row.getString("post"),
                        row.getTimestamp("written_at").toInstant(),
                        row.getString("name"),
                        row.getString("answer"),
                        row.getString("answered_by"),
                        Sheets.instant(row, "answered_at"),
                        row.getString("resolved_by"),
                        Sheets.instant(row, "resolved_at")))
                .list();
    }

    /** Whether the person may say something about the item. */
    public boolean mayWrite(SignedIn by, NodeId node) {
        return jdbc.sql("""
                        select exists (
                            select 1 from plan_node node join plan using (plan_id)
                            where node.node_id = :node and plan.organisation_id = :organisation
                                and (exists (select 1 from role_covers covers where covers.person_id = :person
                                        and covers.unit_id = node.reporting_unit_id
                                        and covers.role in ('SERVICE_MANAGER', 'POLICY_OFFICER', 'REVIEWER', 'CHAIR'))
                                    or node.reporting_unit_id is null and exists (select 1 from role_held held
                                        where held.person_id = :person and held.ended_at is null and held.unit_id is null
                                            and held.role in ('POLICY_OFFICER', 'REVIEWER', 'CHAIR'))))""")
                .param("person", by.person().personId())
                .param("node", node.nodeId())
                .param("organisation", by.organisation().organisationId())
                .query(Boolean.class)
                .single();
    }
}
