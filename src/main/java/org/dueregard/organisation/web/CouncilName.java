package org.dueregard.organisation.web;

import org.dueregard.organisation.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the name of the person's council on every page. */
@ControllerAdvice
class CouncilName {

    @ModelAttribute("councilName")
    @Nullable
    String councilName(@AuthenticationPrincipal @Nullable SignedIn by) {
        return by == null ? null : by.council();
    }
}
