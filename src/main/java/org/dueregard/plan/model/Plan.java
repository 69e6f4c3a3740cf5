package org.dueregard.plan.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.dueregard.calendar.Period;
import org.dueregard.organisation.OrganisationId;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.PlanDraft;
import org.dueregard.plan.PlanId;
import org.dueregard.plan.PlanState;
import org.dueregard.site.AlreadyDone;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/** A council's equality action plan for a period, from draft to closed. Its nodes are aggregates of their own. */
@Entity
@Table(name = "plan")
public class Plan {

    public static final int LONGEST_TITLE = 200;

    @EmbeddedId
    private PlanId id;

    @Embedded
    private OrganisationId organisation;

    @Embedded
    private @Nullable UnitId unit;

    private String title;

    private Period period;

    private LocalDate periodFirst;

    private LocalDate periodLast;

    @Enumerated(EnumType.STRING)
    private PlanState state;

    private @Nullable LocalDate agreedOn;

    private @Nullable String agreedBy;

    private String defaultTolerance;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Plan() {}

    Plan(OrganisationId organisation, PlanDraft draft) {
        this.id = PlanId.random();
        this.organisation = organisation;
        this.unit = draft.unit();
        this.title = draft.title();
        this.period = draft.period();
        this.periodFirst = draft.period().firstDay();
        this.periodLast = draft.period().lastDay();
        this.state = draft.state();
        this.agreedOn = draft.agreedOn();
        this.agreedBy = draft.agreedBy();
        this.defaultTolerance = draft.defaultTolerance();
    }

    PlanId id() {
        return id;
    }

    String title() {
        return title;
    }

    PlanState state() {
        return state;
    }

    @Nullable
    LocalDate agreedOn() {
        return agreedOn;
    }

    @Nullable
    String agreedBy() {
        return agreedBy;
    }

    long version() {
        return version == null ? 0 : version;
    }

    /** Whether it can still be edited. */
    boolean isOpen() {
        return state != PlanState.CLOSED;
    }

    /**
     * Calls it something else.
     *
     * @throws AlreadyDone when it is closed
     */
    void retitle(String newTitle) {
        state.require(PlanState.DRAFT, PlanState.AGREED, PlanState.ACTIVE);
        Assert.isTrue(!newTitle.isBlank() && newTitle.length() <= LONGEST_TITLE, "A title has 1 to 200 characters");
        title = newTitle;
    }

    /**
     * The group agreed the draft, at a meeting.
     *
     * @param on no later than today
     * @throws AlreadyDone when it is no draft
     */
    void agree(LocalDate on, String by, LocalDate today) {
        state.require(PlanState.DRAFT);
        Assert.hasText(by, "Somebody agreed it");
        agreed(on, by, today);
        state = PlanState.AGREED;
    }

    private void agreed(@Nullable LocalDate on, @Nullable String by, LocalDate today) {
        Assert.isTrue(on == null || !on.isAfter(today), "Nobody agreed it on a day to come");
        agreedOn = on;
        agreedBy = by;
    }

    /**
     * Puts in force what was agreed.
     *
     * @throws AlreadyDone when it is anything else
     */
    void putInForce() {
        state.require(PlanState.AGREED);
        state = PlanState.ACTIVE;
    }

    /**
     * Puts a draft in force that was agreed before anybody wrote it down here.
     *
     * @param on no later than today; null when the council has no record of it
     * @throws AlreadyDone when it is no draft
     */
    void putInForce(@Nullable LocalDate on, @Nullable String by, LocalDate today) {
        state.require(PlanState.DRAFT);
        agreed(on, by, today);
        state = PlanState.ACTIVE;
    }

    /**
     * Ends it: nothing in it changes any more.
     *
     * @throws AlreadyDone when it is not in force
     */
    void close() {
        state.require(PlanState.ACTIVE);
        state = PlanState.CLOSED;
    }
}
