package org.dueregard.reporting.model;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import org.dueregard.history.History;
import org.dueregard.history.Subject;
import org.dueregard.indicator.Standings;
import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.RoundClosed;
import org.dueregard.reporting.RoundDraft;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundKeeping;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
    private final Clock clock;

    RoundKeeper(
            Rounds rounds,
            Standings standings,
            History history,
            ApplicationEventPublisher events,
            EntityManager entities,
            OwedItems owed,
            Clock clock) {
        this.rounds = rounds;
        this.standings = standings;
        this.history = history;
        this.events = events;
        this.entities = entities;
        this.owed = owed;
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
        entities.flush();
        owed.askForWhatIsMissing(id);
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
