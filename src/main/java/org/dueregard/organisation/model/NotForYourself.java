package org.dueregard.organisation.model;

import java.io.Serial;

/** An administrator tried to end what lets them in, which only another administrator can do. */
public class NotForYourself extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String messageKey;

    /** @param messageKey key of the sentence that says who can do it instead */
    NotForYourself(String messageKey) {
        super(messageKey);
        this.messageKey = messageKey;
    }

    public String messageKey() {
        return messageKey;
    }
}
