package org.dueregard.review;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a meeting of the equalities group. */
@Embeddable
public record MeetingId(UUID meetingId) implements Serializable {

    public static MeetingId of(String text) {
        return new MeetingId(UUID.fromString(text));
    }

    public static MeetingId random() {
        return new MeetingId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return meetingId.toString();
    }
}
