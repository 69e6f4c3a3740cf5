package org.dueregard.site.web;

import org.dueregard.access.AllowedToEverybody;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages for everybody, signed in or not. */
@Controller
@AllowedToEverybody
class PageController {

    @GetMapping("/help")
    String help() {
        return "site/help";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "site/accessibility";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "site/privacy";
    }

    @GetMapping("/cookies")
    String cookies() {
        return "site/cookies";
    }
}
