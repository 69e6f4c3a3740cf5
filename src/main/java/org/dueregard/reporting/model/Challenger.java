package org.dueregard.reporting.model;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.UUID;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.Challenge;
import org.dueregard.reporting.Challenging;
import org.dueregard.reporting.RemarkKeeping;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.read.Doubt;
import org.dueregard.reporting.read.Doubts;
import org.dueregard.site.NotHere;
import org.dueregard.site.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class Challenger implements Challenging {

    private final Rounds rounds;
    private final Doubts doubts;
    private final RemarkKeeping remarks;
    private final Sentences sentences;
    private final History history;
    private final JdbcClient jdbc;
    private final Clock clock;

    Challenger(
            Rounds rounds,
            Doubts doubts,
            RemarkKeeping remarks,
            Sentences sentences,
            History history,
            JdbcClient jdbc,
            Clock clock) {
        this.rounds = rounds;
        this.doubts = doubts;
        this.remarks = remarks;
        this.sentences = sentences;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void ask(SignedIn by, RoundId round, NodeId node, Challenge challenge) {
        Doubt doubt = find(by, round, node, challenge);
        if (doubt.isAsked()) {
            return;
        }
        UUID question = remarks.write(by, node, round, true, sentences.of("reporting.ask." + challenge, doubt.about()));
        answer(by, round, doubt, question, null);
    }

    @Override
    public void dismiss(SignedIn by, RoundId round, NodeId node, Challenge challenge, String because) {
        Doubt doubt = find(by, round, node, challenge);
        answer(by, round, doubt, null, because);
        history.record(by, new Subject("node", node.nodeId()), "Doubt dismissed", doubt.about(), null, because);
    }

    private Doubt find(SignedIn by, RoundId id, NodeId node, Challenge challenge) {
        rounds.findVisibleTo(by.organisation(), id).orElseThrow(NotHere::new).requireOpen();
        return doubts.of(id).stream()
                .filter(doubt -> doubt.node().equals(node) && doubt.challenge() == challenge)
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    private void answer(SignedIn by, RoundId round, Doubt doubt, @Nullable UUID question, @Nullable String because) {
        jdbc.sql("""
                        insert into challenge_answer (round_id, node_id, kind, about, remark_id, because, answered_by,
                            answered_at)
                        values (:round, :node, :kind, :about, :question, :because, :by, :at)
                        on conflict (round_id, node_id, kind) do update set about = excluded.about,
                            remark_id = excluded.remark_id, because = excluded.because,
                            answered_by = excluded.answered_by, answered_at = excluded.answered_at""")
                .param("round", round.roundId())
                .param("node", doubt.node().nodeId())
                .param("kind", doubt.challenge().name())
                .param("about", doubt.about())
                .param("question", question, Types.OTHER)
                .param("because", because, Types.VARCHAR)
                .param("by", by.post())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
