package org.dueregard.reporting.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.dueregard.organisation.SignedIn;
import org.dueregard.reporting.ReturnId;
import org.dueregard.reporting.ReturnKeeping;
import org.dueregard.reporting.ReturnKeeping.Conflict;
import org.dueregard.reporting.ReturnKeeping.Typed;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Changes a return, although another save of the same person may be under way: the later of the two tries again. */
@Component
class Saving {

    private final ReturnKeeping returns;

    Saving(ReturnKeeping returns) {
        this.returns = returns;
    }

    List<Conflict> save(SignedIn by, ReturnId id, Map<UUID, Typed> typed) {
        return patiently(() -> returns.save(by, id, typed));
    }

    Optional<Conflict> saveWhileTyping(SignedIn by, ReturnId id, UUID item, Typed typed) {
        return patiently(() -> returns.saveWhileTyping(by, id, item, typed));
    }

    <T> T patiently(Supplier<T> change) {
        for (int again = 3; ; again--) {
            try {
                return change.get();
            } catch (OptimisticLockingFailureException anotherSaveWasQuicker) {
                if (again == 0) {
                    throw anotherSaveWasQuicker;
                }
            }
        }
    }
}
