package org.dueregard.reporting.model;

import static org.dueregard.reporting.ReturnState.ACCEPTED;
import static org.dueregard.reporting.ReturnState.DRAFT;
import static org.dueregard.reporting.ReturnState.NOT_STARTED;
import static org.dueregard.reporting.ReturnState.SENT_BACK;
import static org.dueregard.reporting.ReturnState.SUBMITTED;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.dueregard.organisation.UnitId;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.ReturnState;
import org.dueregard.reporting.RoundId;
import org.dueregard.site.AlreadyDone;
import org.jspecify.annotations.Nullable;

/** What one unit owes in one round, and how far it has come. */
@Entity
@Table(name = "return")
public class Return {

    @EmbeddedId
    private ReturnId id;

    @Embedded
    private RoundId round;

    @Embedded
    private UnitId unit;

    @Enumerated(EnumType.STRING)
    private ReturnState state;

    private LocalDate dueOn;

    private @Nullable Instant savedAt;

    private @Nullable String savedBy;

    private @Nullable Instant submittedAt;

    private @Nullable String submittedBy;

    private boolean onBehalf;

    private @Nullable Instant sentBackAt;

    private @Nullable String sentBackBy;

    private @Nullable String sentBackReason;

    private @Nullable Instant acceptedAt;

    private @Nullable String acceptedBy;

    private @Nullable Instant remindedAt;

    private @Nullable String remindedBy;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Return() {}

    Return(RoundId round, UnitId unit, LocalDate dueOn) {
        this.id = ReturnId.random();
        this.round = round;
        this.unit = unit;
        this.dueOn = dueOn;
        this.state = NOT_STARTED;
    }

    ReturnId id() {
        return id;
    }

    RoundId round() {
        return round;
    }

    UnitId unit() {
        return unit;
    }

    ReturnState state() {
        return state;
    }

    /** Notes that something was typed; a return that was sent back stays so until it is submitted again. */
    void saved(String by, Instant now) {
        require(NOT_STARTED, DRAFT, SENT_BACK);
        if (state == NOT_STARTED) {
            state = DRAFT;
        }
        savedAt = now;
        savedBy = by;
    }

    /** @param forThem whether the policy officer submits for the owner */
    void submit(String by, boolean forThem, Instant now) {
        require(NOT_STARTED, DRAFT, SENT_BACK);
        state = SUBMITTED;
        submittedAt = now;
        submittedBy = by;
        onBehalf = forThem;
    }

    /** Lets the owner change what they submitted, as long as nobody has accepted it. */
    void takeBack(String by, Instant now) {
        require(SUBMITTED);
        state = DRAFT;
        savedAt = now;
        savedBy = by;
    }

    void accept(String by, Instant now) {
        require(SUBMITTED);
        state = ACCEPTED;
        acceptedAt = now;
        acceptedBy = by;
    }

    /** Refuses to judge what its owner has not handed in, or what is judged already. */
    void requireSubmitted() {
        require(SUBMITTED);
    }

    /** The reason stays readable after the return is submitted again. */
    void sendBack(String by, String reason, Instant now) {
        require(SUBMITTED, ACCEPTED);
        state = SENT_BACK;
        sentBackAt = now;
        sentBackBy = by;
        sentBackReason = reason;
        acceptedAt = null;
        acceptedBy = null;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    void extend(LocalDate until) {
        require(NOT_STARTED, DRAFT, SENT_BACK);
        dueOn = until;
    }

    /** Notes that its owner is asked for it; false when it is handed in already, and nobody is to be asked. */
    boolean remind(String by, Instant now) {
        if (state == SUBMITTED || state == ACCEPTED) {
            return false;
        }
        remindedAt = now;
        remindedBy = by;
        return true;
    }

    private void require(ReturnState... states) {
        if (!Set.of(states).contains(state)) {
            throw new AlreadyDone("reporting.return.already." + state.name());
        }
    }
}
