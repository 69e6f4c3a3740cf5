package org.dueregard.organisation.web;

import org.dueregard.access.AllowedToSignedIn;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.dueregard.organisation.read.PersonEntries;
import org.dueregard.site.NotHere;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is known about whoever is signed in, and where they change what is theirs. */
@Controller
@AllowedToSignedIn
class AccountController {

    static final String PATH = "/your-account";

    private final PersonEntries entries;

    AccountController(PersonEntries entries) {
        this.entries = entries;
    }

    @GetMapping(PATH)
    String account(@AuthenticationPrincipal SignedIn by, Model model) {
        model.addAttribute(
                "person", entries.find(by.organisation(), by.person()).orElseThrow(NotHere::new));
        model.addAttribute("updates", by.is(Role.SERVICE_MANAGER));
        model.addAttribute("keys", !by.roles().isEmpty());
        return "organisation/account";
    }
}
