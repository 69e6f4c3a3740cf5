package org.dueregard.document.read;

import org.dueregard.document.UntrustedFiles.Trouble;

/** A file turned out, while it was read, to be one that is not read. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Trouble trouble;

    Refused(Trouble trouble) {
        super(trouble.name(), null, false, false);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
