package org.dueregard.document;

/** What reads files in bounds, for tests outside its package. */
public final class BoundedFiles {

    private BoundedFiles() {}

    public static UntrustedFiles make() {
        return new UntrustedFiles();
    }
}
