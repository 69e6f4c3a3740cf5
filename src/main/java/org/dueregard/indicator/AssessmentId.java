package org.dueregard.indicator;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies one stored assessment. */
@Embeddable
public record AssessmentId(UUID assessmentId) implements Serializable {

    public static AssessmentId of(String text) {
        return new AssessmentId(UUID.fromString(text));
    }

    public static AssessmentId random() {
        return new AssessmentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return assessmentId.toString();
    }
}
