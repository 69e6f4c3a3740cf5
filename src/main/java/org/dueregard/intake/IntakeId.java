package org.dueregard.intake;

import java.util.UUID;

/** Identifies a file that a plan is read from. */
public record IntakeId(UUID intakeId) {

    public static IntakeId of(String text) {
        return new IntakeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return intakeId.toString();
    }
}
