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
import org.jspecify.annotations.Nullable;

/** A council's equality action plan for a period. Its nodes are aggregates of their own. */
@Entity
@Table(name = "plan")
public class Plan {

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

    /** Whether it can still be edited. */
    boolean isOpen() {
        return state != PlanState.CLOSED;
    }
}
