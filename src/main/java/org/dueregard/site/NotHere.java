package org.dueregard.site;

import java.io.Serial;

/** What was asked for does not exist, or not for this person: which of the two is nobody's business. */
public class NotHere extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;
}
