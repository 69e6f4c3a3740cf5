package org.dueregard.review;

import java.time.LocalDate;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the actions that meetings recorded. Each follows into the next meeting of its plan, and stands in the
 * list of the unit that owes it, until it is closed. Actions of other councils are not there; one that changed since it
 * was looked at refuses.
 */
public interface ActionKeeping {

    /** Gives an open action other words, another owner or another date. */
    void change(
            SignedIn by, ActionId id, long version, String what, @Nullable UnitId unit, String owner, LocalDate due);

    /** Keeps what somebody says of how an open action goes; owners say it of theirs. */
    void note(SignedIn by, ActionId id, String words);

    /** @param outcome what came of it */
    void close(SignedIn by, ActionId id, long version, String outcome);

    /** Opens a closed action again; what had come of it stays in its history. */
    void reopen(SignedIn by, ActionId id, long version, String reason);
}
