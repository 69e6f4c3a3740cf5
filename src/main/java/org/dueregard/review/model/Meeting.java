package org.dueregard.review.model;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.dueregard.reporting.RoundId;
import org.dueregard.review.MeetingId;
import org.dueregard.review.MeetingState;
import org.dueregard.site.AlreadyDone;
import org.jspecify.annotations.Nullable;

/** A meeting of the equalities group about a round. */
@Entity
@Table(name = "meeting")
public class Meeting {

    @EmbeddedId
    private MeetingId id;

    @Embedded
    private RoundId round;

    private String groupName;

    private LocalDate heldOn;

    private LocalTime heldAt;

    @Enumerated(EnumType.STRING)
    private MeetingState state;

    private @Nullable Instant openedAt;

    private @Nullable Instant closedAt;

    private @Nullable Integer quorum;

    private @Nullable String othersPresent;

    private @Nullable Instant attendanceNotedAt;

    private @Nullable String attendanceNotedBy;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Meeting() {}

    MeetingId id() {
        return id;
    }

    RoundId round() {
        return round;
    }

    long version() {
        return version == null ? 0 : version;
    }

    void open(Instant now) {
        if (state != MeetingState.PLANNED) {
            throw new AlreadyDone("review.meeting.already." + state.name());
        }
        state = MeetingState.OPEN;
        openedAt = now;
    }

    /** Refuses whatever can only be done while the group sits. */
    void requireOpen() {
        if (state != MeetingState.OPEN) {
            throw new AlreadyDone("review.meeting.not-open." + state.name());
        }
    }

    /** Who comes can be noted before the meeting and while it sits. */
    void noteAttendance(@Nullable String others, @Nullable Integer needed, String by, Instant now) {
        if (state == MeetingState.CLOSED) {
            throw new AlreadyDone("review.meeting.not-open.CLOSED");
        }
        othersPresent = others;
        quorum = needed;
        attendanceNotedBy = by;
        attendanceNotedAt = now;
    }

    void close(Instant now) {
        requireOpen();
        state = MeetingState.CLOSED;
        closedAt = now;
    }
}
