package org.dueregard.exchange;

import java.io.Serial;

/** A document is no plan, or contradicts itself; the message says where. */
public class PlanUnreadable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    PlanUnreadable(String message) {
        super(message);
    }

    PlanUnreadable(String message, Exception cause) {
        super(message, cause);
    }
}
