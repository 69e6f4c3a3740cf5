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
import org.dueregard.reporting.Asks;
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

    @Enumerated(EnumType.STRING)
    private Asks asks;

    private LocalDate opensOn;

    private LocalDate dueOn;

    private LocalDate closesOn;

    private @Nullable LocalDate meetingOn;

    @Enumerated(EnumType.STRING)
    private RoundState state;

    private @Nullable Instant openedAt;

    private @Nullable Instant closedAt;

    private @Nullable Instant reopenedAt;

    private @Nullable String closedBy;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Round() {}

    @SuppressWarnings("NullAway.Init")
    Round(PlanId plan, RoundDraft draft) {
        this.id = RoundId.random();
        this.plan = plan;
        this.state = RoundState.PLANNED;
        describe(draft);
    }

    private void describe(RoundDraft draft) {
        this.name = draft.name();
        this.period = draft.period();
        this.periodFirst = draft.period().firstDay();
        this.periodLast = draft.period().lastDay();
        this.asks = draft.asks();
        this.opensOn = draft.opensOn();
        this.dueOn = draft.dueOn();
        this.closesOn = draft.closesOn();
        this.meetingOn = draft.meetingOn();
    }

    /**
     * Changes the round. Once it is open, what it is about stays: owners have begun to answer.
     *
     * @throws AlreadyDone when it is closed
     */
    void change(RoundDraft draft) {
        if (state == RoundState.CLOSED) {
            throw new AlreadyDone("reporting.round.closed-already");
        }
        describe(
                state == RoundState.PLANNED
                        ? draft
                        : new RoundDraft(
                                draft.name(),
                                period,
                                asks,
                                opensOn,
                                draft.dueOn(),
                                draft.closesOn(),
                                draft.meetingOn()));
    }

    RoundDraft draft() {
        return new RoundDraft(name, period, asks, opensOn, dueOn, closesOn, meetingOn);
    }

    long version() {
        return version == null ? 0 : version;
    }

    /** Whether it was closed before, and is open or was to correct something. */
    boolean isReopened() {
        return reopenedAt != null;
    }

    @Nullable
    Instant reopenedAt() {
        return reopenedAt;
    }

    boolean isPlanned() {
        return state == RoundState.PLANNED;
    }

    /** A correction of a closed round: its owners can type again. */
    void reopen(Instant now) {
        if (state != RoundState.CLOSED) {
            throw new AlreadyDone("reporting.round.not-closed");
        }
        this.state = RoundState.OPEN;
        this.closedAt = null;
        this.closedBy = null;
        this.reopenedAt = now;
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

    Asks asks() {
        return asks;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    void open(Instant now) {
        if (state != RoundState.PLANNED) {
            throw new AlreadyDone("reporting.round.opened-already");
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
