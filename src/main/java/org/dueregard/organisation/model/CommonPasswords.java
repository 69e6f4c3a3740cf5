package org.dueregard.organisation.model;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.password.CompromisedPasswordChecker;
import org.springframework.security.authentication.password.CompromisedPasswordDecision;
import org.springframework.stereotype.Component;

/** Tells passwords that others would guess within hours, from lists of common ones that come with the product. */
@Component
class CommonPasswords implements CompromisedPasswordChecker {

    /** What stands on the page itself is the first thing to be guessed. */
    private static final List<String> OURS = List.of("due", "regard", "dueregard", "council", "equality");

    /** Looking at more would take long, and says nothing new about what comes before. */
    private static final int LOOKED_AT = 64;

    private static final int GUESSED_WITHIN_HOURS = 1;

    private final Zxcvbn guesses = new Zxcvbn();

    @Override
    public CompromisedPasswordDecision check(@Nullable String password) {
        if (password == null) {
            return new CompromisedPasswordDecision(false);
        }
        String start = password.substring(0, Math.min(password.length(), LOOKED_AT));
        return new CompromisedPasswordDecision(guesses.measure(start, OURS).getScore() <= GUESSED_WITHIN_HOURS);
    }
}
