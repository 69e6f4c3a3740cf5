package org.dueregard.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dueregard.access.AllowedToEverybody;
import org.dueregard.organisation.model.Administration;
import org.dueregard.organisation.model.Administration.Newcomer;
import org.dueregard.organisation.model.EmailAddress;
import org.dueregard.organisation.model.LinkMail;
import org.dueregard.organisation.model.OneTimeLinks;
import org.dueregard.organisation.model.PasswordRules;
import org.dueregard.organisation.model.SignInPace;
import org.dueregard.site.Once;
import org.dueregard.site.Problems;
import org.dueregard.site.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing a password by a one-time link, and asking for such a link. */
@Controller
@AllowedToEverybody
class PasswordController {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordController.class);

    private final Administration administration;
    private final PasswordRules rules;
    private final OneTimeLinks links;
    private final LinkMail mail;
    private final SignInPace pace;
    private final Sentences sentences;
    private final Executor later;

    PasswordController(
            Administration administration,
            PasswordRules rules,
            OneTimeLinks links,
            LinkMail mail,
            SignInPace pace,
            Sentences sentences,
            @Qualifier("applicationTaskExecutor") Executor later) {
        this.administration = administration;
        this.rules = rules;
        this.links = links;
        this.mail = mail;
        this.pace = pace;
        this.sentences = sentences;
        this.later = later;
    }

    /** Only shows the page: programs that look at every link in an e-mail before its reader does use none up. */
    @GetMapping("/password/{token}")
    String askForPassword(@PathVariable String token, HttpServletResponse response, Model model) {
        return administration
                .newcomer(token)
                .map(newcomer -> choose(newcomer, new Problems(), model))
                .orElseGet(() -> noLongerWorks(response, model));
    }

    private static String choose(Newcomer newcomer, Problems problems, Model model) {
        model.addAttribute("newcomer", newcomer);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "organisation/password";
    }

    private String noLongerWorks(HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        model.addAttribute("mail", mail.isConfigured());
        return "organisation/password-link-over";
    }

    @PostMapping("/password/{token}")
    String choosePassword(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            Once once,
            HttpServletResponse response,
            Model model) {
        Optional<Newcomer> newcomer = administration.newcomer(token);
        Optional<String> wrong = newcomer.flatMap(known -> rules.problem(password, known.email()));
        if (newcomer.isPresent() && wrong.isPresent()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return choose(newcomer.get(), new Problems().add("password", sentences.of(wrong.get())), model);
        }
        try {
            return once.perform(() -> {
                if (!administration.choosePassword(token, password)) {
                    throw new LinkOver();
                }
                return "redirect:/sign-in?password-chosen";
            });
        } catch (LinkOver over) {
            return noLongerWorks(response, model);
        }
    }

    /** Found out inside the change: the same form sent twice gets its first answer, and not that its link is used. */
    private static final class LinkOver extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @GetMapping("/forgotten-password")
    String askForLink(@RequestParam(required = false) String sent, Model model) {
        model.addAttribute("sent", sent != null);
        return forgotten("", new Problems(), model);
    }

    private String forgotten(String email, Problems problems, Model model) {
        model.addAttribute("mail", mail.isConfigured());
        model.addAttribute("email", email);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", !problems.isEmpty());
        return "organisation/forgotten-password";
    }

    /**
     * Answers the same, and as fast, whoever asks about whatever address: whether it is somebody's is found out after the
     * answer.
     */
    @PostMapping("/forgotten-password")
    String sendLink(
            @RequestParam(defaultValue = "") String email,
            Once once,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!mail.isConfigured()) {
            return "redirect:/forgotten-password";
        }
        String typed = OneLine.of(email);
        if (EmailAddress.of(typed).isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            String key = typed.isEmpty() ? "organisation.email.missing" : "organisation.email.malformed";
            return forgotten(typed, new Problems().add("email", sentences.of(key)), model);
        }
        AtomicBoolean first = new AtomicBoolean();
        String answer = once.perform(() -> {
            first.set(true);
            return "redirect:/forgotten-password?sent";
        });
        if (first.get()) {
            if (pace.allowsLink(typed.toLowerCase(Locale.ROOT), request.getRemoteAddr())) {
                later.execute(() -> sendLinkTo(typed));
            } else {
                LOG.warn("Password link refused: too many wishes from {}", request.getRemoteAddr());
            }
        }
        return answer;
    }

    private void sendLinkTo(String email) {
        administration
                .forgottenPassword(email)
                .ifPresent(forgotten ->
                        mail.remind(forgotten.email(), forgotten.council(), links.toPassword(forgotten.token())));
    }
}
