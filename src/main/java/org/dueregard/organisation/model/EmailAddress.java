package org.dueregard.organisation.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address as it can be written to. Whether anybody reads it only a letter shows. */
public record EmailAddress(String text) {

    private static final Pattern WRITTEN = Pattern.compile(
            "[^\\s@,;:<>()\\[\\]\"\\\\\\p{Cntrl}]+@[\\p{Alnum}](?:[\\p{Alnum}.-]*[\\p{Alnum}])?\\.[\\p{Alnum}-]{2,}");

    private static final int LONGEST = 254;

    public EmailAddress {
        if (!isWritten(text)) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** Reads what somebody typed; empty when it is no address. */
    public static Optional<EmailAddress> of(String typed) {
        return isWritten(typed.strip()) ? Optional.of(new EmailAddress(typed.strip())) : Optional.empty();
    }

    private static boolean isWritten(String text) {
        return text.length() <= LONGEST
                && !text.contains("..")
                && WRITTEN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
