package org.dueregard.site.web;

import org.dueregard.access.AllowedToSignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

@Controller
class SessionController {

    /** Any request extends a session; this one does nothing else. */
    @PostMapping("/session/extend")
    @AllowedToSignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void extend() {}
}
