package org.dueregard.reporting.read;

import java.time.Instant;
import java.util.UUID;
import org.dueregard.plan.NodeId;
import org.dueregard.reporting.Challenge;
import org.dueregard.reporting.ReturnId;
import org.jspecify.annotations.Nullable;

/**
 * Something about an item that is worth asking about.
 *
 * @param owed null when nobody reports the item
 * @param about what exactly, in a sentence
 * @param question that was put to the owner about just this; null when none was
 * @param answer of the owner; null while there is none
 * @param because why it was let be; null when it was not
 */
public record Doubt(
        NodeId node,
        String title,
        @Nullable String unit,
        @Nullable ReturnId owed,
        Challenge challenge,
        String about,
        @Nullable UUID question,
        @Nullable String answer,
        @Nullable String because,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {

    /** Whether nobody has done anything about it yet. */
    public boolean isOpen() {
        return question == null && because == null;
    }

    public boolean isAsked() {
        return question != null;
    }
}
