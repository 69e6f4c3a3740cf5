package org.dueregard.organisation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.dueregard.access.AllowedToSignedIn;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.model.KeyBearers.Bearer;
import org.dueregard.organisation.read.PersonEntries;
import org.dueregard.site.NotHere;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a program in whose name it acts, and until when: the address by which to try a key. */
@RestController
@AllowedToSignedIn
class MeController {

    static final String PATH = "/api/v1/me";

    private final PersonEntries entries;

    MeController(PersonEntries entries) {
        this.entries = entries;
    }

    record Me(String post, String organisation, List<Held> roles, Token token) {}

    /** @param unit for which and below which the role holds; null for the whole council */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Held(Role role, @Nullable String unit) {}

    record Token(String name, LocalDate expiresOn) {}

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Me me(Authentication authentication) {
        if (!(authentication.getDetails() instanceof Bearer bearer)) {
            throw new NotHere();
        }
        SignedIn by = bearer.by();
        List<Held> roles = entries.find(by.organisation(), by.person()).orElseThrow(NotHere::new).roles().stream()
                .map(held -> new Held(held.role(), held.unit()))
                .toList();
        return new Me(by.post(), by.council(), roles, new Token(bearer.name(), bearer.expiresOn()));
    }
}
