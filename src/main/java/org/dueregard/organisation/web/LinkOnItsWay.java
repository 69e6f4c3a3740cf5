package org.dueregard.organisation.web;

import java.io.Serial;
import java.io.Serializable;
import org.dueregard.organisation.PersonId;

/**
 * A one-time link between being made and reaching the person.
 *
 * @param shown whether the administrator's page has said about it what there is to say
 */
record LinkOnItsWay(PersonId person, String email, String link, Way way, boolean shown) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    enum Way {
        /** The mail server is being asked. */
        BEING_MAILED,
        MAILED,
        /** There is no mail server, and the administrator hands the link over. */
        BY_HAND,
        /** The mail server did not take it, and the administrator hands the link over. */
        NOT_MAILED
    }

    /** Whether the page shows the link itself. */
    public boolean isToCopy() {
        return way == Way.BY_HAND || way == Way.NOT_MAILED;
    }

    LinkOnItsWay goes(Way newWay) {
        return new LinkOnItsWay(person, email, link, newWay, false);
    }

    LinkOnItsWay shown(boolean already) {
        return new LinkOnItsWay(person, email, link, way, already);
    }
}
