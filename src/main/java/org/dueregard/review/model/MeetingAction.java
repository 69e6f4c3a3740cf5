package org.dueregard.review.model;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.dueregard.organisation.UnitId;
import org.dueregard.plan.NodeId;
import org.dueregard.review.ActionId;
import org.dueregard.review.MeetingId;
import org.dueregard.site.AlreadyDone;
import org.jspecify.annotations.Nullable;

/** Something that a meeting asked somebody to do by a day. */
@Entity
@Table(name = "meeting_action")
public class MeetingAction {

    @EmbeddedId
    private ActionId id;

    @Embedded
    @AttributeOverride(name = "meetingId", column = @Column(name = "meeting_id"))
    private MeetingId meeting;

    @Embedded
    @AttributeOverride(name = "nodeId", column = @Column(name = "node_id"))
    private @Nullable NodeId node;

    private String what;

    @Embedded
    @AttributeOverride(name = "unitId", column = @Column(name = "unit_id"))
    private @Nullable UnitId unit;

    @Column(name = "owner_words")
    private String owner;

    private LocalDate dueOn;

    private @Nullable String outcome;

    private @Nullable LocalDate closedOn;

    private @Nullable String closedBy;

    private Instant recordedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected MeetingAction() {}

    MeetingAction(
            MeetingId meeting,
            @Nullable NodeId node,
            String what,
            @Nullable UnitId unit,
            String owner,
            LocalDate dueOn,
            Instant recordedAt) {
        this.id = ActionId.random();
        this.meeting = meeting;
        this.node = node;
        this.what = what;
        this.unit = unit;
        this.owner = owner;
        this.dueOn = dueOn;
        this.recordedAt = recordedAt;
    }

    ActionId id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    @Nullable
    String outcome() {
        return outcome;
    }

    /** What is owed by whom and by when, as history says it. */
    String words() {
        return what + "\n" + owner + ", " + dueOn;
    }

    void change(String newWhat, @Nullable UnitId newUnit, String newOwner, LocalDate newDue) {
        requireOpen();
        this.what = newWhat;
        this.unit = newUnit;
        this.owner = newOwner;
        this.dueOn = newDue;
    }

    void close(String cameOfIt, LocalDate today, String by) {
        requireOpen();
        this.outcome = cameOfIt;
        this.closedOn = today;
        this.closedBy = by;
    }

    void reopen() {
        if (closedOn == null) {
            throw new AlreadyDone("review.action.already-open");
        }
        this.outcome = null;
        this.closedOn = null;
        this.closedBy = null;
    }

    /** @throws AlreadyDone when it is closed */
    void requireOpen() {
        if (closedOn != null) {
            throw new AlreadyDone("review.action.already-closed");
        }
    }
}
