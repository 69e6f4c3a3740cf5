package org.dueregard.history.web;

import java.util.List;
import java.util.UUID;
import org.dueregard.access.AllowedTo;
import org.dueregard.access.AllowedToSignedIn;
import org.dueregard.access.Role;
import org.dueregard.history.History;
import org.dueregard.history.HistoryEntry;
import org.dueregard.history.Subject;
import org.dueregard.organisation.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Everything that was changed about an item of a plan, a plan as a whole, or the school terms. Of what another council has
 * nothing is known here, just as of what nobody ever changed.
 */
@Controller
@AllowedToSignedIn
class HistoryController {

    private static final int AT_MOST = 200;

    private final History history;

    HistoryController(History history) {
        this.history = history;
    }

    @GetMapping("/items/{node}/history")
    String page(@PathVariable UUID node, @AuthenticationPrincipal SignedIn by, Model model) {
        List<HistoryEntry> entries = history.of(by, new Subject("node", node), AT_MOST);
        return page("/items/" + node, "history.back", "plan", entries, model);
    }

    /** Everything that was changed about a plan as a whole. */
    @GetMapping("/plans/{plan}/history")
    String plan(@PathVariable UUID plan, @AuthenticationPrincipal SignedIn by, Model model) {
        List<HistoryEntry> entries = history.of(by, new Subject("plan", plan), AT_MOST);
        return page("/plans/" + plan, "history.back-plan", "plan", entries, model);
    }

    /** Everything that was changed about the council's school terms. */
    @GetMapping("/terms/history")
    @AllowedTo({Role.ADMINISTRATOR, Role.POLICY_OFFICER})
    String terms(@AuthenticationPrincipal SignedIn by, Model model) {
        return page(
                "/terms",
                "history.back-terms",
                "terms",
                history.of(by, new Subject("terms", by.organisation().organisationId()), AT_MOST),
                model);
    }

    private static String page(String back, String backTo, String section, List<HistoryEntry> entries, Model model) {
        model.addAttribute("back", back);
        model.addAttribute("backTo", backTo);
        model.addAttribute("section", section);
        model.addAttribute("entries", entries);
        model.addAttribute("more", entries.size() == AT_MOST);
        return "history/history";
    }
}
