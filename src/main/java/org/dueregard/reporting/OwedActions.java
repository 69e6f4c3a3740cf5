package org.dueregard.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dueregard.organisation.SignedIn;
import org.jspecify.annotations.Nullable;

/** The actions from meetings that a person's units owe. Meetings stand above this module and fill this in. */
public interface OwedActions {

    /**
     * @param days until it is due; negative when it is late
     * @param said what was said last of how it goes
     */
    record OwedAction(
            UUID id,
            String what,
            String from,
            LocalDate due,
            long days,
            @Nullable LocalDate closedOn,
            @Nullable String said,
            @Nullable Instant saidAt,
            @Nullable String saidBy) {}

    /** Open ones first, the soonest due before the others. */
    List<OwedAction> of(SignedIn person);
}
