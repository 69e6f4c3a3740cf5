package org.dueregard.plan.model;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dueregard.calendar.Deadline;
import org.dueregard.calendar.TermDates;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.plan.NodeKind;
import org.dueregard.plan.NodeTag;
import org.dueregard.plan.PlanDraft.NodeDraft;
import org.dueregard.plan.PlanId;
import org.jspecify.annotations.Nullable;

/** One node of a plan: what it promises, by whom and by when. */
@Entity
@Table(name = "plan_node")
public class PlanNode {

    @EmbeddedId
    private NodeId id;

    @Embedded
    private PlanId plan;

    @Embedded
    @AttributeOverride(name = "nodeId", column = @Column(name = "parent_id"))
    private @Nullable NodeId parent;

    @Enumerated(EnumType.STRING)
    private NodeKind kind;

    private int position;

    @Column(insertable = true, updatable = false)
    private int readingOrder;

    private @Nullable String reference;

    private String title;

    private @Nullable String intendedOutcome;

    private @Nullable String strategy;

    private @Nullable String narrativeOnlyReason;

    private @Nullable String ownerWords;

    @Embedded
    @AttributeOverride(name = "unitId", column = @Column(name = "own_unit_id"))
    private @Nullable UnitId ownUnit;

    @ElementCollection
    @CollectionTable(name = "node_lead", joinColumns = @JoinColumn(name = "node_id"))
    @OrderColumn(name = "position")
    private List<UnitId> leads = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "node_tag", joinColumns = @JoinColumn(name = "node_id"))
    private Set<NodeTag> tags = new HashSet<>();

    private Deadline deadline = Deadline.notStated();

    private @Nullable LocalDate deadlineDay;

    private @Nullable LocalDate retiredOn;

    private @Nullable String retiredBecause;

    @Embedded
    @AttributeOverride(name = "nodeId", column = @Column(name = "replaced_by"))
    private @Nullable NodeId replacedBy;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected PlanNode() {}

    PlanNode(PlanId plan, @Nullable PlanNode parent, int position, NodeDraft draft, TermDates terms) {
        if (!draft.kind().mayStandUnder(parent == null ? null : parent.kind)) {
            throw new IllegalArgumentException("\"" + draft.title() + "\": " + draft.kind() + " cannot stand under "
                    + (parent == null ? "nothing" : parent.kind));
        }
        this.id = draft.id();
        this.plan = plan;
        this.parent = parent == null ? null : parent.id;
        this.kind = draft.kind();
        this.position = position;
        this.reference = draft.reference();
        this.title = draft.title();
        this.intendedOutcome = draft.intendedOutcome();
        this.strategy = draft.strategy();
        this.narrativeOnlyReason = draft.narrativeOnlyReason();
        this.tags.addAll(draft.tags());
        answeredFor(draft.ownerWords(), draft.leads(), draft.reports());
        dueBy(draft.deadline(), terms);
    }

    NodeId id() {
        return id;
    }

    PlanId plan() {
        return plan;
    }

    long version() {
        return version == null ? 0 : version;
    }

    String title() {
        return title;
    }

    @Nullable
    String intendedOutcome() {
        return intendedOutcome;
    }

    List<UnitId> leads() {
        return List.copyOf(leads);
    }

    @Nullable
    UnitId reports() {
        return ownUnit;
    }

    Deadline deadline() {
        return deadline;
    }

    @Nullable
    String ownerWords() {
        return ownerWords;
    }

    boolean isNarrativeOnly() {
        return narrativeOnlyReason != null;
    }

    boolean isRetired() {
        return retiredOn != null;
    }

    /** Says by whom: the words as written, the units they mean, and which of them reports. */
    void answeredFor(@Nullable String words, List<UnitId> units, @Nullable UnitId reports) {
        this.ownerWords = words;
        this.leads.clear();
        this.leads.addAll(units);
        this.ownUnit = reports;
        if (reports != null && !leads.contains(reports)) {
            leads.add(reports);
        }
    }

    void dueBy(Deadline newDeadline, TermDates terms) {
        this.deadline = newDeadline;
        this.deadlineDay = newDeadline.lastDay(terms).orElse(null);
    }

    void reword(String newTitle, @Nullable String newIntendedOutcome) {
        this.title = newTitle;
        this.intendedOutcome = newIntendedOutcome;
    }

    /** Takes the node out of the plan from a day on; it stays readable with its history. */
    void retire(LocalDate on, String because, @Nullable NodeId successor) {
        if (isRetired()) {
            throw new IllegalStateException("Node " + id + " was retired on " + retiredOn);
        }
        this.retiredOn = on;
        this.retiredBecause = because;
        this.replacedBy = successor;
    }
}
