package org.dueregard.reporting.model;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.indicator.Standings;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.RoundClosed;
import org.dueregard.reporting.RoundDraft;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundKeeping;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RoundKeeper implements RoundKeeping {

    private final Rounds rounds;
    private final Returns returns;
    private final Standings standings;
    private final History history;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Clock clock;

    RoundKeeper(
            Rounds rounds,
            Returns returns,
            Standings standings,
            History history,
            ApplicationEventPublisher events,
            EntityManager entities,
            JdbcClient jdbc,
            Clock clock) {
        this.rounds = rounds;
        this.returns = returns;
        this.standings = standings;
        this.history = history;
        this.events = events;
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public RoundId add(PlanId plan, RoundDraft draft) {
        return rounds.save(new Round(plan, draft)).id();
    }

    @Override
    public void open(@Nullable SignedIn by, RoundId id) {
        Round round = (by == null ? rounds.findById(id) : rounds.findVisibleTo(by.organisation(), id))
                .orElseThrow(NotHere::new);
        round.open(clock.instant());
        standings.workOutPlan(round.plan(), round.period().lastDay(), LocalDate.now(clock));
        jdbc
                .sql(
                        """
                        select distinct reporting_unit_id from plan_node
                        where plan_id = :plan and owes_update and reporting_unit_id is not null""")
                .param("plan", round.plan().planId())
                .query((row, number) -> new UnitId(row.getObject(1, UUID.class)))
                .list()
                .forEach(unit -> returns.save(new Return(id, unit, round.dueOn())));
        entities.flush();
        jdbc.sql(
                        """
                        insert into return_item (item_id, return_id, node_id, assessment_id)
                        select gen_random_uuid(), owed.return_id, node.node_id, standing.assessment_id
                        from return owed
                        join plan_node node on node.reporting_unit_id = owed.unit_id and node.plan_id = :plan
                            and node.owes_update
                        left join standing on standing.node_id = node.node_id
                        where owed.round_id = :round""")
                .param("plan", round.plan().planId())
                .param("round", id.roundId())
                .update();
        if (by != null) {
            history.record(by, subject(id), "Round opened", null, round.name(), null);
        }
    }

    @Override
    public void close(SignedIn by, RoundId id) {
        Round round = rounds.findVisibleTo(by.organisation(), id).orElseThrow(NotHere::new);
        round.close(by.post(), clock.instant());
        history.record(by, subject(id), "Round closed", null, round.name(), null);
        events.publishEvent(new RoundClosed(id));
    }

    private static Subject subject(RoundId id) {
        return new Subject("round", id.roundId());
    }
}
