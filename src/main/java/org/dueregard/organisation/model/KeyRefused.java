package org.dueregard.organisation.model;

import java.io.Serial;

/** A key that a person cannot make, for a reason that only shows when it is made. */
public final class KeyRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** What stands against it. */
    public enum Why {
        /** Another key of theirs that works has this name. */
        NAME_TAKEN,
        /** They have as many as they may have. */
        TOO_MANY
    }

    private final Why why;

    KeyRefused(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
