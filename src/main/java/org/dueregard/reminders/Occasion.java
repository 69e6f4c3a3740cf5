package org.dueregard.reminders;

import java.util.Arrays;
import java.util.List;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;

/** What a letter is about: of a return, in the order in which it goes through them, then what was said about items. */
public enum Occasion {
    OPENED,
    WEEK_BEFORE,
    ON_THE_DAY,
    LATE,
    /** The policy officer asks for it; nobody can choose to do without. */
    BY_HAND,
    SENT_BACK,
    ACCEPTED,
    /** Questions, answers and comments of a day. */
    REMARKS;

    /** What somebody may choose to be told of or not, by the roles they hold. */
    public static List<Occasion> offeredTo(SignedIn by) {
        return Arrays.stream(values())
                .filter(occasion -> occasion != BY_HAND)
                .filter(occasion -> occasion == REMARKS || by.is(Role.SERVICE_MANAGER))
                .toList();
    }

    /** Told at any hour, since somebody has just done something that the reader waits for or is asked to follow. */
    boolean isToldAtOnce() {
        return this == SENT_BACK || this == ACCEPTED || this == BY_HAND;
    }
}
