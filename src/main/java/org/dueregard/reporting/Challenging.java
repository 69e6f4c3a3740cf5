package org.dueregard.reporting;

import org.dueregard.organisation.SignedIn;
import org.dueregard.plan.NodeId;

/** What policy officers do about what is doubtful in a round. */
public interface Challenging {

    /**
     * Puts the doubt to the owner as a question on the item. Asked again about the same, nothing happens.
     *
     * @throws org.dueregard.site.NotHere when there is no such doubt any more
     */
    void ask(SignedIn by, RoundId round, NodeId node, Challenge challenge);

    /**
     * Lets the doubt be, until it says something else.
     *
     * @throws org.dueregard.site.NotHere when there is no such doubt any more
     */
    void dismiss(SignedIn by, RoundId round, NodeId node, Challenge challenge, String because);
}
