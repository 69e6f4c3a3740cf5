package org.dueregard.site;

import java.io.Serial;

/**
 * Somebody else, or the same person in another window, took this step already, or the round is closed by now. Shown as a
 * page that says what is so.
 */
public class AlreadyDone extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String messageKey;

    /** @param messageKey key of the sentence that tells the person what is so */
    public AlreadyDone(String messageKey) {
        super(messageKey);
        this.messageKey = messageKey;
    }

    public String messageKey() {
        return messageKey;
    }
}
