package org.dueregard.indicator;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies an indicator, which outlives the plans that it stands in. */
@Embeddable
public record IndicatorId(UUID indicatorId) implements Serializable {

    public static IndicatorId of(String text) {
        return new IndicatorId(UUID.fromString(text));
    }

    public static IndicatorId random() {
        return new IndicatorId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return indicatorId.toString();
    }
}
