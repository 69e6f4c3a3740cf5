package org.dueregard.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.dueregard.access.AllowedToEverybody;
import org.dueregard.access.AllowedToSignedIn;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInController {

    private final DemonstrationDoors doors;

    SignInController(DemonstrationDoors doors) {
        this.doors = doors;
    }

    @GetMapping("/sign-in")
    @AllowedToEverybody
    String signIn(HttpServletRequest request, Model model) {
        model.addAttribute("doors", doors.all());
        for (String notice : List.of("refused", "signed-out", "kept", "over", "password-chosen", "roles-changed")) {
            if (request.getParameter(notice) != null) {
                model.addAttribute("notice", notice);
            }
        }
        model.addAttribute("refused", request.getParameter("refused") != null);
        return "organisation/sign-in";
    }

    /** Home is the page that the person came for. */
    @GetMapping("/")
    @AllowedToSignedIn
    String home(@AuthenticationPrincipal SignedIn by) {
        if (by.is(Role.SERVICE_MANAGER)) {
            return "redirect:/updates";
        }
        if (by.is(Role.POLICY_OFFICER)) {
            return "redirect:/rounds";
        }
        if (by.is(Role.CHAIR) || by.is(Role.REVIEWER)) {
            return "redirect:/meetings";
        }
        return by.is(Role.ADMINISTRATOR) && !by.is(Role.DMT) ? "redirect:/people" : "redirect:/dashboard";
    }
}
