package org.dueregard.intake.reading;

import java.util.concurrent.CancellationException;

/** Whether anybody still waits for a reading. */
final class Waiting {

    private Waiting() {}

    /** Asked at each step of a long reading. */
    static void requireSomebody() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Nobody waits for the reading any more");
        }
    }
}
