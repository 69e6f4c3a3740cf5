package org.dueregard.reporting.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.dueregard.indicator.AssessmentId;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.ItemWords;
import org.dueregard.reporting.ReturnId;
import org.jspecify.annotations.Nullable;

/** What is returned for one node of the plan. */
@Entity
@Table(name = "return_item")
public class ReturnItem {

    @Id
    private UUID itemId;

    @Embedded
    private ReturnId ofReturn;

    @Embedded
    private NodeId node;

    @Embedded
    private @Nullable ItemWords words;

    private @Nullable Instant savedAt;

    private @Nullable String savedBy;

    private @Nullable Instant acceptedAt;

    private @Nullable String acceptedBy;

    @Embedded
    private @Nullable AssessmentId assessment;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected ReturnItem() {}

    ReturnItem(ReturnId ofReturn, NodeId node, @Nullable AssessmentId standing) {
        this.itemId = UUID.randomUUID();
        this.ofReturn = ofReturn;
        this.node = node;
        this.assessment = standing;
    }

    UUID id() {
        return itemId;
    }

    NodeId node() {
        return node;
    }

    ReturnId ofReturn() {
        return ofReturn;
    }

    long version() {
        return version == null ? 0 : version;
    }

    ItemWords words() {
        return words == null ? ItemWords.NONE : words;
    }

    boolean wasSavedBefore(Instant moment) {
        return savedAt != null && savedAt.isBefore(moment);
    }

    boolean isAccepted() {
        return acceptedAt != null;
    }

    @Nullable
    String savedBy() {
        return savedBy;
    }

    /** Keeps what was typed; an acceptance of something else no longer holds. */
    void write(ItemWords typed, String by, Instant now) {
        words = typed;
        savedAt = now;
        savedBy = by;
        acceptedAt = null;
        acceptedBy = null;
    }

    /** Keeps the status that this item was reported with. */
    void assessedAs(AssessmentId newAssessment) {
        assessment = newAssessment;
    }

    void accept(String by, Instant now) {
        if (!isAccepted()) {
            acceptedAt = now;
            acceptedBy = by;
        }
    }

    void unaccept() {
        acceptedAt = null;
        acceptedBy = null;
    }
}
