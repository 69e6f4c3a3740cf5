package org.dueregard.reporting.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.dueregard.calendar.Period;
import org.dueregard.plan.PlanId;
import org.dueregard.reporting.RoundDraft;
import org.dueregard.reporting.RoundId;
import org.dueregard.reporting.RoundState;
import org.dueregard.site.AlreadyDone;
import org.jspecify.annotations.Nullable;

/** A time at which all owners of a plan are asked for their updates. */
@Entity
@Table(name = "round")
public class Round {

    @EmbeddedId
    private RoundId id;

    @Embedded
    private PlanId plan;

    private String name;

    private Period period;

    private LocalDate periodFirst;

    private LocalDate periodLast;

    private LocalDate opensOn;

    private LocalDate dueOn;

    private LocalDate closesOn;

    private @Nullable LocalDate meetingOn;

    @Enumerated(EnumType.STRING)
    private RoundState state;

    private @Nullable Instant openedAt;

    private @Nullable Instant closedAt;

    private @Nullable String closedBy;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Round() {}

    Round(PlanId plan, RoundDraft draft) {
        this.id = RoundId.random();
        this.plan = plan;
        this.name = draft.name();
        this.period = draft.period();
        this.periodFirst = draft.period().firstDay();
        this.periodLast = draft.period().lastDay();
        this.opensOn = draft.opensOn();
        this.dueOn = draft.dueOn();
        this.closesOn = draft.closesOn();
        this.meetingOn = draft.meetingOn();
        this.state = RoundState.PLANNED;
    }

    RoundId id() {
        return id;
    }

    PlanId plan() {
        return plan;
    }

    String name() {
        return name;
    }

    Period period() {
        return period;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    void open(Instant now) {
        if (state != RoundState.PLANNED) {
            throw new IllegalStateException("Round " + id + " cannot be opened, it is " + state);
        }
        this.state = RoundState.OPEN;
        this.openedAt = now;
    }

    void close(String by, Instant now) {
        requireOpen();
        this.state = RoundState.CLOSED;
        this.closedAt = now;
        this.closedBy = by;
    }

    /** Refuses changes to a round that is not open. */
    void requireOpen() {
        if (state != RoundState.OPEN) {
            throw new AlreadyDone(
                    state == RoundState.CLOSED ? "reporting.round.closed-already" : "reporting.round.not-open-yet");
        }
    }
}
