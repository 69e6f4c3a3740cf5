package org.dueregard.reporting;

import java.util.UUID;
import org.dueregard.document.FileKind;
import org.dueregard.organisation.SignedIn;

/**
 * What owners do about the evidence of an item, as long as their return is open to them. A return that the person may not
 * change is not there for them; later it is refused with the reason.
 */
public interface EvidenceKeeping {

    /** How much evidence an item may have. */
    int MOST = 20;

    /** @throws org.dueregard.site.AlreadyDone when the item has as much as it may have */
    void addLink(SignedIn by, ReturnId id, UUID item, String title, String address);

    /** @throws org.dueregard.site.AlreadyDone when the item has as much as it may have */
    void addFile(SignedIn by, ReturnId id, UUID item, String title, String fileName, FileKind kind, byte[] content);

    /** Its name and who removed it stay readable in the history of the item. */
    void remove(SignedIn by, ReturnId id, UUID evidence);
}
