package org.dueregard.organisation.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.password.CompromisedPasswordChecker;
import org.springframework.stereotype.Component;

/** What a password has to be: long enough, and none that others would guess. Which characters it has is all one. */
@Component
public class PasswordRules {

    public static final int SHORTEST = 8;

    public static final int LONGEST = 200;

    private final CompromisedPasswordChecker common;

    PasswordRules(CompromisedPasswordChecker common) {
        this.common = common;
    }

    /**
     * The message key of what is wrong with the password; empty when it will do.
     *
     * @param email of the person whose password it is; null when it is not known yet
     */
    public Optional<String> problem(String password, @Nullable String email) {
        int length = password.codePointCount(0, password.length());
        if (length == 0) {
            return Optional.of("organisation.password.missing");
        }
        if (length < SHORTEST) {
            return Optional.of("organisation.password.short");
        }
        if (length > LONGEST) {
            return Optional.of("organisation.password.long");
        }
        if (isFrom(password, email) || common.check(password).isCompromised()) {
            return Optional.of("organisation.password.common");
        }
        return Optional.empty();
    }

    private static boolean isFrom(String password, @Nullable String email) {
        return email != null
                && (password.equalsIgnoreCase(email)
                        || password.equalsIgnoreCase(email.substring(0, Math.max(0, email.indexOf('@')))));
    }
}
