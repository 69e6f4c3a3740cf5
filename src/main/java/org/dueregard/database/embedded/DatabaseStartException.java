package org.dueregard.database.embedded;

import org.jspecify.annotations.Nullable;

/** The database cannot be used, in one sentence for the person who starts the application, and what to do about it. */
public class DatabaseStartException extends RuntimeException {

    private final String sentence;

    private final String action;

    public DatabaseStartException(String sentence, String action) {
        this(sentence, action, null);
    }

    public DatabaseStartException(String sentence, String action, @Nullable Throwable cause) {
        super(sentence + " " + action, cause);
        this.sentence = sentence;
        this.action = action;
    }

    public String sentence() {
        return sentence;
    }

    public String action() {
        return action;
    }
}
