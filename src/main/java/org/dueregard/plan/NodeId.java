package org.dueregard.plan;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a node of a plan: an objective, theme, area, activity or the place of an indicator. */
@Embeddable
public record NodeId(UUID nodeId) implements Serializable {

    public static NodeId of(String text) {
        return new NodeId(UUID.fromString(text));
    }

    public static NodeId random() {
        return new NodeId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return nodeId.toString();
    }
}
