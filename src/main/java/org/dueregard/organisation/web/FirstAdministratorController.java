package org.dueregard.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import org.dueregard.access.AllowedToEverybody;
import org.dueregard.organisation.model.Administration;
import org.dueregard.organisation.model.OneTimeLinks;
import org.dueregard.organisation.model.PasswordRules;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page that anybody at a council sees: it is set up, and its first administrator with it. */
@Controller
@RequestMapping("/first-administrator/{token}")
@AllowedToEverybody
class FirstAdministratorController {

    private static final int LONGEST_NAME = 200;

    private final Administration administration;
    private final OneTimeLinks links;
    private final PasswordRules rules;
    private final Sentences sentences;

    FirstAdministratorController(
            Administration administration, OneTimeLinks links, PasswordRules rules, Sentences sentences) {
        this.administration = administration;
        this.links = links;
        this.rules = rules;
        this.sentences = sentences;
    }

    @GetMapping
    String ask(@PathVariable String token, HttpServletResponse response, Model model) {
        return works(token) ? page("", PersonForm.EMPTY, new Problems(), model) : noLongerWorks(response);
    }

    private boolean works(String token) {
        return links.letsInFirstAdministrator(token) && administration.awaitsFirstAdministrator();
    }

    private static String noLongerWorks(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return "organisation/first-administrator-over";
    }

    private static String page(String council, PersonForm person, Problems problems, Model model) {
        model.addAttribute("council", council);
        model.addAttribute("person", person);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "organisation/first-administrator";
    }

    @PostMapping
    String setUp(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String council,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Once once,
            HttpServletResponse response,
            Model model) {
        String name = OneLine.of(council);
        PersonForm person = PersonForm.of(post, email);
        Problems problems = new Problems();
        if (name.isEmpty()) {
            problems.add("council", sentences.of("organisation.council.missing"));
        } else if (name.length() > LONGEST_NAME) {
            problems.add("council", sentences.of("organisation.council.long", LONGEST_NAME));
        }
        person.check(sentences, problems);
        rules.problem(password, person.email()).ifPresent(key -> problems.add("password", sentences.of(key)));
        if (!problems.isEmpty()) {
            if (!works(token)) {
                return noLongerWorks(response);
            }
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(name, person, problems, model);
        }
        try {
            return once.perform(() -> {
                if (!administration.comeInAsFirstAdministrator(token, name, person.post(), person.email(), password)) {
                    throw new LinkOver();
                }
                return "redirect:/sign-in?password-chosen";
            });
        } catch (LinkOver over) {
            return noLongerWorks(response);
        }
    }

    /** Found out inside the change: the same form sent twice gets its first answer, and not that its link is used. */
    private static final class LinkOver extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
