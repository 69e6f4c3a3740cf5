package org.dueregard.intake.model;

import java.time.Instant;
import org.dueregard.intake.IntakeId;
import org.dueregard.intake.reading.Corrections;
import org.dueregard.plan.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * A file that a plan is read from.
 *
 * @param corrections what a person said about it so far
 * @param plan the plan that was made of it or updated by it; null before, and after that was undone
 * @param updated whether the plan was there before
 * @param version to change it from what somebody saw
 */
public record Intake(
        IntakeId id,
        String fileName,
        int size,
        String broughtBy,
        Instant broughtAt,
        Corrections corrections,
        @Nullable Instant correctedAt,
        State state,
        @Nullable PlanId plan,
        boolean updated,
        @Nullable String madeBy,
        @Nullable Instant madeAt,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt,
        long version) {

    public enum State {
        /** Being checked. */
        OPEN,
        MADE,

        /** The plan that was made of it was taken back. */
        UNDONE
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
