package org.dueregard.indicator.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import org.dueregard.indicator.Basis;
import org.dueregard.indicator.Frequency;
import org.dueregard.indicator.GapGroups;
import org.dueregard.indicator.IndicatorDraft;
import org.dueregard.indicator.IndicatorId;
import org.dueregard.indicator.Measure;
import org.dueregard.indicator.Polarity;
import org.dueregard.indicator.Tolerance;
import org.dueregard.indicator.ValueKind;
import org.dueregard.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What is measured, how, and how far it may be missed. Its figures and targets are facts of their own. */
@Entity
@Table(name = "indicator")
public class Indicator {

    @EmbeddedId
    private IndicatorId id;

    @Embedded
    private OrganisationId organisation;

    private String name;

    private @Nullable String definition;

    private @Nullable String unitOfMeasure;

    private int decimals;

    @Enumerated(EnumType.STRING)
    private Polarity polarity;

    @Enumerated(EnumType.STRING)
    private ValueKind valueKind;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    @Enumerated(EnumType.STRING)
    private Frequency frequency;

    private boolean seasonal;

    private @Nullable BigDecimal maximum;

    private @Nullable String tolerance;

    private @Nullable String comparator;

    private @Nullable String betterOffGroup;

    private @Nullable String otherGroup;

    private @Nullable Integer triggerMonths;

    private @Nullable String dataSource;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Indicator() {}

    @SuppressWarnings("NullAway.Init")
    Indicator(OrganisationId organisation, IndicatorDraft draft) {
        this.id = IndicatorId.random();
        this.organisation = organisation;
        define(draft);
    }

    /** What it is from now on. */
    void define(IndicatorDraft draft) {
        Measure measure = draft.measure();
        GapGroups gap = measure.gap();
        this.name = measure.name();
        this.definition = draft.definition();
        this.unitOfMeasure = measure.unit();
        this.decimals = measure.decimals();
        this.polarity = measure.polarity();
        this.valueKind = measure.valueKind();
        this.basis = measure.basis();
        this.frequency = measure.frequency() == null ? Frequency.YEARLY : measure.frequency();
        this.seasonal = measure.seasonal();
        this.maximum = draft.maximum();
        this.tolerance = draft.tolerance() == null ? null : draft.tolerance().words();
        this.comparator = measure.comparatorName();
        this.betterOffGroup = gap == null ? null : gap.betterOff();
        this.otherGroup = gap == null ? null : gap.other();
        this.triggerMonths = measure.triggerMonths();
        this.dataSource = draft.dataSource();
    }

    IndicatorId id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    String name() {
        return name;
    }

    /** Its own tolerance; null when the plan's holds. */
    @Nullable
    String tolerance() {
        return tolerance;
    }

    void rename(String newName) {
        this.name = newName;
    }

    /** How far its targets may be missed and count as at risk; null for what the plan says. */
    void tolerate(@Nullable Tolerance own) {
        this.tolerance = own == null ? null : own.words();
    }
}
