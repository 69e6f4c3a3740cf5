package org.dueregard.reminders.web;

import java.util.List;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.Role;
import org.dueregard.organisation.SignedIn;
import org.dueregard.reminders.Letters;
import org.dueregard.reminders.Occasion;
import org.dueregard.site.Once;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People choose which letters they get; policy officers see which went out and what became of them. */
@Controller
class LetterController {

    private final Letters letters;

    LetterController(Letters letters) {
        this.letters = letters;
    }

    @GetMapping("/your-e-mails")
    @AllowedTo({Role.SERVICE_MANAGER, Role.POLICY_OFFICER, Role.REVIEWER, Role.CHAIR})
    String wanted(@AuthenticationPrincipal SignedIn by, Model model) {
        model.addAttribute("occasions", Occasion.offeredTo(by));
        model.addAttribute("owner", by.is(Role.SERVICE_MANAGER));
        model.addAttribute("wanted", letters.wanted(by));
        return "reminders/wanted";
    }

    @PostMapping("/your-e-mails")
    @AllowedTo({Role.SERVICE_MANAGER, Role.POLICY_OFFICER, Role.REVIEWER, Role.CHAIR})
    String choose(
            @RequestParam(defaultValue = "") List<String> wanted, @AuthenticationPrincipal SignedIn by, Once once) {
        List<Occasion> chosen = Occasion.offeredTo(by).stream()
                .filter(occasion -> wanted.contains(occasion.name()))
                .toList();
        return once.perform(() -> {
            letters.choose(by, chosen);
            return "redirect:/your-e-mails?saved";
        });
    }

    @GetMapping("/letters")
    @AllowedTo(Role.POLICY_OFFICER)
    String sent(@AuthenticationPrincipal SignedIn by, Model model) {
        model.addAttribute("letters", letters.newest(by));
        return "reminders/letters";
    }
}
