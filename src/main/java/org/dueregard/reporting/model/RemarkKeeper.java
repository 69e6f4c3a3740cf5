package org.dueregard.reporting.model;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.UUID;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.RemarkKeeping;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.read.Remarks;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RemarkKeeper implements RemarkKeeping {

    private final Remarks remarks;
    private final History history;
    private final JdbcClient jdbc;
    private final Clock clock;

    RemarkKeeper(Remarks remarks, History history, JdbcClient jdbc, Clock clock) {
        this.remarks = remarks;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UUID write(SignedIn by, NodeId node, @Nullable RoundId round, boolean question, String words) {
        requireWriter(by, node);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into remark (remark_id, node_id, round_id, question, words, written_by, post, written_at)
                        values (:id, :node, :round, :question, :words, :by, :post, :at)""")
                .param("id", id)
                .param("node", node.nodeId())
                .param("round", round == null ? null : round.roundId(), Types.OTHER)
                .param("question", question)
                .param("words", words)
                .param("by", by.person().personId())
                .param("post", by.post())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        history.record(by, subject(node), question ? "Question asked" : "Comment written", null, words, null);
        return id;
    }

    @Override
    public void answer(SignedIn by, NodeId node, UUID remark, String words) {
        requireOpen(by, node, remark);
        int answered = jdbc.sql("update remark set answer = :answer, answered_by = :by, answered_at = :at"
                        + " where remark_id = :remark and question and answer is null")
                .param("answer", words)
                .param("by", by.post())
                .param("at", Timestamp.from(clock.instant()))
                .param("remark", remark)
                .update();
        if (answered == 0) {
            boolean question = jdbc.sql("select question from remark where remark_id = :remark")
                    .param("remark", remark)
                    .query(Boolean.class)
                    .single();
            throw question ? new AlreadyDone("reporting.remark.answered-already") : new NotHere();
        }
        history.record(by, subject(node), "Question answered", null, words, null);
    }

    @Override
    public void resolve(SignedIn by, NodeId node, UUID remark) {
        requireOpen(by, node, remark);
        jdbc.sql("update remark set resolved_by = :by, resolved_at = :at where remark_id = :remark")
                .param("by", by.post())
                .param("at", Timestamp.from(clock.instant()))
                .param("remark", remark)
                .update();
        history.record(by, subject(node), "Remark dealt with", null, null, null);
    }

    private void requireOpen(SignedIn by, NodeId node, UUID remark) {
        requireWriter(by, node);
        boolean resolved = jdbc.sql("select resolved_at is not null from remark"
                        + " where remark_id = :remark and node_id = :node for update")
                .param("remark", remark)
                .param("node", node.nodeId())
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotHere::new);
        if (resolved) {
            throw new AlreadyDone("reporting.remark.resolved-already");
        }
    }

    private void requireWriter(SignedIn by, NodeId node) {
        if (!remarks.mayWrite(by, node)) {
            throw new NotHere();
        }
    }

    private static Subject subject(NodeId node) {
        return new Subject("node", node.nodeId());
    }
}
