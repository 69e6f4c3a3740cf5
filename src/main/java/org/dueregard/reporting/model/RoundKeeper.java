package org.dueregard.reporting.model;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.indicator.Standings;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanState;
import org.dueregard.reporting.RoundClosed;
import org.dueregard.reporting.RoundDraft;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundKeeping;
import org.dueregard.reporting.RoundPlanned;
import org.dueregard.site.AlreadyDone;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RoundKeeper implements RoundKeeping {

    private final Rounds rounds;
    private final Standings standings;
    private final History history;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final OwedItems owed;
    private final JdbcClient jdbc;
    private final Clock clock;

    RoundKeeper(
            Rounds rounds,
            Standings standings,
            History history,
            ApplicationEventPublisher events,
            EntityManager entities,
            OwedItems owed,
            JdbcClient jdbc,
            Clock clock) {
        this.rounds = rounds;
        this.standings = standings;
        this.history = history;
        this.events = events;
        this.entities = entities;
        this.owed = owed;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public RoundId add(@Nullable SignedIn by, PlanId plan, RoundDraft draft) {
        RoundId id = rounds.save(new Round(plan, draft)).id();
        entities.flush();
        if (by != null) {
            history.record(by, subject(id), "Round planned", null, words(draft), null);
        }
        events.publishEvent(new RoundPlanned(id, draft.meetingOn()));
        return id;
    }

    @Override
    public void change(SignedIn by, RoundId id, long version, RoundDraft draft) {
        Round round = rounds.findVisibleTo(by.organisation(), id).orElseThrow(NotHere::new);
        if (round.version() != version) {
            throw new OptimisticLockingFailureException("Round " + id + " was changed meanwhile");
        }
        RoundDraft was = round.draft();
        round.change(draft);
        if (was.equals(round.draft())) {
            return;
        }
        entities.flush();
        jdbc.sql("update return set due_on = :due where round_id = :round and due_on = :was")
                .param("due", round.dueOn())
                .param("round", id.roundId())
                .param("was", was.dueOn())
                .update();
        history.record(by, subject(id), "Round changed", words(was), words(round.draft()), null);
        events.publishEvent(new RoundPlanned(id, draft.meetingOn()));
    }

    private static String words(RoundDraft draft) {
        return draft.name() + ", " + draft.period().label() + ": opens " + draft.opensOn() + ", due " + draft.dueOn()
                + ", closes " + draft.closesOn() + (draft.meetingOn() == null ? "" : ", meeting " + draft.meetingOn());
    }

    @Override
    public void remove(SignedIn by, RoundId id) {
        Round round = rounds.findVisibleTo(by.organisation(), id).orElseThrow(NotHere::new);
        if (!round.isPlanned()) {
            throw new AlreadyDone("reporting.round.opened-already");
        }
        history.record(by, subject(id), "Round taken out", words(round.draft()), null, null);
        events.publishEvent(new RoundPlanned(id, null));
        rounds.delete(round);
    }

    @Override
    public void open(@Nullable SignedIn by, RoundId id) {
        Round round = (by == null ? rounds.findById(id) : rounds.findVisibleTo(by.organisation(), id))
                .orElseThrow(NotHere::new);
        requireInForce(round);
        round.open(clock.instant());
        standings.workOutPlan(round.plan(), round.period().lastDay(), LocalDate.now(clock));
        entities.flush();
        owed.askForWhatIsMissing(id);
        if (by != null) {
            history.record(by, subject(id), "Round opened", null, round.name(), null);
        } else {
            OrganisationId council = jdbc.sql("select organisation_id from plan where plan_id = :plan")
                    .param("plan", round.plan().planId())
                    .query((row, number) -> new OrganisationId(row.getObject(1, UUID.class)))
                    .single();
            history.recordByProduct(council, subject(id), "Round opened", round.name());
        }
    }

    /** Owners are asked about plans in force only. The plan stays what it is until the round is open or not. */
    private void requireInForce(Round round) {
        PlanState state = PlanState.valueOf(jdbc.sql("select state from plan where plan_id = :plan for share")
                .param("plan", round.plan().planId())
                .query(String.class)
                .single());
        if (state != PlanState.ACTIVE) {
            throw new AlreadyDone(
                    state == PlanState.CLOSED ? "reporting.round.plan-over" : "reporting.round.plan-not-in-force");
        }
    }

    @Override
    public void close(SignedIn by, RoundId id) {
        Round round = rounds.findVisibleTo(by.organisation(), id).orElseThrow(NotHere::new);
        round.close(by.post(), clock.instant());
        history.record(by, subject(id), "Round closed", null, round.name(), null);
        events.publishEvent(new RoundClosed(id));
    }

    @Override
    public void reopen(SignedIn by, RoundId id, String reason) {
        Round round = rounds.findVisibleTo(by.organisation(), id).orElseThrow(NotHere::new);
        requireInForce(round);
        round.reopen(clock.instant());
        history.record(by, subject(id), "Round opened again", null, round.name(), reason);
    }

    private static Subject subject(RoundId id) {
        return new Subject("round", id.roundId());
    }
}
